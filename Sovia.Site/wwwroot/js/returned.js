// Updates the gallery on return from a post that was annotated, or that is not the one opened. Loaded by place.js.
const takeItem = name => {
  const value = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  return value;
};

/**
 * Reloads the page if it is stale, and scrolls to the last viewed post.
 * @param {boolean} isPersisted Whether the page comes from the back/forward cache.
 * @param {(id: string) => Element | null} findCard
 */
export function handleReturn(isPersisted, findCard) {
  const changedId = takeItem("sovia:decided");
  // Reloads, because a change may affect any card and its position; the history entry has the scroll position. A page from the
  // HTTP cache is as old as one from the back/forward cache.
  const [navigation] = performance.getEntriesByType("navigation");
  const isCached = navigation?.type === "back_forward" && navigation.transferSize === 0;
  if (changedId && (isPersisted || isCached)) {
    if (sessionStorage.getItem("sovia:seen")) sessionStorage.setItem("sovia:reloaded", "true");
    return location.reload();
  }
  const isReloaded = takeItem("sovia:reloaded");
  const lastSeen = takeItem("sovia:seen");
  // After following a link, the list stays at the top.
  const isReturn = isPersisted || isReloaded || navigation?.type === "back_forward";
  const id = isReturn && lastSeen && new URL(lastSeen).searchParams.get("at");
  if (!id || id === history.state?.at) return;
  const lastCard = findCard(id);
  if (!lastCard) return location.replace(lastSeen);
  lastCard.scrollIntoView({ block: "center", behavior: "instant" });
  lastCard.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}
