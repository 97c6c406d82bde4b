// Shows the keyboard shortcuts in a dialog, loaded from their own page. shortcuts.js loads it on first use.
const dialog = document.getElementById("keys");
const content = dialog.firstElementChild;

let loading = null;

// Gives up if the request fails: the page is being left, or the server is down and has no page either.
async function loadContent() {
  const response = await fetch("/help/keys", { headers: { "HX-Request": "true" } }).catch(() => null);
  const html = response?.ok ? await response.text().catch(() => null) : null;
  loading = null;
  if (response && !response.ok) return location.assign("/help/keys");
  if (html === null) return false;
  content.innerHTML = html;
  const closeButton = Object.assign(document.createElement("button"), { className: "button button--quiet dialog__close", type: "button", textContent: "×", ariaLabel: "Close" });
  closeButton.addEventListener("click", () => dialog.close());
  content.append(closeButton);
  return true;
}

export async function open() {
  // Loads once, even if opened again meanwhile.
  if (!content.childElementCount && !await (loading ??= loadContent())) return;
  if (!dialog.open) dialog.showModal();
}

// A click on the backdrop targets the dialog.
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
