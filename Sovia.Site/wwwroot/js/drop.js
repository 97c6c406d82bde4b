// Puts files and folders dropped on the form into its file field. handover.js takes those dropped elsewhere.
const zone = document.querySelector(".drop");
const field = zone?.querySelector("input[type='file']");
const hasFiles = event => event.dataTransfer?.types.includes("Files");

async function setFiles(entries) {
  const transfer = new DataTransfer();
  const { readFiles } = await import("./entries.js");
  for (const entry of entries) for await (const file of readFiles(entry)) transfer.items.add(file);
  field.files = transfer.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

if (field) {
  zone.addEventListener("dragover", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.toggleAttribute("data-over", true);
  });

  zone.addEventListener("drop", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.removeAttribute("data-over");
    // Read now, because the browser empties the list after this event.
    setFiles([...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean));
  });

  zone.addEventListener("dragleave", event => zone.contains(event.relatedTarget) || zone.removeAttribute("data-over"));
}
