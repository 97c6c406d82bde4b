// Each stretch is a wall of its own. So that no seam shows, a wall is pulled up to where the shortest column above it ends,
// and a piece of nothing in every longer column keeps its cards off what is there. Where cards land is reckoned, not measured.
// A wall that stands in view when one is put above it joins once it lies out of sight.
const known = new WeakMap();
const held = new Set();

// As the grid itself places: from left to right, and a row down as often as no column is free.
function place(spans, lead) {
  const ends = [...lead];
  let row = 0, column = 0;
  for (const span of spans) {
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
  known.set(wall, { key, spans, ends });
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

function join() {
  const walls = document.querySelectorAll(".wall:not(.wall--list)");
  if (!walls.length) return;
  // Asked once, before anything is written: every answer after a change would cost a layout.
  const columns = +getComputedStyle(walls[0]).getPropertyValue("--columns");
  let above = null;
  for (const wall of walls) {
    const apart = held.has(wall) || !wall.previousElementSibling?.matches(".wall");
    const low = apart ? 0 : Math.min(...above);
    above = lay(wall, apart ? Array(columns).fill(0) : above.map(end => end - low), apart ? 0 : Math.max(...above) - low);
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
