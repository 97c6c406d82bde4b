// Says what was chosen before it is sent, and keeps more than the form takes from being sent in vain.
const form = document.querySelector("form.handover");
const said = form?.querySelector(".chosen");
const sizes = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const sizeOf = bytes => bytes < 1e6 ? `${sizes.format(bytes / 1e3)} kB` : bytes < 1e9 ? `${sizes.format(bytes / 1e6)} MB` : `${sizes.format(bytes / 1e9)} GB`;

form?.addEventListener("change", event => {
  if (event.target.type !== "file") return;
  const fields = [...form.querySelectorAll("input[type='file']")];
  const files = fields.flatMap(field => [...field.files]);
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const tooMuch = bytes > Number(form.dataset.most);
  said.hidden = files.length === 0;
  said.classList.toggle("is-wrong", tooMuch);
  said.textContent = `${files.length === 1 ? files[0].name : `${sizes.format(files.length)} files`}, ${sizeOf(bytes)}${tooMuch ? ` (over the ${sizeOf(Number(form.dataset.most))} limit)` : ""}`;
  fields[0].setCustomValidity(tooMuch ? said.textContent : "");
});
