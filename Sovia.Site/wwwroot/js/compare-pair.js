// Compares two images in one place: with a slider, by flickering, or as a map of differences.
import { isTyping } from "./typing.js";

const compare = document.querySelector(".compare");
const views = document.getElementById("views");
const stages = [...document.querySelectorAll(".pane__stage")];
const legend = Object.assign(document.createElement("p"), { className: "compare__legend" });
const divider = Object.assign(document.createElement("button"), { type: "button", className: "compare__split" });
const maxSide = 1024;
let timer = 0;
let heatMap = null;
let viewCount = 0;

for (const [name, value] of Object.entries({ role: "slider", "aria-label": "Divider between the images", "aria-valuemin": 0, "aria-valuemax": 100 })) divider.setAttribute(name, value);

function moveDivider(position) {
  const percent = Math.min(Math.max(position, 0), 100);
  compare.style.setProperty("--split", `${percent}%`);
  divider.style.insetInlineStart = `${percent}%`;
  divider.setAttribute("aria-valuenow", Math.round(percent));
}

function flip(isSecond = !compare.hasAttribute("data-second")) {
  compare.toggleAttribute("data-second", isSecond);
  legend.textContent = `${isSecond ? 2 : 1} of 2`;
}

async function measureImage(image) {
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const ratio = Math.min(1, maxSide / Math.max(width, height));
  return { image, width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

// Draws both at the size of the first, brightest where they differ most.
async function drawDifference() {
  const [firstSize, secondSize] = await Promise.all(stages.map(stage => measureImage(stage.querySelector("img"))));
  const { width, height } = firstSize;
  const readPixels = ({ image }) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0, width, height);
    return { canvas, context, data: context.getImageData(0, 0, width, height) };
  };
  const [first, second] = [readPixels(firstSize), readPixels(secondSize)];
  const [a, b] = [first.data.data, second.data.data];
  let differingCount = 0;
  for (let i = 0; i < a.length; i += 4) {
    const difference = Math.max(Math.abs(a[i] - b[i]), Math.abs(a[i + 1] - b[i + 1]), Math.abs(a[i + 2] - b[i + 2]));
    // Ignores small differences from re-encoding.
    if (difference > 12) differingCount++;
    const heat = Math.min(1, difference / 96);
    a[i] = 255 * Math.min(1, heat * 2);
    a[i + 1] = 255 * Math.max(0, heat * 1.6 - 0.5);
    a[i + 2] = 255 * Math.max(0, heat * 2 - 1.4);
    a[i + 3] = 255;
  }
  first.context.putImageData(first.data, 0, 0);
  first.canvas.className = "compare__map";
  const percent = 400 * differingCount / a.length;
  first.canvas.dataset.differing = percent.toFixed(2);
  return first.canvas;
}

async function showView(view) {
  const viewNumber = ++viewCount;
  clearInterval(timer);
  for (const element of [legend, divider, heatMap]) element?.remove();
  heatMap = null;
  compare.removeAttribute("data-second");
  if (view === "side") return compare.removeAttribute("data-view");
  compare.dataset.view = view;
  if (view === "slider") {
    stages[0].append(divider);
    moveDivider(50);
  } else if (view === "flicker") {
    stages[0].append(legend);
    flip(false);
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) timer = setInterval(flip, 600);
  } else {
    legend.textContent = "Comparing…";
    stages[0].append(legend);
    try {
      const newMap = await drawDifference();
      if (viewNumber !== viewCount) return;
      heatMap = newMap;
      legend.before(heatMap);
      legend.textContent = Number(heatMap.dataset.differing) === 0 ? "No visible difference" : `${heatMap.dataset.differing}% of the pixels differ`;
    } catch {
      if (viewNumber === viewCount) legend.textContent = "Couldn't read one of the images.";
    }
  }
}

if (views) {
  views.addEventListener("change", ({ target }) => showView(target.value));
  const dragDivider = ({ clientX }) => {
    const { left, width } = stages[0].getBoundingClientRect();
    moveDivider(100 * (clientX - left) / width);
  };
  divider.addEventListener("pointerdown", event => {
    event.stopPropagation();
    divider.setPointerCapture(event.pointerId);
  });
  divider.addEventListener("pointermove", event => { if (divider.hasPointerCapture(event.pointerId)) dragDivider(event); });
  divider.addEventListener("keydown", event => {
    const step = { ArrowLeft: -2, ArrowRight: 2, PageDown: -10, PageUp: 10, Home: -100, End: 100 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    moveDivider(Number(divider.getAttribute("aria-valuenow")) + step);
  });
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target, "[type='radio']")) return;
    const radio = views.querySelectorAll("input")[Number(event.key) - 1];
    if (radio && /^[1-4]$/.test(event.key)) {
      radio.checked = true;
      showView(radio.value);
    } else if (event.key === " " && compare.dataset.view === "flicker" && !event.target.closest("button, a")) {
      clearInterval(timer);
      flip();
    } else return;
    event.preventDefault();
  });
  showView(views.querySelector(":checked")?.value ?? "side");
}
