// Uploads files dropped anywhere: images, videos and audio as files, anything else as an export to import.
const hasFiles = event => event.dataTransfer?.types.includes("Files");
const isInDropArea = event => event.target.closest?.(".drop");

// Listens to the window, because files may be dropped anywhere on it.
addEventListener("dragover", event => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  document.body.toggleAttribute("data-dropping", !isInDropArea(event));
});

addEventListener("dragleave", event => event.relatedTarget || document.body.removeAttribute("data-dropping"));

addEventListener("drop", event => {
  document.body.removeAttribute("data-dropping");
  if (!hasFiles(event)) return;
  event.preventDefault();
  if (isInDropArea(event)) return;
  // Read now, because the browser empties the list after this event.
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  import("./dropped.js").then(({ upload }) => upload(entries));
});
