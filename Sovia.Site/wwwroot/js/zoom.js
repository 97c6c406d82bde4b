// Computes the zoom levels and offsets of an image in its view.
const maxScale = 16;
const clamp = (value, min, max) => Math.min(Math.max(value, min), max);
const isSame = (a, b) => Math.abs(a / b - 1) < 0.02;

/** The scale of an image, where 1 fits the view, and the offset of its centre in pixels. */
export class Zoom {
  scale = 1;
  x = 0;
  y = 0;

  constructor(view) { this.view = view; }

  get picture() { return this.view.querySelector("img"); }
  get isZoomed() { return this.scale > 1.001; }

  /** The size and centre of the image at scale 1, and the scales at which it is 1:1 and fills the view. */
  get frame() {
    const { picture, view } = this;
    const [naturalWidth, naturalHeight] = [picture.naturalWidth || picture.width, picture.naturalHeight || picture.height];
    const fit = Math.min(picture.offsetWidth / naturalWidth, picture.offsetHeight / naturalHeight) || 1;
    const [width, height] = [naturalWidth * fit, naturalHeight * fit];
    return {
      width, height, oneToOne: 1 / devicePixelRatio / fit, fill: Math.max(view.clientWidth / width, view.clientHeight / height),
      left: picture.offsetLeft + picture.offsetWidth / 2, top: picture.offsetTop + picture.offsetHeight / 2,
    };
  }

  /** The distinct scales of fit, 1:1 and fill. */
  get levels() {
    const { oneToOne, fill } = this.frame;
    return [1, oneToOne, fill].filter(level => level > 0.99)
      .reduce((all, level) => all.some(other => isSame(other, level)) ? all : [...all, level], []);
  }

  /** The level after the current scale. */
  get nextLevel() {
    const levels = this.levels;
    return levels[(levels.findIndex(level => isSame(level, this.scale)) + 1) % levels.length];
  }

  /** Zooms around a pointer, or around the middle of the view. */
  zoomTo(scale, point = null) {
    const box = this.view.getBoundingClientRect();
    const frame = this.frame;
    const [x, y] = [(point ? point.clientX - box.left : box.width / 2) - frame.left,
      (point ? point.clientY - box.top : box.height / 2) - frame.top];
    const newScale = clamp(scale, 1, Math.max(maxScale, frame.oneToOne * 2));
    this.x = x - (x - this.x) * newScale / this.scale;
    this.y = y - (y - this.y) * newScale / this.scale;
    this.scale = newScale;
  }

  /** Limits the offset, so that the image covers the view where it can. Returns the frame. */
  constrain() {
    const frame = this.frame;
    const clampOffset = (offset, size, before, after) => !this.isZoomed ? 0
      : size <= before + after ? (after - before) / 2
      : clamp(offset, after - size / 2, size / 2 - before);
    this.x = clampOffset(this.x, frame.width * this.scale, frame.left, this.view.clientWidth - frame.left);
    this.y = clampOffset(this.y, frame.height * this.scale, frame.top, this.view.clientHeight - frame.top);
    return frame;
  }

  /** The zoom with offsets relative to the displayed size, so that it applies to any image. */
  get relative() {
    const { width, height } = this.frame;
    return { scale: this.scale, x: this.x / (width * this.scale), y: this.y / (height * this.scale) };
  }

  set relative({ scale, x, y }) {
    const { width, height } = this.frame;
    [this.scale, this.x, this.y] = [scale, x * width * scale, y * height * scale];
  }
}
