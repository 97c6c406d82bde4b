// Shows the chosen files and their size, and stops the form from sending more than its limit.
const form = document.querySelector("form.handover");
const summary = form?.querySelector(".chosen");
const formatter = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const formatSize = bytes => bytes < 1e6 ? `${formatter.format(bytes / 1e3)} kB` : bytes < 1e9 ? `${formatter.format(bytes / 1e6)} MB` : `${formatter.format(bytes / 1e9)} GB`;

form?.addEventListener("change", event => {
  if (event.target.type !== "file") return;
  const fields = [...form.querySelectorAll("input[type='file']")];
  const files = fields.flatMap(field => [...field.files]);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const isTooLarge = bytes > Number(form.dataset.most);
  summary.hidden = files.length === 0;
  summary.classList.toggle("is-wrong", isTooLarge);
  summary.textContent = `${files.length === 1 ? files[0].name : `${formatter.format(files.length)} files`}, ${formatSize(bytes)}${isTooLarge ? ` (over the ${formatSize(Number(form.dataset.most))} limit)` : ""}`;
  fields[0].setCustomValidity(isTooLarge ? summary.textContent : "");
});
