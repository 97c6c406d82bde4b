// Shows a search link below the words selected in a prompt.
const findPrompt = node => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".prompt__text");
const findLink = () => document.querySelector(".prompt__search");

const isWordChar = char => char !== undefined && /[\p{L}\p{N}\p{M}'’-]/u.test(char);

// Completes partly selected words, because a search finds whole words.
function getWords(range) {
  const prompt = findPrompt(range.startContainer);
  const leading = document.createRange();
  leading.setStart(prompt, 0);
  leading.setEnd(range.startContainer, range.startOffset);
  const text = prompt.textContent;
  let start = leading.toString().length;
  let end = start + range.toString().length;
  while (isWordChar(text[start - 1]) && isWordChar(text[start])) start--;
  while (isWordChar(text[end]) && isWordChar(text[end - 1])) end++;
  return text.slice(start, end).replaceAll('"', " ").trim().replace(/\s+/g, " ");
}

function updateLink() {
  const link = findLink();
  if (!link) return;
  const selection = getSelection();
  const prompt = findPrompt(selection.anchorNode);
  const words = prompt && prompt === findPrompt(selection.focusNode) && !selection.isCollapsed ? getWords(selection.getRangeAt(0)) : "";
  const hasWords = words.length > 1;
  link.hidden = !hasWords;
  if (!hasWords) return;
  const search = words.includes(" ") ? `"${words}"` : words;
  link.href = `/?${new URLSearchParams({ search })}`;
  link.querySelector("span").textContent = `Search “${words.length > 24 ? `${words.slice(0, 23).trimEnd()}…` : words}”`;
  const [textBox, area] = [selection.getRangeAt(0).getBoundingClientRect(), link.offsetParent.getBoundingClientRect()];
  link.style.insetBlockStart = `${textBox.bottom - area.top + 6}px`;
  link.style.left = `${Math.min(Math.max(textBox.left - area.left, 8), area.width - link.offsetWidth - 8)}px`;
}

document.addEventListener("selectionchange", updateLink);
