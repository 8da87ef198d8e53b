// Two texts side by side: boxes grow with their words, Ctrl+S keeps them, and nobody leaves unsaved words unasked.
(() => {
  const form = document.querySelector("form.words");
  if (!form) return;
  const rowOf = (element) => element?.closest?.(".pair");

  // Twins grow together, to the height of the longer.
  const grow = (row) => {
    const twins = [...row.querySelectorAll("textarea")];
    twins.forEach((box) => { box.style.height = "auto"; });
    const height = Math.max(...twins.map((box) => box.scrollHeight + box.offsetHeight - box.clientHeight));
    twins.forEach((box) => { box.style.height = `${height}px`; });
  };
  const growAll = () => form.querySelectorAll(".pair").forEach(grow);
  growAll();
  window.addEventListener("resize", growAll);

  // What is typed is kept on the server and printed as it stands; the line beside the buttons says what is saved.
  const state = form.querySelector("[data-unsaved]");
  let changed = form.hasAttribute("data-answered");
  form.addEventListener("input", (event) => {
    changed = true;
    state.textContent = state.dataset.unsaved;
    if (event.target.matches(".pair textarea")) grow(rowOf(event.target));
  });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!changed) return;
    event.preventDefault();
    event.returnValue = "";
  });

  document.getElementById("printed").addEventListener("printed", (event) => {
    const kept = event.target.querySelector("[data-kept]");
    if (kept && changed) state.textContent = kept.dataset.kept;
  });
  const lost = (event) => {
    if (event.target === form) state.textContent = state.dataset.lost;
  };
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach((name) => document.body.addEventListener(name, lost));
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    // Whoever has been signed out stays on the page, where the words are.
    if (event.target !== form || !event.detail.xhr.getResponseHeader("HX-Redirect")) return;
    event.preventDefault();
    lost(event);
  });

  // The page opens again at the row that was worked in.
  form.addEventListener("focusin", (event) => {
    if (rowOf(event.target)) form.elements.row.value = rowOf(event.target).id;
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button[name=keep]"));
  });
  const open = () => {
    const row = document.getElementById(location.hash.slice(1));
    if (row?.matches(".pair")) row.querySelector("textarea, input:not([type=hidden])")?.focus();
  };
  window.addEventListener("hashchange", open);
  open();
})();
