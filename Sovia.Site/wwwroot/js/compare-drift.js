// Measures how far clips are apart by the frames they really showed, tells it, and holds it under a frame: a clip that is off runs a little
// faster or slower until it is not, and one that is far off is put where it belongs.
const panel = document.getElementById("clock");
const drift = panel?.querySelector(".clock__drift");
const speed = panel?.querySelector("select");
const videos = [...document.querySelectorAll(".pane__stage > video")];
const seen = new Map();
const usual = 24;
const far = 0.25;

const rate = () => Number(speed.value);
const isPlaying = () => panel.dataset.clockState === "playing";
const lead = () => videos.reduce((longest, video) => (video.duration || 0) > (longest.duration || 0) ? video : longest);
// Where its file was never looked at, the shortest time between two frames tells.
const fps = video => Number(video.dataset.fps) || (seen.get(video)?.step ? 1 / seen.get(video).step : usual);
const isOver = video => video.ended || video.paused || video.currentTime >= video.duration - 1 / fps(video);

// Where a clip would stand at the beginning of time, by the mean of its last frames: each is shown up to a refresh of the screen late, and
// those that are furthest off count for nothing.
function line(video) {
  const lines = (seen.get(video)?.lines ?? []).toSorted((one, other) => one - other);
  const middle = lines.slice(lines.length >> 2, lines.length - (lines.length >> 2));
  return lines.length < 4 ? null : middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

function tell(apart, frames) {
  drift.dataset.drift = frames.toFixed(3);
  drift.dataset.worst = Math.max(frames, Number(drift.dataset.worst ?? 0)).toFixed(3);
  drift.toggleAttribute("data-off", frames >= 1);
  drift.textContent = `${frames < 1 ? "In sync" : "Catching up"} ±${Math.round(apart * 1000)} ms`;
}

function hold() {
  const leader = lead();
  const leading = line(leader);
  if (leading === null) return;
  let [worst, frames] = [0, 0];
  for (const video of videos) {
    const own = video === leader || isOver(video) ? null : line(video);
    if (own === null) continue;
    const apart = own - leading;
    if (Math.abs(apart) > worst) [worst, frames] = [Math.abs(apart), Math.abs(apart) * fps(video)];
    if (Math.abs(apart) > far) {
      seen.delete(video);
      video.currentTime = Math.min(leader.currentTime + 0.02 * rate(), video.duration);
    } else video.playbackRate = Math.abs(apart) * fps(video) < 0.1 ? rate() : rate() * (1 - Math.min(Math.max(apart * 1.5, -0.1), 0.1));
  }
  tell(worst, frames);
}

function watch(video) {
  let last = null;
  const frame = (_, { mediaTime, expectedDisplayTime }) => {
    video.requestVideoFrameCallback(frame);
    const step = last === null ? 0 : mediaTime - last;
    last = mediaTime;
    video.dispatchEvent(new Event("sovia:frame"));
    const isNext = step > 0.002 && step < 0.2 * Math.max(1, rate());
    const before = isPlaying() ? seen.get(video) : null;
    seen.set(video, {
      step: isNext ? Math.min(step, before?.step ?? step) : before?.step,
      lines: isNext ? [...(before?.lines ?? []).slice(-11), mediaTime - (expectedDisplayTime / 1000) * rate()] : [],
    });
    if (isPlaying()) hold();
  };
  video.requestVideoFrameCallback(frame);
}

if (drift && videos.length > 1 && "requestVideoFrameCallback" in HTMLVideoElement.prototype) videos.forEach(watch);
else if (drift) drift.hidden = true;
