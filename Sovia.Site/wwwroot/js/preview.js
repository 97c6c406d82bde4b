// Plays a family's first video over its cover after a short rest of the pointer: silent, one at a time, only local bytes.
const still = matchMedia("(prefers-reduced-motion: reduce)");
let playing = null;
let waiting = 0;

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

document.addEventListener("pointerover", event => {
  const link = event.target.closest?.("[data-preview]");
  if (!link?.dataset.preview || link.contains(event.relatedTarget) || event.pointerType === "touch" || still.matches) return;
  stop();
  waiting = setTimeout(start, 100, link);
});

document.addEventListener("pointerout", event => {
  const link = event.target.closest?.("[data-preview]");
  if (link && !link.contains(event.relatedTarget)) stop();
});

addEventListener("pagehide", stop);
