// Checks whether a key goes to a form field or a dialog, where it must not act as a shortcut.
export const isTyping = target => target.closest?.("input, textarea, select, [contenteditable], dialog") != null;
