// A stretch put above starts as a wall of its own, so that nothing in view moves. Once the older wall lies out of sight
// below, its cards join the newer one and the ragged seam between them is gone.
const watcher = new IntersectionObserver(entries => {
  for (const { target: lower, boundingClientRect } of entries) {
    const upper = lower.previousElementSibling;
    if (boundingClientRect.top < innerHeight || !upper?.matches(".wall")) continue;
    watcher.unobserve(lower);
    upper.append(...lower.children);
    lower.remove();
  }
});

document.addEventListener("htmx:afterSwap", () => {
  for (const lower of document.querySelectorAll(".wall + .wall")) watcher.observe(lower);
});
