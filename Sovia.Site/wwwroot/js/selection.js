// Stores the selection of this tab and marks its cards. Loaded by select.js with the first selected card; tray.js shows the bar.
import { isTyping } from "./typing.js";

const gallery = document.querySelector(".gallery");
const host = document.getElementById("picked");
const storageKey = "picked";
const findCards = () => [...document.querySelectorAll(".card")];
const getUnit = () => document.getElementById("select")?.dataset.unit ?? "family";
let selected = new Map();
let allResults = null;
let anchorId = null;
let isSelecting = false;
let trayPromise = null;

function load() {
  try {
    const { items = [], all = null } = JSON.parse(sessionStorage.getItem(storageKey)) ?? {};
    selected = new Map(items);
    allResults = all;
  } catch {
    [selected, allResults] = [new Map(), null];
  }
}

// Returns the query of the URL without cursor and layout.
function getQuery() {
  const params = new URLSearchParams(location.search);
  for (const name of ["after", "before", "at", "view", "density", "columns", "preset"]) params.delete(name);
  return params.toString();
}

const getState = () => ({
  selected, allResults, isCurrentQuery: allResults?.query === getQuery(), shownCount: findCards().filter(isSelectedItem).length,
});
// Compares units, because the card of a family can have the id of a post selected alone.
const isSelectedItem = card => selected.get(card.dataset.postId) === getUnit();
const isSelected = card => isSelectedItem(card) || (allResults !== null && allResults.query === getQuery());

function markCard(card) {
  const isOn = isSelected(card);
  card.classList.toggle("card--selected", isOn);
  for (const button of card.querySelectorAll("[data-act='select']")) button.ariaPressed = isOn;
  const mark = card.querySelector("[data-mark='selected']");
  if (!isOn) mark?.remove();
  else if (!mark) card.querySelector(".card__marks").append(document.getElementById("marks").content.querySelector("[data-mark='selected']").cloneNode(true));
}

async function save() {
  const hasSelection = selected.size > 0 || allResults !== null;
  if (hasSelection) sessionStorage.setItem(storageKey, JSON.stringify({ items: [...selected], all: allResults }));
  else sessionStorage.removeItem(storageKey);
  document.getElementById("select")?.setAttribute("aria-pressed", isSelecting);
  document.documentElement.toggleAttribute("data-selecting", isSelecting);
  findCards().forEach(markCard);
  if (hasSelection || trayPromise) (await (trayPromise ??= import(host.dataset.tray).then(module => module.createTray({ clear, select, selectAll, getQuery, getState })))).show();
}

function clear() {
  selected.clear();
  allResults = null;
  isSelecting = false;
  save();
}

function select(cards) {
  allResults = null;
  for (const card of cards) selected.set(card.dataset.postId, getUnit());
  save();
}

function selectAll(count) {
  selected.clear();
  allResults = { query: getQuery(), count, unit: getUnit() };
  save();
}

export function toggle(card, isRange) {
  // Deselecting one of all results keeps the other cards selected.
  if (allResults?.query === getQuery()) for (const other of findCards()) selected.set(other.dataset.postId, getUnit());
  allResults = null;
  const all = findCards();
  const [start, end] = [all.findIndex(other => other.dataset.postId === anchorId), all.indexOf(card)];
  anchorId = card.dataset.postId;
  if (isRange && start >= 0) return select(all.slice(Math.min(start, end), Math.max(start, end) + 1));
  if (!selected.delete(anchorId)) selected.set(anchorId, getUnit());
  save();
}

export function setMode(isOn = !isSelecting) {
  isSelecting = isOn;
  save();
}

// A shortcut: works wherever the focus is.
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target) || !(selected.size || allResults || isSelecting) || document.querySelector(".look[open]:not(#shelf), .picked__more[open]")) return;
  clear();
  event.preventDefault();
});

// Capture runs before the card's own handlers.
gallery.addEventListener("click", event => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.altKey) return;
  const card = event.target.closest(".card__link")?.closest(".card");
  if (!card || !(isSelecting || (event.shiftKey && (selected.size || allResults)))) return;
  event.preventDefault();
  event.stopPropagation();
  toggle(card, event.shiftKey);
}, { capture: true });

// Marks selected cards that htmx adds.
gallery.addEventListener("htmx:load", ({ target }) => {
  if (!selected.size && !allResults && !isSelecting) return;
  if (target.id === "results") save();
  else for (const card of target.querySelectorAll(".card")) markCard(card);
  trayPromise?.then(tray => tray.show());
});

export function restore() {
  load();
  if (selected.size || allResults || trayPromise) save();
}

load();
