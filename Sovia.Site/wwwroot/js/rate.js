// Rates the post of a card, loaded when somebody first does. The card is shown again as the server has it: of a family, the best
// rating of any member.
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const queues = new WeakMap();

function mark(card, rating) {
  card.querySelector("[data-mark='rated']")?.remove();
  if (!rating) return delete card.dataset.rating;
  card.dataset.rating = rating;
  const star = Object.assign(document.createElement("span"), { textContent: `★${rating}` });
  star.dataset.mark = "rated";
  star.append(Object.assign(document.createElement("span"), { className: "unseen", textContent: rating === 1 ? " star" : " stars" }));
  const marks = card.querySelector(".card__marks");
  marks.insertBefore(star, marks.querySelector("[data-mark]"));
}

// The card as the server has it; null where it is in no list.
async function readCard(id) {
  const query = new URLSearchParams({ search: `id:${id}`, unit: new URLSearchParams(location.search).getAll("unit").at(-1) ?? "family" });
  const answer = await fetch(`/?${query}`, { headers: { "HX-Request": "true" } });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(`[data-post-id="${id}"]`) : null;
}

async function shownRating(id) {
  const found = await readCard(id);
  return found ? +(found.dataset.rating ?? 0) : null;
}

async function keep(card, rating) {
  const { postId } = card.dataset;
  try {
    const answer = await fetch(`/api/posts/${postId}/annotation`, { method: "PATCH", headers: { "content-type": "application/json" }, body: JSON.stringify({ rating }) });
    if (!answer.ok) throw new Error(answer.statusText);
    const shown = await shownRating(postId) ?? rating;
    mark(card, shown);
    say(!rating ? shown ? `Rating removed. Another item in this stack has ${shown}.` : "Rating removed."
      : shown > rating ? `Rated ${rating}. Another item in this stack has ${shown}.` : `Rated ${rating} of 5. Press 0 to remove it.`);
  } catch {
    mark(card, await shownRating(postId).catch(() => 0));
    say("Couldn't save the rating: Sovia isn't responding. Nothing was changed.");
  }
}

/** Rates a card's post, one rating after the other. */
export function rate(card, rating) {
  mark(card, rating);
  queues.set(card, (queues.get(card) ?? Promise.resolve()).then(() => keep(card, rating)));
}

/** Shows what was decided about a card's post elsewhere. */
export async function refresh(card) {
  const found = await readCard(card.dataset.postId).catch(() => null);
  if (!found) return;
  mark(card, +(found.dataset.rating ?? 0));
  found.dataset.tags ? card.dataset.tags = found.dataset.tags : delete card.dataset.tags;
}
