// Puts a card that is dropped on a collection beside the list into it. Loaded with the first look at the collections.
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const takerOf = target => target.closest?.(".shelf [data-takes]");
const postIn = data => /\/posts\/([0-9a-f-]{36})/.exec(data.getData("text/uri-list") || data.getData("text/plain"))?.[1];
const leave = () => document.querySelectorAll(".shelf .is-over").forEach(item => item.classList.remove("is-over"));

document.addEventListener("dragover", event => {
  leave();
  const taker = takerOf(event.target);
  if (!taker) return;
  event.preventDefault();
  taker.classList.add("is-over");
});
document.addEventListener("dragend", leave);
document.addEventListener("drop", async event => {
  leave();
  const taker = takerOf(event.target), post = taker && postIn(event.dataTransfer);
  if (!post) return;
  event.preventDefault();
  const name = taker.querySelector(".shelf__name").textContent;
  const answer = await fetch(`/posts/${post}/collections`, { method: "POST", body: new URLSearchParams({ add: taker.dataset.collectionId }), redirect: "manual" }).catch(() => null);
  if (answer?.type !== "opaqueredirect" && !answer?.ok) return say("It could not be added. Nothing has changed.");
  say(`Added to ${name}.`);
  globalThis.htmx?.ajax("GET", "/collections/sidebar?fresh=true", { target: taker.closest(".shelf"), swap: "outerHTML" });
});
