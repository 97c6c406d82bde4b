// A finger that moves sideways over the stage goes to the next or the previous post; what moves up or down scrolls the page.
const least = 48, slip = 12;
let finger = null;

const shift = by => finger?.stage.style.setProperty("--swipe", `${by}px`);

function drop() {
  finger?.stage.style.removeProperty("--swipe");
  finger = null;
}

document.addEventListener("pointerdown", event => {
  const stage = event.target.closest?.(".stage");
  // Two fingers zoom, and one moves what is zoomed.
  if (finger || !stage || event.pointerType !== "touch" || !event.isPrimary || event.target.closest("a, button, input, select, [data-zoomed], .player__bar")) return drop();
  finger = { id: event.pointerId, stage, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", event => {
  if (event.pointerId !== finger?.id) return;
  const [across, down] = [event.clientX - finger.x, event.clientY - finger.y];
  if (Math.abs(down) > slip && Math.abs(down) > Math.abs(across)) return drop();
  if (Math.abs(across) > slip) shift(across / 2);
});

document.addEventListener("pointerup", event => {
  if (event.pointerId !== finger?.id) return;
  const { stage, x } = finger;
  const across = (event.clientX - x) * (getComputedStyle(stage).direction === "rtl" ? -1 : 1);
  drop();
  if (Math.abs(across) >= least) stage.querySelector(`a[rel="${across < 0 ? "next" : "prev"}"]`)?.click();
});

document.addEventListener("pointercancel", drop);
