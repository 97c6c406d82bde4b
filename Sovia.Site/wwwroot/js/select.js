// `x` or a tick selects the focused card; a bar says how many are selected. Escape clears.
const bar = document.getElementById("picked");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const isTyping = target => target.closest("input, textarea, select, [contenteditable], dialog");
const picked = new Set();

function show(card) {
  const on = picked.has(card.dataset.postId);
  card.classList.toggle("card--selected", on);
  const marks = card.querySelector(".card__marks");
  marks.querySelector("[data-mark='selected']")?.remove();
  card.querySelector("[data-act='select']")?.setAttribute("aria-pressed", on);
  if (on) marks.append(document.getElementById("marks").content.querySelector("[data-mark='selected']").cloneNode(true));
}

function count() {
  bar.hidden = picked.size === 0;
  bar.querySelector("strong").textContent = picked.size.toLocaleString("en");
  document.dispatchEvent(new CustomEvent("sovia:tell", { detail: `${picked.size} selected` }));
}

function clear() {
  picked.clear();
  document.querySelectorAll(".card--selected").forEach(show);
  count();
}

function toggle(card) {
  const { postId } = card.dataset;
  if (!picked.delete(postId)) picked.add(postId);
  show(card);
  count();
}

document.addEventListener("keydown", event => {
  if (!bar || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
  const card = document.activeElement.closest(".card");
  if (event.key === "Escape" && picked.size) clear();
  else if (event.key === "x" && card) toggle(card);
  else return;
  event.preventDefault();
});

document.addEventListener("click", ({ target }) => {
  const card = target.closest("[data-act='select']")?.closest(".card");
  if (card) toggle(card);
});

bar?.addEventListener("click", async ({ target }) => {
  const { picked: what } = target.closest("[data-picked]")?.dataset ?? {};
  if (what === "clear") clear();
  if (what !== "copy") return;
  try {
    await navigator.clipboard.writeText([...picked].join("\n"));
    say(picked.size === 1 ? "The id is copied." : `${picked.size} ids are copied.`);
  } catch {
    say("The browser did not let the ids be copied.");
  }
});

// Cards that come later, or come back, bear their mark.
document.addEventListener("htmx:load", ({ target }) => {
  if (picked.size) for (const card of target.querySelectorAll(".card")) if (picked.has(card.dataset.postId)) show(card);
});
