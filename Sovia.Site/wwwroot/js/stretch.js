// Keeps the view still while a stretch is put above it, and the keyboard's place when the link it stood on is replaced.
let anchor = null;
let focused = false;

// Walls first: measuring a card lays out its wall.
const isInView = element => element.getBoundingClientRect().bottom > 60;
const firstInView = () => [...document.querySelectorAll(".wall")].filter(isInView).slice(0, 2).flatMap(wall => [...wall.querySelectorAll(".card")]).find(isInView);

document.addEventListener("htmx:beforeSwap", ({ target }) => {
  if (!target.matches?.(".way")) return;
  focused = target.contains(document.activeElement);
  const card = target.matches(".way--up") ? firstInView() : null;
  anchor = card && { card, top: card.getBoundingClientRect().top };
  if (anchor) document.documentElement.style.overflowAnchor = "none";
});

document.addEventListener("htmx:afterSwap", () => {
  if (!anchor) return;
  scrollBy({ top: anchor.card.getBoundingClientRect().top - anchor.top, behavior: "instant" });
  anchor = null;
  requestAnimationFrame(() => { document.documentElement.style.overflowAnchor = ""; });
});

document.addEventListener("htmx:load", ({ target }) => {
  if (!focused || !target.matches(".wall")) return;
  focused = false;
  target.querySelector("a").focus({ preventScroll: true });
});
