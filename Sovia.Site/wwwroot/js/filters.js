// Sends filters when one is chosen, without defaults; updates facets and months; remembers the panel; restores the focus.
import { isTyping } from "./typing.js";

const form = document.getElementById("filters");
const panel = document.getElementById("panel");
const place = "place";
const layout = ["view", "density", "columns"];

// How the gallery is laid out is remembered; an address says it only where it was chosen or the address said it before.
const asBefore = name => {
  const controls = [...form.elements].filter(control => control.name === name);
  return !new URLSearchParams(location.search).has(name)
    && controls.every(control => control.type === "radio" ? control.checked === control.defaultChecked : [...control.options].every(option => option.selected === option.defaultSelected));
};
const isIdle = (name, value) => !value || (layout.includes(name) && asBefore(name));

form?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (isIdle(name, value)) formData.delete(name);
});

document.addEventListener("htmx:configRequest", ({ detail, target }) => {
  if (target.form !== form && !["facets", "months"].includes(target.id)) return;
  for (const name of Object.keys(detail.parameters)) if (isIdle(name, detail.parameters[name])) delete detail.parameters[name];
});

document.addEventListener("change", ({ target }) => {
  if (!form || target.form !== form || target.type === "search") return;
  sessionStorage.setItem(place, `[name="${target.name}"]${target.type === "radio" ? ":checked" : ""}`);
  // A layout is kept, the rest is of this list alone.
  form.requestSubmit(layout.includes(target.name) ? document.getElementById("keep") : null);
});

document.addEventListener("click", event => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.(".facets a, .chips a");
  const value = link?.closest("[data-facet]");
  if (link) sessionStorage.setItem(place, value ? `[data-facet="${value.dataset.facet}"][data-value="${CSS.escape(value.dataset.value)}"] .${link.className}` : "#panel summary");
});

// Facets are counted when somebody looks at them: when the panel opens, and again when what is typed changes the results.
let stale = true;
function count() {
  if (!stale || !panel?.open) return;
  stale = false;
  htmx.trigger("#facets", "sovia:facets");
}

document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
  if (target.id !== "results") return restore();
  // An answer that leaves the results in place settles on them too.
  if (detail.xhr?.getResponseHeader("HX-Reswap") === "none") return;
  document.dispatchEvent(new CustomEvent("sovia:tell", { detail: document.getElementById("count").textContent.trim() }));
  htmx.trigger(document.body, "sovia:query");
  stale = true;
  count();
});

// Of a long list, values that have what is typed above it.
document.addEventListener("input", ({ target }) => {
  if (!target.dataset.finds) return;
  const words = target.value.toLowerCase();
  for (const value of target.nextElementSibling.children) value.hidden = !value.innerText.toLowerCase().includes(words);
});

const isSheet = matchMedia("(max-width: 900px)");

function close() {
  panel.open = false;
  panel.querySelector("summary").focus();
}

if (panel) {
  if (isSheet.matches) panel.open = false;
  panel.addEventListener("toggle", () => {
    if (!isSheet.matches) document.cookie = `panel=${panel.open ? "open" : "closed"}; path=/; max-age=34560000; samesite=lax`;
    count();
  });
  panel.addEventListener("click", ({ target }) => (target === panel || target.closest("[data-closes]")) && close());
  addEventListener("DOMContentLoaded", count);
}

// Open menus close on Escape and clicks elsewhere; not the collections where they stand beside the results.
const look = () => document.querySelector(isSheet.matches ? ".look[open]" : ".look[open]:not(#shelf)");
document.addEventListener("click", event => {
  if (!look() || look().contains(event.target)) return;
  look().open = false;
  // The first click only closes it.
  if (event.target.closest(".card")) event.preventDefault();
}, { capture: true });
addEventListener("toggle", ({ target }) => target.id === "shelf" && import("./shelf.js"), true);
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (look()) {
    const menu = look();
    menu.open = false;
    menu.querySelector("summary").focus();
  } else if (panel?.open && (isSheet.matches || panel.contains(event.target)) && !isTyping(event.target)) close();
  else return;
  event.preventDefault();
});

function restore() {
  const selector = sessionStorage.getItem(place);
  const found = selector && document.querySelector(selector);
  if (!found) return;
  sessionStorage.removeItem(place);
  const menu = found.closest(".look");
  if (menu) menu.open = true;
  found.focus({ preventScroll: true });
}

restore();
