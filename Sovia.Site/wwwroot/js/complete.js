// Suggests completions at the caret of the search box. None is selected at first, so Enter still searches.
import { readRecent, saveRecent } from "./recent.js";

const input = document.querySelector("#filters [name='search']");
const box = document.getElementById("suggestions");
let timer = 0;
let controller = null;

function saveSearch() {
  const text = input.value.trim();
  if (text) saveRecent(text);
}

function showRecent() {
  if (input.value || !readRecent().length) return;
  box.innerHTML = "<ul role='listbox' id='suggested' aria-label='Recent searches' data-start='0' data-length='0'></ul>";
  box.firstChild.append(...readRecent().map((text, index) => {
    const option = Object.assign(document.createElement("li"), { id: `suggested-${index}`, role: "option", ariaSelected: "false" });
    option.dataset.text = text;
    option.append(Object.assign(document.createElement("b"), { textContent: text, dir: "auto" }));
    return option;
  }));
  box.hidden = false;
  input.setAttribute("aria-expanded", "true");
}

const getOptions = () => [...box.querySelectorAll("[role='option']")];
const findSelected = () => getOptions().findIndex(option => option.ariaSelected === "true");

function hide() {
  clearTimeout(timer);
  controller?.abort();
  box.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function selectOption(index) {
  const options = getOptions();
  const selected = index < -1 ? options.length - 1 : index >= options.length ? -1 : index;
  options.forEach((option, position) => { option.ariaSelected = String(position === selected); });
  if (options[selected]) input.setAttribute("aria-activedescendant", options[selected].id);
  else input.removeAttribute("aria-activedescendant");
}

async function suggest() {
  controller?.abort();
  controller = new AbortController();
  try {
    const query = new URLSearchParams({ handler: "complete", search: input.value, caret: input.selectionStart });
    const response = await fetch(`/facets?${query}`, { headers: { "HX-Request": "true" }, signal: controller.signal });
    if (!response.ok || document.activeElement !== input) return;
    const html = await response.text();
    const selectedText = getOptions()[findSelected()]?.dataset.text;
    box.innerHTML = html;
    const hasAny = getOptions().length > 0;
    box.hidden = !hasAny;
    input.setAttribute("aria-expanded", String(hasAny));
    // A suggestion that was chosen before the response came stays chosen.
    selectOption(selectedText === undefined ? -1 : getOptions().findIndex(option => option.dataset.text === selectedText));
  } catch (error) {
    if (error.name !== "AbortError") hide();
  }
}

function accept(option) {
  const { start, length } = option.parentElement.dataset;
  hide();
  // Uses execCommand, because Ctrl-Z can't undo a change of `value`.
  input.focus();
  input.setSelectionRange(+start, +start + +length);
  if (!document.execCommand("insertText", false, option.dataset.text)) {
    input.setRangeText(option.dataset.text, +start, +start + +length, "end");
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
}

if (input && box) {
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": "suggestions", "aria-expanded": "false" })) input.setAttribute(name, value);
  input.addEventListener("input", event => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(suggest, 120);
  });
  input.addEventListener("keydown", event => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const isOpen = !box.hidden;
    const selected = isOpen ? getOptions()[findSelected()] : null;
    if (event.key === "ArrowDown" && isOpen) selectOption(findSelected() + 1);
    else if (event.key === "ArrowDown") input.value ? suggest() : showRecent();
    else if (event.key === "ArrowUp" && isOpen) selectOption(findSelected() - 1);
    else if (event.key === "Escape" && isOpen) hide();
    else if ((event.key === "Enter" || event.key === "Tab") && selected && !event.shiftKey) accept(selected);
    else {
      if (event.key === "Enter") hide();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener("blur", () => {
    hide();
    saveSearch();
  });
  input.form.addEventListener("submit", saveSearch);
  input.addEventListener("click", showRecent);
  // Keeps the focus in the search box.
  box.addEventListener("mousedown", event => event.preventDefault());
  box.addEventListener("click", ({ target }) => { const option = target.closest("[role='option']"); if (option) accept(option); });
}
