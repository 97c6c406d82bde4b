/**
 * Suggests tags in use, with their post counts, while the user types. Selects no tag by itself.
 * @param {HTMLInputElement | null} input
 * @param {HTMLElement | null} list
 * @param {AbortSignal} signal Removes the listeners.
 */
export function suggestTags(input, list, signal) {
  if (!input || !list) return;
  let timer = 0;
  let controller = null;

  const findOptions = () => [...list.querySelectorAll("[role='option']")];
  const getActiveIndex = () => list.hidden ? -1 : findOptions().findIndex(option => option.ariaSelected === "true");
  // Returns the last of several tags, which is being typed.
  const getTyped = () => input.value.slice(input.value.lastIndexOf(",") + 1).trim();

  function setOpen(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    input.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(timer);
    controller?.abort();
    setOpen(false);
  }

  function setActive(index) {
    const all = findOptions();
    const wrapped = index < -1 ? all.length - 1 : index >= all.length ? -1 : index;
    all.forEach((option, i) => { option.ariaSelected = String(i === wrapped); });
    all[wrapped] ? input.setAttribute("aria-activedescendant", all[wrapped].id) : input.removeAttribute("aria-activedescendant");
  }

  async function load() {
    controller?.abort();
    controller = new AbortController();
    try {
      const query = new URLSearchParams({ handler: "tags", typed: getTyped() });
      const response = await fetch(`${input.form.getAttribute("action")}?${query}`, { headers: { "HX-Request": "true" }, signal: controller.signal });
      if (!response.ok || document.activeElement !== input) return;
      const html = await response.text();
      const activeTag = findOptions()[getActiveIndex()]?.dataset.tag;
      list.innerHTML = html;
      setOpen(findOptions().length > 0);
      // A tag that was chosen before the response came stays chosen.
      if (activeTag) setActive(findOptions().findIndex(option => option.dataset.tag === activeTag));
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function accept({ dataset }) {
    const prefix = input.value.slice(0, input.value.lastIndexOf(",") + 1);
    close();
    input.value = prefix + dataset.tag;
    input.form.requestSubmit();
    input.focus();
  }

  function onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const option = findOptions()[getActiveIndex()];
    if (event.key === "ArrowDown") list.hidden ? load() : setActive(getActiveIndex() + 1);
    else if (event.key === "ArrowUp" && !list.hidden) setActive(getActiveIndex() - 1);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Escape" && !input.closest("dialog")) input.blur();
    else if (option && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) accept(option);
    else {
      if (event.key === "Enter") close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  const listen = (target, type, listener) => target.addEventListener(type, listener, { signal });
  listen(input, "input", event => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(load, 100);
  });
  listen(input, "focus", load);
  listen(input, "keydown", onKey);
  listen(input, "blur", close);
  // Keeps the focus in the field while a tag is clicked.
  listen(list, "mousedown", event => event.preventDefault());
  listen(list, "click", ({ target }) => { const option = target.closest("[role='option']"); if (option) accept(option); });
  signal.addEventListener("abort", () => { clearTimeout(timer); controller?.abort(); });
}
