// Left and right follow the page's previous and next; down goes through the family and then to the next, up the other way. Not where
// somebody types, where a video takes the keys, or where up and down scroll.
import { isTyping } from "./typing.js";

const ways = { ArrowLeft: "prev", ArrowRight: "next", ArrowUp: "prev", ArrowDown: "next" };

function linkOf(key) {
  const rel = ways[key];
  const item = key.match(/Up|Down/) && document.querySelector(".strip [aria-current]")?.closest("li");
  const beside = item && item[rel === "next" ? "nextElementSibling" : "previousElementSibling"];
  return beside?.querySelector("a") ?? document.querySelector(`.stage a[rel="${rel}"]`);
}

document.addEventListener("keydown", event => {
  if (!ways[event.key] || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (isTyping(event.target) || event.target.closest("video, audio, [role='slider'], pre, .strip, .player__bar")) return;
  if (event.key.match(/Up|Down/) && (event.target.closest(".panel") || document.documentElement.scrollHeight > innerHeight + 1)) return;
  linkOf(event.key)?.click();
});
