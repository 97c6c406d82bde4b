// Copies the text of all ticked prompts, with an empty line between them.
const button = document.getElementById("copy-prompts");
const getTicked = () => [...document.querySelectorAll(".prompt__tick input:checked")];

if (button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const label = button.querySelector("span");
    const texts = getTicked().map(box => document.getElementById(`prompt-${box.value}`).textContent);
    try {
      if (texts.length > 0) await navigator.clipboard.writeText(texts.join("\n\n"));
      label.textContent = texts.length === 0 ? "Select prompts first" : `Copied ${texts.length}`;
    } catch {
      label.textContent = "Copy failed";
    }
    setTimeout(() => { label.textContent = "Copy selected"; }, 1500);
  });
}
