// Marks the month in view and lets the edge be dragged along.
const nav = document.getElementById("months");
let still = 0;
let frame = 0;

// Opens the month beside this page, or saves it.
const isAside = event => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
const links = () => [...nav.querySelectorAll("a")];

function monthInView() {
  const isSeen = element => element.getBoundingClientRect().bottom > innerHeight * 0.4;
  const wall = [...document.querySelectorAll(".wall")].find(isSeen);
  const card = wall && [...wall.querySelectorAll(".card")].find(card => isSeen(card) && card.querySelector("time"));
  return card?.querySelector("time").dataset.day?.slice(0, 7);
}

function mark() {
  frame = 0;
  const month = monthInView();
  for (const link of links())
    if (link.dataset.month === month) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
}

function moved() {
  frame ||= requestAnimationFrame(mark);
  nav.dataset.moving = "";
  clearTimeout(still);
  still = setTimeout(() => delete nav.dataset.moving, 1400);
}

function hold(y) {
  const all = [...nav.querySelectorAll("li")];
  const found = all.find(item => item.getBoundingClientRect().bottom > y) ?? all.at(-1);
  for (const item of all) item.toggleAttribute("data-held", item === found);
  return found?.querySelector("a");
}

function release() {
  delete nav.dataset.dragging;
  for (const item of nav.querySelectorAll("[data-held]")) item.removeAttribute("data-held");
}

if (nav) {
  addEventListener("scroll", moved, { passive: true });
  document.addEventListener("htmx:afterSettle", ({ target }) => { if (target === nav || target.id === "results") mark(); });

  nav.addEventListener("pointerdown", event => {
    if (event.button || isAside(event) || !event.target.closest("ol")) return;
    nav.setPointerCapture(event.pointerId);
    nav.dataset.dragging = "";
    hold(event.clientY);
  });
  nav.addEventListener("pointermove", event => { if ("dragging" in nav.dataset) hold(event.clientY); });
  nav.addEventListener("pointerup", event => {
    if (!("dragging" in nav.dataset)) return;
    const link = hold(event.clientY);
    release();
    if (!link) return;
    document.dispatchEvent(new Event("sovia:leave"));
    location.assign(link.href);
  });
  nav.addEventListener("pointercancel", release);
  // The pointer was captured, so that its click falls on the list; the keyboard's still follows the link.
  nav.addEventListener("click", event => { if (event.detail && !isAside(event)) event.preventDefault(); });
}
