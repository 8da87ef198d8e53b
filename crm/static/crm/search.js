// The search box: Ctrl+K and "/" lead to it, arrows go through what htmx finds as one types, Enter opens it. Without
// this script the box sends its question to the page of results.
(() => {
  const form = document.querySelector("[data-find]");
  if (!form) return;
  const box = form.elements.q, found = document.getElementById("found"), status = form.querySelector("[role=status]");
  const dropdown = found.parentElement;
  const KEPT = 8, key = `opened:${form.dataset.find}`;

  const kept = () => JSON.parse(localStorage.getItem(key) || "[]");
  const opened = document.querySelector("[data-opened]")?.dataset.opened;
  if (opened) localStorage.setItem(key, JSON.stringify([opened, ...kept().filter((one) => one !== opened)].slice(0, KEPT)));

  const options = () => [...found.querySelectorAll("[role=option]")];
  const active = () => found.querySelector("[aria-selected=true]");
  function activate(option) {
    active()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
  }
  function show(shown) {
    dropdown.hidden = !shown;
    const list = document.getElementById("found-list");
    box.setAttribute("aria-expanded", String(shown && Boolean(list)));
    if (list) box.setAttribute("aria-controls", list.id);
    else box.removeAttribute("aria-controls");
    if (!shown) activate(null);
  }
  function go(step) {
    const all = options();
    if (dropdown.hidden) show(true);
    if (all.length) activate(all[(all.indexOf(active()) + step + (active() || step > 0 ? all.length : all.length + 1)) % all.length]);
  }

  form.querySelector("kbd").hidden = false;
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.target === box && !box.value.trim()) kept().forEach((one) => event.detail.formData.append("opened", one));
  });
  found.addEventListener("htmx:afterSwap", () => {
    if (!form.contains(document.activeElement)) return;
    show(true);
    // Enter opens the first that was found for the words in the box; of those opened last one has to be chosen.
    activate(document.getElementById("found-list")?.dataset.question ? options()[0] : null);
    status.textContent = [...found.querySelectorAll("[data-said]")].map((one) => one.dataset.said).join(" ");
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) show(false);
  });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) go(step);
    else if (event.key === "Enter" && active() && document.getElementById("found-list").dataset.question === box.value.trim()) active().click();
    else if (event.key === "Escape" && !dropdown.hidden) show(false);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const called = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k";
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!called && (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
