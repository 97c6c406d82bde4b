// Handles `/` for search, `?` for help, `g` plus a letter for pages, Ctrl-K for commands and Ctrl-Z for undo.
import { openPanel } from "./panel.js";
import { isTyping } from "./typing.js";

const pages = { l: "/", m: "/media", i: "/import", h: "/history", f: "/facets", s: "/help/search" };
const never = -Infinity;
let gPressedAt = never;

function go(page) {
  const url = page === pages.f && location.pathname === "/" ? page + location.search : page;
  document.dispatchEvent(new Event("sovia:leave"));
  location.assign(url);
}

// Gives up if the script does not load: the page is being left, or the server is down.
const showKeys = () => import("./dialog.js").then(({ open }) => open(), () => {});

document.querySelector(".bar__keys")?.addEventListener("click", event => {
  if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  showKeys();
});

// Runs first, because `g l` leads to a page while `l` alone likes a card.
document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
  const search = document.querySelector("#filters [name='search']");
  const page = event.timeStamp - gPressedAt < 1500 && pages[event.key];
  gPressedAt = event.key === "g" ? event.timeStamp : never;
  if (page) {
    if (page !== pages.f || !openPanel()) go(page);
  } else if (event.key === "/" && search) {
    search.focus();
    search.select();
  } else if (event.key === "?") showKeys();
  else return;
  event.preventDefault();
  // Stops other shortcuts of the same key.
  event.stopImmediatePropagation();
}, { capture: true });

document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || document.querySelector("dialog[open]:not(#palette)")) return;
  event.preventDefault();
  const palette = document.getElementById("palette");
  if (palette.open) return palette.close();
  palette.querySelector("input").value = "";
  // Opens before its script has loaded, so that no key is lost.
  palette.showModal();
  import("./palette.js").then(({ show }) => show());
});

document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() !== "z" || event.shiftKey || event.ctrlKey === event.metaKey || event.altKey || event.repeat || event.defaultPrevented || isTyping(event.target)) return;
  event.preventDefault();
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/history/undo";
  form.innerHTML = "<input type='hidden' name='back'>";
  form.firstChild.value = location.pathname + location.search;
  document.body.append(form);
  form.requestSubmit();
});
