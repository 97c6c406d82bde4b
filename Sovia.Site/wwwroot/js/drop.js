// Lets files be dropped on the form, and hands them to its own file field.
const zone = document.querySelector(".drop");
const field = zone?.querySelector("input[type='file']");
const holdsFiles = event => event.dataTransfer?.types.includes("Files");

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
    if (zone.contains(event.target)) field.files = event.dataTransfer.files;
  });

  document.addEventListener("dragleave", event => event.relatedTarget || zone.removeAttribute("data-over"));
}
