// Copies the text that a button names, and confirms in the button.
document.getElementById("main")?.addEventListener("click", async event => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const label = button.querySelector("span");
  // A second click comes while the label still says "Copied".
  const original = label.dataset.original ??= label.textContent;
  try {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
    label.textContent = "Copied";
  } catch {
    label.textContent = "Copy failed";
  }
  setTimeout(() => { label.textContent = original; }, 1500);
});
