// The arrows lead from card to card: along the lines as one reads, and to the card that lies above or below.
import { isTyping } from "./typing.js";

const isBusy = target => isTyping(target) || target.closest("video, [popover], details[open], .months");
const cards = () => document.querySelectorAll(".card");
const box = card => card.getBoundingClientRect();

// Only near ones are measured: there may be thousands.
function near(card, step, most = 60) {
  const found = [];
  const all = [...cards()];
  for (let at = all.indexOf(card) + step; all[at] && found.length < most; at += step) found.push(all[at]);
  return found;
}

function beyond(card, step) {
  const here = box(card);
  const middle = (here.left + here.right) / 2;
  const lies = other => { const there = box(other); return there.left <= middle && there.right >= middle && (there.top - here.top) * step > 1; };
  return near(card, step).find(lies);
}

const firstInView = () => {
  const wall = [...document.querySelectorAll(".wall")].find(wall => box(wall).bottom > 60);
  return wall && ([...wall.querySelectorAll(".card")].find(card => box(card).top >= 40) ?? wall.querySelector(".card"));
};

function next(card, key) {
  const ahead = (key === "ArrowRight") !== (getComputedStyle(document.body).direction === "rtl") ? 1 : -1;
  return key === "ArrowUp" ? beyond(card, -1) : key === "ArrowDown" ? beyond(card, 1) : near(card, ahead, 1)[0];
}

document.addEventListener("keydown", event => {
  if (!/^Arrow(Up|Down|Left|Right)$/.test(event.key) || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const card = document.activeElement.closest(".card");
  if (isBusy(event.target) || (!card && !document.activeElement.matches("body, main, .way a"))) return;
  const found = card ? next(card, event.key) : firstInView();
  if (card && !found && event.key !== "ArrowUp") document.querySelector(".wall ~ .way:last-of-type")?.scrollIntoView({ block: "end", behavior: "instant" });
  if (card || found) event.preventDefault();
  if (!found) return;
  found.querySelector("a").focus({ preventScroll: true, focusVisible: true });
  found.scrollIntoView({ block: "nearest", behavior: "instant" });
});
