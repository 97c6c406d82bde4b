// Runs the actions of cards by button and key: like, rate, tag and copy. Loads their code on first use.
// Shows the buttons on the card under the pointer or focus. One set moves from card to card.
import { loadOnce } from "./load.js";
import { isTyping } from "./typing.js";

const gallery = document.querySelector(".gallery");
const buttons = document.getElementById("actions")?.content.firstElementChild.cloneNode(true);
const selectors = { like: "[data-mark='liked']", select: "[data-mark='selected']" };
const loadLike = loadOnce(() => import("./like.js"));
const loadRating = loadOnce(() => import("./rate.js"));
const loadMore = loadOnce(() => import("./more.js"));
const loadPrompt = loadOnce(() => import("./words.js"));

const announceFailure = () => document.dispatchEvent(new CustomEvent("sovia:say", { detail: "Couldn't load the actions. Reload the page." }));

const run = {
  like: card => loadLike().then(({ toggleLike }) => toggleLike(card), announceFailure),
  rate: (card, rating) => loadRating().then(({ rate }) => rate(card, rating), announceFailure),
  more: (card, focusSelector) => loadMore().then(({ open }) => open(card, focusSelector), announceFailure),
  words: card => loadPrompt().then(({ copyPrompt }) => copyPrompt(card), announceFailure),
};

function show(card) {
  if (buttons.parentElement === card) return;
  for (const [action, selector] of Object.entries(selectors)) buttons.querySelector(`[data-act='${action}']`).ariaPressed = card.querySelector(selector) !== null;
  card.append(buttons);
}

const hide = () => buttons.contains(document.activeElement) || buttons.remove();

gallery?.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return;
  const card = event.target.closest(".card");
  if (card) show(card);
  else hide();
});
gallery?.addEventListener("pointerleave", hide);

gallery?.addEventListener("focusin", ({ target }) => {
  const card = target.closest("dialog") ? null : target.closest(".card");
  if (card && (target.matches(":focus-visible") || buttons.contains(target))) show(card);
});

gallery?.addEventListener("keydown", event => {
  const card = document.activeElement.closest(".card");
  if (!card || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "t") {
    event.preventDefault();
    run.more(card, "[name='addtag']");
  } else if (event.repeat) return;
  else if (event.key === "l") run.like(card);
  else if (/^[0-5]$/.test(event.key)) run.rate(card, +event.key);
});

gallery?.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-act]"), card = button?.closest(".card");
  if (card) run[button.dataset.act]?.(card);
});
