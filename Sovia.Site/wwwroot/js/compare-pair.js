// Two stills in one place: a slider between them, one after the other, or a map of where they differ.
const compare = document.querySelector(".compare");
const views = document.getElementById("views");
const stages = [...document.querySelectorAll(".pane__stage")];
const legend = Object.assign(document.createElement("p"), { className: "compare__legend" });
const split = Object.assign(document.createElement("button"), { type: "button", className: "compare__split" });
const side = 1024;
let turning = 0;
let map = null;

for (const [name, value] of Object.entries({ role: "slider", "aria-label": "Divider between the images", "aria-valuemin": 0, "aria-valuemax": 100 })) split.setAttribute(name, value);

function cut(part) {
  const percent = Math.min(Math.max(part, 0), 100);
  compare.style.setProperty("--split", `${percent}%`);
  split.style.insetInlineStart = `${percent}%`;
  split.setAttribute("aria-valuenow", Math.round(percent));
}

function turn(second = !compare.hasAttribute("data-second")) {
  compare.toggleAttribute("data-second", second);
  legend.textContent = `${second ? 2 : 1} of 2`;
}

async function pixels(picture) {
  await picture.decode();
  const [width, height] = [picture.naturalWidth, picture.naturalHeight];
  const ratio = Math.min(1, side / Math.max(width, height));
  return { picture, width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

// Both at the size of the first; brightest where they differ the most.
async function difference() {
  const [one, other] = await Promise.all(stages.map(stage => pixels(stage.querySelector("img"))));
  const { width, height } = one;
  const read = ({ picture }) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(picture, 0, 0, width, height);
    return { canvas, context, data: context.getImageData(0, 0, width, height) };
  };
  const [first, second] = [read(one), read(other)];
  const [a, b] = [first.data.data, second.data.data];
  let differing = 0;
  for (let at = 0; at < a.length; at += 4) {
    const apart = Math.max(Math.abs(a[at] - b[at]), Math.abs(a[at + 1] - b[at + 1]), Math.abs(a[at + 2] - b[at + 2]));
    // What re-encoding does to every pixel is no difference.
    if (apart > 12) differing++;
    const heat = Math.min(1, apart / 96);
    a[at] = 255 * Math.min(1, heat * 2);
    a[at + 1] = 255 * Math.max(0, heat * 1.6 - 0.5);
    a[at + 2] = 255 * Math.max(0, heat * 2 - 1.4);
    a[at + 3] = 255;
  }
  first.context.putImageData(first.data, 0, 0);
  first.canvas.className = "compare__map";
  const percent = 400 * differing / a.length;
  first.canvas.dataset.differing = percent.toFixed(2);
  return first.canvas;
}

async function choose(view) {
  clearInterval(turning);
  for (const added of [legend, split, map]) added?.remove();
  map = null;
  compare.removeAttribute("data-second");
  if (view === "side") return compare.removeAttribute("data-view");
  compare.dataset.view = view;
  if (view === "slider") {
    stages[0].append(split);
    cut(50);
  } else if (view === "flicker") {
    stages[0].append(legend);
    turn(false);
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) turning = setInterval(turn, 600);
  } else {
    legend.textContent = "Comparing…";
    stages[0].append(legend);
    try {
      const made = await difference();
      if (compare.dataset.view !== "difference") return;
      map = made;
      legend.before(map);
      legend.textContent = Number(map.dataset.differing) === 0 ? "No visible difference" : `${map.dataset.differing}% of the pixels differ`;
    } catch {
      legend.textContent = "Couldn't read one of the images.";
    }
  }
}

if (views) {
  views.addEventListener("change", ({ target }) => choose(target.value));
  const drag = ({ clientX }) => {
    const { left, width } = stages[0].getBoundingClientRect();
    cut(100 * (clientX - left) / width);
  };
  split.addEventListener("pointerdown", event => {
    event.stopPropagation();
    split.setPointerCapture(event.pointerId);
  });
  split.addEventListener("pointermove", event => { if (split.hasPointerCapture(event.pointerId)) drag(event); });
  split.addEventListener("keydown", event => {
    const step = { ArrowLeft: -2, ArrowRight: 2, PageDown: -10, PageUp: 10, Home: -100, End: 100 }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    cut(Number(split.getAttribute("aria-valuenow")) + step);
  });
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input:not([type='radio']), textarea, select, [contenteditable], dialog")) return;
    const radio = views.querySelectorAll("input")[Number(event.key) - 1];
    if (radio && /^[1-4]$/.test(event.key)) {
      radio.checked = true;
      choose(radio.value);
    } else if (event.key === " " && compare.dataset.view === "flicker" && !event.target.closest("button, a")) {
      clearInterval(turning);
      turn();
    } else return;
    event.preventDefault();
  });
  choose(views.querySelector(":checked")?.value ?? "side");
}
