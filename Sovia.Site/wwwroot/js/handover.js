// Files dropped anywhere are uploaded: images, videos and audio as files, anything else as an export to import.
const holdsFiles = event => event.dataTransfer?.types.includes("Files");
const ownsDrop = event => event.target.closest?.(".drop");

addEventListener("dragover", event => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  document.body.toggleAttribute("data-dropping", !ownsDrop(event));
});

addEventListener("dragleave", event => event.relatedTarget || document.body.removeAttribute("data-dropping"));

addEventListener("drop", event => {
  document.body.removeAttribute("data-dropping");
  if (!holdsFiles(event)) return;
  event.preventDefault();
  if (ownsDrop(event)) return;
  // The list is emptied as soon as this event is over.
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  import("./dropped.js").then(({ upload }) => upload(entries));
});
