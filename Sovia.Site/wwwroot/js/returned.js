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
  // What was decided may have changed any card, and where it stands. The place is in the history entry.
  if (decided && isKept) return location.reload();
  const seen = take("sovia:seen");
  const id = seen && new URL(seen).searchParams.get("at");
  if (!id || id === history.state?.at) return;
  const found = card(id);
  if (!found) return location.replace(seen);
  found.scrollIntoView({ block: "center", behavior: "instant" });
  found.querySelector("a").focus({ preventScroll: true, focusVisible: false });
}
