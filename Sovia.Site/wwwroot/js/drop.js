// Lets files and folders be dropped on the form, and hands them to its own file field.
import { within } from "./entries.js";

const zone = document.querySelector(".drop");
const field = zone?.querySelector("input[type='file']");
const holdsFiles = event => event.dataTransfer?.types.includes("Files");

async function take(items) {
  const taken = new DataTransfer();
  // The list is emptied as soon as this event is over.
  const entries = [...items].map(item => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  for (const entry of entries) for await (const file of within(entry)) taken.items.add(file);
  field.files = taken.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

if (field) {
  document.addEventListener("dragover", event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    zone.toggleAttribute("data-over", zone.contains(event.target));
  });

  document.addEventListener("drop", event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    zone.removeAttribute("data-over");
    if (zone.contains(event.target)) take(event.dataTransfer.items);
  });

  document.addEventListener("dragleave", event => event.relatedTarget || zone.removeAttribute("data-over"));
}
