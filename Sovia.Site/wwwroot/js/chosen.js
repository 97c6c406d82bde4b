// Shows the chosen files and their size, and stops the form from sending nothing or more than its limit.
import { formatSize } from "./size.js";

const form = document.querySelector("form.handover");
const summary = form?.querySelector(".chosen");
const fields = [...form?.querySelectorAll("input[type='file']") ?? []];

function update() {
  const files = fields.flatMap(field => [...field.files]);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const [limit, isEmpty] = [Number(form.dataset.most), files.length === 0];
  const size = `${files.length === 1 ? files[0].name : `${files.length.toLocaleString("en")} files`}, ${formatSize(bytes)}`;
  summary.hidden = isEmpty;
  summary.classList.toggle("is-wrong", bytes > limit);
  summary.textContent = bytes > limit ? `${size} (over the ${formatSize(limit)} limit)` : size;
  const isNothing = isEmpty && form.elements.text.value.trim() === "";
  fields[0].setCustomValidity(bytes > limit ? summary.textContent : isNothing ? form.dataset.empty : "");
}

if (form) {
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  // Browsers restore the fields when the user goes back to the page.
  addEventListener("pageshow", update);
}
