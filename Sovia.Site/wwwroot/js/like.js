// `l` likes the card that has the focus, at once and undone where the server could not; pressed again it takes that back.
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const isTyping = target => target.closest("input, textarea, select, [contenteditable], dialog");
const wanted = new WeakMap();
const sending = new WeakSet();

const isLiked = card => card.querySelector("[data-mark='liked']") !== null;

function mark(card, liked) {
  card.querySelector("[data-mark='liked']")?.remove();
  if (liked) card.querySelector(".card__marks").append(document.getElementById("marks").content.querySelector("[data-mark='liked']").cloneNode(true));
}

// One request at a time: what is pressed meanwhile is sent when the answer is there, if it still differs.
async function keep(card, kept) {
  if (sending.has(card)) return;
  sending.add(card);
  try {
    while (kept !== wanted.get(card)) {
      const liked = wanted.get(card);
      const answer = await fetch(`/api/posts/${card.dataset.postId}/like`, { method: liked ? "PUT" : "DELETE" });
      if (!answer.ok) throw new Error(answer.statusText);
      kept = liked;
    }
    say(kept ? "Liked. Press l again to take it back." : "Like taken back. Press l again to like it.");
  } catch {
    mark(card, kept);
    say("The like could not be kept, because the site did not answer. Nothing has changed.");
  } finally {
    sending.delete(card);
  }
}

document.addEventListener("keydown", event => {
  if (event.key !== "l" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const card = document.activeElement.closest(".card");
  if (!card) return;
  const before = isLiked(card);
  wanted.set(card, !before);
  mark(card, !before);
  keep(card, before);
});
