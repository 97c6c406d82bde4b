// <still-view>: zooms and pans the picture in it by wheel, fingers, double click and keys. While `z` is on, zoom and centre are kept
// from picture to picture.
import { isTyping } from "./typing.js";
import { Zoom } from "./zoom.js";

const store = "sovia:zoom";
const isLocked = () => sessionStorage.getItem(store) !== null;

class StillView extends HTMLElement {
  #zoom = new Zoom(this);
  #fingers = new Map();
  #tap = null;
  #gone = null;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const listen = (target, types, listener, more) => { for (const type of types.split(" ")) target.addEventListener(type, listener, { signal, ...more }); };
    listen(this, "wheel", event => this.#wheel(event), { passive: false });
    listen(this, "pointerdown", event => this.#down(event));
    listen(this, "pointermove", event => this.#move(event));
    listen(this, "pointerup pointercancel", event => this.#up(event));
    listen(this, "dragstart", event => { if (this.#zoom.isZoomed) event.preventDefault(); });
    listen(this.#zoom.picture, "load", () => this.#recall());
    // Before whoever leaves the post by Escape.
    listen(document, "keydown", event => this.#key(event), { capture: true });
    listen(this.parentElement, "click", ({ target }) => this.#press(target.closest("[data-zoom]")?.dataset.zoom));
    const sizes = new ResizeObserver(() => this.#recall());
    sizes.observe(this);
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  disconnectedCallback() { this.#gone.abort(); }

  #show(eased = false) {
    const zoom = this.#zoom;
    const { one } = zoom.hold();
    this.classList.toggle("still--eased", eased);
    this.toggleAttribute("data-zoomed", zoom.isZoomed);
    // No finer than can be seen: kept zooms are worked out anew for each picture, and must come to the same.
    zoom.picture.style.transform = zoom.isZoomed ? `translate(${zoom.x.toFixed(2)}px, ${zoom.y.toFixed(2)}px) scale(${zoom.scale.toFixed(4)})` : "";
    const part = name => this.parentElement.querySelector(`[data-zoom="${name}"]`);
    if (part("level")) part("level").textContent = `${Math.round(100 * zoom.scale / one)} %`;
    part("lock")?.setAttribute("aria-pressed", isLocked());
    if (isLocked() && zoom.picture.complete) this.#keep();
  }

  #to(scale, at, eased) {
    this.#zoom.to(scale, at);
    this.#show(eased);
  }

  #keep() { sessionStorage.setItem(store, JSON.stringify(this.#zoom.kept)); }

  #recall() {
    if (isLocked()) this.#zoom.kept = JSON.parse(sessionStorage.getItem(store));
    this.#show();
  }

  #press(what) {
    const { scale } = this.#zoom;
    if (what === "in") this.#to(scale * 1.5, null, true);
    else if (what === "out") this.#to(scale / 1.5, null, true);
    else if (what === "level") this.#to(this.#zoom.next, null, true);
    else if (what === "lock") {
      if (isLocked()) sessionStorage.removeItem(store);
      else this.#keep();
      this.#show();
    }
  }

  #wheel(event) {
    // Where the page scrolls, the wheel scrolls it until the picture is zoomed.
    if (!event.ctrlKey && !this.#zoom.isZoomed && (event.deltaY > 0 || document.documentElement.scrollHeight > innerHeight + 1)) return;
    event.preventDefault();
    this.#to(this.#zoom.scale * Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.002)), event);
  }

  #down(event) {
    if (event.button) return;
    this.#fingers.set(event.pointerId, event);
    if (this.#zoom.isZoomed || this.#fingers.size > 1) this.setPointerCapture(event.pointerId);
    this.#tap = this.#fingers.size > 1 ? null : { at: event.timeStamp, x: event.clientX, y: event.clientY, before: this.#tap };
  }

  #move(event) {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const zoom = this.#zoom;
    const other = [...this.#fingers.values()].find(finger => finger !== before);
    this.#fingers.set(event.pointerId, event);
    if (!other && !zoom.isZoomed) return;
    // Of two fingers each moves the middle half as far.
    zoom.x += (event.clientX - before.clientX) / (other ? 2 : 1);
    zoom.y += (event.clientY - before.clientY) / (other ? 2 : 1);
    if (!other) return this.#show();
    const apart = finger => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY) || 1;
    this.#to(zoom.scale * apart(event) / apart(before), { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 });
  }

  // Two taps or clicks at one place, soon after each other: one to one there, or all of it again.
  #up(event) {
    this.#fingers.delete(event.pointerId);
    const tap = this.#tap;
    const isNear = other => Math.hypot(other.x - event.clientX, other.y - event.clientY) < 24;
    if (event.type !== "pointerup" || !tap || !isNear(tap)) return void (this.#tap = null);
    if (!tap.before || tap.at - tap.before.at > 400 || !isNear(tap.before)) return void (tap.before = null);
    this.#tap = null;
    const { one, fill } = this.#zoom.frame;
    this.#to(this.#zoom.isZoomed ? 1 : one > 1.1 ? one : Math.max(fill, 2), event, true);
  }

  #key(event) {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    const button = { "+": "in", "=": "in", "-": "out", w: "level", z: "lock" }[event.key];
    const step = event.shiftKey && { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (button) this.#press(button);
    else if (event.key === "Escape" && this.#zoom.isZoomed && !document.fullscreenElement) this.#to(1, null, true);
    else if (step && this.#zoom.isZoomed) {
      this.#zoom.x += step[0] * 80;
      this.#zoom.y += step[1] * 80;
      this.#show(true);
    } else return;
    event.preventDefault();
  }
}

if (!customElements.get("still-view")) customElements.define("still-view", StillView);
