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

// The document, because any part of the page may speak.
document.addEventListener("sovia:say", ({ detail }) => {
  clearTimeout(hideTimer);
  const toast = Object.assign(document.createElement("p"), { className: "toast", textContent: detail });
  toasts.replaceChildren(toast);
  hideTimer = setTimeout(() => toasts.replaceChildren(), 4000);
});

document.addEventListener("sovia:tell", ({ detail }) => { status.textContent = detail; });

// Removes the server's toast too, unless it is hovered or focused.
const serverToast = document.getElementById("told");
function removeToast() {
  if (serverToast.matches(":hover, :focus-within")) setTimeout(removeToast, 2000);
  else serverToast.remove();
}
if (serverToast) setTimeout(removeToast, 8000);
