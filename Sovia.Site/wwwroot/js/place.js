// Saves the place in the history entry when the gallery is left, so that Back finds the same card at the same height. A page
// that WebKit kept whole comes back at its top and is scrolled too.
const card = id => document.querySelector(`article[data-post-id="${CSS.escape(id)}"]`);
const firstOf = month => [...document.querySelectorAll(".card")].find(card => card.querySelector("time")?.dataset.day?.startsWith(month));
const topOf = element => element.getBoundingClientRect().top;
const isBelowBar = element => element.getBoundingClientRect().bottom > 52;

// Walls first: measuring a card lays out its wall.
const firstInView = () => [...document.querySelectorAll(".wall")].filter(isBelowBar).slice(0, 2)
  .flatMap(wall => [...wall.querySelectorAll(".card")]).find(isBelowBar);

function write(at, top, opened) {
  const url = new URL(location.href);
  for (const other of ["after", "before", "at"]) url.searchParams.delete(other);
  if (at) url.searchParams.set("at", at);
  url.hash = "";
  const beside = card(at)?.matches(".card") && [card(at).nextElementSibling, card(at).previousElementSibling].map(other => other?.dataset.postId);
  const state = at ? { at, top, opened, beside } : null;
  if (state) document.dispatchEvent(new CustomEvent("sovia:left", { detail: state }));
  history.replaceState(state, "", url);
  history.scrollRestoration = at ? "manual" : "auto";
}

// Left by something else than a card, the place is that of the first card in view; at the top of the list there is none to keep.
function keep() {
  const first = scrollY > 0 || document.querySelector(".way--up") ? firstInView() : null;
  if (first) write(first.dataset.postId, topOf(first.querySelector("a")), false);
  else if (history.state?.at) write(null);
}

const isLeaving = ({ href, target, origin, pathname, search }) =>
  href && (!target || target === "_self") && origin === location.origin && !(href.includes("#") && pathname === location.pathname && search === location.search);

document.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const opened = link.closest("article[data-post-id]:not(:has(dialog))");
  if (opened) write(opened.dataset.postId, topOf(link), true);
  else if (isLeaving(link) && !link.hasAttribute("download")) keep();
});

document.addEventListener("submit", event => { if (!event.defaultPrevented) keep(); });
document.addEventListener("sovia:leave", keep);

function settle(found, top) {
  scrollBy({ top: topOf(found) - top, behavior: "instant" });
}

function restore() {
  // Of several places the server takes the last that says anything.
  const { at = new URLSearchParams(location.search).getAll("at").findLast(value => value.trim()), top, opened = true, beside } = history.state ?? {};
  const isMonth = /^\d{4}-\d\d(-\d\d)?$/.test(at);
  // What has left the list meanwhile is stood for by its neighbour.
  const found = at && (isMonth ? firstOf(at) : [at, ...beside || []].map(id => id && card(id)).find(Boolean));
  if (!found) return;
  settle(found, top ?? (isMonth ? 72 : Math.max(72, (innerHeight - found.offsetHeight) / 2)));
  if (opened) found.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}

// The opened card keeps its place after the phone was turned.
function anchor() {
  const opened = history.state?.opened && card(history.state.at);
  return opened && isBelowBar(opened) && topOf(opened) < innerHeight ? opened : firstInView();
}

let left = null;
addEventListener("pagehide", () => {
  const found = anchor();
  left = found && { found, top: topOf(found) };
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && left?.found.isConnected) settle(left.found, left.top);
  if (sessionStorage["sovia:seen"] || sessionStorage["sovia:decided"]) import("./returned.js").then(({ returned }) => returned(persisted, card));
});

// Scripts read addresses, and this one may leave something to what the user prefers.
const named = document.getElementById("named");
if (named) history.replaceState(history.state, "", named.href + location.hash);

restore();
