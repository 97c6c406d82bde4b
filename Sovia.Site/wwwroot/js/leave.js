// Closes a post, also with Escape: goes back in history to the gallery it was opened from, as it was left, even after paging.
// Opened elsewhere, follows the link to the post's place in the gallery.
import { isTyping } from "./typing.js";

const isFromGallery = () => {
  if (!document.referrer || history.length < 2) return false;
  const { origin, pathname } = new URL(document.referrer);
  return origin === location.origin && pathname === "/";
};

document.addEventListener("click", event => {
  const link = event.target.closest?.(".stage__go--back");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !isFromGallery()) return;
  event.preventDefault();
  history.back();
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target) || document.fullscreenElement || document.querySelector(":popover-open")) return;
  document.querySelector(".stage__go--back")?.click();
});
