// <post-tools>: full screen (also `f`), which stays while paging, and a button that copies the image or the shown video frame.
import { isTyping } from "./typing.js";

const main = document.getElementById("main");
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));

class PostTools extends HTMLElement {
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.addEventListener("click", event => this.#onClick(event), { signal });
    // A shortcut: works wherever the focus is.
    document.addEventListener("keydown", event => this.#onKey(event), { signal });
    // Escape ends full screen without a click.
    document.addEventListener("fullscreenchange", () => this.#update(), { signal });
    this.#update();
  }

  disconnectedCallback() { this.#controller.abort(); }

  get #media() { return this.parentElement.querySelector("img, video"); }

  #update() {
    const [full, copy] = ["full", "copy"].map(name => this.querySelector(`[data-tool="${name}"]`));
    full.ariaPressed = String(document.fullscreenElement !== null);
    full.hidden = !document.fullscreenEnabled && !this.#media?.webkitEnterFullscreen;
    copy.hidden = !globalThis.ClipboardItem;
  }

  #onClick({ target }) {
    const tool = target.closest("[data-tool]")?.dataset.tool;
    if (tool === "full") this.#toggleFullscreen();
    if (tool === "copy") this.#copyImage();
  }

  #onKey(event) {
    if (event.key !== "f" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
    event.preventDefault();
    this.#toggleFullscreen();
  }

  // The whole content, so that full screen stays while turn.js replaces the post.
  #toggleFullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.fullscreenEnabled) main.requestFullscreen().catch(() => announce("Your browser blocked full screen."));
    else this.#media?.webkitEnterFullscreen?.();
  }

  #createPng() {
    const media = this.#media;
    const [width, height] = [media.naturalWidth ?? media.videoWidth, media.naturalHeight ?? media.videoHeight];
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    canvas.getContext("2d").drawImage(media, 0, 0);
    return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error("empty")), "image/png"));
  }

  async #copyImage() {
    try {
      // Passes a promise, because Safari needs the item at the time of the click.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": this.#createPng() })]);
      announce("Image copied.");
    } catch {
      announce("Couldn't copy. Your browser blocked clipboard access.");
    }
  }
}

if (!customElements.get("post-tools")) customElements.define("post-tools", PostTools);
