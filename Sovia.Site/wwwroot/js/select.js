// Selects cards with `x`, the select button, or a tap in select mode. Loads selection.js with the first selected card.
import { isTyping } from "./typing.js";

const host = document.getElementById("picked");
const loadSelection = () => import(host.dataset.script);

if (host) {
  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "x" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
    const card = document.activeElement.closest(".card");
    if (!card) return;
    event.preventDefault();
    loadSelection().then(({ toggle }) => toggle(card, event.shiftKey));
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("#select, [data-act='select']");
    if (!button || event.button || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const card = button.closest(".card");
    loadSelection().then(({ setMode, toggle }) => card ? toggle(card, event.shiftKey) : setMode());
  });
  let hasSelection = false;
  addEventListener("pageshow", () => {
    hasSelection ||= sessionStorage.getItem("picked") !== null;
    if (hasSelection) loadSelection().then(({ restore }) => restore());
  });
}
