// Adds empty lines to the parts of a form; without this script the page's own spare line serves.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-row]");
  if (!button) return;
  const rows = button.closest("[data-inline]");
  const total = rows.querySelector(`[name="${rows.dataset.inline}-TOTAL_FORMS"]`);
  const row = rows.querySelector("template[data-empty]").innerHTML.replaceAll("__prefix__", total.value);
  rows.querySelector("[data-rows]").insertAdjacentHTML("beforeend", row);
  total.value = Number(total.value) + 1;
  const added = rows.querySelector("[data-rows]").lastElementChild;
  added.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});

// A form is sent once, however often its button is pressed while the answer is under way.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.hasAttribute("data-sent")) event.preventDefault();
  form.setAttribute("data-sent", "");
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => form.removeAttribute("data-sent"));
});

// What is typed into a long form outlives a lost session or a wrong click: it is offered when the page opens again.
const draftKey = `typed:${location.pathname}${location.search}`;
const draftForm = () => document.querySelector("form[data-keep]");
const boxes = (form) => [...form.elements].filter((box) => box.name && !["hidden", "file", "submit", "password"].includes(box.type));
const chosen = (box) => [...box.selectedOptions].filter((one) => one.value).map((one) => [one.value, one.text]);
const state = (box) => ("picker" in box.dataset ? chosen(box) : ["checkbox", "radio"].includes(box.type) ? box.checked : box.value);
const typed = (form) => boxes(form).map((box) => [box.name, box.value, state(box)]);

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-keep]");
  if (form) sessionStorage.setItem(draftKey, JSON.stringify(typed(form)));
});
document.addEventListener("submit", (event) => {
  if (event.target === draftForm()) sessionStorage.setItem("sent", draftKey);
  if (!event.target.hasAttribute("data-sign-out")) return;
  sessionStorage.clear();
  localStorage.clear(); // what was chosen and opened last
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-typed]");
  if (!button) return;
  if (button.dataset.typed === "restore") putBack(draftForm(), JSON.parse(sessionStorage.getItem(draftKey)));
  sessionStorage.removeItem(draftKey);
  button.closest("[data-typed-offer]").hidden = true;
});

function putBack(form, values) {
  values.forEach(([name, value, state]) => {
    for (const box of boxes(form).filter((one) => one.name === name)) {
      if (Array.isArray(state)) choose(box, state);
      else if (typeof state !== "boolean") box.value = state;
      else if (box.value === value) box.checked = state;
    }
  });
}

// A list that has only what is chosen gets its choices with their words.
function choose(box, choices) {
  [...box.options].forEach((option) => { option.selected = false; });
  choices.forEach(([value, words]) => {
    const option = [...box.options].find((one) => one.value === value) || box.appendChild(new Option(words, value));
    option.selected = true;
  });
  box.tomselect?.sync();
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-add-row]").forEach((button) => { button.hidden = false; });
  // What is open on a wide screen starts closed on a narrow one: the menu, the filters above a list.
  if (window.matchMedia("(max-width: 767px)").matches) document.querySelectorAll("details.menu, details.fold").forEach((part) => { part.open = false; });

  const sent = sessionStorage.getItem("sent");
  const signingIn = document.querySelector("form[data-sign-in]");
  if (sent && !signingIn && !document.querySelector("[data-not-saved]")) {
    if (sent !== draftKey || !draftForm() || document.querySelector(".alert-success")) sessionStorage.removeItem(sent);
    sessionStorage.removeItem("sent");
  }
  const form = draftForm();
  const offer = document.querySelector("[data-typed-offer]");
  const kept = form && sessionStorage.getItem(draftKey);
  // An answer to what was just sent has it in its boxes already, and perhaps beside it what others wrote meanwhile.
  const answered = form && form.hasAttribute("data-answered");
  if (kept && offer && !answered && kept !== JSON.stringify(typed(form))) offer.hidden = false;
});

// A line of words asks for the forms of the language chosen; one that holds something is never hidden.
function showForms(select) {
  const forms = JSON.parse(select.dataset.forms);
  const prefix = select.name.slice(0, -"language".length);
  new Set(Object.values(forms).flat()).forEach((form) => {
    const box = select.form.elements[prefix + form];
    const asked = (forms[select.value] || []).includes(form) || box?.value;
    box?.closest(`[id="div_${box.id}"]`)?.toggleAttribute("hidden", !asked);
  });
}
const showAllForms = () => document.querySelectorAll("select[data-forms]").forEach((select) => select.form && showForms(select));
document.addEventListener("DOMContentLoaded", showAllForms);
document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-forms]")) showForms(event.target);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-add-row]")) showAllForms();
});

// An address asks for what its country uses, under the name used there; a part that holds something is never hidden.
function showParts(select) {
  const { names, forms, countries } = JSON.parse(document.getElementById("address-parts").textContent);
  const used = select.value ? forms[countries[select.value]] || names : names;
  const prefix = select.name.slice(0, -"country".length);
  Object.keys(names).forEach((part) => {
    const box = select.form.elements[prefix + part];
    const line = box?.closest(`[id="div_${box.id}"]`);
    if (!line) return;
    line.hidden = !(part in used || box.value);
    line.querySelector("label").textContent = used[part] || names[part];
  });
}
const showAllParts = () => document.querySelectorAll("select[data-address]").forEach((select) => select.form && showParts(select));
document.addEventListener("DOMContentLoaded", showAllParts);
document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-address]")) showParts(event.target);
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-add-row], [data-typed]")) showAllParts();
});

// A button of ticked records says how many are ticked: data-chosen="Draft condolences for the # chosen".
function showChosen(form) {
  const ticked = [...form.elements].filter((box) => box.type === "checkbox" && box.checked).length;
  form.querySelectorAll("[data-chosen]").forEach((button) => { button.textContent = button.dataset.chosen.replace("#", ticked); });
}
document.addEventListener("htmx:load", () => document.querySelectorAll("form.ticked").forEach(showChosen));
document.addEventListener("change", (event) => {
  if (event.target.form?.matches("form.ticked")) showChosen(event.target.form);
});
