// <card-wall>: plays a family's first video over its cover on hover, on focus, or while a finger holds the card.
// Muted, one at a time, only saved files; off if the user wants less motion or data.
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const isPreviewOff = () => reducedMotion.matches || navigator.connection?.saveData === true;
const findLink = target => target.closest("[data-preview]");
let activeVideo = null;
let startTimer = 0;
// The touch on a card with a preview, and the link whose preview has played during it.
let touch = null;
let playedLink = null;

function stopPreview() {
  clearTimeout(startTimer);
  if (!activeVideo) return;
  activeVideo.pause();
  activeVideo.removeAttribute("src");
  activeVideo.remove();
  activeVideo = null;
}

function startPreview(link) {
  const video = document.createElement("video");
  Object.assign(video, { muted: true, loop: true, playsInline: true, src: link.dataset.preview, tabIndex: -1 });
  video.setAttribute("aria-hidden", "true");
  video.addEventListener("playing", () => {
    video.style.opacity = 1;
    if (touch?.link === link) playedLink = link;
  }, { once: true });
  video.className = "card__preview";
  link.querySelector(".card__marks").before(video);
  activeVideo = video;
  video.play().catch(() => video === activeVideo && stopPreview());
}

function scheduleStart(link, delay) {
  stopPreview();
  if (!isPreviewOff()) startTimer = setTimeout(startPreview, delay, link);
}

function onOver(event) {
  const link = findLink(event.target);
  if (link && !link.contains(event.relatedTarget) && event.pointerType !== "touch" && !event.ctrlKey) scheduleStart(link, 100);
}

function onOut(event) {
  const link = findLink(event.target);
  if (link && event.pointerType !== "touch" && !link.contains(event.relatedTarget)) stopPreview();
}

// Holding a finger still plays the preview, and lifting it opens nothing. Moving it scrolls.
const holdDelay = 350, maxMove = 10;

function onDown(event) {
  playedLink = touch = null;
  if (event.pointerType !== "touch") return;
  stopPreview();
  const link = findLink(event.target);
  if (!link || !event.isPrimary || isPreviewOff()) return;
  touch = { link, x: event.clientX, y: event.clientY };
  startTimer = setTimeout(startPreview, holdDelay, link);
}

function endTouch({ pointerType }) {
  if (pointerType !== "touch") return;
  touch = null;
  stopPreview();
}

function onMove(event) {
  if (touch && Math.hypot(event.clientX - touch.x, event.clientY - touch.y) > maxMove) endTouch(event);
}

function onUp(event) {
  const tappedLink = touch?.isMenuBlocked && playedLink !== touch.link && touch.link;
  endTouch(event);
  // Clicks by script, because the browser sends no click after a long press.
  if (tappedLink) tappedLink.click();
}

// Blocks the browser's menu, because it would end the touch. Without a preview, a long press still opens it.
function onMenu(event) {
  if (!touch?.link.contains(event.target)) return;
  touch.isMenuBlocked = true;
  event.preventDefault();
}

function onClick(event) {
  if (event.detail && playedLink?.contains(event.target)) event.preventDefault();
  playedLink = null;
}

class CardWall extends HTMLElement {
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const listen = (type, listener, capture = false) => this.addEventListener(type, listener, { signal, capture });
    listen("pointerover", onOver);
    listen("pointerout", onOut);
    listen("focusin", ({ target }) => { if (findLink(target)?.matches(":focus-visible")) scheduleStart(target, 100); });
    listen("focusout", ({ target }) => { if (findLink(target)) stopPreview(); });
    listen("pointerdown", onDown);
    listen("pointermove", onMove);
    listen("pointerup", onUp);
    listen("pointercancel", endTouch);
    listen("contextmenu", onMenu);
    listen("click", onClick, true);
  }

  disconnectedCallback() {
    this.#controller.abort();
    stopPreview();
  }
}

if (!customElements.get("card-wall")) customElements.define("card-wall", CardWall);

// Stops playback when the page enters the back/forward cache.
addEventListener("pagehide", stopPreview);
