const most = 16;
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const isSame = (one, other) => Math.abs(one / other - 1) < 0.02;

/** How a picture lies in its view: its scale, told against the picture as it fits, and how far its middle is moved, in pixels. */
export class Zoom {
  scale = 1;
  x = 0;
  y = 0;

  constructor(view) { this.view = view; }

  get picture() { return this.view.querySelector("img"); }
  get isZoomed() { return this.scale > 1.001; }

  /** The picture as it fits, where its middle lies, and the scales at which it is one to one and fills the view. */
  get frame() {
    const { picture, view } = this;
    const [natural, high] = [picture.naturalWidth || picture.width, picture.naturalHeight || picture.height];
    const fit = Math.min(picture.offsetWidth / natural, picture.offsetHeight / high) || 1;
    const [width, height] = [natural * fit, high * fit];
    return {
      width, height, one: 1 / devicePixelRatio / fit, fill: Math.max(view.clientWidth / width, view.clientHeight / height),
      left: picture.offsetLeft + picture.offsetWidth / 2, top: picture.offsetTop + picture.offsetHeight / 2,
    };
  }

  /** Fit, one to one, fill: those that differ. */
  get levels() {
    const { one, fill } = this.frame;
    return [1, one, fill].filter(level => level > 0.99).reduce((all, level) => all.some(other => isSame(other, level)) ? all : [...all, level], []);
  }

  /** The level after this one. */
  get next() {
    const levels = this.levels;
    return levels[(levels.findIndex(level => isSame(level, this.scale)) + 1) % levels.length];
  }

  /** Zooms so that the point under the pointer stays where it is; without a pointer, the middle of the view. */
  to(scale, at = null) {
    const box = this.view.getBoundingClientRect();
    const frame = this.frame;
    const [x, y] = [(at ? at.clientX - box.left : box.width / 2) - frame.left, (at ? at.clientY - box.top : box.height / 2) - frame.top];
    const wanted = clamp(scale, 1, Math.max(most, frame.one * 2));
    this.x = x - (x - this.x) * wanted / this.scale;
    this.y = y - (y - this.y) * wanted / this.scale;
    this.scale = wanted;
  }

  /** Keeps the picture over the view: no edge of it is drawn into a view that it could fill. */
  hold() {
    const frame = this.frame;
    const held = (offset, size, before, after) => !this.isZoomed ? 0 : size <= before + after ? (after - before) / 2 : clamp(offset, after - size / 2, size / 2 - before);
    this.x = held(this.x, frame.width * this.scale, frame.left, this.view.clientWidth - frame.left);
    this.y = held(this.y, frame.height * this.scale, frame.top, this.view.clientHeight - frame.top);
    return frame;
  }

  /** The same for a picture of any size: offsets are told against the size of the picture as it is shown. */
  get kept() {
    const { width, height } = this.frame;
    return { scale: this.scale, x: this.x / (width * this.scale), y: this.y / (height * this.scale) };
  }

  set kept({ scale, x, y }) {
    const { width, height } = this.frame;
    [this.scale, this.x, this.y] = [scale, x * width * scale, y * height * scale];
  }
}
