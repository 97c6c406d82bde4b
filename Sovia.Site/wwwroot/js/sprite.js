const frames = 12;

/**
 * Shows what lies under the pointer on a bar: a frame of the sprite, where there is one, and the time.
 * @param {HTMLElement} bar
 * @param {string | undefined} sprite Frames from start to end, side by side in one row.
 * @param {() => number} duration
 * @param {(seconds: number) => string} clock
 * @param {AbortSignal} signal
 */
export function preview(bar, sprite, duration, clock, signal) {
  const shown = bar.querySelector(".player__preview");
  const [picture, time] = shown.children;
  let asked = null;

  function ask() {
    if (asked || !sprite) return;
    asked = Object.assign(new Image(), { src: sprite });
    asked.decode().then(() => {
      picture.style.backgroundImage = `url("${sprite}")`;
      shown.dataset.has = "picture";
    }).catch(() => {});
  }

  bar.addEventListener("pointermove", event => {
    if (!duration()) return;
    ask();
    const box = bar.getBoundingClientRect();
    const part = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
    picture.style.backgroundPosition = `${100 * Math.min(frames - 1, Math.floor(part * frames)) / (frames - 1)}% 0`;
    time.textContent = clock(part * duration());
    shown.hidden = false;
    // No part of it leaves the bar.
    const half = shown.offsetWidth / 2;
    shown.style.setProperty("--x", `${Math.min(Math.max(part * box.width, half), box.width - half)}px`);
  }, { signal });
  for (const type of ["pointerleave", "pointercancel", "pointerup"]) bar.addEventListener(type, () => { shown.hidden = true; }, { signal });
}
