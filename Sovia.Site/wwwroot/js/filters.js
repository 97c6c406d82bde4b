// Submits filters on change, without defaults; remembers the panel; restores the focus after a reload.
// <facet-list>: finds values by their text. The panel loads it only while visible.
import "./menu.js";
import { isTyping } from "./typing.js";

const form = document.getElementById("filters");
const gallery = document.querySelector(".gallery");
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

function dropRedundant({ detail, target }) {
  if (target.form !== form && !["facets", "months"].includes(target.id)) return;
  for (const name of Object.keys(detail.parameters)) if (isRedundant(name, detail.parameters[name])) delete detail.parameters[name];
}

form?.addEventListener("htmx:configRequest", dropRedundant);

const isPlainClick = event => !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

function restoreFocus() {
  const selector = sessionStorage.getItem(focusKey);
  const element = selector && document.querySelector(selector);
  if (!element) return;
  sessionStorage.removeItem(focusKey);
  const menu = element.closest(".look");
  if (menu) menu.open = true;
  element.focus({ preventScroll: true });
}

class FacetList extends HTMLElement {
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.addEventListener("input", ({ target }) => this.#find(target), { signal });
    this.addEventListener("click", event => this.#rememberFocus(event), { signal });
    this.addEventListener("htmx:afterSettle", restoreFocus, { signal });
  }

  disconnectedCallback() { this.#controller.abort(); }

  #find({ dataset, value, nextElementSibling }) {
    if (!dataset.finds) return;
    for (const item of nextElementSibling.children) item.hidden = !item.innerText.toLowerCase().includes(value.toLowerCase());
  }

  #rememberFocus(event) {
    const link = isPlainClick(event) && event.target.closest("a");
    if (!link) return;
    const { facet, value } = link.closest("[data-facet]")?.dataset ?? {};
    sessionStorage.setItem(focusKey, facet ? `[data-facet="${facet}"][data-value="${CSS.escape(value)}"] .${link.className}` : "#panel summary");
  }
}

if (!customElements.get("facet-list")) customElements.define("facet-list", FacetList);

// Loads facets only while visible: when the panel opens, and again when typing changes the results.
let isStale = true;
function loadFacets() {
  if (!isStale || !panel.open) return;
  isStale = false;
  htmx.trigger("#facets", "sovia:facets");
}

function updateAfterResults({ target, detail }) {
  // A response that keeps the results settles on them too.
  if (target.id !== "results" || detail.xhr?.getResponseHeader("HX-Reswap") === "none") return;
  document.dispatchEvent(new CustomEvent("sovia:tell", { detail: document.getElementById("count").textContent.trim() }));
  htmx.trigger(document.body, "sovia:query");
  isStale = true;
  loadFacets();
}

function submitChange({ target }) {
  if (target.form !== form) return;
  sessionStorage.setItem(focusKey, `[name="${target.name}"]${target.type === "radio" ? ":checked" : ""}`);
  // Remembers a layout; filters apply to this list only.
  form.requestSubmit(layoutFields.includes(target.name) ? document.getElementById("keep") : null);
}

const narrow = matchMedia("(max-width: 900px)");

function closePanel() {
  panel.open = false;
  panel.querySelector("summary").focus();
}

if (panel) {
  gallery.addEventListener("htmx:configRequest", dropRedundant);
  gallery.addEventListener("htmx:afterSettle", updateAfterResults);
  gallery.addEventListener("change", submitChange);
  gallery.addEventListener("click", event => {
    if (isPlainClick(event) && event.target.closest(".chips a")) sessionStorage.setItem(focusKey, "#panel summary");
  });
  if (narrow.matches) panel.open = false;
  panel.addEventListener("toggle", () => {
    if (!narrow.matches) document.cookie = `panel=${panel.open ? "open" : "closed"}; path=/; max-age=34560000; samesite=lax`;
    loadFacets();
  });
  panel.addEventListener("click", ({ target }) => (target === panel || target.closest("[data-closes]")) && closePanel());
  // Waits for htmx to have processed the page.
  document.addEventListener("DOMContentLoaded", loadFacets, { once: true });
  // Listens to the document, because the sheet of a narrow window covers the page wherever the focus is.
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (!panel.open || !(narrow.matches || panel.contains(event.target)) || isTyping(event.target)) return;
    closePanel();
    event.preventDefault();
  });
  // htmx keeps this element while it replaces the results.
  document.getElementById("shelf")?.addEventListener("toggle", () => import("./shelf.js"));
}

restoreFocus();
