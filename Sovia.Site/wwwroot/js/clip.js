const usual = 24;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** What is done with a video beyond playing it: frame by frame, and a part of it over and over. */
export class Clip {
  #shown = null;

  /** Where the part begins and ends that is played over and over, in seconds; null where that is not set. */
  a = null;
  b = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {number} rate Frames a second, as the file says.
   */
  constructor(video, rate) {
    this.video = video;
    this.rate = rate > 0 ? rate : usual;
    this.#watch();
  }

  get duration() { return Number.isFinite(this.video.duration) ? this.video.duration : 0; }

  // The browser tells which frame it shows; where it does not, the time has to do.
  #watch() {
    this.video.requestVideoFrameCallback?.((_, { mediaTime }) => {
      this.#shown = mediaTime;
      this.#watch();
    });
  }

  /** The number of the frame that is shown, from 0. */
  get frame() {
    const { currentTime } = this.video;
    const isFresh = this.#shown !== null && Math.abs(this.#shown - currentTime) < 1.5 / this.rate;
    return isFresh ? Math.round(this.#shown * this.rate) : Math.floor(currentTime * this.rate + 0.01);
  }

  /** Shows another frame: in its middle, where no rounding leads to the one beside it. */
  step(by) {
    this.video.pause();
    this.seek((this.frame + by + 0.5) / this.rate);
  }

  seek(seconds) {
    this.#shown = null;
    this.video.currentTime = clamp(seconds, 0, Math.max(0, this.duration - 0.25 / this.rate));
  }

  /** Sets A, then B, then neither. An end before the beginning changes places with it. */
  mark() {
    const now = this.video.currentTime;
    if (this.a === null) this.a = now;
    else if (this.b === null && Math.abs(now - this.a) >= 1 / this.rate) [this.a, this.b] = [Math.min(this.a, now), Math.max(this.a, now)];
    else this.a = this.b = null;
    if (this.b !== null) this.seek(this.a);
  }

  /** Goes back to A once B is reached. */
  hold() {
    const { currentTime, ended } = this.video;
    if (this.b === null || !(currentTime >= this.b || ended || currentTime < this.a - 0.5)) return;
    this.video.currentTime = this.a;
    if (ended) this.video.play().catch(() => {});
  }
}
