// Shows the time and the sprite frame under the pointer on a seek bar.
const frameCount = 12;

/**
 * @param {HTMLElement} bar
 * @param {string | undefined} sprite Frames from start to end, side by side in one row.
 * @param {() => number} getDuration
 * @param {(seconds: number) => string} formatTime
 * @param {AbortSignal} signal
 */
export function preview(bar, sprite, getDuration, formatTime, signal) {
  const popup = bar.querySelector(".player__preview");
  const [frame, time] = popup.children;
  let image = null;
  let hasFailed = false;

  function loadSprite() {
    if (image || !sprite) return;
    image = Object.assign(new Image(), { src: sprite });
    image.decode().then(() => {
      frame.style.backgroundImage = `url("${sprite}")`;
      popup.dataset.has = "picture";
    }).catch(() => { hasFailed = true; });
  }

  // Retries when the pointer comes again, not at every move.
  bar.addEventListener("pointerenter", () => {
    if (hasFailed) image = null;
    hasFailed = false;
  }, { signal });
  bar.addEventListener("pointermove", event => {
    if (!getDuration()) return;
    loadSprite();
    const box = bar.getBoundingClientRect();
    const fraction = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
    frame.style.backgroundPosition = `${100 * Math.min(frameCount - 1, Math.floor(fraction * frameCount)) / (frameCount - 1)}% 0`;
    time.textContent = formatTime(fraction * getDuration());
    popup.hidden = false;
    // Keeps the popup within the bar.
    const halfWidth = popup.offsetWidth / 2;
    popup.style.setProperty("--x", `${Math.min(Math.max(fraction * box.width, halfWidth), box.width - halfWidth)}px`);
  }, { signal });
  for (const type of ["pointerleave", "pointercancel", "pointerup"]) bar.addEventListener(type, () => { popup.hidden = true; }, { signal });
}
