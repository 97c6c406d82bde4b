// Left and right follow the page's previous and next, except where somebody types or a video takes the keys.
const ways = { ArrowLeft: "prev", ArrowRight: "next" };

document.addEventListener("keydown", event => {
  const way = ways[event.key];
  if (!way || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, video, audio, [contenteditable], pre, .strip")) return;
  document.querySelector(`.stage a[rel="${way}"]`)?.click();
});
