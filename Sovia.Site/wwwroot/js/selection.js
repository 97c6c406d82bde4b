// The selection: which cards are in it, kept while the tab lives. Loaded by select.js with the first selected card; tray.js shows it.
import { isTyping } from "./typing.js";

const host = document.getElementById("picked");
const stored = "picked";
const cards = () => [...document.querySelectorAll(".card")];
const unit = () => document.getElementById("select")?.dataset.unit ?? "family";
let picked = new Map();
let whole = null;
let from = null;
let isMode = false;
let tray = null;

function read() {
  try {
    const { items = [], all = null } = JSON.parse(sessionStorage.getItem(stored)) ?? {};
    picked = new Map(items);
    whole = all;
  } catch {
    picked = new Map();
  }
}

// What an address asks for, without the place in it and how it is laid out.
function query() {
  const asked = new URLSearchParams(location.search);
  for (const name of ["after", "before", "at", "view", "density", "columns", "preset"]) asked.delete(name);
  return asked.toString();
}

const state = () => ({ picked, whole, isHere: whole?.query === query(), inSight: cards().filter(isPicked).length });
// A post that was selected by itself is not its family, though the family's card bears its id.
const isPicked = card => picked.get(card.dataset.postId) === unit();
const isOn = card => isPicked(card) || (whole !== null && whole.query === query());

function show(card) {
  const on = isOn(card);
  card.classList.toggle("card--selected", on);
  for (const button of card.querySelectorAll("[data-act='select']")) button.ariaPressed = on;
  const mark = card.querySelector("[data-mark='selected']");
  if (!on) mark?.remove();
  else if (!mark) card.querySelector(".card__marks").append(document.getElementById("marks").content.querySelector("[data-mark='selected']").cloneNode(true));
}

async function save() {
  const isAny = picked.size > 0 || whole !== null;
  if (isAny) sessionStorage.setItem(stored, JSON.stringify({ items: [...picked], all: whole }));
  else sessionStorage.removeItem(stored);
  document.getElementById("select")?.setAttribute("aria-pressed", isMode);
  document.documentElement.toggleAttribute("data-selecting", isMode);
  cards().forEach(show);
  if (isAny || tray) (await (tray ??= import(host.dataset.tray).then(module => module.tray({ clear, pick, pickAll, query, state })))).show();
}

function clear() {
  picked.clear();
  whole = null;
  isMode = false;
  save();
}

function pick(some) {
  whole = null;
  for (const card of some) picked.set(card.dataset.postId, unit());
  save();
}

function pickAll(count) {
  picked.clear();
  whole = { query: query(), count, unit: unit() };
  save();
}

export function toggle(card, isRange) {
  // Without one of all results, those that are here stay selected.
  if (whole?.query === query()) for (const other of cards()) picked.set(other.dataset.postId, unit());
  whole = null;
  const all = cards();
  const [start, end] = [all.findIndex(other => other.dataset.postId === from), all.indexOf(card)];
  from = card.dataset.postId;
  if (isRange && start >= 0) return pick(all.slice(Math.min(start, end), Math.max(start, end) + 1));
  if (!picked.delete(from)) picked.set(from, unit());
  save();
}

export function setMode(on = !isMode) {
  isMode = on;
  save();
}

document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target) || !(picked.size || whole || isMode) || document.querySelector(".look[open]:not(#shelf), .picked__more[open]")) return;
  clear();
  event.preventDefault();
});

// Before whatever a card does when it is clicked.
document.addEventListener("click", event => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.altKey) return;
  const card = event.target.closest(".card__link")?.closest(".card");
  if (!card || !(isMode || (event.shiftKey && (picked.size || whole)))) return;
  event.preventDefault();
  event.stopPropagation();
  toggle(card, event.shiftKey);
}, { capture: true });

// Cards that come later, or come back, bear their mark.
document.addEventListener("htmx:load", ({ target }) => {
  if (!picked.size && !whole && !isMode) return;
  if (target.id === "results") save();
  else for (const card of target.querySelectorAll(".card")) show(card);
  tray?.then(bar => bar.show());
});

export function restore() {
  read();
  if (picked.size || whole || tray) save();
}

read();
