// Shows the sheet of keys over the page; it is a page of its own as well, which is where it is taken from.
const sheet = document.getElementById("keys");
const body = sheet?.firstElementChild;

let asked = null;

// A page that is being left gives up what it asked for, and a site that does not answer has no page for it either.
async function fill() {
  const answer = await fetch("/help/keys", { headers: { "HX-Request": "true" } }).catch(() => null);
  asked = null;
  if (!answer) return false;
  if (!answer.ok) return location.assign("/help/keys");
  body.innerHTML = await answer.text();
  const close = Object.assign(document.createElement("button"), { className: "button button--quiet dialog__close", type: "button", textContent: "×", ariaLabel: "Close" });
  close.addEventListener("click", () => sheet.close());
  body.append(close);
  return true;
}

async function open() {
  // Once, however often it is asked for before it is there.
  if (!body.childElementCount && !await (asked ??= fill())) return;
  if (!sheet.open) sheet.showModal();
}

if (sheet) {
  document.addEventListener("sovia:keys", open);
  document.addEventListener("click", event => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || !event.target.closest?.(".bar__keys")) return;
    event.preventDefault();
    open();
  });
  // A click beside it falls on the dialog itself.
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
}
