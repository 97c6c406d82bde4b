// Opens the filter panel and focuses it. Returns whether this page has one.
export function openPanel() {
  const panel = document.getElementById("panel");
  if (!panel) return false;
  panel.open = true;
  panel.querySelector("summary").focus();
  return true;
}
