// Recent searches, the newest first. They are stored in this browser only.
const storageKey = "searches";

export function readRecent() {
  try {
    const items = JSON.parse(localStorage.getItem(storageKey));
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}

export const saveRecent = text =>
  localStorage.setItem(storageKey, JSON.stringify([text, ...readRecent().filter(item => item !== text)].slice(0, 8)));
