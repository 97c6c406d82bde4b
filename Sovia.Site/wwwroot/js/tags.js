/**
 * Offers tags that are in use while one is typed, with how many posts bear them. Nothing is chosen until somebody chooses.
 * @param {HTMLInputElement | null} input
 * @param {HTMLElement | null} list
 * @param {AbortSignal} signal Ends it.
 */
export function suggestTags(input, list, signal) {
  if (!input || !list) return;
  let waiting = 0;
  let asking = null;

  const options = () => [...list.querySelectorAll("[role='option']")];
  const chosen = () => list.hidden ? -1 : options().findIndex(option => option.ariaSelected === "true");
  // The last of several tags is the one that is being typed.
  const typed = () => input.value.slice(input.value.lastIndexOf(",") + 1).trim();

  function show(any) {
    list.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    input.removeAttribute("aria-activedescendant");
  }

  function hide() {
    clearTimeout(waiting);
    asking?.abort();
    show(false);
  }

  function point(place) {
    const all = options();
    const wrapped = place < -1 ? all.length - 1 : place >= all.length ? -1 : place;
    all.forEach((option, here) => { option.ariaSelected = String(here === wrapped); });
    all[wrapped] ? input.setAttribute("aria-activedescendant", all[wrapped].id) : input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ handler: "tags", typed: typed() });
      const answer = await fetch(`${input.form.getAttribute("action")}?${query}`, { headers: { "HX-Request": "true" }, signal: asking.signal });
      if (!answer.ok || document.activeElement !== input) return;
      list.innerHTML = await answer.text();
      show(options().length > 0);
    } catch (error) {
      if (error.name !== "AbortError") hide();
    }
  }

  function accept({ dataset }) {
    const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
    hide();
    input.value = before + dataset.tag;
    input.form.requestSubmit();
    input.focus();
  }

  function key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const option = options()[chosen()];
    if (event.key === "ArrowDown") list.hidden ? ask() : point(chosen() + 1);
    else if (event.key === "ArrowUp" && !list.hidden) point(chosen() - 1);
    else if (event.key === "Escape" && !list.hidden) hide();
    else if (event.key === "Escape" && !input.closest("dialog")) input.blur();
    else if (option && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) accept(option);
    else {
      if (event.key === "Enter") hide();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  const listen = (target, type, listener) => target.addEventListener(type, listener, { signal });
  listen(input, "input", event => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, 100);
  });
  listen(input, "focus", ask);
  listen(input, "keydown", key);
  listen(input, "blur", hide);
  // The field keeps the focus while a tag is pressed.
  listen(list, "mousedown", event => event.preventDefault());
  listen(list, "click", ({ target }) => { const option = target.closest("[role='option']"); if (option) accept(option); });
  signal.addEventListener("abort", () => { clearTimeout(waiting); asking?.abort(); });
}
