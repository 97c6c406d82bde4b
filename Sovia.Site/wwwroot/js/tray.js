// Shows the selection bar with counts and actions. Loaded with the first selected card.
const host = document.getElementById("picked");
const announce = text => document.dispatchEvent(new CustomEvent("sovia:say", { detail: text }));
const formatNumber = value => value.toLocaleString("en");
let form = null;
let selection = null;
let htmlPromise = null;

async function buildForm() {
  if (form) return;
  htmlPromise ??= fetch(host.dataset.controls)
    .then(response => response.ok ? response.text() : Promise.reject(new Error(response.statusText)));
  const html = await htmlPromise;
  if (form) return;
  host.innerHTML = html;
  form = host.querySelector("form");
  form.querySelector("[data-picked='prompts']").hidden = false;
  form.addEventListener("click", onClick);
  form.addEventListener("submit", onSubmit);
}

async function show() {
  try {
    await buildForm();
  } catch {
    // The next selected card retries.
    htmlPromise = null;
    return announce("Couldn't load the actions. Reload the page.");
  }
  const { selected, allResults, isCurrentQuery, shownCount } = selection.getState();
  host.hidden = selected.size === 0 && !allResults;
  if (host.hidden) return;
  const hiddenCount = allResults ? 0 : selected.size - shownCount;
  form.querySelector("#picked-count").textContent = allResults ? `All ${formatNumber(allResults.count)} ${isCurrentQuery ? "results" : "results of another search"} selected` : `${formatNumber(selected.size)} selected`;
  const hiddenNote = form.querySelector("#picked-aside");
  hiddenNote.hidden = hiddenCount === 0;
  hiddenNote.textContent = `${formatNumber(hiddenCount)} not shown here`;
  const cardCount = document.querySelectorAll(".card").length;
  form.querySelector("[data-picked='page']").hidden = Boolean(allResults) || shownCount === cardCount;
  const total = Number(document.querySelector("#count [data-count]")?.dataset.count ?? 0);
  const allButton = form.querySelector("[data-picked='whole']");
  // Hides the button while the last word is incomplete, because no URL has those results.
  allButton.hidden = Boolean(allResults && isCurrentQuery) || total <= cardCount || document.getElementById("typing") !== null;
  allButton.textContent = `All ${formatNumber(total)} results`;
  allButton.dataset.total = total;
}

async function copy(ids) {
  try {
    await navigator.clipboard.writeText(ids.join("\n"));
    announce(ids.length === 1 ? "ID copied." : `${formatNumber(ids.length)} IDs copied.`);
  } catch {
    announce("Couldn't copy. Your browser blocked clipboard access.");
  }
}

// Copies the prompts of the selected items in the order of selection.
async function copyPrompts(ids) {
  try {
    const query = new URLSearchParams({ search: `id:${ids.join(",")}`, unit: "post", fields: "id,prompt" });
    const response = await fetch(`/api/query?${query}`);
    if (!response.ok) throw new Error(response.statusText);
    const prompts = new Map((await response.json()).items.map(({ id, prompt }) => [id, prompt]));
    const texts = ids.map(id => prompts.get(id)).filter(Boolean);
    if (!texts.length) return announce("The selected items have no prompts.");
    await navigator.clipboard.writeText(texts.join("\n\n"));
    announce(texts.length === 1 ? "Prompt copied." : `${formatNumber(texts.length)} prompts copied.`);
  } catch {
    announce("Couldn't copy the prompts.");
  }
}

function onClick(event) {
  const button = event.target.closest("[data-picked]");
  if (!button) return;
  const { selected, allResults } = selection.getState();
  const { picked: action, total } = button.dataset;
  if (action === "clear") selection.clear();
  else if (action === "page") selection.select(document.querySelectorAll(".card"));
  else if (action === "whole") selection.selectAll(Number(total));
  else if (action === "prompts" && (allResults || selected.size > 40)) announce("Select up to 40 items one by one to copy their prompts.");
  else if (action === "prompts") copyPrompts([...selected.keys()]);
  else if (action === "copy" && allResults) announce("Only items selected one by one can be copied.");
  else if (action === "copy") copy([...selected.keys()]);
  else if (action === "similar") {
    event.preventDefault();
    if (allResults) return announce("Select items one by one to find more like them.");
    document.dispatchEvent(new Event("sovia:leave"));
    location.assign(`/similar?ids=${[...selected.keys()].slice(0, 100).join(",")}`);
  } else if (action === "compare") {
    event.preventDefault();
    if (allResults || selected.size < 2) return announce("Select two to four items to compare.");
    document.dispatchEvent(new Event("sovia:leave"));
    location.assign(`/compare?ids=${[...selected.keys()].slice(0, 100).join(",")}&query=${encodeURIComponent(selection.getQuery())}`);
  }
}

function onSubmit({ submitter }) {
  const { selected, allResults } = selection.getState();
  for (const input of form.querySelectorAll("input[type='hidden']")) input.remove();
  const addField = (name, value) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  addField("back", location.pathname + location.search);
  if (allResults) {
    addField("whole", "true");
    // Sends the shown count and its unit, because another tab may have changed the default unit.
    addField("of", /(^|&)unit=/.test(allResults.query) ? allResults.query
      : [allResults.query, `unit=${allResults.unit}`].filter(Boolean).join("&"));
    addField("told", allResults.count);
  } else {
    const joinIds = unit => [...selected].filter(([, itemUnit]) => itemUnit === unit).map(([id]) => id).join(",");
    addField("ids", joinIds("post"));
    addField("covers", joinIds("family"));
  }
  // Clears the selection, because its items leave the list.
  if (["trash", "hide"].includes(submitter?.value)) sessionStorage.removeItem("picked");
}

// Receives the selection's functions, because a versioned URL cannot be imported by name.
export function createTray(functions) {
  selection = functions;
  return { show };
}
