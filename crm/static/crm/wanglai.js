// Adds empty lines to the parts of a form; without this script the page's own spare line serves.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-row]");
  if (!button) return;
  const part = button.closest("[data-part]");
  const total = part.querySelector(`[name="${part.dataset.part}-TOTAL_FORMS"]`);
  const row = part.querySelector("template[data-empty]").innerHTML.replaceAll("__prefix__", total.value);
  part.querySelector("[data-rows]").insertAdjacentHTML("beforeend", row);
  total.value = Number(total.value) + 1;
  const added = part.querySelector("[data-rows]").lastElementChild;
  added.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});

// A menu that is open on a wide screen starts closed on a narrow one.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-add-row]").forEach((button) => { button.hidden = false; });
  if (window.matchMedia("(max-width: 767px)").matches) document.querySelector("details.menu")?.removeAttribute("open");
});
