// Whether a key belongs to what somebody types in, or to a dialog, and must not act as a shortcut.
export const isTyping = target => target.closest?.("input, textarea, select, [contenteditable], dialog") != null;
