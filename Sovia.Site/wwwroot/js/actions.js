// Like, select and copy buttons for the card under the pointer or focus. One set moves from card to card.
import { isTyping } from "./typing.js";

const tools = document.getElementById("actions")?.content.firstElementChild.cloneNode(true);
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const marks = { like: "[data-mark='liked']", select: "[data-mark='selected']" };

function show(card) {
  if (!tools || tools.parentElement === card) return;
  for (const [act, mark] of Object.entries(marks)) tools.querySelector(`[data-act='${act}']`).ariaPressed = card.querySelector(mark) !== null;
  card.append(tools);
}

const hide = () => tools?.remove();

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return;
  const card = event.target.closest?.(".card");
  if (card) show(card);
  else if (tools && !tools.contains(document.activeElement)) hide();
});

document.addEventListener("focusin", ({ target }) => {
  const card = target.closest("dialog") ? null : target.closest(".card");
  if (card && (target.matches(":focus-visible") || tools?.contains(target))) show(card);
});

const more = (card, focus) => import("./more.js").then(({ open }) => open(card, focus));

document.addEventListener("keydown", event => {
  const card = document.activeElement.closest(".card");
  if (event.key !== "t" || !card || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  more(card, "[name='addtag']");
});

// The card's own page has the words in full; a card has their beginning.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-act]"), card = button?.closest(".card");
  if (card && button.dataset.act === "more") return more(card);
  if (!card || button.dataset.act !== "words") return;
  try {
    const answer = await fetch(card.querySelector("a").href);
    if (!answer.ok) throw new Error(answer.statusText);
    const words = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".prompt__text")?.textContent;
    if (!words) return say("This item has no prompt.");
    await navigator.clipboard.writeText(words);
    say("Prompt copied.");
  } catch {
    say("Couldn't copy the prompt.");
  }
});
