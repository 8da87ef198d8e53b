// A question that names a record finds it as one types, by Tom Select; without this script a text box beside it does.
(() => {
  const { library, remove, failed, search } = document.currentScript.dataset;
  const KEPT = 8; // chosen last, of each kind
  let loaded;
  const load = () => (loaded ||= new Promise((resolve) => {
    document.head.append(Object.assign(document.createElement("script"), { src: library, onload: resolve }));
  }));

  const kept = (kind) => JSON.parse(localStorage.getItem(kind) || "[]");
  const keep = (kind, value) => localStorage.setItem(kind, JSON.stringify([value, ...kept(kind).filter((one) => one !== value)].slice(0, KEPT)));

  async function ask(select, kind, text) {
    const address = new URL(select.dataset.picker, location.href);
    address.searchParams.set("q", text);
    if (!text) kept(kind).forEach((value) => address.searchParams.append("recent", value));
    try {
      return await (await fetch(address)).json();
    } catch {
      return { options: [], note: failed };
    }
  }

  const note = (text) => `<div role="option" aria-disabled="true" class="no-results">${text}</div>`;

  function start(select) {
    if (select.tomselect) return;
    const box = select.parentElement.querySelector("[data-picker-text]");
    const focused = select.parentElement.contains(document.activeElement);
    const kind = `picked:${new URL(select.dataset.picker, location.href).pathname}`;
    const more = Object.assign(document.createElement("p"), { className: "form-text", hidden: true });
    let answered = null, found = new Set(), said = "…";
    const picker = new TomSelect(select, {
      maxItems: select.multiple ? null : 1,
      plugins: select.multiple ? { remove_button: { title: remove } } : {},
      placeholder: select.multiple || !select.value ? box.placeholder : "",
      highlight: false,
      maxOptions: null,
      preload: "focus",
      refreshThrottle: 0,
      closeAfterSelect: true,
      searchField: [],
      // What was found for another text, or is chosen already and was not found, is not to be chosen by Enter.
      score: (text) => (option) => (text === answered && found.has(option.value) ? 1 : 0),
      shouldLoad: () => true,
      async load(text, done) {
        const { options, note: words } = await ask(select, kind, text);
        this.clearOptions();
        [answered, found, said] = [text, new Set(options.map((one) => one.value)), options.length ? "" : words];
        more.textContent = options.length ? words : "";
        more.hidden = !more.textContent;
        done(options);
        if (this.isOpen) this.dropdown.scrollIntoView({ block: "nearest" });
      },
      onItemAdd(value) {
        keep(kind, value);
        this.setTextboxValue("");
      },
      render: { no_results: () => note(said || "…"), loading: () => note("…") },
    });
    picker.dropdown.append(more);
    box.remove();
    // Only a choice is an answer: what is typed to find it is none.
    ["input", "change"].forEach((name) => picker.control_input.addEventListener(name, (event) => event.stopPropagation()));
    if (focused) picker.focus();
  }

  const all = () => document.querySelectorAll("select[data-picker]");
  const startAll = () => {
    // Of a question that htmx renewed the label still names the box that is gone.
    document.querySelectorAll(".picker > select:not(.tomselected)").forEach((select) => {
      document.querySelector(`label[for="${select.id}-ts-control"]`)?.setAttribute("for", select.id);
    });
    if (all().length) load().then(() => all().forEach(start));
  };
  // Above many boxes to tick stands one to search them by; what it hides stays ticked.
  function searchBoxes() {
    document.querySelectorAll("div:not(.picker) > .form-check:nth-of-type(8)").forEach(({ parentElement: list }) => {
      if (list.previousElementSibling?.matches("[data-search]")) return;
      const box = Object.assign(document.createElement("input"), { type: "search", className: "form-control mb-1", placeholder: search });
      box.dataset.search = "";
      box.setAttribute("aria-label", search);
      list.before(box);
      list.classList.add("many-boxes");
      box.addEventListener("input", (event) => {
        event.stopPropagation();
        const wanted = box.value.toLowerCase();
        list.querySelectorAll(".form-check").forEach((one) => { one.hidden = !one.textContent.toLowerCase().includes(wanted); });
      });
    });
  }

  const begin = () => { startAll(); searchBoxes(); };
  document.addEventListener("DOMContentLoaded", begin);
  document.addEventListener("htmx:load", begin);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-add-row]")) startAll();
  });
})();
