// Looks up an image pasted or dropped anywhere on the page at once, instead of uploading it to the library.
const input = document.querySelector("input[name='picture']");
const isImage = file => file.type.startsWith("image/");

function lookUp(files) {
  const image = [...files].find(isImage);
  if (!input || !image) return false;
  const transfer = new DataTransfer();
  transfer.items.add(image);
  input.files = transfer.files;
  input.form.requestSubmit();
  return true;
}

// Listens to the window, because an image may be pasted or dropped anywhere on it.
addEventListener("paste", event => {
  if (event.target.closest?.("input:not([type='file']), textarea")) return;
  if (lookUp(event.clipboardData.files)) event.preventDefault();
});

addEventListener("drop", event => {
  if (!event.dataTransfer || ![...event.dataTransfer.files].some(isImage)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  document.body.removeAttribute("data-dropping");
  lookUp(event.dataTransfer.files);
}, { capture: true });

input?.addEventListener("change", () => input.files.length && input.form.requestSubmit());
