// Checks whether a key goes to a form field or an open dialog, where it must not act as a shortcut. A dialog that has just closed keeps
// the focus until the browser renders again.
// `except` is a selector of fields in which the keys act all the same.
export const isTyping = (target, except = null) =>
  target.closest?.(`input${except ? `:not(${except})` : ""}, textarea, select, [contenteditable], dialog[open]`) != null;
