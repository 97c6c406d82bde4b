// The comparison's own keys, and likes and stars without leaving the page.
const compare = document.querySelector(".compare");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const isTyping = target => target.closest("input:not([type='checkbox'], [type='radio'], [type='range']), textarea, select, [contenteditable], dialog");
const ways = { ArrowLeft: "[rel='prev']", ArrowRight: "[rel='next']", p: "[data-act='promote']" };

// What changed is taken from the page as it is now; clips go on playing.
function take(page) {
  for (const pane of compare.querySelectorAll(".pane[data-post-id]")) {
    const now = page.querySelector(`.pane[data-post-id="${pane.dataset.postId}"]`);
    if (!now) return location.reload();
    for (const name of ["data-liked", "data-rating", "data-tags"]) {
      if (now.hasAttribute(name)) pane.setAttribute(name, now.getAttribute(name));
      else pane.removeAttribute(name);
    }
    pane.querySelector(".pane__tools").replaceWith(now.querySelector(".pane__tools"));
  }
  const [facts, others] = [compare.querySelector(".compare__facts"), page.querySelector(".compare__facts")];
  if (!facts || !others) return;
  others.querySelector("[name='differing']")?.toggleAttribute("checked", facts.querySelector("[name='differing']:checked") !== null);
  facts.replaceWith(others);
}

compare?.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.closest(".pane__tools") || !event.submitter) return;
  event.preventDefault();
  const { name, value, ariaLabel } = event.submitter;
  const place = form.closest(".pane").id;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter) });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    take(page);
    document.querySelector(`#${place} .pane__tools [aria-label="${CSS.escape(ariaLabel)}"], #${place} .pane__tools [name="${name}"][value="${value}"]`)?.focus({ preventScroll: true });
    const told = page.getElementById("told")?.querySelector("[role='status']");
    if (told) say(told.textContent);
  } catch {
    say("Couldn't save: Sovia isn't responding. Nothing was changed.");
  }
});

document.addEventListener("keydown", event => {
  const way = ways[event.key];
  if (!compare || !way || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || isTyping(event.target) || event.target.closest("[role='slider'], [type='range'], [type='radio'], .compare__scroll")) return;
  const link = compare.querySelector(`.compare__walk ${way}`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
