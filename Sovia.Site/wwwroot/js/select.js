// Selects cards with `x`, the select button, or a tap in select mode. Loads selection.js with the first selected card.
import { loadOnce } from "./load.js";
import { isTyping } from "./typing.js";

const gallery = document.querySelector(".gallery");
const host = document.getElementById("picked");
const loadSelection = loadOnce(() => import(host.dataset.script));

if (gallery) {
  let modeLoading = null;
  gallery.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "x" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
    const card = document.activeElement.closest(".card");
    if (!card) return;
    event.preventDefault();
    loadSelection().then(({ toggle }) => toggle(card, event.shiftKey));
  });
  gallery.addEventListener("click", event => {
    const button = event.target.closest("#select, [data-act='select']");
    if (!button || event.button || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const card = button.closest(".card");
    const loading = loadSelection();
    if (card) return loading.then(({ toggle }) => toggle(card, event.shiftKey));
    // Cleared after a failed request too, because cards could not be opened otherwise.
    modeLoading = loading.then(({ setMode }) => setMode()).finally(() => { modeLoading = null; });
  });
  // A card that is tapped before select mode has loaded is selected, not opened.
  gallery.addEventListener("click", event => {
    const card = modeLoading && event.target.closest(".card__link")?.closest(".card");
    if (!card) return;
    event.preventDefault();
    event.stopPropagation();
    modeLoading.then(loadSelection).then(({ toggle }) => toggle(card, event.shiftKey));
  }, { capture: true });
  let hasSelection = false;
  // A page from the back/forward cache may show an older selection.
  addEventListener("pageshow", () => {
    hasSelection ||= sessionStorage.getItem("picked") !== null;
    if (hasSelection) loadSelection().then(({ restore }) => restore());
  });
}
