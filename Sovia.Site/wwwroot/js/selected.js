// Words of a prompt that are selected can be searched for: a link below them says so.
const isIn = node => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(".prompt__text");
const link = () => document.querySelector(".prompt__search");

const isOfWord = sign => sign !== undefined && /[\p{L}\p{N}\p{M}'’-]/u.test(sign);

// Of a word that is selected in part, the whole: half of it stands in no prompt.
function wordsOf(range) {
  const whole = isIn(range.startContainer);
  const before = document.createRange();
  before.setStart(whole, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = whole.textContent;
  let start = before.toString().length;
  let end = start + range.toString().length;
  while (isOfWord(text[start - 1]) && isOfWord(text[start])) start--;
  while (isOfWord(text[end]) && isOfWord(text[end - 1])) end++;
  return text.slice(start, end).replaceAll('"', " ").trim().replace(/\s+/g, " ");
}

function look() {
  const found = link();
  if (!found) return;
  const selection = getSelection();
  const whole = isIn(selection.anchorNode);
  const words = whole && whole === isIn(selection.focusNode) && !selection.isCollapsed ? wordsOf(selection.getRangeAt(0)) : "";
  const isShown = words.length > 1;
  found.hidden = !isShown;
  if (!isShown) return;
  const several = words.includes(" ") ? `"${words}"` : words;
  found.href = `/?${new URLSearchParams({ search: several })}`;
  found.querySelector("span").textContent = `Search “${words.length > 24 ? `${words.slice(0, 23).trimEnd()}…` : words}”`;
  const [text, box] = [selection.getRangeAt(0).getBoundingClientRect(), found.offsetParent.getBoundingClientRect()];
  found.style.insetBlockStart = `${text.bottom - box.top + 6}px`;
  found.style.left = `${Math.min(Math.max(text.left - box.left, 8), box.width - found.offsetWidth - 8)}px`;
}

document.addEventListener("selectionchange", look);
