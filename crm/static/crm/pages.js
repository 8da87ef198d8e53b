// The printed pages of a letter: new ones take the place of the old once they are there, and a click shows them large.
(() => {
  const printed = document.getElementById("printed");
  let latest = 0;
  printed.addEventListener("htmx:beforeSwap", async (event) => {
    if (event.target !== printed || !event.detail.shouldSwap) return;
    event.detail.shouldSwap = false;
    const turn = ++latest;
    const fresh = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").body;
    await Promise.all([...fresh.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
    if (turn !== latest) return;
    printed.replaceChildren(...fresh.childNodes);
    printed.dispatchEvent(new Event("printed"));
  });

  const large = document.createElement("dialog");
  if (!large.showModal) return; // the link opens the page by itself
  large.className = "large";
  document.body.append(large);
  printed.addEventListener("click", (event) => {
    const page = event.target.closest("a.sheet");
    if (!page || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const close = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-outline-secondary", textContent: printed.dataset.close });
    const pages = [...printed.querySelectorAll("a.sheet")];
    large.replaceChildren(close, ...pages.map((one) => one.firstElementChild.cloneNode()));
    large.setAttribute("aria-label", page.firstElementChild.alt);
    large.showModal();
    large.children[pages.indexOf(page) + 1].scrollIntoView();
  });
  large.addEventListener("click", () => large.close());
})();
