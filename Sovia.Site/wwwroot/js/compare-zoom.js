// One zoom and one centre for all stills: wheel, pinch, double-click, drag and keys on any of them move all.
import { isTyping } from "./typing.js";

const stages = [...document.querySelectorAll(".pane__stage")].filter(stage => stage.querySelector(":scope > img"));
const shown = document.getElementById("zoom");
const most = 16;
const pointers = new Map();
// The centre in parts of the picture; 1 fits.
let view = { scale: 1, x: 0.5, y: 0.5 };
let moved = false;

const clamp = (value, least, greatest) => Math.min(Math.max(value, least), greatest);

// Where the picture lies in its stage when it fits.
function fit(stage) {
  const picture = stage.querySelector("img");
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const [wide, high] = [picture.naturalWidth || picture.width || 1, picture.naturalHeight || picture.height || 1];
  const ratio = Math.min(width / wide, height / high);
  return { width, height, wide: wide * ratio, high: high * ratio, left: (width - wide * ratio) / 2, top: (height - high * ratio) / 2, ratio };
}

const inside = (part, length, room, scale) => {
  const half = room / (2 * scale * length);
  return half >= 0.5 ? 0.5 : clamp(part, half, 1 - half);
};

function place(stage) {
  const { width, height, wide, high, left, top } = fit(stage);
  const [x, y] = [inside(view.x, wide, width, view.scale), inside(view.y, high, height, view.scale)];
  return { x: width / 2 - view.scale * (left + x * wide), y: height / 2 - view.scale * (top + y * high) };
}

const full = stage => clamp(1 / (fit(stage).ratio * devicePixelRatio), 0.1, most);

function draw() {
  for (const stage of stages) {
    const { x, y } = place(stage);
    stage.style.setProperty("--zoom", view.scale === 1 ? "none" : `translate(${x}px, ${y}px) scale(${view.scale})`);
    stage.toggleAttribute("data-zoomed", view.scale > 1);
    stage.toggleAttribute("data-sharp", view.scale / full(stage) >= 3);
  }
  if (stages.length) shown.textContent = `${Math.round(100 * view.scale / full(stages[0]))}%`;
}

function zoom(scale, stage = stages[0], at = null) {
  const { width, height, wide, high, left, top } = fit(stage);
  const point = at ?? { x: width / 2, y: height / 2 };
  const now = place(stage);
  const under = { x: ((point.x - now.x) / view.scale - left) / wide, y: ((point.y - now.y) / view.scale - top) / high };
  const next = clamp(scale, 1, most);
  const moved = { x: point.x - next * (left + under.x * wide), y: point.y - next * (top + under.y * high) };
  view = { scale: next, x: inside(((width / 2 - moved.x) / next - left) / wide, wide, width, next), y: inside(((height / 2 - moved.y) / next - top) / high, high, height, next) };
  draw();
}

function pan(stage, x, y) {
  const { width, height, wide, high } = fit(stage);
  view.x = inside(view.x - x / (view.scale * wide), wide, width, view.scale);
  view.y = inside(view.y - y / (view.scale * high), high, height, view.scale);
  draw();
}

const toggle = (stage, at) => zoom(view.scale > 1.01 ? 1 : Math.max(full(stage), 2), stage, at);

function pinched() {
  const [one, other] = [...pointers.values()];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, apart: Math.hypot(one.x - other.x, one.y - other.y) };
}

for (const stage of stages) {
  stage.dataset.zooms = "true";
  const within = ({ clientX, clientY }) => ({ x: clientX - stage.getBoundingClientRect().left, y: clientY - stage.getBoundingClientRect().top });
  stage.addEventListener("wheel", event => {
    event.preventDefault();
    zoom(view.scale * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), stage, within(event));
  }, { passive: false });
  stage.addEventListener("dblclick", event => toggle(stage, within(event)));
  stage.addEventListener("pointerdown", event => {
    if (event.button || event.target.closest("button")) return;
    pointers.set(event.pointerId, within(event));
    moved = false;
    if (view.scale > 1) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", event => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = within(event);
    const start = pointers.size === 2 ? pinched() : null;
    pointers.set(event.pointerId, now);
    if (start) {
      const end = pinched();
      zoom(view.scale * end.apart / Math.max(start.apart, 1), stage, end);
      pan(stage, end.x - start.x, end.y - start.y);
    } else if (view.scale > 1) pan(stage, now.x - before.x, now.y - before.y);
    moved ||= Math.hypot(now.x - before.x, now.y - before.y) > 2;
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, ({ pointerId }) => pointers.delete(pointerId));
  stage.querySelector("img").addEventListener("load", draw);
}

document.querySelector(".compare__zoom")?.addEventListener("click", ({ target }) => {
  const { zoom: what } = target.closest("[data-zoom]")?.dataset ?? {};
  if (what === "in") zoom(view.scale * 1.5);
  else if (what === "out") zoom(view.scale / 1.5);
  else if (what === "fit") zoom(1);
  else if (what === "full") zoom(full(stages[0]));
});

document.addEventListener("keydown", event => {
  if (!stages.length || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || event.target.closest("[role='slider']")) return;
  const step = stages[0].clientWidth / 8;
  if (event.key === "+" || event.key === "=") zoom(view.scale * 1.5);
  else if (event.key === "-") zoom(view.scale / 1.5);
  else if (event.key === "0") zoom(1);
  else if (event.key === "z") toggle(stages[0]);
  else if (view.scale > 1 && event.key === "ArrowUp") pan(stages[0], 0, step);
  else if (view.scale > 1 && event.key === "ArrowDown") pan(stages[0], 0, -step);
  else return;
  event.preventDefault();
});

addEventListener("resize", draw);
draw();
