// Saves the current frame of a video without leaving the page.
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));

// Replaces the reel with the one of a fresh page; the video keeps playing.
function updateReel(page, stage) {
  const [reel, newReel] = [document.querySelector(".reel"), page.querySelector(".reel")];
  if (newReel && reel) reel.replaceWith(newReel);
  else if (newReel) stage.after(newReel);
  document.querySelector(".tree")?.replaceWith(page.querySelector(".tree") ?? "");
}

function showToast(toast) {
  document.querySelector("server-toast")?.remove();
  if (toast) document.body.append(toast);
}

/**
 * Saves the current frame of a video.
 * @param {SubmitEvent} event From the form that saves frames.
 * @param {HTMLVideoElement} video
 */
export async function saveFrame(event, video) {
  const form = event.target;
  form.elements.t.value = video.currentTime.toFixed(4);
  event.preventDefault();
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (form.isConnected) updateReel(page, form.closest(".stage"));
    showToast(page.querySelector("server-toast"));
  } catch {
    announce("Couldn't save the frame: Sovia isn't responding. Nothing was changed.");
  }
}
