// <still-view>: zooms and pans its image by wheel, touch, double click and keys. The `z` lock keeps zoom and centre for other images.
import { isTyping } from "./typing.js";
import { Zoom } from "./zoom.js";

const storageKey = "sovia:zoom";
const isLocked = () => sessionStorage.getItem(storageKey) !== null;

class StillView extends HTMLElement {
  #zoom = new Zoom(this);
  #pointers = new Map();
  #tap = null;
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const listen = (target, types, listener, options) => {
      for (const type of types.split(" ")) target.addEventListener(type, listener, { signal, ...options });
    };
    listen(this, "wheel", event => this.#onWheel(event), { passive: false });
    listen(this, "pointerdown", event => this.#onDown(event));
    listen(this, "pointermove", event => this.#onMove(event));
    listen(this, "pointerup pointercancel", event => this.#onUp(event));
    listen(this, "dragstart", event => { if (this.#zoom.isZoomed) event.preventDefault(); });
    listen(this.#zoom.picture, "load", () => this.#restore());
    // Capture runs before Escape leaves the post.
    listen(document, "keydown", event => this.#onKey(event), { capture: true });
    listen(this.parentElement, "click", ({ target }) => this.#runAction(target.closest("[data-zoom]")?.dataset.zoom));
    const observer = new ResizeObserver(() => this.#restore());
    observer.observe(this);
    signal.addEventListener("abort", () => observer.disconnect());
  }

  disconnectedCallback() { this.#controller.abort(); }

  #render(isEased = false) {
    const zoom = this.#zoom;
    const { oneToOne } = zoom.constrain();
    this.classList.toggle("still--eased", isEased);
    this.toggleAttribute("data-zoomed", zoom.isZoomed);
    // Rounds, because saved zooms are recomputed for each image and must give the same result.
    zoom.picture.style.transform = zoom.isZoomed
      ? `translate(${zoom.x.toFixed(2)}px, ${zoom.y.toFixed(2)}px) scale(${zoom.scale.toFixed(4)})`
      : "";
    const findControl = name => this.parentElement.querySelector(`[data-zoom="${name}"]`);
    if (findControl("level")) findControl("level").textContent = `${Math.round(100 * zoom.scale / oneToOne)}%`;
    findControl("lock")?.setAttribute("aria-pressed", isLocked());
    if (isLocked() && zoom.picture.complete) this.#save();
  }

  #zoomTo(scale, point, isEased) {
    this.#zoom.zoomTo(scale, point);
    this.#render(isEased);
  }

  #save() { sessionStorage.setItem(storageKey, JSON.stringify(this.#zoom.relative)); }

  #restore() {
    if (isLocked()) this.#zoom.relative = JSON.parse(sessionStorage.getItem(storageKey));
    this.#render();
  }

  #runAction(action) {
    const { scale } = this.#zoom;
    if (action === "in") this.#zoomTo(scale * 1.5, null, true);
    else if (action === "out") this.#zoomTo(scale / 1.5, null, true);
    else if (action === "level") this.#zoomTo(this.#zoom.nextLevel, null, true);
    else if (action === "lock") {
      if (isLocked()) sessionStorage.removeItem(storageKey);
      else this.#save();
      this.#render();
    }
  }

  #onWheel(event) {
    // Lets the wheel scroll the page until the image is zoomed.
    if (!event.ctrlKey && !this.#zoom.isZoomed && (event.deltaY > 0 || document.documentElement.scrollHeight > innerHeight + 1)) return;
    event.preventDefault();
    this.#zoomTo(this.#zoom.scale * Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.002)), event);
  }

  #onDown(event) {
    if (event.button) return;
    this.#pointers.set(event.pointerId, event);
    if (this.#zoom.isZoomed || this.#pointers.size > 1) this.setPointerCapture(event.pointerId);
    this.#tap = this.#pointers.size > 1 ? null : { time: event.timeStamp, x: event.clientX, y: event.clientY, previous: this.#tap };
  }

  #onMove(event) {
    // The button may have been released outside the view.
    if (!event.buttons) this.#pointers.delete(event.pointerId);
    const previous = this.#pointers.get(event.pointerId);
    if (!previous) return;
    const zoom = this.#zoom;
    const other = [...this.#pointers.values()].find(pointer => pointer !== previous);
    this.#pointers.set(event.pointerId, event);
    if (!other && !zoom.isZoomed) return;
    // Each of two fingers moves their centre half as far.
    zoom.x += (event.clientX - previous.clientX) / (other ? 2 : 1);
    zoom.y += (event.clientY - previous.clientY) / (other ? 2 : 1);
    if (!other) return this.#render();
    const getDistance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY) || 1;
    this.#zoomTo(zoom.scale * getDistance(event) / getDistance(previous),
      { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 });
  }

  // Zooms in at a double tap or double click, or back out to fit.
  #onUp(event) {
    this.#pointers.delete(event.pointerId);
    const tap = this.#tap;
    const isNear = other => Math.hypot(other.x - event.clientX, other.y - event.clientY) < 24;
    if (event.type !== "pointerup" || !tap || !isNear(tap)) return void (this.#tap = null);
    if (!tap.previous || tap.time - tap.previous.time > 400 || !isNear(tap.previous)) return void (tap.previous = null);
    this.#tap = null;
    const { oneToOne, fill } = this.#zoom.frame;
    this.#zoomTo(this.#zoom.isZoomed ? 1 : oneToOne > 1.1 ? oneToOne : Math.max(fill, 2), event, true);
  }

  #onKey(event) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const action = { "+": "in", "=": "in", "-": "out", w: "level", z: "lock" }[event.key];
    const step = event.shiftKey && { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (action) this.#runAction(action);
    else if (event.key === "Escape" && this.#zoom.isZoomed && !document.fullscreenElement) this.#zoomTo(1, null, true);
    else if (step && this.#zoom.isZoomed) {
      this.#zoom.x += step[0] * 80;
      this.#zoom.y += step[1] * 80;
      this.#render(true);
    } else return;
    event.preventDefault();
  }
}

if (!customElements.get("still-view")) customElements.define("still-view", StillView);
