// Shows like, select and copy buttons on the card under the pointer or focus. One set moves from card to card.
import { isTyping } from "./typing.js";

const buttons = document.getElementById("actions")?.content.firstElementChild.cloneNode(true);
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));
const selectors = { like: "[data-mark='liked']", select: "[data-mark='selected']" };

function show(card) {
  if (!buttons || buttons.parentElement === card) return;
  for (const [action, selector] of Object.entries(selectors)) buttons.querySelector(`[data-act='${action}']`).ariaPressed = card.querySelector(selector) !== null;
  card.append(buttons);
}

const hide = () => buttons?.remove();

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return;
  const card = event.target.closest?.(".card");
  if (card) show(card);
  else if (buttons && !buttons.contains(document.activeElement)) hide();
});

document.addEventListener("focusin", ({ target }) => {
  const card = target.closest("dialog") ? null : target.closest(".card");
  if (card && (target.matches(":focus-visible") || buttons?.contains(target))) show(card);
});

const openDialog = (card, focusSelector) => import("./more.js").then(({ open }) => open(card, focusSelector));

document.addEventListener("keydown", event => {
  const card = document.activeElement.closest(".card");
  if (event.key !== "t" || !card || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
  event.preventDefault();
  openDialog(card, "[name='addtag']");
});

// Loads the item's page, because a card has only the start of the prompt.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-act]"), card = button?.closest(".card");
  if (card && button.dataset.act === "more") return openDialog(card);
  if (!card || button.dataset.act !== "words") return;
  try {
    const response = await fetch(card.querySelector("a").href);
    if (!response.ok) throw new Error(response.statusText);
    const prompt = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".prompt__text")?.textContent;
    if (!prompt) return announce("This item has no prompt.");
    await navigator.clipboard.writeText(prompt);
    announce("Prompt copied.");
  } catch {
    announce("Couldn't copy the prompt.");
  }
});
