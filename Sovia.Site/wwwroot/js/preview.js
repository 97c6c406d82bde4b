// Plays a family's first video over its cover: after a short rest of the pointer or the focus, or while a finger holds it.
// Silent, one at a time, only local bytes; not where motion or data are to be saved.
const still = matchMedia("(prefers-reduced-motion: reduce)");
const isSaving = () => still.matches || navigator.connection?.saveData === true;
const linkOf = target => target.closest?.("[data-preview]");
let playing = null;
let waiting = 0;
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
  video.addEventListener("playing", () => { video.style.opacity = 1; }, { once: true });
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

// A finger that rests plays; one that moves scrolls, and the browser then takes the pointer away. What was held is not opened.
document.addEventListener("pointerdown", event => {
  held = null;
  const link = event.pointerType === "touch" && linkOf(event.target);
  if (!link || isSaving()) return;
  stop();
  waiting = setTimeout(() => { held = link; start(link); }, 180);
});
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, event => event.pointerType === "touch" && stop());
document.addEventListener("contextmenu", event => { if (held?.contains(event.target) && playing) event.preventDefault(); });
document.addEventListener("click", event => {
  if (held?.contains(event.target)) event.preventDefault();
  held = null;
}, true);

addEventListener("pagehide", stop);
