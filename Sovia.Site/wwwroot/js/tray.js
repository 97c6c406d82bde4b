// The bar of a selection: how many, how many out of sight, and what can be done with them. Loaded with the first selected card.
const host = document.getElementById("picked");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const number = value => value.toLocaleString("en");
let form = null;
let selection = null;
let controls = null;

async function build() {
  if (form) return;
  controls ??= fetch(host.dataset.controls).then(answer => answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText)));
  const html = await controls;
  if (form) return;
  host.innerHTML = html;
  form = host.querySelector("form");
  form.querySelector("[data-picked='prompts']").hidden = false;
  form.addEventListener("click", act);
  form.addEventListener("submit", fill);
}

async function show() {
  try {
    await build();
  } catch {
    // The next selected card asks again.
    controls = null;
    return say("Couldn't load the actions. Reload the page.");
  }
  const { picked, whole, isHere, inSight } = selection.state();
  host.hidden = picked.size === 0 && !whole;
  if (host.hidden) return;
  const aside = whole ? 0 : picked.size - inSight;
  form.querySelector("#picked-count").textContent = whole ? `All ${number(whole.count)} ${isHere ? "results" : "results of another search"} selected` : `${number(picked.size)} selected`;
  const out = form.querySelector("#picked-aside");
  out.hidden = aside === 0;
  out.textContent = `${number(aside)} not shown here`;
  const here = document.querySelectorAll(".card").length;
  form.querySelector("[data-picked='page']").hidden = Boolean(whole) || inSight === here;
  const total = Number(document.querySelector("#count [data-count]")?.dataset.count ?? 0);
  const all = form.querySelector("[data-picked='whole']");
  // While the last word is open, the results are not those of a query that an address has.
  all.hidden = Boolean(whole && isHere) || total <= here || document.getElementById("typing") !== null;
  all.textContent = `All ${number(total)} results`;
  all.dataset.total = total;
}

async function copy(ids) {
  try {
    await navigator.clipboard.writeText(ids.join("\n"));
    say(ids.length === 1 ? "ID copied." : `${number(ids.length)} IDs copied.`);
  } catch {
    say("Couldn't copy. Your browser blocked clipboard access.");
  }
}

// The prompts of the selected items, a line each, in the order of selection.
async function copyPrompts(ids) {
  try {
    const query = new URLSearchParams({ search: `id:${ids.join(",")}`, unit: "post", fields: "id,prompt" });
    const answer = await fetch(`/api/query?${query}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const prompts = new Map((await answer.json()).items.map(({ id, prompt }) => [id, prompt]));
    const found = ids.map(id => prompts.get(id)).filter(Boolean);
    if (!found.length) return say("The selected items have no prompts.");
    await navigator.clipboard.writeText(found.join("\n\n"));
    say(found.length === 1 ? "Prompt copied." : `${number(found.length)} prompts copied.`);
  } catch {
    say("Couldn't copy the prompts.");
  }
}

function act(event) {
  const button = event.target.closest("[data-picked]");
  if (!button) return;
  const { picked, whole } = selection.state();
  const { picked: what, total } = button.dataset;
  if (what === "clear") selection.clear();
  else if (what === "page") selection.pick(document.querySelectorAll(".card"));
  else if (what === "whole") selection.pickAll(Number(total));
  else if (what === "prompts" && (whole || picked.size > 40)) say("Select up to 40 items one by one to copy their prompts.");
  else if (what === "prompts") copyPrompts([...picked.keys()]);
  else if (what === "copy" && whole) say("Only items selected one by one can be copied.");
  else if (what === "copy") copy([...picked.keys()]);
  else if (what === "similar") {
    event.preventDefault();
    if (whole) return say("Select items one by one to find more like them.");
    document.dispatchEvent(new Event("sovia:leave"));
    location.assign(`/similar?ids=${[...picked.keys()].slice(0, 100).join(",")}`);
  } else if (what === "compare") {
    event.preventDefault();
    if (whole || picked.size < 2) return say("Select two to four items to compare.");
    document.dispatchEvent(new Event("sovia:leave"));
    location.assign(`/compare?ids=${[...picked.keys()].slice(0, 100).join(",")}&query=${encodeURIComponent(selection.query())}`);
  }
}

function fill({ submitter }) {
  const { picked, whole } = selection.state();
  for (const old of form.querySelectorAll("input[type='hidden']")) old.remove();
  const add = (name, value) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  add("back", location.pathname + location.search);
  if (whole) {
    add("whole", "true");
    // The count told here, and the unit that it counts, although the default unit may have changed in another tab.
    add("of", /(^|&)unit=/.test(whole.query) ? whole.query : [whole.query, `unit=${whole.unit}`].filter(Boolean).join("&"));
    add("told", whole.count);
  } else {
    const of = unit => [...picked].filter(([, kind]) => kind === unit).map(([id]) => id).join(",");
    add("ids", of("post"));
    add("covers", of("family"));
  }
  // What leaves the list is not selected when it comes back.
  if (["trash", "hide"].includes(submitter?.value)) sessionStorage.removeItem("picked");
}

// What hangs open closes on Escape and on a click elsewhere; one at a time.
const open = () => host.querySelector(".picked__more[open]");
document.addEventListener("click", ({ target }) => {
  for (const more of host.querySelectorAll(".picked__more[open]")) if (!more.contains(target)) more.open = false;
});
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !open()) return;
  open().open = false;
  event.preventDefault();
});

// What selects is handed over, since an address with a version in it cannot be imported by name.
export function tray(of) {
  selection = of;
  return { show };
}
