// Rates the post of a card, then shows the rating that the server returns: for a family, the best of any member.
// Loaded on first use.
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));
const queues = new WeakMap();
// The rating of a card that the server has, and the last request while any is pending.
const savedRatings = new WeakMap();
const lastRequests = new WeakMap();
const getUnit = () => new URLSearchParams(location.search).getAll("unit").findLast(value => value.trim())?.trim().toLowerCase() ?? "family";

function showRating(card, rating) {
  card.querySelector("[data-mark='rated']")?.remove();
  if (!rating) return delete card.dataset.rating;
  card.dataset.rating = rating;
  const star = Object.assign(document.createElement("span"), { textContent: `★${rating}` });
  star.dataset.mark = "rated";
  star.append(Object.assign(document.createElement("span"), { className: "unseen", textContent: rating === 1 ? " star" : " stars" }));
  const marks = card.querySelector(".card__marks");
  marks.insertBefore(star, marks.querySelector("[data-mark]"));
}

// Fetches the card from the server; null if the post is unlisted.
async function fetchCard(id) {
  const query = new URLSearchParams({ search: `id:${id}`, unit: getUnit() });
  const response = await fetch(`/?${query}`, { headers: { "HX-Request": "true" } });
  return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html").querySelector(`[data-post-id="${id}"]`) : null;
}

async function fetchRating(id) {
  const card = await fetchCard(id);
  return card ? +(card.dataset.rating ?? 0) : null;
}

async function saveRating(card, rating, request) {
  const { postId } = card.dataset;
  let message = "Couldn't save the rating: Sovia isn't responding. Nothing was changed.";
  try {
    const response = await fetch(`/api/posts/${postId}/annotation`, { method: "PATCH", headers: { "content-type": "application/json" }, body: JSON.stringify({ rating }) });
    if (!response.ok) throw new Error(response.statusText);
    const shownRating = await fetchRating(postId).catch(() => null) ?? rating;
    savedRatings.set(card, shownRating);
    message = !rating ? shownRating ? `Rating removed. Another item in this stack has ${shownRating}.` : "Rating removed."
      : shownRating > rating ? `Rated ${rating}. Another item in this stack has ${shownRating}.`
      : `Rated ${rating} of 5. Press 0 to remove it.`;
  } catch {
    // The card shows what was saved last.
  }
  // A later rating is on its way, and its result will be shown.
  if (lastRequests.get(card) !== request) return;
  lastRequests.delete(card);
  showRating(card, savedRatings.get(card));
  announce(message);
}

/** Rates a card's post, one rating after the other. */
export function rate(card, rating) {
  if (!lastRequests.has(card)) savedRatings.set(card, +(card.dataset.rating ?? 0));
  const request = Symbol();
  lastRequests.set(card, request);
  showRating(card, rating);
  queues.set(card, (queues.get(card) ?? Promise.resolve()).then(() => saveRating(card, rating, request)));
}

/** Updates the rating and tags of a card after a change elsewhere. */
export async function refresh(card) {
  const newCard = await fetchCard(card.dataset.postId).catch(() => null);
  if (!newCard) return;
  showRating(card, +(newCard.dataset.rating ?? 0));
  newCard.dataset.tags ? card.dataset.tags = newCard.dataset.tags : delete card.dataset.tags;
}
