// Copies the words a button names, and says so in the button itself.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const label = button.querySelector("span");
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    label.textContent = "Copied";
  } catch {
    label.textContent = "Copy failed";
  }
  setTimeout(() => { label.textContent = before; }, 1500);
});
