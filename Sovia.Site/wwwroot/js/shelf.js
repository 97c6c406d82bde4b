// <collection-shelf>: adds a card to the collection it is dropped on. Loaded when the shelf is first opened.
import { closeOutside } from "./menu.js";

const announce = text => document.dispatchEvent(new CustomEvent("sovia:say", { detail: text }));
const findPostId = data => /\/posts\/([0-9a-f-]{36})/.exec(data.getData("text/uri-list") || data.getData("text/plain"))?.[1];

class CollectionShelf extends HTMLElement {
  #controller = null;
  #refreshId = 0;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const listen = (types, listener) => { for (const type of types.split(" ")) this.addEventListener(type, listener, { signal }); };
    listen("dragenter dragover", event => this.#onDragOver(event));
    listen("dragleave", ({ relatedTarget }) => { if (!this.contains(relatedTarget)) this.#highlight(null); });
    listen("drop", event => this.#onDrop(event));
    listen("click", ({ target }) => { if (target.closest("[data-closes]")) this.#closeMenu(); });
    listen("keydown", event => this.#onKey(event));
    // Wide windows have it beside the results, where cards are dragged to it.
    const narrow = matchMedia("(max-width: 900px)");
    closeOutside(this.closest("details"), signal, () => !narrow.matches);
  }

  disconnectedCallback() { this.#controller.abort(); }

  #findDropTarget(target) { return target.closest?.("[data-takes]"); }

  #highlight(dropTarget) {
    for (const item of this.querySelectorAll(".is-over")) if (item !== dropTarget) item.classList.remove("is-over");
    dropTarget?.classList.add("is-over");
  }

  #onDragOver(event) {
    const dropTarget = this.#findDropTarget(event.target);
    this.#highlight(dropTarget);
    if (dropTarget) event.preventDefault();
  }

  async #onDrop(event) {
    this.#highlight(null);
    const dropTarget = this.#findDropTarget(event.target), postId = dropTarget && findPostId(event.dataTransfer);
    if (!postId) return;
    event.preventDefault();
    const name = dropTarget.querySelector(".shelf__name").textContent;
    const body = new URLSearchParams({ add: dropTarget.dataset.collectionId });
    const response = await fetch(`/posts/${postId}/collections`, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (response?.type !== "opaqueredirect" && !response?.ok) return announce("Couldn't add the item. Nothing was changed.");
    announce(`Added to ${name}.`);
    this.#refresh();
  }

  // Updates counts and covers in place, so that nothing moves under a dragged card.
  async #refresh() {
    const id = ++this.#refreshId;
    const response = await fetch("/collections/sidebar?fresh=true", { headers: { "HX-Request": "true" } }).catch(() => null);
    const html = response?.ok && await response.text();
    if (!html || id !== this.#refreshId) return;
    for (const link of new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-collection-id] > a")) {
      const current = this.querySelector(`[data-collection-id="${link.parentElement.dataset.collectionId}"] > a`);
      if (current && current.innerHTML !== link.innerHTML) current.innerHTML = link.innerHTML;
    }
  }

  #closeMenu() {
    const menu = this.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  #onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#closeMenu();
  }
}

if (!customElements.get("collection-shelf")) customElements.define("collection-shelf", CollectionShelf);
