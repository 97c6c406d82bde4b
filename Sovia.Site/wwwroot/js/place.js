// Saves the scroll position in the history entry when leaving the gallery, so that Back shows the same card at the same height.
// Also scrolls a page from WebKit's back/forward cache, which starts at the top.
const findCard = id => document.querySelector(`article[data-post-id="${CSS.escape(id)}"]`);
const findFirstCard = month =>
  [...document.querySelectorAll(".card")].find(card => card.querySelector("time")?.dataset.day?.startsWith(month));
const getTop = element => element.getBoundingClientRect().top;
const isBelowBar = element => element.getBoundingClientRect().bottom > 52;

// Filters walls first, because measuring a card lays out its wall.
const findFirstVisible = () => [...document.querySelectorAll(".wall")].filter(isBelowBar).slice(0, 2)
  .flatMap(wall => [...wall.querySelectorAll(".card")]).find(isBelowBar);

function savePosition(at, top, isOpened) {
  const url = new URL(location.href);
  for (const name of ["after", "before", "at"]) url.searchParams.delete(name);
  if (at) url.searchParams.set("at", at);
  url.hash = "";
  const neighbours = findCard(at)?.matches(".card") && [findCard(at).nextElementSibling, findCard(at).previousElementSibling].map(card => card?.dataset.postId);
  const state = at ? { at, top, opened: isOpened, beside: neighbours } : null;
  if (state) document.dispatchEvent(new CustomEvent("sovia:left", { detail: state }));
  history.replaceState(state, "", url);
  history.scrollRestoration = at ? "manual" : "auto";
}

// Saves the position of the first visible card when no card was clicked; clears it at the top of the list.
function saveFirstVisible() {
  const card = scrollY > 0 || document.querySelector(".way--up") ? findFirstVisible() : null;
  if (card) savePosition(card.dataset.postId, getTop(card.querySelector("a")), false);
  else if (history.state?.at) savePosition(null);
}

const isLeaving = ({ href, target, origin, pathname, search }) =>
  href && (!target || target === "_self") && origin === location.origin && !(href.includes("#") && pathname === location.pathname && search === location.search);

// Listens to the document, because links and forms of the frame leave the gallery too.
document.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const card = link.closest("article[data-post-id]:not(:has(dialog))");
  if (card) savePosition(card.dataset.postId, getTop(link), true);
  else if (isLeaving(link) && !link.hasAttribute("download")) saveFirstVisible();
});

document.addEventListener("submit", event => { if (!event.defaultPrevented) saveFirstVisible(); });
document.addEventListener("sovia:leave", saveFirstVisible);

function scrollCardTo(card, top) {
  scrollBy({ top: getTop(card) - top, behavior: "instant" });
}

function restorePosition() {
  // Takes the last `at` that is not blank, as the server does.
  const { at = new URLSearchParams(location.search).getAll("at").findLast(value => value.trim()), top, opened: isOpened = true, beside: neighbours } = history.state ?? {};
  const isMonth = /^\d{4}-\d\d(-\d\d)?$/.test(at);
  // Falls back to a neighbour if the card has left the list.
  const card = at && (isMonth ? findFirstCard(at) : [at, ...neighbours || []].map(id => id && findCard(id)).find(Boolean));
  if (!card) return;
  scrollCardTo(card, top ?? (isMonth ? 72 : Math.max(72, (innerHeight - card.offsetHeight) / 2)));
  if (isOpened) card.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}

// Prefers the opened card, so that it keeps its position after the phone was rotated.
function findAnchor() {
  const card = history.state?.opened && findCard(history.state.at);
  return card && isBelowBar(card) && getTop(card) < innerHeight ? card : findFirstVisible();
}

let anchor = null;
addEventListener("pagehide", () => {
  const card = findAnchor();
  anchor = card && { card, top: getTop(card) };
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && anchor?.card.isConnected) scrollCardTo(anchor.card, anchor.top);
  if (sessionStorage["sovia:seen"] || sessionStorage["sovia:decided"]) import("./returned.js").then(({ handleReturn }) => handleReturn(persisted, findCard));
});

// Shows the explicit URL, because scripts read the URL and the short one omits preferences.
const explicitLink = document.getElementById("named");
if (explicitLink) history.replaceState(history.state, "", explicitLink.href + location.hash);

restorePosition();
