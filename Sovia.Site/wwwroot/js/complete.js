// Offers what could stand at the caret of the search box. Nothing is chosen until somebody chooses: Enter searches as ever.
const input = document.querySelector("#filters [name='search']");
const box = document.getElementById("suggestions");
let waiting = 0;
let asking = null;

// Recent searches are kept in this browser only.
const recent = "searches";
const kept = () => JSON.parse(localStorage.getItem(recent)) ?? [];

function keep() {
  const text = input.value.trim();
  if (text) localStorage.setItem(recent, JSON.stringify([text, ...kept().filter(other => other !== text)].slice(0, 8)));
}

function recall() {
  if (input.value || !kept().length) return;
  box.innerHTML = "<ul role='listbox' id='suggested' aria-label='Recent searches' data-start='0' data-length='0'></ul>";
  box.firstChild.append(...kept().map((text, place) => {
    const option = Object.assign(document.createElement("li"), { id: `suggested-${place}`, role: "option", ariaSelected: "false" });
    option.dataset.text = text;
    option.append(Object.assign(document.createElement("b"), { textContent: text, dir: "auto" }));
    return option;
  }));
  box.hidden = false;
  input.setAttribute("aria-expanded", "true");
}

const options = () => [...box.querySelectorAll("[role='option']")];
const at = () => options().findIndex(option => option.ariaSelected === "true");

function hide() {
  clearTimeout(waiting);
  asking?.abort();
  box.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function point(place) {
  const all = options();
  const wrapped = place < -1 ? all.length - 1 : place >= all.length ? -1 : place;
  all.forEach((option, here) => { option.ariaSelected = String(here === wrapped); });
  if (all[wrapped]) input.setAttribute("aria-activedescendant", all[wrapped].id);
  else input.removeAttribute("aria-activedescendant");
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  try {
    const query = new URLSearchParams({ handler: "complete", search: input.value, caret: input.selectionStart });
    const answer = await fetch(`/facets?${query}`, { headers: { "HX-Request": "true" }, signal: asking.signal });
    if (!answer.ok || document.activeElement !== input) return;
    box.innerHTML = await answer.text();
    const any = options().length > 0;
    box.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    input.removeAttribute("aria-activedescendant");
  } catch (error) {
    if (error.name !== "AbortError") hide();
  }
}

function accept(option) {
  const { start, length } = option.parentElement.dataset;
  hide();
  // Not `value =`: a change the browser itself makes can be undone with Ctrl-Z.
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
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", event => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const open = !box.hidden;
    const chosen = open ? options()[at()] : null;
    if (event.key === "ArrowDown" && open) point(at() + 1);
    else if (event.key === "ArrowDown") input.value ? ask() : recall();
    else if (event.key === "ArrowUp" && open) point(at() - 1);
    else if (event.key === "Escape" && open) hide();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen && !event.shiftKey) accept(chosen);
    else {
      if (event.key === "Enter") hide();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener("blur", () => {
    hide();
    keep();
  });
  input.form.addEventListener("submit", keep);
  input.addEventListener("click", recall);
  // The box keeps the focus while a suggestion is pressed.
  box.addEventListener("mousedown", event => event.preventDefault());
  box.addEventListener("click", ({ target }) => { const option = target.closest("[role='option']"); if (option) accept(option); });
}
