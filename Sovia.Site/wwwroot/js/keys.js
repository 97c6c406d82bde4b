// Follows links with the arrow keys: left and right to the previous and next post, up and down through the family first. Ignores
// keys while typing, where a video handles them, or where up and down scroll.
import { isTyping } from "./typing.js";

const rels = { ArrowLeft: "prev", ArrowRight: "next", ArrowUp: "prev", ArrowDown: "next" };

function findLink(key) {
  const rel = rels[key];
  const item = key.match(/Up|Down/) && document.querySelector(".strip [aria-current]")?.closest("li");
  const sibling = item && item[rel === "next" ? "nextElementSibling" : "previousElementSibling"];
  return sibling?.querySelector("a") ?? document.querySelector(`.stage a[rel="${rel}"]`);
}

document.addEventListener("keydown", event => {
  if (!rels[event.key] || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (isTyping(event.target) || event.target.closest("video, audio, [role='slider'], pre, .strip, .player__bar")) return;
  if (event.key.match(/Up|Down/) && (event.target.closest(".panel") || document.documentElement.scrollHeight > innerHeight + 1)) return;
  findLink(event.key)?.click();
});
