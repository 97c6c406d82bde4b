// Loaded by the gallery when somebody returns to it from a post where something was decided, or from another post than was opened.
const take = name => {
  const value = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return value;
};

/**
 * Brings up to date what the browser kept, and shows the post that was seen last.
 * @param {boolean} isKept Whether the page is the one that was left, and not loaded anew.
 * @param {(id: string) => Element | null} card
 */
export function returned(isKept, card) {
  const decided = take("sovia:decided");
  // What was decided may have changed any card, and where it stands. The place is in the history entry. A page that comes from the
  // browser's cache is as old as one that was kept.
  const [navigation] = performance.getEntriesByType("navigation");
  const isCached = navigation?.type === "back_forward" && navigation.transferSize === 0;
  if (decided && (isKept || isCached)) {
    if (sessionStorage.getItem("sovia:seen")) sessionStorage.setItem("sovia:reloaded", "true");
    return location.reload();
  }
  const isReloaded = take("sovia:reloaded");
  const seen = take("sovia:seen");
  // Whoever comes by a link meant the top of the list.
  const isReturn = isKept || isReloaded || navigation?.type === "back_forward";
  const id = isReturn && seen && new URL(seen).searchParams.get("at");
  if (!id || id === history.state?.at) return;
  const found = card(id);
  if (!found) return location.replace(seen);
  found.scrollIntoView({ block: "center", behavior: "instant" });
  found.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}
