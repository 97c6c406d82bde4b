// <clip-player>: puts its own controls below a video: frame by frame, a part over and over, speed, and what lies where on the bar.
// The volume is remembered, and so is whether clips are played over and over.
import { Clip } from "./clip.js";
import { saveFrame } from "./frame.js";
import { preview } from "./sprite.js";

const isTyping = target => target.closest("input:not([type='range']), textarea, select, [contenteditable], dialog");
const two = number => String(number).padStart(2, "0");
const clock = seconds => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))}.${two(Math.floor(seconds % 1 * 100))}`;
const keys = { " ": "play", k: "play", ",": "back", ".": "on", a: "ab", r: "loop", m: "mute", s: "frame", "<": "slower", ">": "faster" };

class ClipPlayer extends HTMLElement {
  #clip = null;
  #gone = null;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const video = this.#video;
    this.#clip = new Clip(video, +this.dataset.rate);
    video.controls = false;
    video.volume = +(localStorage.getItem("sovia:volume") ?? 1);
    // What plays by itself plays silently, and not where motion or data are to be saved.
    const isSaving = matchMedia("(prefers-reduced-motion: reduce)").matches || navigator.connection?.saveData === true;
    if (video.autoplay && isSaving) {
      video.autoplay = false;
      video.pause();
    }
    video.muted = video.autoplay || localStorage.getItem("sovia:muted") === "true";
    video.loop = localStorage.getItem("sovia:loop") === "true";
    video.playbackRate = +(sessionStorage.getItem("sovia:speed") ?? 1);
    const listen = (target, types, listener) => { for (const type of types.split(" ")) target.addEventListener(type, listener, { signal }); };
    listen(video, "play pause seeked timeupdate loadedmetadata durationchange volumechange ratechange ended", () => this.#show());
    listen(video, "play", () => this.#run());
    listen(video, "ended", () => this.#clip.hold());
    listen(video, "click", () => this.#do("play"));
    listen(this, "click", ({ target }) => { if (target.closest("button[type='button']")) this.#do(target.closest("button").dataset.player); });
    listen(this, "input", ({ target }) => this.#set(target.dataset.player, target.value));
    listen(this, "submit", event => saveFrame(event, video));
    listen(document, "keydown", event => this.#key(event));
    preview(this.#part("seek").parentElement, this.dataset.sprite, () => this.#clip.duration, clock, signal);
    this.#show();
  }

  disconnectedCallback() {
    this.#gone.abort();
    this.#video.pause();
  }

  get #video() { return this.querySelector("video"); }
  #part(name) { return this.querySelector(`[data-player="${name}"]`); }

  // Sixty times a second while it plays: a bar that jumps is hard to aim at, and B is not run over.
  #run() {
    if (!this.isConnected || this.#video.paused) return;
    this.#clip.hold();
    this.#place();
    requestAnimationFrame(() => this.#run());
  }

  #place() {
    const { currentTime } = this.#video;
    const { duration } = this.#clip;
    const seek = this.#part("seek");
    seek.value = duration ? currentTime / duration : 0;
    seek.style.setProperty("--at", `${seek.value * 100}%`);
    seek.ariaValueText = `${clock(currentTime)} of ${clock(duration)}`;
    this.querySelector(".player__time b").textContent = clock(currentTime);
  }

  #show() {
    const video = this.#video;
    const { a, b, duration } = this.#clip;
    this.#place();
    this.querySelector(".player__time span").textContent = clock(duration);
    this.classList.toggle("player--playing", !video.paused);
    this.classList.toggle("player--mute", video.muted || video.volume === 0);
    this.#part("play").ariaLabel = video.paused ? "Play" : "Pause";
    this.#part("mute").ariaPressed = String(video.muted);
    this.#part("loop").ariaPressed = String(video.loop);
    this.#part("volume").value = video.muted ? 0 : video.volume;
    this.#part("speed").value = String(video.playbackRate);
    const loop = this.querySelector(".player__loop");
    loop.hidden = a === null || !duration;
    loop.dataset.part = b === null ? "a" : "ab";
    loop.style.setProperty("--a", `${100 * a / duration}%`);
    loop.style.setProperty("--b", `${100 * (b ?? a) / duration}%`);
    this.#part("ab").ariaPressed = String(b !== null);
    this.#part("ab").ariaLabel = a === null ? "Loop from A to B: set A" : b === null ? "Loop from A to B: set B" : "Loop from A to B: off";
  }

  #do(what) {
    const video = this.#video;
    if (what === "play") video.paused ? video.play().catch(() => {}) : video.pause();
    else if (what === "back" || what === "on") this.#clip.step(what === "on" ? 1 : -1);
    else if (what === "frame") this.#part("frame")?.form.requestSubmit();
    else if (what === "ab") this.#clip.mark();
    else if (what === "loop") localStorage.setItem("sovia:loop", video.loop = !video.loop);
    else if (what === "mute") localStorage.setItem("sovia:muted", video.muted = !video.muted);
    else if (what === "slower" || what === "faster") {
      const { options, selectedIndex } = this.#part("speed");
      const next = options[selectedIndex + (what === "faster" ? 1 : -1)];
      if (next) this.#set("speed", next.value);
    }
    this.#show();
  }

  #set(what, value) {
    const video = this.#video;
    if (what === "seek") this.#clip.seek(value * this.#clip.duration);
    else if (what === "speed") {
      video.playbackRate = +value;
      sessionStorage.setItem("sovia:speed", value);
    } else if (what === "volume") {
      video.volume = +value;
      video.muted = false;
      localStorage.setItem("sovia:volume", value);
      localStorage.setItem("sovia:muted", "false");
    }
  }

  #key(event) {
    const what = keys[event.key];
    if (!what || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
    if (event.repeat && !["back", "on"].includes(what)) return;
    // A button under the focus takes the space bar itself.
    if (event.key === " " && event.target.closest("button, a, summary, input, [tabindex='0']")) return;
    event.preventDefault();
    this.#do(what);
  }
}

if (!customElements.get("clip-player")) customElements.define("clip-player", ClipPlayer);
