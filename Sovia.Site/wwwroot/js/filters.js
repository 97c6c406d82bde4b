// Submits filters on change, without defaults; updates facets and months; remembers the panel; restores the focus.
import { isTyping } from "./typing.js";

const form = document.getElementById("filters");
const panel = document.getElementById("panel");
const focusKey = "place";
const layoutFields = ["view", "density", "columns"];

// The layout is remembered, so a URL has it only if it was just chosen or already there.
const isUnchanged = name => {
  const controls = [...form.elements].filter(control => control.name === name);
  return !new URLSearchParams(location.search).has(name)
    && controls.every(control => control.type === "radio" ? control.checked === control.defaultChecked : [...control.options].every(option => option.selected === option.defaultSelected));
};
const isRedundant = (name, value) => !value || (layoutFields.includes(name) && isUnchanged(name));

form?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (isRedundant(name, value)) formData.delete(name);
});

document.addEventListener("htmx:configRequest", ({ detail, target }) => {
  if (target.form !== form && !["facets", "months"].includes(target.id)) return;
  for (const name of Object.keys(detail.parameters)) if (isRedundant(name, detail.parameters[name])) delete detail.parameters[name];
});

document.addEventListener("change", ({ target }) => {
  if (!form || target.form !== form || target.type === "search") return;
  sessionStorage.setItem(focusKey, `[name="${target.name}"]${target.type === "radio" ? ":checked" : ""}`);
  // Remembers a layout; filters apply to this list only.
  form.requestSubmit(layoutFields.includes(target.name) ? document.getElementById("keep") : null);
});

document.addEventListener("click", event => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.(".facets a, .chips a");
  const item = link?.closest("[data-facet]");
  if (link) sessionStorage.setItem(focusKey, item ? `[data-facet="${item.dataset.facet}"][data-value="${CSS.escape(item.dataset.value)}"] .${link.className}` : "#panel summary");
});

// Loads facets only while visible: when the panel opens, and again when typing changes the results.
let isStale = true;
function loadFacets() {
  if (!isStale || !panel?.open) return;
  isStale = false;
  htmx.trigger("#facets", "sovia:facets");
}

document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
  if (target.id !== "results") return restoreFocus();
  // A response that keeps the results settles on them too.
  if (detail.xhr?.getResponseHeader("HX-Reswap") === "none") return;
  document.dispatchEvent(new CustomEvent("sovia:tell", { detail: document.getElementById("count").textContent.trim() }));
  htmx.trigger(document.body, "sovia:query");
  isStale = true;
  loadFacets();
});

// Filters a long list of values by the text above it.
document.addEventListener("input", ({ target }) => {
  if (!target.dataset.finds) return;
  const text = target.value.toLowerCase();
  for (const item of target.nextElementSibling.children) item.hidden = !item.innerText.toLowerCase().includes(text);
});

const narrow = matchMedia("(max-width: 900px)");

function closePanel() {
  panel.open = false;
  panel.querySelector("summary").focus();
}

if (panel) {
  if (narrow.matches) panel.open = false;
  panel.addEventListener("toggle", () => {
    if (!narrow.matches) document.cookie = `panel=${panel.open ? "open" : "closed"}; path=/; max-age=34560000; samesite=lax`;
    loadFacets();
  });
  panel.addEventListener("click", ({ target }) => (target === panel || target.closest("[data-closes]")) && closePanel());
  addEventListener("DOMContentLoaded", loadFacets);
}

// Closes open menus on Escape and clicks elsewhere, except the collections beside the results.
const findMenu = () => document.querySelector(narrow.matches ? ".look[open]" : ".look[open]:not(#shelf)");
document.addEventListener("click", event => {
  if (!findMenu() || findMenu().contains(event.target)) return;
  findMenu().open = false;
  // The first click only closes the menu.
  if (event.target.closest(".card")) event.preventDefault();
}, { capture: true });
addEventListener("toggle", ({ target }) => target.id === "shelf" && import("./shelf.js"), true);
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (findMenu()) {
    const menu = findMenu();
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (panel?.open && (narrow.matches || panel.contains(event.target)) && !isTyping(event.target)) closePanel();
  else return;
  event.preventDefault();
});

function restoreFocus() {
  const selector = sessionStorage.getItem(focusKey);
  const element = selector && document.querySelector(selector);
  if (!element) return;
  sessionStorage.removeItem(focusKey);
  const menu = element.closest(".look");
  if (menu) menu.open = true;
  element.focus({ preventScroll: true });
}

restoreFocus();
