// Likes a card, or the post of the page with `l` or its heart, at once; reverts the like if the request fails.
// actions.js loads it for cards.
import { isTyping } from "./typing.js";

const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));
const pendingLikes = new WeakMap();
const busyPosts = new WeakSet();
const getPagePost = () => document.querySelector(".post[data-post-id]");
// A family's card shows whether any member is liked; a page and a list of single posts show each post's own like.
const getUnit = () => new URLSearchParams(location.search).getAll("unit").findLast(value => value.trim())?.trim().toLowerCase();
const isSinglePost = post => post === getPagePost() || getUnit() === "post";
const getButtons = post => post.querySelectorAll("[data-act='like']");

const readLike = post => post === getPagePost() ? getButtons(post)[0].ariaPressed === "true" : post.querySelector("[data-mark='liked']") !== null;

function showLike(post, isLiked) {
  for (const button of getButtons(post)) button.ariaPressed = isLiked;
  if (post === getPagePost()) return;
  post.querySelector("[data-mark='liked']")?.remove();
  if (isLiked) post.querySelector(".card__marks").append(document.getElementById("marks").content.querySelector("[data-mark='liked']").cloneNode(true));
}

const getMessage = (isLiked, isShownLiked) => isLiked ? "Liked. Press L to undo."
  : isShownLiked ? "Like removed. Another item in this stack is still liked."
  : "Like removed. Press L to undo.";

// Sends one request at a time. A later press is sent after the response, if it still differs.
async function sendLike(post, savedLike) {
  if (busyPosts.has(post)) return;
  busyPosts.add(post);
  try {
    let shownLike = savedLike;
    while (savedLike !== pendingLikes.get(post)) {
      const newLike = pendingLikes.get(post);
      const response = await fetch(`/api/posts/${post.dataset.postId}/like`, { method: newLike ? "PUT" : "DELETE" });
      if (!response.ok) throw new Error(response.statusText);
      const result = await response.json();
      shownLike = (isSinglePost(post) ? result.liked : result.family) === true;
      savedLike = newLike;
      if (post === getPagePost()) sessionStorage.setItem("sovia:decided", post.dataset.postId);
    }
    showLike(post, shownLike);
    announce(getMessage(savedLike, shownLike));
  } catch {
    showLike(post, savedLike);
    announce("Couldn't save the like: Sovia isn't responding. Nothing was changed.");
  } finally {
    busyPosts.delete(post);
  }
}

/** Likes the post of a card or page, or removes its like. */
export function toggleLike(post) {
  const wasLiked = readLike(post);
  pendingLikes.set(post, !wasLiked);
  showLike(post, !wasLiked);
  sendLike(post, wasLiked);
}

if (getPagePost()) {
  // turn.js replaces the post, but not the element around it.
  document.getElementById("main").addEventListener("click", event => {
    if (!event.target.closest("[data-act='like']")) return;
    // Without scripts the button submits a form.
    event.preventDefault();
    toggleLike(getPagePost());
  });
  // A shortcut: works wherever the focus is.
  document.addEventListener("keydown", event => {
    if (event.key !== "l" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
    // A post known by its ID alone has no heart.
    if (getButtons(getPagePost()).length) toggleLike(getPagePost());
  });
}
