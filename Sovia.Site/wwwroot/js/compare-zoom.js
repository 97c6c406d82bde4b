// Zooms and pans all images together, by wheel, pinch, double-click, drag and keys on any of them.
import { isTyping } from "./typing.js";

const stages = [...document.querySelectorAll(".pane__stage")].filter(stage => stage.querySelector(":scope > img"));
const zoomLabel = document.getElementById("zoom");
const maxScale = 16;
const pointers = new Map();
// The centre as a fraction of the image; scale 1 fits.
let view = { scale: 1, x: 0.5, y: 0.5 };

const clamp = (value, min, max) => Math.min(Math.max(value, min), max);

// Returns the size and position of the fitted image in its stage.
function measure(stage) {
  const image = stage.querySelector("img");
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  const [imgWidth, imgHeight] = [image.naturalWidth || image.width || 1, image.naturalHeight || image.height || 1];
  const ratio = Math.min(width / imgWidth, height / imgHeight);
  return { width, height, imgWidth: imgWidth * ratio, imgHeight: imgHeight * ratio, left: (width - imgWidth * ratio) / 2, top: (height - imgHeight * ratio) / 2, ratio };
}

const clampCentre = (centre, imgLength, stageLength, scale) => {
  const half = stageLength / (2 * scale * imgLength);
  return half >= 0.5 ? 0.5 : clamp(centre, half, 1 - half);
};

function getPosition(stage) {
  const { width, height, imgWidth, imgHeight, left, top } = measure(stage);
  const [x, y] = [clampCentre(view.x, imgWidth, width, view.scale), clampCentre(view.y, imgHeight, height, view.scale)];
  return { x: width / 2 - view.scale * (left + x * imgWidth), y: height / 2 - view.scale * (top + y * imgHeight) };
}

const getFullScale = stage => clamp(1 / (measure(stage).ratio * devicePixelRatio), 0.1, maxScale);

function draw() {
  for (const stage of stages) {
    const { x, y } = getPosition(stage);
    stage.style.setProperty("--zoom", view.scale === 1 ? "none" : `translate(${x}px, ${y}px) scale(${view.scale})`);
    stage.toggleAttribute("data-zoomed", view.scale > 1);
    stage.toggleAttribute("data-sharp", view.scale / getFullScale(stage) >= 3);
  }
  if (stages.length) zoomLabel.textContent = `${Math.round(100 * view.scale / getFullScale(stages[0]))}%`;
}

function zoomTo(scale, stage = stages[0], point = null) {
  const { width, height, imgWidth, imgHeight, left, top } = measure(stage);
  const anchor = point ?? { x: width / 2, y: height / 2 };
  const position = getPosition(stage);
  const target = { x: ((anchor.x - position.x) / view.scale - left) / imgWidth, y: ((anchor.y - position.y) / view.scale - top) / imgHeight };
  const newScale = clamp(scale, 1, maxScale);
  const origin = { x: anchor.x - newScale * (left + target.x * imgWidth), y: anchor.y - newScale * (top + target.y * imgHeight) };
  view = {
    scale: newScale,
    x: clampCentre(((width / 2 - origin.x) / newScale - left) / imgWidth, imgWidth, width, newScale),
    y: clampCentre(((height / 2 - origin.y) / newScale - top) / imgHeight, imgHeight, height, newScale),
  };
  draw();
}

function pan(stage, x, y) {
  const { width, height, imgWidth, imgHeight } = measure(stage);
  view.x = clampCentre(view.x - x / (view.scale * imgWidth), imgWidth, width, view.scale);
  view.y = clampCentre(view.y - y / (view.scale * imgHeight), imgHeight, height, view.scale);
  draw();
}

const toggleZoom = (stage, point) => zoomTo(view.scale > 1.01 ? 1 : Math.max(getFullScale(stage), 2), stage, point);

function measurePinch() {
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, distance: Math.hypot(a.x - b.x, a.y - b.y) };
}

for (const stage of stages) {
  stage.dataset.zooms = "true";
  const getPoint = ({ clientX, clientY }) => ({ x: clientX - stage.getBoundingClientRect().left, y: clientY - stage.getBoundingClientRect().top });
  stage.addEventListener("wheel", event => {
    event.preventDefault();
    zoomTo(view.scale * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), stage, getPoint(event));
  }, { passive: false });
  stage.addEventListener("dblclick", event => toggleZoom(stage, getPoint(event)));
  stage.addEventListener("pointerdown", event => {
    if (event.button || event.target.closest("button")) return;
    pointers.set(event.pointerId, getPoint(event));
    if (view.scale > 1) stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", event => {
    // The button may have been released outside the stage.
    if (!event.buttons) pointers.delete(event.pointerId);
    const previous = pointers.get(event.pointerId);
    if (!previous) return;
    const point = getPoint(event);
    const startPinch = pointers.size === 2 ? measurePinch() : null;
    pointers.set(event.pointerId, point);
    if (startPinch) {
      const endPinch = measurePinch();
      zoomTo(view.scale * endPinch.distance / Math.max(startPinch.distance, 1), stage, endPinch);
      pan(stage, endPinch.x - startPinch.x, endPinch.y - startPinch.y);
    } else if (view.scale > 1) pan(stage, point.x - previous.x, point.y - previous.y);
  });
  for (const type of ["pointerup", "pointercancel"]) stage.addEventListener(type, ({ pointerId }) => pointers.delete(pointerId));
  stage.querySelector("img").addEventListener("load", draw);
}

document.querySelector(".compare__zoom")?.addEventListener("click", ({ target }) => {
  const { zoom: command } = target.closest("[data-zoom]")?.dataset ?? {};
  if (command === "in") zoomTo(view.scale * 1.5);
  else if (command === "out") zoomTo(view.scale / 1.5);
  else if (command === "fit") zoomTo(1);
  else if (command === "full") zoomTo(getFullScale(stages[0]));
});

document.addEventListener("keydown", event => {
  if (!stages.length || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || event.target.closest("[role='slider']")) return;
  const step = stages[0].clientWidth / 8;
  if (event.key === "+" || event.key === "=") zoomTo(view.scale * 1.5);
  else if (event.key === "-") zoomTo(view.scale / 1.5);
  else if (event.key === "0") zoomTo(1);
  else if (event.key === "z") toggleZoom(stages[0]);
  else if (view.scale > 1 && event.key === "ArrowUp") pan(stages[0], 0, step);
  else if (view.scale > 1 && event.key === "ArrowDown") pan(stages[0], 0, -step);
  else return;
  event.preventDefault();
});

addEventListener("resize", draw);
draw();
