// Searches while typing. Results stay, dimmed, until new ones arrive. The last word is a prefix while the caret is at its end.
const input = document.querySelector("#filters [name='search'][hx-get]");
const getResults = () => document.getElementById("results");
// Returns the hidden link in the results of a prefix search; its URL repeats that search.
const getPrefixLink = () => document.getElementById("typing");
const gallery = document.querySelector(".gallery");
let pressTarget = null;
let lastRequest = null;

function finishSearch() {
  // The input stays active while another window has the focus.
  if (document.activeElement === input || !(getPrefixLink() || getResults()?.ariaBusy === "true")) return;
  // Does not replace results while one of their controls is pressed.
  if (!pressTarget?.closest("#results :is(a, button, label, select, input, summary)")) htmx.trigger(input, "sovia:searched");
}

if (input && gallery) {
  input.addEventListener("htmx:configRequest", ({ detail }) => {
    if (document.activeElement !== input) detail.headers["HX-Trigger-Name"] = "searched";
    else if (input.selectionEnd < input.value.length) detail.parameters.search = `${input.value} `;
  });
  input.addEventListener("htmx:beforeSend", ({ detail }) => {
    lastRequest = detail;
    if (getResults()) getResults().ariaBusy = "true";
  });
  // An abort is no error, because a newer request replaces this one.
  input.addEventListener("htmx:abort", () => { if (lastRequest) lastRequest.error = null; });
  input.addEventListener("htmx:afterRequest", ({ detail }) => {
    const reswap = detail.successful && detail.xhr.getResponseHeader("HX-Reswap");
    if (reswap === "none") document.dispatchEvent(new CustomEvent("sovia:tell", { detail: "No results yet" }));
  });
  for (const type of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) input.addEventListener(type, () => { if (getResults()) getResults().ariaBusy = null; });
  input.addEventListener("blur", () => setTimeout(finishSearch));
  for (const type of ["focus", "keydown"]) input.addEventListener(type, () => { pressTarget = null; });
  gallery.addEventListener("pointerdown", ({ target }) => { pressTarget = target; }, { capture: true });

  // Loads facets and months for the prefix search; a click on a result saves it for Back.
  gallery.addEventListener("htmx:configRequest", ({ detail, target }) => {
    if (!getPrefixLink() || !["facets", "months"].includes(target.id)) return;
    for (const [name, value] of new URL(getPrefixLink().href).searchParams)
      if (["search", "open"].includes(name)) detail.parameters[name] = value;
  });
  // Removes the canonical link, because it names the previous results. htmx reports this on the page only.
  document.addEventListener("htmx:replacedInHistory", () => document.querySelector("link[rel='canonical']")?.remove());
  // Keeps the prefix search if a filter or the sort changes while the search box is untouched.
  input.form.addEventListener("formdata", ({ formData }) => {
    if (getPrefixLink() && document.activeElement !== input && input.value === input.defaultValue) formData.set("open", "1");
  });
  gallery.addEventListener("click", event => {
    // A modified click opens a tab or saves the link, and another may only close a menu; this page stays.
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (getPrefixLink() && event.target.closest("#results article a")) history.replaceState(history.state, "", getPrefixLink().href);
  }, { capture: true });
}
