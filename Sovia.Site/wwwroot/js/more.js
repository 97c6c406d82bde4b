// Opens the dialog of a card: like, select, copy and edit the annotation of its post. Loaded on first use.
import "./annotate.js";
import { refresh } from "./rate.js";

const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));
const template = document.getElementById("more").content;
let isLoading = false;

async function loadEditor(id) {
  const response = await fetch(`/posts/${id}/annotate`, { headers: { "HX-Request": "true" } });
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), "text/html").getElementById("annotate");
}

/**
 * Opens the dialog of a card.
 * @param {Element} card
 * @param {string} [focusSelector] The control to focus.
 */
export async function open(card, focusSelector) {
  if (isLoading || document.querySelector("dialog[open]")) return;
  const dialog = template.firstElementChild.cloneNode(true);
  const editor = dialog.querySelector("annotation-editor");
  for (const [act, mark] of [["like", "liked"], ["select", "selected"]])
    dialog.querySelector(`[data-act="${act}"]`).ariaPressed = card.querySelector(`[data-mark="${mark}"]`) !== null;
  let section;
  isLoading = true;
  try {
    section = await loadEditor(card.dataset.postId);
  } catch {
    return announce("Couldn't load the item. Sovia isn't responding.");
  } finally {
    isLoading = false;
  }
  editor.append(section);
  let isChanged = false;
  dialog.addEventListener("sovia:annotated", () => { isChanged = true; });
  dialog.addEventListener("click", ({ target }) => { if (target === dialog || target.closest("[data-act='close'], [data-act='select']")) dialog.close(); });
  dialog.addEventListener("close", () => {
    const isUnlisted = editor.querySelector("[data-part='aside'] form") !== null;
    dialog.remove();
    if (isUnlisted) {
      document.dispatchEvent(new Event("sovia:leave"));
      return location.reload();
    }
    if (isChanged) refresh(card);
    card.querySelector("a").focus({ preventScroll: true });
  });
  card.append(dialog);
  await Promise.all([...dialog.querySelectorAll("link")].map(link => link.sheet ?? new Promise(resolve => { link.onload = link.onerror = resolve; })));
  dialog.showModal();
  (focusSelector ? dialog.querySelector(focusSelector) : dialog.querySelector("[data-act='like']")).focus();
}
