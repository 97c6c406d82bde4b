// <post-stage>: opens the next or previous post on a horizontal swipe, and goes back to the gallery. Preloads the images next to the
// post: two in the direction of paging and one behind.
import { isTyping } from "./typing.js";

const minDistance = 48, touchSlop = 12;
let preloaded = [];

// Leaves a post in history, so that the gallery is as it was left, even after paging.
const isFromGallery = () => {
  if (!document.referrer || history.length < 2) return false;
  const { origin, pathname } = new URL(document.referrer);
  return origin === location.origin && pathname === "/";
};

class PostStage extends HTMLElement {
  #controller = null;
  #swipe = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const listen = (target, type, listener) => target.addEventListener(type, listener, { signal });
    listen(this, "pointerdown", event => this.#onDown(event));
    listen(this, "pointermove", event => this.#onMove(event));
    listen(this, "pointerup", event => this.#onUp(event));
    listen(this, "pointercancel", () => this.#endSwipe());
    listen(this, "click", event => this.#onClick(event));
    // A shortcut: works wherever the focus is.
    listen(document, "keydown", event => this.#onKey(event));
    this.#schedulePreload(signal);
  }

  disconnectedCallback() { this.#controller.abort(); }

  #endSwipe() {
    this.style.removeProperty("--swipe");
    this.#swipe = null;
  }

  // Two fingers zoom, and one pans a zoomed image. Vertical swipes scroll the page.
  #onDown(event) {
    const isControl = event.target.closest("a, button, input, select, [data-zoomed], .player__bar") !== null;
    if (this.#swipe || event.pointerType !== "touch" || !event.isPrimary || isControl) return this.#endSwipe();
    this.#swipe = { id: event.pointerId, x: event.clientX, y: event.clientY };
  }

  #onMove(event) {
    if (event.pointerId !== this.#swipe?.id) return;
    const [dx, dy] = [event.clientX - this.#swipe.x, event.clientY - this.#swipe.y];
    if (Math.abs(dy) > touchSlop && Math.abs(dy) > Math.abs(dx)) return this.#endSwipe();
    if (Math.abs(dx) > touchSlop) this.style.setProperty("--swipe", `${dx / 2}px`);
  }

  #onUp(event) {
    if (event.pointerId !== this.#swipe?.id) return;
    const dx = (event.clientX - this.#swipe.x) * (getComputedStyle(this).direction === "rtl" ? -1 : 1);
    this.#endSwipe();
    if (Math.abs(dx) >= minDistance) this.querySelector(`a[rel="${dx < 0 ? "next" : "prev"}"]`)?.click();
  }

  // Goes back in history if the post was opened from the gallery; otherwise the link opens the gallery at the post.
  #onClick(event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!event.target.closest(".stage__go--back") || !isFromGallery()) return;
    event.preventDefault();
    history.back();
  }

  #onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target)) return;
    if (document.fullscreenElement || document.querySelector(":popover-open")) return;
    this.querySelector(".stage__go--back").click();
  }

  // Waits for the current image, so that preloading never delays it.
  #schedulePreload(signal) {
    const image = this.querySelector("img");
    if (!image || image.complete) setTimeout(() => this.#preload());
    else image.addEventListener("load", () => this.#preload(), { once: true, signal });
  }

  #preload() {
    if (!this.isConnected || navigator.connection?.saveData) return;
    const getUrls = rel => this.querySelector(`a[rel="${rel}"]`)?.dataset.ahead?.split(" ") ?? [];
    const [forward, backward] = sessionStorage.getItem("sovia:way") === "prev" ? ["prev", "next"] : ["next", "prev"];
    const urls = [...getUrls(forward).slice(0, 2), ...getUrls(backward).slice(0, 1)];
    // Keeps references, so that the browser keeps the decoded images.
    preloaded = urls.map(src => preloaded.find(image => image.getAttribute("src") === src) ?? Object.assign(new Image(), { decoding: "async", src }));
    for (const image of preloaded) image.decode().catch(() => {});
  }
}

if (!customElements.get("post-stage")) customElements.define("post-stage", PostStage);
