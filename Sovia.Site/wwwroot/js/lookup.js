// A picture that is pasted or dropped anywhere on the page is looked up at once, and is not taken for a file to keep.
const field = document.querySelector("input[name='picture']");
const isPicture = file => file.type.startsWith("image/");

function lookUp(files) {
  const picture = [...files].find(isPicture);
  if (!field || !picture) return false;
  const taken = new DataTransfer();
  taken.items.add(picture);
  field.files = taken.files;
  field.form.requestSubmit();
  return true;
}

addEventListener("paste", event => {
  if (event.target.closest?.("input:not([type='file']), textarea")) return;
  if (lookUp(event.clipboardData.files)) event.preventDefault();
});

addEventListener("drop", event => {
  if (!event.dataTransfer || ![...event.dataTransfer.files].some(isPicture)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.body.removeAttribute("data-dropping");
  lookUp(event.dataTransfer.files);
}, { capture: true });

field?.addEventListener("change", () => field.files.length && field.form.requestSubmit());
