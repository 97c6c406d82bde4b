// Puts files and folders dropped on the form into its file field.
import { readFiles } from "./entries.js";

const zone = document.querySelector(".drop");
const field = zone?.querySelector("input[type='file']");
const hasFiles = event => event.dataTransfer?.types.includes("Files");

async function setFiles(items) {
  const transfer = new DataTransfer();
  // Copies the list, because it is emptied after the event.
  const entries = [...items].map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  for (const entry of entries) for await (const file of readFiles(entry)) transfer.items.add(file);
  field.files = transfer.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

if (field) {
  document.addEventListener("dragover", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.toggleAttribute("data-over", zone.contains(event.target));
  });

  document.addEventListener("drop", event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.removeAttribute("data-over");
    if (zone.contains(event.target)) setFiles(event.dataTransfer.items);
  });

  document.addEventListener("dragleave", event => event.relatedTarget || zone.removeAttribute("data-over"));
}
