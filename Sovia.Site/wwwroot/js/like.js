// `l` or a heart likes the focused card or the post of the page, at once; undone where the server could not.
import { isTyping } from "./typing.js";

const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const wanted = new WeakMap();
const sending = new WeakSet();
const ofPage = () => document.querySelector(".post[data-post-id]");
// On a card of a family the heart tells of any member; on a page, and where each post is on its own, of that post alone.
const unit = () => new URLSearchParams(location.search).getAll("unit").findLast(value => value.trim())?.trim().toLowerCase();
const isAlone = subject => subject === ofPage() || unit() === "post";
const buttonsIn = subject => subject.querySelectorAll("[data-act='like']");

const isLiked = subject => subject === ofPage() ? buttonsIn(subject)[0].ariaPressed === "true" : subject.querySelector("[data-mark='liked']") !== null;

function mark(subject, liked) {
  for (const button of buttonsIn(subject)) button.ariaPressed = liked;
  if (subject === ofPage()) return;
  subject.querySelector("[data-mark='liked']")?.remove();
  if (liked) subject.querySelector(".card__marks").append(document.getElementById("marks").content.querySelector("[data-mark='liked']").cloneNode(true));
}

const told = (liked, shown) => liked ? "Liked. Press L to undo."
  : shown ? "Like removed. Another item in this stack is still liked."
  : "Like removed. Press L to undo.";

// One request at a time: what is pressed meanwhile is sent when the answer is there, if it still differs.
async function keep(subject, kept) {
  if (sending.has(subject)) return;
  sending.add(subject);
  try {
    let shown = kept;
    while (kept !== wanted.get(subject)) {
      const liked = wanted.get(subject);
      const answer = await fetch(`/api/posts/${subject.dataset.postId}/like`, { method: liked ? "PUT" : "DELETE" });
      if (!answer.ok) throw new Error(answer.statusText);
      const now = await answer.json();
      shown = (isAlone(subject) ? now.liked : now.family) === true;
      kept = liked;
      if (subject === ofPage()) sessionStorage.setItem("sovia:decided", subject.dataset.postId);
    }
    mark(subject, shown);
    say(told(kept, shown));
  } catch {
    mark(subject, kept);
    say("Couldn't save the like: Sovia isn't responding. Nothing was changed.");
  } finally {
    sending.delete(subject);
  }
}

function toggle(subject) {
  const before = isLiked(subject);
  wanted.set(subject, !before);
  mark(subject, !before);
  keep(subject, before);
}

document.addEventListener("keydown", async event => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const card = document.activeElement.closest(".card");
  const subject = card ?? ofPage();
  if (event.key === "l" && subject) toggle(subject);
  if (card && /^[0-5]$/.test(event.key)) (await import("./rate.js")).rate(card, +event.key);
});

document.addEventListener("click", event => {
  const subject = event.target.closest("[data-act='like']")?.closest(".card, .post");
  if (!subject) return;
  // Without scripts it is a form.
  event.preventDefault();
  toggle(subject);
});
