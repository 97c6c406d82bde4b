// Runs the tools over a post: full screen (also `f`), which stays while paging, and a button that copies the image or the shown
// video frame.
import { isTyping } from "./typing.js";

const main = document.getElementById("main");
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));

function updateButtons() {
  for (const button of main.querySelectorAll("[data-tool='full']")) {
    button.setAttribute("aria-pressed", document.fullscreenElement !== null);
    button.hidden = !document.fullscreenEnabled && !main.querySelector(".stage video")?.webkitEnterFullscreen;
  }
  for (const button of main.querySelectorAll("[data-tool='copy']")) button.hidden = !globalThis.ClipboardItem;
}

function toggleFullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) main.requestFullscreen().catch(() => announce("Your browser blocked full screen."));
  else main.querySelector(".stage video")?.webkitEnterFullscreen?.();
}

function createPng() {
  const media = main.querySelector(".stage :is(img, video)");
  const canvas = Object.assign(document.createElement("canvas"), { width: media.naturalWidth ?? media.videoWidth, height: media.naturalHeight ?? media.videoHeight });
  canvas.getContext("2d").drawImage(media, 0, 0);
  return new Promise((resolve, reject) => canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error("empty")), "image/png"));
}

async function copyImage() {
  try {
    // Passes a promise, because Safari needs the item at the time of the click.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": createPng() })]);
    announce("Image copied.");
  } catch {
    announce("Couldn't copy. Your browser blocked clipboard access.");
  }
}

main.addEventListener("click", ({ target }) => {
  const tool = target.closest("[data-tool]")?.dataset.tool;
  if (tool === "full") toggleFullscreen();
  if (tool === "copy") copyImage();
});

document.addEventListener("keydown", event => {
  if (event.key !== "f" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
  if (!main.querySelector("[data-tool='full']")) return;
  event.preventDefault();
  toggleFullscreen();
});

document.addEventListener("fullscreenchange", updateButtons);
document.addEventListener("sovia:turned", updateButtons);
updateButtons();
