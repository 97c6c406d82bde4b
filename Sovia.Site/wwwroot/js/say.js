// Says what happened, for a moment and aloud: `sovia:say` with the words as its detail. What is only to be heard is in
// `sovia:tell`, such as the count after typing.
const shown = document.createElement("div");
shown.className = "toasts";
shown.setAttribute("role", "status");
const told = document.createElement("p");
told.className = "unseen";
told.setAttribute("role", "status");
document.body.append(shown, told);
shown.addEventListener("click", () => shown.replaceChildren());
let hiding = 0;

document.addEventListener("sovia:say", ({ detail }) => {
  clearTimeout(hiding);
  const toast = Object.assign(document.createElement("p"), { className: "toast", textContent: detail });
  shown.replaceChildren(toast);
  hiding = setTimeout(() => shown.replaceChildren(), 4000);
});

document.addEventListener("sovia:tell", ({ detail }) => { told.textContent = detail; });

// What the server said goes too, unless somebody is about to use it.
const from = document.getElementById("told");
function fade() {
  if (from.matches(":hover, :focus-within")) setTimeout(fade, 2000);
  else from.remove();
}
if (from) setTimeout(fade, 8000);
