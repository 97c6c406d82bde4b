// Leaving the gallery for a post writes the place into the gallery's own history entry, so that Back finds the same
// card at the same height, even where the browser has to load the page again.
const card = id => document.querySelector(`article[data-post-id="${CSS.escape(id)}"]`);
const firstOf = month => [...document.querySelectorAll(".card")].find(card => card.querySelector("time")?.dataset.day?.startsWith(month));

document.addEventListener("click", event => {
  const link = event.target.closest("article[data-post-id] a");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const { postId: at } = link.closest("article").dataset;
  const url = new URL(location.href);
  for (const other of ["after", "before"]) url.searchParams.delete(other);
  url.searchParams.set("at", at);
  url.hash = "";
  history.replaceState({ at, top: link.getBoundingClientRect().top }, "", url);
  history.scrollRestoration = "manual";
});

function restore() {
  const at = history.state?.at ?? new URLSearchParams(location.search).get("at");
  const isMonth = /^\d{4}-\d\d(-\d\d)?$/.test(at);
  const found = at && (isMonth ? firstOf(at) : card(at));
  if (!found) return;
  const top = history.state?.top ?? (isMonth ? 72 : Math.max(72, (innerHeight - found.offsetHeight) / 2));
  scrollBy({ top: found.getBoundingClientRect().top - top, behavior: "instant" });
  found.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}

restore();
