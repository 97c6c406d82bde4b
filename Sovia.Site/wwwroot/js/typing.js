// Checks whether a key goes to a form field or an open dialog, where it must not act as a shortcut. A dialog that has just closed keeps
// the focus until the browser renders again.
export const isTyping = target => target.closest?.("input, textarea, select, [contenteditable], dialog[open]") != null;
