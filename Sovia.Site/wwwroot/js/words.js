// Copies the prompt of a card. Loads the item's page, because a card has only the start of the prompt. Loaded on first use.
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));

export async function copyPrompt(card) {
  try {
    const response = await fetch(card.querySelector("a").href);
    if (!response.ok) throw new Error(response.statusText);
    const prompt = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".prompt__text")?.textContent;
    if (!prompt) return announce("This item has no prompt.");
    await navigator.clipboard.writeText(prompt);
    announce("Prompt copied.");
  } catch {
    announce("Couldn't copy the prompt.");
  }
}
