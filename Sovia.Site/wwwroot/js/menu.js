/**
 * Closes a menu, a <details>, on Escape and on a click elsewhere. Listens to the document only while the menu is open.
 * @param {HTMLDetailsElement} menu
 * @param {AbortSignal} signal Ends it.
 * @param {() => boolean} isPanel Returns whether the menu is currently a side panel, which stays open.
 */
export function closeOutside(menu, signal, isPanel = () => false) {
  let open = null;
  const close = () => { menu.open = false; };

  function update() {
    open?.abort();
    if (!menu.open || signal.aborted) return;
    open = new AbortController();
    document.addEventListener("click", event => {
      if (isPanel() || menu.contains(event.target)) return;
      close();
      // The first click only closes a menu above the cards.
      if (menu.matches(".look") && event.target.closest(".card")) event.preventDefault();
    }, { capture: true, signal: open.signal });
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape" || event.defaultPrevented || isPanel() || document.querySelector("dialog[open]")) return;
      close();
      menu.querySelector("summary").focus();
      event.preventDefault();
    }, { signal: open.signal });
  }

  menu.addEventListener("toggle", update, { signal });
  signal.addEventListener("abort", () => open?.abort());
  update();
}

// <menu-sheet>: the contents of a menu that closes like this.
class MenuSheet extends HTMLElement {
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    closeOutside(this.parentElement, this.#controller.signal);
  }

  disconnectedCallback() { this.#controller.abort(); }
}

if (!customElements.get("menu-sheet")) customElements.define("menu-sheet", MenuSheet);
