// The command palette: pages, controls and a search, by their first letters. Opened by shortcuts.js with Ctrl-K, which loads it; the choices are read from the page.
const dialog = document.getElementById("palette");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("ul");
const text = element => element.textContent.trim().replace(/\s+/g, " ");
let choices = [];

function go(target) {
  document.dispatchEvent(new Event("sovia:leave"));
  location.assign(target);
}

function* found() {
  yield { name: "Filters", kind: "Page", run: () => go(`/facets${location.pathname === "/" ? location.search : ""}`) };
  for (const link of document.querySelectorAll(".rail a, .presets a")) yield { name: text(link), kind: "Page", run: () => go(link.href) };
  yield { name: "Search help", kind: "Help", run: () => go("/help/search") };
  yield { name: "Keyboard shortcuts", kind: "Help", run: () => document.dispatchEvent(new CustomEvent("sovia:keys")) };
  for (const option of document.querySelectorAll(".look option"))
    yield { name: `${text(option.closest("label").querySelector("span"))}: ${text(option)}`, kind: "View", run: () => choose(option.parentElement, () => { option.selected = true; }) };
  for (const radio of document.querySelectorAll(".look [type='radio']"))
    yield { name: `${text(radio.closest("fieldset").querySelector("legend"))}: ${text(radio.parentElement)}`, kind: "View", run: () => choose(radio, () => { radio.checked = true; }) };
  for (const button of document.querySelectorAll("form[action='/theme'] button")) yield { name: `Theme: ${text(button)}`, kind: "View", run: () => button.form.requestSubmit(button) };
}

function choose(control, change) {
  change();
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function search(words) {
  return { name: `Search for “${words}”`, kind: "Search", run: () => go(`/?${new URLSearchParams({ search: words })}`) };
}

export function show() {
  const words = input.value.trim();
  const parts = words.toLowerCase().split(/\s+/);
  choices = [...found()].filter(({ name }) => parts.every(part => name.toLowerCase().split(/[\s:]+/).some(word => word.startsWith(part))));
  if (words) choices.push(search(words));
  list.replaceChildren(...choices.map(({ name, kind }, at) => {
    const option = Object.assign(document.createElement("li"), { id: `choice-${at}`, role: "option", textContent: name });
    option.append(Object.assign(document.createElement("small"), { textContent: kind }));
    return option;
  }));
  input.setAttribute("aria-expanded", String(choices.length > 0));
  point(0);
}

const at = () => [...list.children].findIndex(option => option.ariaSelected === "true");

function point(place) {
  const wrapped = (place + choices.length) % choices.length;
  [...list.children].forEach((option, here) => { option.ariaSelected = String(here === wrapped); });
  list.children[wrapped]?.scrollIntoView({ block: "nearest" });
  if (choices.length) input.setAttribute("aria-activedescendant", `choice-${wrapped}`);
  else input.removeAttribute("aria-activedescendant");
}

function run(place) {
  dialog.close();
  choices[place]?.run();
}

if (dialog) {
  input.addEventListener("input", show);
  input.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") point(at() + 1);
    else if (event.key === "ArrowUp") point(at() - 1);
    else if (event.key === "Enter") run(at());
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", ({ target }) => run([...list.children].indexOf(target.closest("li"))));
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
}
