// Keeps the scroll position when a page of cards is inserted above, and the focus when its link is replaced.
const main = document.getElementById("main");
let anchor = null;
let hadFocus = false;

// Checks walls first: measuring a card lays out its wall.
const isInView = element => element.getBoundingClientRect().bottom > 60;
const findFirstInView = () => [...document.querySelectorAll(".wall")].filter(isInView).slice(0, 2).flatMap(wall => [...wall.querySelectorAll(".card")]).find(isInView);

main?.addEventListener("htmx:beforeSwap", ({ target }) => {
  if (!target.matches?.(".way")) return;
  hadFocus = target.contains(document.activeElement);
  const card = target.matches(".way--up") ? findFirstInView() : null;
  anchor = card && { card, top: card.getBoundingClientRect().top };
  if (anchor) document.documentElement.style.overflowAnchor = "none";
});

main?.addEventListener("htmx:afterSwap", () => {
  if (!anchor) return;
  scrollBy({ top: anchor.card.getBoundingClientRect().top - anchor.top, behavior: "instant" });
  anchor = null;
  requestAnimationFrame(() => { document.documentElement.style.overflowAnchor = ""; });
});

main?.addEventListener("htmx:load", ({ target }) => {
  if (!hadFocus || !target.matches(".wall")) return;
  hadFocus = false;
  target.querySelector("a").focus({ preventScroll: true });
});
