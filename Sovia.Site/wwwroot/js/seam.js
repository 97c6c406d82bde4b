// Closes the gaps between walls (pages of masonry cards): moves each wall up to the shortest column above it and fills the longer ones.
// Computes positions without measuring. A visible wall is joined once it has left the screen.
const main = document.getElementById("main");
const layouts = new WeakMap();
const detachedWalls = new Set();
// Leads of walls by the ID of their first post, from when the page was left.
const savedLeads = history.state?.leads ?? {};
const wallSelector = ".wall:not(.wall--list)";

// Places like the grid: left to right, a row down if no column is free. Returns the column ends.
function placeCards(spans, lead, visit = null) {
  const ends = [...lead];
  let row = 0, column = 0;
  for (const [index, span] of spans.entries()) {
    visit?.(index, ends.map((end, i) => Math.max(end - row, i < column ? 1 : 0)));
    while (!(ends[column] <= row)) if (++column >= ends.length) [row, column] = [Math.max(row + 1, Math.min(...ends)), 0];
    ends[column] = row + span;
  }
  return ends;
}

function layOut(wall, lead, lift) {
  const key = `${lead}|${lift}`;
  const cached = layouts.get(wall);
  if (cached?.key === key) return cached.ends;
  const spans = cached?.spans ?? [...wall.querySelectorAll(":scope > .card")].map(card => +card.style.getPropertyValue("--span"));
  const ends = placeCards(spans, lead);
  layouts.set(wall, { key, lead, spans, ends });
  for (const filler of wall.querySelectorAll(":scope > .wall__lead")) filler.remove();
  wall.prepend(...lead.flatMap((span, column) => {
    if (!span) return [];
    const filler = Object.assign(document.createElement("i"), { className: "wall__lead" });
    filler.style.setProperty("--span", span);
    filler.style.setProperty("--at", column + 1);
    return [filler];
  }));
  wall.style.setProperty("--lift", lift);
  wall.style.setProperty("--rows", Math.max(...ends));
  return ends;
}

// Returns the lead of a wall that joins no other.
function getOwnLead(wall, columns) {
  const isMiddle = detachedWalls.has(wall) || document.querySelector(".way--up");
  const lead = isMiddle && savedLeads[wall.querySelector(":scope > .card")?.dataset.postId];
  return lead?.length === columns ? lead : Array(columns).fill(0);
}

function joinWalls() {
  const walls = document.querySelectorAll(wallSelector);
  if (!walls.length) return;
  // Read once before any write, because a read after a change forces a layout.
  const columns = +getComputedStyle(walls[0]).getPropertyValue("--columns");
  let above = null;
  for (const wall of walls) {
    const isApart = detachedWalls.has(wall) || !wall.previousElementSibling?.matches(".wall");
    const minEnd = isApart ? 0 : Math.min(...above);
    above = layOut(wall, isApart ? getOwnLead(wall, columns) : above.map(end => end - minEnd), isApart ? 0 : Math.max(...above) - minEnd);
  }
}

const exitObserver = new IntersectionObserver(entries => {
  for (const { target, boundingClientRect } of entries) {
    if (boundingClientRect.top < innerHeight && target.isConnected) continue;
    exitObserver.unobserve(target);
    detachedWalls.delete(target);
  }
  joinWalls();
});

// Saves the columns above each card that a reloaded page may start with.
document.addEventListener("sovia:left", ({ detail }) => {
  const walls = [...document.querySelectorAll(wallSelector)];
  const wallIndex = walls.findIndex(wall => wall.contains(document.getElementById(`post-${detail.at}`)));
  if (wallIndex < 0) return;
  detail.leads = {};
  for (let i = wallIndex, cardCount = 0; i >= 0 && cardCount < 120; i--) {
    const cards = walls[i].querySelectorAll(":scope > .card");
    const layout = layouts.get(walls[i]);
    if (layout) placeCards(layout.spans, layout.lead, (index, columns) => { detail.leads[cards[index].dataset.postId] = columns; });
    cardCount += cards.length;
  }
});

let lastWidth = 0;
const resizeObserver = new ResizeObserver(([{ contentRect }]) => {
  if (contentRect.width === lastWidth) return;
  lastWidth = contentRect.width;
  joinWalls();
});

function observeResults() {
  const results = document.getElementById("results");
  if (results) resizeObserver.observe(results);
}

main?.addEventListener("htmx:beforeSwap", ({ target }) => {
  const wallBelow = target.matches?.(".way--up") && target.nextElementSibling;
  if (!wallBelow) return;
  detachedWalls.add(wallBelow);
  exitObserver.observe(wallBelow);
});
main?.addEventListener("htmx:afterSwap", () => { observeResults(); joinWalls(); });

observeResults();
joinWalls();
