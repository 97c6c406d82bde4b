const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));

// The strip as it is now, with the new still in it; the video plays on.
function take(page, stage) {
  const [strip, next] = [document.querySelector(".reel"), page.querySelector(".reel")];
  if (next && strip) strip.replaceWith(next);
  else if (next) stage.after(next);
  document.querySelector(".tree")?.replaceWith(page.querySelector(".tree") ?? "");
  document.dispatchEvent(new Event("sovia:framed"));
}

// What was saved, with its undo: as long as somebody may be about to use it.
function tell(toast) {
  document.getElementById("told")?.remove();
  if (!toast) return;
  document.body.append(toast);
  const fade = () => toast.matches(":hover, :focus-within") ? setTimeout(fade, 2000) : toast.remove();
  setTimeout(fade, 8000);
}

/**
 * Saves the frame that a video shows, without leaving it.
 * @param {SubmitEvent} event Of the form that saves frames.
 * @param {HTMLVideoElement} video
 */
export async function saveFrame(event, video) {
  const form = event.target;
  form.elements.t.value = video.currentTime.toFixed(4);
  event.preventDefault();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (form.isConnected) take(page, form.closest(".stage"));
    tell(page.getElementById("told"));
  } catch {
    say("Couldn't save the frame: Sovia isn't responding. Nothing was changed.");
  }
}
