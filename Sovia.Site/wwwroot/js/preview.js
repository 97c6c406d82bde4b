// Plays a family's first video over its cover: after a short rest of the pointer or the focus, or while a finger holds it.
// Silent, one at a time, only local bytes; not where motion or data are to be saved.
const still = matchMedia("(prefers-reduced-motion: reduce)");
const isSaving = () => still.matches || navigator.connection?.saveData === true;
const linkOf = target => target.closest?.("[data-preview]");
let playing = null;
let waiting = 0;
// The finger that is down on a card with a preview, and the card whose preview has played under it.
let finger = null;
let held = null;

function stop() {
  clearTimeout(waiting);
  if (!playing) return;
  playing.pause();
  playing.removeAttribute("src");
  playing.remove();
  playing = null;
}

function start(link) {
  const video = document.createElement("video");
  Object.assign(video, { muted: true, loop: true, playsInline: true, src: link.dataset.preview, tabIndex: -1 });
  video.setAttribute("aria-hidden", "true");
  video.addEventListener("playing", () => {
    video.style.opacity = 1;
    if (finger?.link === link) held = link;
  }, { once: true });
  video.className = "card__preview";
  link.querySelector(".card__marks").before(video);
  playing = video;
  video.play().catch(() => video === playing && stop());
}

function startSoon(link, after) {
  stop();
  if (!isSaving()) waiting = setTimeout(start, after, link);
}

document.addEventListener("pointerover", event => {
  const link = linkOf(event.target);
  if (!link || link.contains(event.relatedTarget) || event.pointerType === "touch" || event.ctrlKey) return;
  startSoon(link, 100);
});

document.addEventListener("pointerout", event => {
  const link = linkOf(event.target);
  if (link && event.pointerType !== "touch" && !link.contains(event.relatedTarget)) stop();
});

document.addEventListener("focusin", ({ target }) => { if (linkOf(target)?.matches(":focus-visible")) startSoon(target, 100); });
document.addEventListener("focusout", ({ target }) => { if (linkOf(target)) stop(); });

// A resting finger plays; what has played is not opened when it leaves. A moving one scrolls.
const rest = 350, slip = 10;

document.addEventListener("pointerdown", event => {
  held = finger = null;
  if (event.pointerType !== "touch") return;
  stop();
  const link = linkOf(event.target);
  if (!link || !event.isPrimary || isSaving()) return;
  finger = { link, x: event.clientX, y: event.clientY };
  waiting = setTimeout(start, rest, link);
});

function lift({ pointerType }) {
  if (pointerType !== "touch") return;
  finger = null;
  stop();
}

document.addEventListener("pointercancel", lift);
document.addEventListener("pointerup", event => {
  const opens = finger?.isMenuKept && held !== finger.link && finger.link;
  lift(event);
  // A press that would have brought the menu is no tap to the browser.
  if (opens) opens.click();
});
document.addEventListener("pointermove", event => {
  if (finger && Math.hypot(event.clientX - finger.x, event.clientY - finger.y) > slip) lift(event);
});

// The browser's own menu would take the finger away from a preview; where there is none, a long press still brings it.
document.addEventListener("contextmenu", event => {
  if (!finger?.link.contains(event.target)) return;
  finger.isMenuKept = true;
  event.preventDefault();
});
document.addEventListener("click", event => {
  if (event.detail && held?.contains(event.target)) event.preventDefault();
  held = null;
}, true);

addEventListener("pagehide", stop);
