// Defines <clip-player>, which adds controls below a video: frame steps, an A-B loop, speed, and previews along the seek bar.
// Remembers the volume, muting and looping across videos, and the speed for the session.
import { Clip } from "./clip.js";
import { saveFrame } from "./frame.js";
import { preview } from "./sprite.js";
import { isTyping } from "./typing.js";

const pad = number => String(number).padStart(2, "0");
const formatTime = seconds => `${Math.floor(seconds / 60)}:${pad(Math.floor(seconds % 60))}.${pad(Math.floor(seconds % 1 * 100))}`;
const actions = { " ": "play", k: "play", ",": "back", ".": "on", a: "ab", r: "loop", m: "mute", s: "frame", "<": "slower", ">": "faster" };

class ClipPlayer extends HTMLElement {
  #clip = null;
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const video = this.#video;
    this.#clip = new Clip(video, +this.dataset.rate);
    video.controls = false;
    video.volume = +(localStorage.getItem("sovia:volume") ?? 1);
    // Mutes autoplay, or turns it off for less motion or data.
    const isAutoplayOff = matchMedia("(prefers-reduced-motion: reduce)").matches || navigator.connection?.saveData === true;
    if (video.autoplay && isAutoplayOff) {
      video.autoplay = false;
      video.pause();
    }
    video.muted = video.autoplay || localStorage.getItem("sovia:muted") === "true";
    video.loop = localStorage.getItem("sovia:loop") === "true";
    video.playbackRate = +(sessionStorage.getItem("sovia:speed") ?? 1);
    const listen = (target, types, listener) => { for (const type of types.split(" ")) target.addEventListener(type, listener, { signal }); };
    listen(video, "play pause seeked timeupdate loadedmetadata durationchange volumechange ratechange ended", () => this.#update());
    listen(video, "play", () => this.#animate());
    listen(video, "ended", () => this.#clip.hold());
    listen(video, "click", () => this.#perform("play"));
    listen(this, "click", ({ target }) => { if (target.closest("button[type='button']")) this.#perform(target.closest("button").dataset.player); });
    listen(this, "input", ({ target }) => this.#setValue(target.dataset.player, target.value));
    listen(this, "submit", event => saveFrame(event, video));
    listen(document, "keydown", event => this.#handleKey(event));
    preview(this.#find("seek").parentElement, this.dataset.sprite, () => this.#clip.duration, formatTime, signal);
    this.#update();
  }

  disconnectedCallback() {
    this.#controller.abort();
    this.#video.pause();
  }

  get #video() { return this.querySelector("video"); }
  #find(name) { return this.querySelector(`[data-player="${name}"]`); }

  // Updates on every animation frame, so that the bar moves smoothly and the loop ends at B.
  #animate() {
    if (!this.isConnected || this.#video.paused) return;
    this.#clip.hold();
    this.#updateTime();
    requestAnimationFrame(() => this.#animate());
  }

  #updateTime() {
    const { currentTime } = this.#video;
    const { duration } = this.#clip;
    const seek = this.#find("seek");
    seek.value = duration ? currentTime / duration : 0;
    seek.style.setProperty("--at", `${seek.value * 100}%`);
    seek.ariaValueText = `${formatTime(currentTime)} of ${formatTime(duration)}`;
    this.querySelector(".player__time b").textContent = formatTime(currentTime);
  }

  #update() {
    const video = this.#video;
    const { a, b, duration } = this.#clip;
    this.#updateTime();
    this.querySelector(".player__time span").textContent = formatTime(duration);
    this.classList.toggle("player--playing", !video.paused);
    this.classList.toggle("player--mute", video.muted || video.volume === 0);
    this.#find("play").ariaLabel = video.paused ? "Play" : "Pause";
    this.#find("mute").ariaPressed = String(video.muted);
    this.#find("loop").ariaPressed = String(video.loop);
    this.#find("volume").value = video.muted ? 0 : video.volume;
    this.#find("speed").value = String(video.playbackRate);
    const loop = this.querySelector(".player__loop");
    loop.hidden = a === null || !duration;
    loop.dataset.part = b === null ? "a" : "ab";
    loop.style.setProperty("--a", `${100 * a / duration}%`);
    loop.style.setProperty("--b", `${100 * (b ?? a) / duration}%`);
    this.#find("ab").ariaPressed = String(b !== null);
    this.#find("ab").ariaLabel = a === null ? "Loop from A to B: set A" : b === null ? "Loop from A to B: set B" : "Loop from A to B: off";
  }

  #perform(action) {
    const video = this.#video;
    if (action === "play") video.paused ? video.play().catch(() => {}) : video.pause();
    else if (action === "back" || action === "on") this.#clip.step(action === "on" ? 1 : -1);
    else if (action === "frame") this.#find("frame")?.form.requestSubmit();
    else if (action === "ab") this.#clip.mark();
    else if (action === "loop") localStorage.setItem("sovia:loop", video.loop = !video.loop);
    else if (action === "mute") localStorage.setItem("sovia:muted", video.muted = !video.muted);
    else if (action === "slower" || action === "faster") {
      const { options, selectedIndex } = this.#find("speed");
      const next = options[selectedIndex + (action === "faster" ? 1 : -1)];
      if (next) this.#setValue("speed", next.value);
    }
    this.#update();
  }

  #setValue(control, value) {
    const video = this.#video;
    if (control === "seek") this.#clip.seek(value * this.#clip.duration);
    else if (control === "speed") {
      video.playbackRate = +value;
      sessionStorage.setItem("sovia:speed", value);
    } else if (control === "volume") {
      video.volume = +value;
      video.muted = false;
      localStorage.setItem("sovia:volume", value);
      localStorage.setItem("sovia:muted", "false");
    }
  }

  #handleKey(event) {
    const action = actions[event.key];
    if (!action || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target, "[type='range']")) return;
    if (event.repeat && !["back", "on"].includes(action)) return;
    // A focused control handles the space bar itself.
    if (event.key === " " && event.target.closest("button, a, summary, input, [tabindex='0']")) return;
    event.preventDefault();
    this.#perform(action);
  }
}

if (!customElements.get("clip-player")) customElements.define("clip-player", ClipPlayer);
