// Sends the filters as soon as one is chosen, without what is left at its default; remembers whether their panel is open;
// and gives the keyboard its place back on the page that answers.
const form = document.getElementById("filters");
const panel = document.getElementById("panel");
const place = "place";

form?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (!value) formData.delete(name);
});

document.addEventListener("change", ({ target }) => {
  if (target.form !== form || target.type === "search") return;
  if (target.name) sessionStorage.setItem(place, `[name="${target.name}"]`);
  form.requestSubmit();
});

document.addEventListener("click", ({ target }) => {
  const link = target.closest?.(".facets a, .chips a");
  const value = link?.closest("[data-facet]");
  if (link) sessionStorage.setItem(place, value ? `[data-value="${CSS.escape(value.dataset.value)}"] .${link.className}` : "#panel summary");
});

// Typing swaps the results; the facets and the months follow them.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id === "results") htmx.trigger(document.body, "sovia:query");
});

if (panel) {
  panel.open = panel.open || (localStorage.getItem("panel") === "open" && innerWidth > 900);
  panel.addEventListener("toggle", () => localStorage.setItem("panel", panel.open ? "open" : "closed"));
}

function restore() {
  const selector = sessionStorage.getItem(place);
  const found = selector && document.querySelector(selector);
  if (!found) return;
  sessionStorage.removeItem(place);
  found.focus({ preventScroll: true });
}

restore();
document.addEventListener("htmx:afterSettle", restore);
