// Selects cards by `x`, a tick, or a tap in select mode. What keeps and shows a selection is loaded with the first selected card.
import { isTyping } from "./typing.js";

const host = document.getElementById("picked");
const selection = () => import(host.dataset.script);

if (host) {
  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "x" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
    const card = document.activeElement.closest(".card");
    if (!card) return;
    event.preventDefault();
    selection().then(({ toggle }) => toggle(card, event.shiftKey));
  });
  document.addEventListener("click", event => {
    const tick = event.target.closest("#select, [data-act='select']");
    if (!tick || event.button || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const card = tick.closest(".card");
    selection().then(({ setMode, toggle }) => card ? toggle(card, event.shiftKey) : setMode());
  });
  let isKnown = false;
  addEventListener("pageshow", () => {
    isKnown ||= sessionStorage.getItem("picked") !== null;
    if (isKnown) selection().then(({ restore }) => restore());
  });
}
