// Steps through the frames of a video and loops a part of it.
const defaultRate = 24;
const clamp = (value, min, max) => Math.min(Math.max(value, min), max);

/** Frame steps and an A-B loop for a video. */
export class Clip {
  #shownTime = null;

  /** Start and end of the loop in seconds; null if not set. */
  a = null;
  b = null;

  /**
   * @param {HTMLVideoElement} video
   * @param {number} rate Frames per second, from the file.
   */
  constructor(video, rate) {
    this.video = video;
    this.rate = rate > 0 ? rate : defaultRate;
    this.#trackFrames();
  }

  get duration() { return Number.isFinite(this.video.duration) ? this.video.duration : 0; }

  // Records the time of the shown frame, if the browser reports it.
  #trackFrames() {
    this.video.requestVideoFrameCallback?.((_, { mediaTime }) => {
      this.#shownTime = mediaTime;
      this.#trackFrames();
    });
  }

  /** Index of the shown frame, from 0. */
  get frame() {
    const { currentTime } = this.video;
    const isFresh = this.#shownTime !== null && Math.abs(this.#shownTime - currentTime) < 1.5 / this.rate;
    return isFresh ? Math.round(this.#shownTime * this.rate) : Math.floor(currentTime * this.rate + 0.01);
  }

  /** Seeks to the middle of a frame, so that rounding cannot show its neighbour. */
  step(frames) {
    this.video.pause();
    this.seek((this.frame + frames + 0.5) / this.rate);
  }

  seek(seconds) {
    this.#shownTime = null;
    this.video.currentTime = clamp(seconds, 0, Math.max(0, this.duration - 0.25 / this.rate));
  }

  /** Sets A, then B, then clears both. Swaps them if B is before A. */
  mark() {
    const time = this.video.currentTime;
    if (this.a === null) this.a = time;
    else if (this.b === null && Math.abs(time - this.a) >= 1 / this.rate) [this.a, this.b] = [Math.min(this.a, time), Math.max(this.a, time)];
    else this.a = this.b = null;
    if (this.b !== null) this.seek(this.a);
  }

  /** Returns to A once B is reached. */
  hold() {
    const { currentTime, ended } = this.video;
    if (this.b === null || !(currentTime >= this.b || ended || currentTime < this.a - 0.5)) return;
    this.video.currentTime = this.a;
    if (ended) this.video.play().catch(() => {});
  }
}
