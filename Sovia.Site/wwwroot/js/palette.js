// Runs the command palette: finds pages, controls and a search by the first letters of words, and reads them from the page.
// shortcuts.js loads it on Ctrl-K.
import { openPanel } from "./panel.js";
import { readRecent } from "./recent.js";

const dialog = document.getElementById("palette");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("ul");
const getText = element => element.textContent.trim().replace(/\s+/g, " ");
let commands = [];

function navigate(url) {
  document.dispatchEvent(new Event("sovia:leave"));
  location.assign(url);
}

// Yields commands that are not in the navigation rail first.
function* listCommands() {
  for (const query of readRecent()) yield { name: String(query), kind: "Recent search", run: () => search(query) };
  yield { name: "Filters", kind: "View", run: () => openPanel() || navigate("/facets") };
  for (const option of document.querySelectorAll(".look option"))
    yield { name: `${getText(option.closest("label").querySelector("span"))}: ${getText(option)}`, kind: "View", run: () => setControl(option.parentElement, () => { option.selected = true; }) };
  for (const radio of document.querySelectorAll(".look [type='radio']"))
    yield { name: `${getText(radio.closest("fieldset").querySelector("legend"))}: ${getText(radio.parentElement)}`, kind: "View", run: () => setControl(radio, () => { radio.checked = true; }) };
  for (const button of document.querySelectorAll("form[action='/theme'] button")) yield { name: `Theme: ${getText(button)}`, kind: "View", run: () => button.form.requestSubmit(button) };
  for (const link of document.querySelectorAll(".presets a, .rail a"))
    yield { name: getText(link), kind: link.closest(".presets") ? "Preset" : "Page", run: () => navigate(link.href) };
  yield { name: "Search help", kind: "Help", run: () => navigate("/help/search") };
  yield { name: "Keyboard shortcuts", kind: "Help", run: () => import("./dialog.js").then(({ open }) => open()) };
}

function setControl(control, change) {
  change();
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

const search = query => navigate(`/?${new URLSearchParams({ search: query })}`);
const createSearch = query => ({ name: `Search for “${query}”`, kind: "Search", run: () => search(query) });

export function show() {
  const query = input.value.trim();
  const prefixes = query.toLowerCase().split(/\s+/);
  commands = [...listCommands()].filter(({ name }) =>
    prefixes.every(prefix => name.toLowerCase().split(/[\s:]+/).some(word => word.startsWith(prefix))));
  if (query) commands.push(createSearch(query));
  list.replaceChildren(...commands.map(({ name, kind }, index) => {
    const option = Object.assign(document.createElement("li"), { id: `choice-${index}`, role: "option", textContent: name });
    option.append(Object.assign(document.createElement("small"), { textContent: kind }));
    return option;
  }));
  input.setAttribute("aria-expanded", String(commands.length > 0));
  selectOption(0);
}

const getIndex = () => [...list.children].findIndex(option => option.ariaSelected === "true");

function selectOption(index) {
  const selected = (index + commands.length) % commands.length;
  [...list.children].forEach((option, i) => { option.ariaSelected = String(i === selected); });
  list.children[selected]?.scrollIntoView({ block: "nearest" });
  if (commands.length) input.setAttribute("aria-activedescendant", `choice-${selected}`);
  else input.removeAttribute("aria-activedescendant");
}

function runCommand(index) {
  dialog.close();
  commands[index]?.run();
}

if (dialog) {
  input.addEventListener("input", show);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") selectOption(getIndex() + 1);
    else if (event.key === "ArrowUp") selectOption(getIndex() - 1);
    else if (event.key === "Enter") runCommand(getIndex());
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", ({ target }) => {
    const option = target.closest("li");
    if (option) runCommand([...list.children].indexOf(option));
  });
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
}
