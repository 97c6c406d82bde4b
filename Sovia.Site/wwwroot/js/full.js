// The tools over a post: `f` shows the stage on the full screen, which stays while posts are paged through, and a button copies the
// picture, or the frame of a clip that is shown.
import { isTyping } from "./typing.js";

const main = document.getElementById("main");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));

function mark() {
  for (const button of main.querySelectorAll("[data-tool='full']")) {
    button.setAttribute("aria-pressed", document.fullscreenElement !== null);
    button.hidden = !document.fullscreenEnabled && !main.querySelector(".stage video")?.webkitEnterFullscreen;
  }
  for (const button of main.querySelectorAll("[data-tool='copy']")) button.hidden = !globalThis.ClipboardItem;
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) main.requestFullscreen().catch(() => say("Your browser blocked full screen."));
  else main.querySelector(".stage video")?.webkitEnterFullscreen?.();
}

function drawn() {
  const shown = main.querySelector(".stage :is(img, video)");
  const canvas = Object.assign(document.createElement("canvas"), { width: shown.naturalWidth ?? shown.videoWidth, height: shown.naturalHeight ?? shown.videoHeight });
  canvas.getContext("2d").drawImage(shown, 0, 0);
  return new Promise((done, fail) => canvas.toBlob(blob => blob ? done(blob) : fail(new Error("empty")), "image/png"));
}

async function copy() {
  try {
    // Safari takes only a promise that was there when the button was pressed.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": drawn() })]);
    say("Image copied.");
  } catch {
    say("Couldn't copy. Your browser blocked clipboard access.");
  }
}

main.addEventListener("click", ({ target }) => {
  const tool = target.closest("[data-tool]")?.dataset.tool;
  if (tool === "full") full();
  if (tool === "copy") copy();
});

document.addEventListener("keydown", event => {
  if (event.key !== "f" || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
  if (!main.querySelector("[data-tool='full']")) return;
  event.preventDefault();
  full();
});

document.addEventListener("fullscreenchange", mark);
document.addEventListener("sovia:turned", mark);
mark();
