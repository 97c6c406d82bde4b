// Marks the visible month in the month list and follows a drag along it.
const nav = document.getElementById("months");
let idleTimer = 0;
let frameRequest = 0;

// A modified click opens a tab or saves the link.
const hasModifier = event => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
const getLinks = () => [...nav.querySelectorAll("a")];

function findVisibleMonth() {
  const isVisible = element => element.getBoundingClientRect().bottom > innerHeight * 0.4;
  const wall = [...document.querySelectorAll(".wall")].find(isVisible);
  const card = wall && [...wall.querySelectorAll(".card")].find(card => isVisible(card) && card.querySelector("time"));
  return card?.querySelector("time").dataset.day?.slice(0, 7);
}

function markMonth() {
  frameRequest = 0;
  const month = findVisibleMonth();
  for (const link of getLinks())
    if (link.dataset.month === month) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
}

function onScroll() {
  frameRequest ||= requestAnimationFrame(markMonth);
  nav.dataset.moving = "";
  clearTimeout(idleTimer);
  idleTimer = setTimeout(() => delete nav.dataset.moving, 1400);
}

function highlight(y) {
  const items = [...nav.querySelectorAll("li")];
  const current = items.find(item => item.getBoundingClientRect().bottom > y) ?? items.at(-1);
  for (const item of items) item.toggleAttribute("data-held", item === current);
  return current?.querySelector("a");
}

function endDrag() {
  delete nav.dataset.dragging;
  for (const item of nav.querySelectorAll("[data-held]")) item.removeAttribute("data-held");
}

if (nav) {
  // The page scrolls, not a part of it.
  addEventListener("scroll", onScroll, { passive: true });
  // The list and the results, which htmx both replaces.
  nav.parentElement.addEventListener("htmx:afterSettle", ({ target }) => { if (target === nav || target.id === "results") markMonth(); });

  nav.addEventListener("pointerdown", event => {
    if (event.button || hasModifier(event) || !event.target.closest("ol")) return;
    nav.setPointerCapture(event.pointerId);
    nav.dataset.dragging = "";
    highlight(event.clientY);
  });
  nav.addEventListener("pointermove", event => { if ("dragging" in nav.dataset) highlight(event.clientY); });
  nav.addEventListener("pointerup", event => {
    if (!("dragging" in nav.dataset)) return;
    const link = highlight(event.clientY);
    endDrag();
    if (!link) return;
    document.dispatchEvent(new Event("sovia:leave"));
    location.assign(link.href);
  });
  nav.addEventListener("pointercancel", endDrag);
  // Ignores pointer clicks, because pointerup navigates; the keyboard's click follows the link.
  nav.addEventListener("click", event => { if (event.detail && !hasModifier(event)) event.preventDefault(); });
}
