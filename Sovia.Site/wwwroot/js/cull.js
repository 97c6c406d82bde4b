// A key a button, and a swipe a mark: left rejects, right picks, up skips.
import { isTyping } from "./typing.js";

const cull = document.getElementById("cull");
const far = 70;
let from = null;

// A key that comes before the next post is there would mark the one before again.
let isGoing = false;
cull?.addEventListener("submit", () => { isGoing = true; });
addEventListener("pageshow", () => { isGoing = false; });

const press = key => {
  if (isGoing) return true;
  const way = [...cull.querySelectorAll("[data-key]")].find(one => one.dataset.key === key && !one.disabled && one.getAttribute("aria-disabled") !== "true");
  way?.click();
  return way !== undefined;
};

// Before all others: z undoes a mark here, and not the last change of the library.
document.addEventListener("keydown", event => {
  if (!cull) return;
  if (event.altKey || event.repeat || isTyping(event.target) || event.target.closest("video")) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "z" && press("z")) event.preventDefault();
    return;
  }
  // Whatever Caps Lock says.
  const key = /^[a-z]$/i.test(event.key) ? event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase() : event.key;
  const field = cull.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  // Enter and the space bar press what has the focus.
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  if (field) field.focus();
  else if (!press(event.key === " " && !event.target.closest("a, button, summary") ? "ArrowRight" : key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

const shown = cull?.querySelector(".cull__post");
shown?.addEventListener("touchstart", event => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
shown?.addEventListener("touchend", event => {
  if (!from || event.target.closest("video, a")) return;
  const to = event.changedTouches[0];
  const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
  from = null;
  if (Math.abs(across) > far && Math.abs(across) > 2 * Math.abs(down)) press(across > 0 ? "p" : "x");
  else if (down < -far && -down > 2 * Math.abs(across)) press("ArrowRight");
}, { passive: true });
