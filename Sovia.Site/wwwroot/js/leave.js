// Closing a post that was opened from the gallery goes back to it, however many posts were paged through, and it is found exactly as
// it was left; Escape closes too. From anywhere else the link leads to the post's own place.
import { isTyping } from "./typing.js";

const cameFromGallery = () => {
  if (!document.referrer || history.length < 2) return false;
  const { origin, pathname } = new URL(document.referrer);
  return origin === location.origin && pathname === "/";
};

document.addEventListener("click", event => {
  const link = event.target.closest?.(".stage__go--back");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !cameFromGallery()) return;
  event.preventDefault();
  history.back();
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target) || document.fullscreenElement || document.querySelector(":popover-open")) return;
  document.querySelector(".stage__go--back")?.click();
});
