// The dialog of a card: like, select, copy, and what is decided about its item as on the page of that. Loaded when it is first opened.
import "./annotate.js";
import { refresh } from "./rate.js";

const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const template = document.getElementById("more").content;

async function load(id) {
  const answer = await fetch(`/posts/${id}/annotate`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("annotate");
}

/**
 * Opens the dialog of a card.
 * @param {Element} card
 * @param {string} [focus] The control that gets the focus.
 */
export async function open(card, focus) {
  if (document.querySelector("dialog[open]")) return;
  const dialog = template.firstElementChild.cloneNode(true);
  const editor = dialog.querySelector("annotation-editor");
  for (const [act, mark] of [["like", "liked"], ["select", "selected"]])
    dialog.querySelector(`[data-act="${act}"]`).ariaPressed = card.querySelector(`[data-mark="${mark}"]`) !== null;
  let section;
  try {
    section = await load(card.dataset.postId);
  } catch {
    return say("Couldn't load the item. Sovia isn't responding.");
  }
  editor.append(section);
  let isChanged = false;
  dialog.addEventListener("sovia:annotated", () => { isChanged = true; });
  dialog.addEventListener("click", ({ target }) => { if (target === dialog || target.closest("[data-act='close'], [data-act='select']")) dialog.close(); });
  dialog.addEventListener("close", () => {
    const isGone = editor.querySelector("[data-part='aside'] form") !== null;
    dialog.remove();
    if (isGone) {
      document.dispatchEvent(new Event("sovia:leave"));
      return location.reload();
    }
    if (isChanged) refresh(card);
    card.querySelector("a").focus({ preventScroll: true });
  });
  card.append(dialog);
  await Promise.all([...dialog.querySelectorAll("link")].map(link => link.sheet ?? new Promise(done => { link.onload = link.onerror = done; })));
  dialog.showModal();
  (focus ? dialog.querySelector(focus) : dialog.querySelector("[data-act='like']")).focus();
}
