// Shows the detail of `sovia:say` as a toast, which screen readers announce. The detail of `sovia:tell`, such as a count, is only
// announced.
const toasts = document.createElement("div");
toasts.className = "toasts";
toasts.setAttribute("role", "status");
const status = document.createElement("p");
status.className = "unseen";
status.setAttribute("role", "status");
document.body.append(toasts, status);
toasts.addEventListener("click", () => toasts.replaceChildren());
let hideTimer = 0;

// Listens to the document, because any element may send a message.
document.addEventListener("sovia:say", ({ detail }) => {
  clearTimeout(hideTimer);
  const toast = Object.assign(document.createElement("p"), { className: "toast", textContent: detail });
  toasts.replaceChildren(toast);
  hideTimer = setTimeout(() => toasts.replaceChildren(), 4000);
});

document.addEventListener("sovia:tell", ({ detail }) => { status.textContent = detail; });

// <server-toast>: the message of the request before. Removes itself, unless it is hovered or focused.
class ServerToast extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    this.querySelector(".toast__close").addEventListener("click", () => this.remove());
    this.#hideIn(8000);
  }

  disconnectedCallback() { clearTimeout(this.#timer); }

  #hideIn(delay) {
    this.#timer = setTimeout(() => this.matches(":hover, :focus-within") ? this.#hideIn(2000) : this.remove(), delay);
  }
}

if (!customElements.get("server-toast")) customElements.define("server-toast", ServerToast);
