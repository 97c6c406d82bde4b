// Handles the keys of a comparison, and saves likes and ratings in place.
import { isTyping } from "./typing.js";

const compare = document.querySelector(".compare");
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));
const selectors = { ArrowLeft: "[rel='prev']", ArrowRight: "[rel='next']", p: "[data-act='promote']" };

// Copies annotations from a fresh page; videos keep playing.
function updatePanes(page) {
  for (const pane of compare.querySelectorAll(".pane[data-post-id]")) {
    const newPane = page.querySelector(`.pane[data-post-id="${pane.dataset.postId}"]`);
    if (!newPane) return location.reload();
    for (const name of ["data-liked", "data-rating", "data-tags"]) {
      if (newPane.hasAttribute(name)) pane.setAttribute(name, newPane.getAttribute(name));
      else pane.removeAttribute(name);
    }
    pane.querySelector(".pane__tools").replaceWith(newPane.querySelector(".pane__tools"));
  }
  const [details, newDetails] = [compare.querySelector(".compare__facts"), page.querySelector(".compare__facts")];
  if (!details || !newDetails) return;
  newDetails.querySelector("[name='differing']")?.toggleAttribute("checked", details.querySelector("[name='differing']:checked") !== null);
  details.replaceWith(newDetails);
}

compare?.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.closest(".pane__tools") || !event.submitter) return;
  event.preventDefault();
  const { name, value, ariaLabel } = event.submitter;
  const paneId = form.closest(".pane").id;
  try {
    const response = await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter) });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    updatePanes(page);
    document.querySelector(`#${paneId} .pane__tools [aria-label="${CSS.escape(ariaLabel)}"], #${paneId} .pane__tools [name="${name}"][value="${value}"]`)?.focus({ preventScroll: true });
    const status = page.querySelector("server-toast [role='status']");
    if (status) announce(status.textContent);
  } catch {
    announce("Couldn't save: Sovia isn't responding. Nothing was changed.");
  }
});

document.addEventListener("keydown", event => {
  const selector = selectors[event.key];
  if (!compare || !selector || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (isTyping(event.target, "[type='checkbox']") || event.target.closest("[role='slider'], .compare__scroll")) return;
  const link = compare.querySelector(`.compare__walk ${selector}`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
