// Closing a post that was opened from the gallery goes back to it, which finds it exactly as it was left; Escape closes
// too. From anywhere else the link leads to the post's own place.
const close = document.querySelector(".stage__go--back");

const cameFromGallery = () => {
  if (!document.referrer || history.length < 2) return false;
  const { origin, pathname } = new URL(document.referrer);
  return origin === location.origin && pathname === "/";
};

close?.addEventListener("click", event => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || !cameFromGallery()) return;
  event.preventDefault();
  history.back();
});

if (close) document.addEventListener("keydown", event => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Escape" && !event.defaultPrevented && !typing && !document.fullscreenElement && !document.querySelector(":popover-open")) close.click();
});
