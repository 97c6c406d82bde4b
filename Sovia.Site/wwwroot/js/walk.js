// Moves the focus between cards with the arrow keys: in reading order, and to the card above or below.
import { isTyping } from "./typing.js";

const isBusy = target => isTyping(target) || target.closest("video, [popover], details[open], .months");
const findCards = () => document.querySelectorAll(".card");
const getBox = card => card.getBoundingClientRect();

// Limits the cards to measure, as there may be thousands.
function findNearby(card, step, max = 60) {
  const found = [];
  const all = [...findCards()];
  for (let i = all.indexOf(card) + step; all[i] && found.length < max; i += step) found.push(all[i]);
  return found;
}

function findInColumn(card, step) {
  const cardBox = getBox(card);
  const middle = (cardBox.left + cardBox.right) / 2;
  const isInColumn = other => { const box = getBox(other); return box.left <= middle && box.right >= middle && (box.top - cardBox.top) * step > 1; };
  return findNearby(card, step).find(isInColumn);
}

const findFirstInView = () => {
  const wall = [...document.querySelectorAll(".wall")].find(wall => getBox(wall).bottom > 60);
  return wall && ([...wall.querySelectorAll(".card")].find(card => getBox(card).top >= 40) ?? wall.querySelector(".card"));
};

function findNext(card, key) {
  const step = (key === "ArrowRight") !== (getComputedStyle(document.body).direction === "rtl") ? 1 : -1;
  return key === "ArrowUp" ? findInColumn(card, -1) : key === "ArrowDown" ? findInColumn(card, 1) : findNearby(card, step, 1)[0];
}

document.addEventListener("keydown", event => {
  if (!/^Arrow(Up|Down|Left|Right)$/.test(event.key) || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const card = document.activeElement.closest(".card");
  if (isBusy(event.target) || (!card && !document.activeElement.matches("body, main, .way a"))) return;
  const next = card ? findNext(card, event.key) : findFirstInView();
  if (card && !next && event.key !== "ArrowUp") document.querySelector(".wall ~ .way:last-of-type")?.scrollIntoView({ block: "end", behavior: "instant" });
  if (card || next) event.preventDefault();
  if (!next) return;
  next.querySelector("a").focus({ preventScroll: true, focusVisible: true });
  next.scrollIntoView({ block: "nearest", behavior: "instant" });
});
