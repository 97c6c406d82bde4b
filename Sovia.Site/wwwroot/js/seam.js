// Joins the walls of a list: each is lifted to the end of the shortest column above it, and fillers keep its cards off the longer
// ones. Positions are computed, not measured. A wall in view joins once it is out of sight.
const known = new WeakMap();
const held = new Set();
// By card, the columns above it when the page was left.
const leads = history.state?.leads ?? {};
const isStretch = ".wall:not(.wall--list)";

// Places like the grid: left to right, and a row down where no column is free.
function place(spans, lead, beforeEach = null) {
  const ends = [...lead];
  let row = 0, column = 0;
  for (const [index, span] of spans.entries()) {
    beforeEach?.(index, ends.map((end, at) => Math.max(end - row, at < column ? 1 : 0)));
    while (!(ends[column] <= row)) if (++column >= ends.length) [row, column] = [Math.max(row + 1, Math.min(...ends)), 0];
    ends[column] = row + span;
  }
  return ends;
}

function lay(wall, lead, lift) {
  const key = `${lead}|${lift}`;
  const last = known.get(wall);
  if (last?.key === key) return last.ends;
  const spans = last?.spans ?? [...wall.querySelectorAll(":scope > .card")].map(card => +card.style.getPropertyValue("--span"));
  const ends = place(spans, lead);
  known.set(wall, { key, lead, spans, ends });
  for (const old of wall.querySelectorAll(":scope > .wall__lead")) old.remove();
  wall.prepend(...lead.flatMap((span, column) => {
    if (!span) return [];
    const piece = Object.assign(document.createElement("i"), { className: "wall__lead" });
    piece.style.setProperty("--span", span);
    piece.style.setProperty("--at", column + 1);
    return [piece];
  }));
  wall.style.setProperty("--lift", lift);
  wall.style.setProperty("--rows", Math.max(...ends));
  return ends;
}

// The lead of a wall that joins none.
function leadApart(wall, columns) {
  const isMiddle = held.has(wall) || document.querySelector(".way--up");
  const lead = isMiddle && leads[wall.querySelector(":scope > .card")?.dataset.postId];
  return lead?.length === columns ? lead : Array(columns).fill(0);
}

function join() {
  const walls = document.querySelectorAll(isStretch);
  if (!walls.length) return;
  // Asked once, before anything is written: every answer after a change would cost a layout.
  const columns = +getComputedStyle(walls[0]).getPropertyValue("--columns");
  let above = null;
  for (const wall of walls) {
    const apart = held.has(wall) || !wall.previousElementSibling?.matches(".wall");
    const low = apart ? 0 : Math.min(...above);
    above = lay(wall, apart ? leadApart(wall, columns) : above.map(end => end - low), apart ? 0 : Math.max(...above) - low);
  }
}

const below = new IntersectionObserver(entries => {
  for (const { target, boundingClientRect } of entries) {
    if (boundingClientRect.top < innerHeight && target.isConnected) continue;
    below.unobserve(target);
    held.delete(target);
  }
  join();
});

// Saves the columns above each card that a reloaded page may begin with.
document.addEventListener("sovia:left", ({ detail }) => {
  const walls = [...document.querySelectorAll(isStretch)];
  const here = walls.findIndex(wall => wall.contains(document.getElementById(`post-${detail.at}`)));
  if (here < 0) return;
  detail.leads = {};
  for (let at = here, cards = 0; at >= 0 && cards < 120; at--) {
    const all = walls[at].querySelectorAll(":scope > .card");
    const { spans, lead } = known.get(walls[at]);
    place(spans, lead, (index, columns) => { detail.leads[all[index].dataset.postId] = columns; });
    cards += all.length;
  }
});

let wide = 0;
const widths = new ResizeObserver(([{ contentRect }]) => {
  if (contentRect.width === wide) return;
  wide = contentRect.width;
  join();
});

function watch() {
  const results = document.getElementById("results");
  if (results) widths.observe(results);
}

document.addEventListener("htmx:beforeSwap", ({ target }) => {
  const lower = target.matches?.(".way--up") && target.nextElementSibling;
  if (!lower) return;
  held.add(lower);
  below.observe(lower);
});
document.addEventListener("htmx:afterSwap", () => { watch(); join(); });

watch();
join();
