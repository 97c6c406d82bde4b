// Opens the next or previous post on a horizontal swipe over the stage. Vertical swipes scroll the page.
const minDistance = 48, touchSlop = 12;
let swipe = null;

const setOffset = offset => swipe?.stage.style.setProperty("--swipe", `${offset}px`);

function reset() {
  swipe?.stage.style.removeProperty("--swipe");
  swipe = null;
}

document.addEventListener("pointerdown", event => {
  const stage = event.target.closest?.(".stage");
  // Two fingers zoom, and one pans a zoomed image.
  if (swipe || !stage || event.pointerType !== "touch" || !event.isPrimary || event.target.closest("a, button, input, select, [data-zoomed], .player__bar")) return reset();
  swipe = { id: event.pointerId, stage, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", event => {
  if (event.pointerId !== swipe?.id) return;
  const [dx, dy] = [event.clientX - swipe.x, event.clientY - swipe.y];
  if (Math.abs(dy) > touchSlop && Math.abs(dy) > Math.abs(dx)) return reset();
  if (Math.abs(dx) > touchSlop) setOffset(dx / 2);
});

document.addEventListener("pointerup", event => {
  if (event.pointerId !== swipe?.id) return;
  const { stage, x } = swipe;
  const dx = (event.clientX - x) * (getComputedStyle(stage).direction === "rtl" ? -1 : 1);
  reset();
  if (Math.abs(dx) >= minDistance) stage.querySelector(`a[rel="${dx < 0 ? "next" : "prev"}"]`)?.click();
});

document.addEventListener("pointercancel", reset);
