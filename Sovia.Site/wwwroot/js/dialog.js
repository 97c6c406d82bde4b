// Shows the sheet of keys over the page; it is a page of its own as well, which is where it is taken from.
const sheet = document.getElementById("keys");
const body = sheet?.firstElementChild;

async function open() {
  if (sheet.open) return;
  if (!body.childElementCount) {
    const answer = await fetch("/help/keys", { headers: { "HX-Request": "true" } });
    if (!answer.ok) return location.assign("/help/keys");
    body.innerHTML = await answer.text();
    const close = Object.assign(document.createElement("button"), { className: "button button--quiet dialog__close", type: "button", textContent: "Close" });
    close.addEventListener("click", () => sheet.close());
    body.append(close);
  }
  sheet.showModal();
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
