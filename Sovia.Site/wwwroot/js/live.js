// Searches while typing. Results stay, dimmed, until others come. The last word is a prefix while the caret is behind it.
const input = document.querySelector("#filters [name='search'][hx-get]");
const results = () => document.getElementById("results");
// Stands in results that were found by a beginning, with the address that finds them again.
const typing = () => document.getElementById("typing");
let pressed = null;
let sent = null;

function leave() {
  // While another window has the focus, the box is not left.
  if (document.activeElement === input || !(typing() || results()?.ariaBusy === "true")) return;
  // What is being pressed must not be taken from under the pointer.
  if (!pressed?.closest("#results :is(a, button, label, select, input, summary)")) htmx.trigger(input, "sovia:searched");
}

if (input) {
  input.addEventListener("htmx:configRequest", ({ detail }) => {
    if (document.activeElement !== input) detail.headers["HX-Trigger-Name"] = "searched";
    else if (input.selectionEnd < input.value.length) detail.parameters.search = `${input.value} `;
  });
  input.addEventListener("htmx:beforeSend", ({ detail }) => {
    sent = detail;
    if (results()) results().ariaBusy = "true";
  });
  // To give a request up for a newer one is no error to tell of.
  input.addEventListener("htmx:abort", () => { if (sent) sent.error = null; });
  input.addEventListener("htmx:afterRequest", ({ detail }) => {
    const answer = detail.successful && detail.xhr.getResponseHeader("HX-Reswap");
    if (answer === "none") document.dispatchEvent(new CustomEvent("sovia:tell", { detail: "No results yet" }));
  });
  for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) input.addEventListener(failure, () => { if (results()) results().ariaBusy = null; });
  input.addEventListener("blur", () => setTimeout(leave));
  document.addEventListener("pointerdown", ({ target }) => { pressed = target; }, { capture: true });
  document.addEventListener("keydown", () => { pressed = null; }, { capture: true });

  // Facets and months go with the results, and so does the way back to them.
  document.addEventListener("htmx:configRequest", ({ detail, target }) => {
    if (!typing() || !["facets", "months"].includes(target.id)) return;
    for (const [name, value] of new URL(typing().href).searchParams) if (["search", "open"].includes(name)) detail.parameters[name] = value;
  });
  // The address to share was that of the results before.
  document.addEventListener("htmx:replacedInHistory", () => document.querySelector("link[rel='canonical']")?.remove());
  // A filter or an order chosen beside a box that nobody has touched is for the results that are there.
  input.form.addEventListener("formdata", ({ formData }) => {
    if (typing() && document.activeElement !== input && input.value === input.defaultValue) formData.set("open", "1");
  });
  document.addEventListener("click", event => {
    // Opened beside this page or saved, it leaves the page where it is.
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (typing() && event.target.closest?.("#results article a")) history.replaceState(history.state, "", typing().href);
  }, { capture: true });
}
