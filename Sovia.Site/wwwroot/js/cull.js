// Presses buttons by key and swipe: left rejects, right picks, up skips.
import { isTyping } from "./typing.js";

const cull = document.getElementById("cull");
const minSwipeDistance = 70;
let startPoint = null;

// Ignores keys until the next item loads, because they would mark the old one again. Waits at most 3 s, because no event reports a
// cancelled navigation.
const maxWait = 3000;
let isLeaving = false;
cull?.addEventListener("submit", () => {
  isLeaving = true;
  setTimeout(() => { isLeaving = false; }, maxWait);
});
addEventListener("pageshow", () => { isLeaving = false; });

const press = key => {
  if (isLeaving) return true;
  const button = [...cull.querySelectorAll("[data-key]")].find(option => option.dataset.key === key && !option.disabled && option.getAttribute("aria-disabled") !== "true");
  button?.click();
  return button !== undefined;
};

// Runs first, because z undoes a mark here, not the last change of the library.
document.addEventListener("keydown", event => {
  if (!cull) return;
  if (event.altKey || event.repeat || isTyping(event.target) || event.target.closest("video")) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "z" && press("z")) event.preventDefault();
    return;
  }
  // Ignores Caps Lock.
  const key = /^[a-z]$/i.test(event.key) ? event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase() : event.key;
  const field = cull.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  // Enter and the space bar press the focused control.
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  if (field) field.focus();
  else if (!press(event.key === " " && !event.target.closest("a, button, summary") ? "ArrowRight" : key)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

const post = cull?.querySelector(".cull__post");
post?.addEventListener("touchstart", event => { startPoint = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
post?.addEventListener("touchend", event => {
  if (!startPoint || event.target.closest("video, a")) return;
  const endPoint = event.changedTouches[0];
  const [deltaX, deltaY] = [endPoint.clientX - startPoint.clientX, endPoint.clientY - startPoint.clientY];
  startPoint = null;
  if (Math.abs(deltaX) > minSwipeDistance && Math.abs(deltaX) > 2 * Math.abs(deltaY)) press(deltaX > 0 ? "p" : "x");
  else if (deltaY < -minSwipeDistance && -deltaY > 2 * Math.abs(deltaX)) press("ArrowRight");
}, { passive: true });
