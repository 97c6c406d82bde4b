// Measures the drift between videos by the frames they showed, displays it and keeps it under one frame. Changes the speed of a video
// for small drift, and seeks for large drift.
const panel = document.getElementById("clock");
const label = panel?.querySelector(".clock__drift");
const speedSelect = panel?.querySelector("select");
const videos = [...document.querySelectorAll(".pane__stage > video")];
const samples = new Map();
const defaultFps = 24;
const maxDrift = 0.25;

const getSpeed = () => Number(speedSelect.value);
const isPlaying = () => panel.dataset.clockState === "playing";
const getLeader = () => videos.reduce((longest, video) => (video.duration || 0) > (longest.duration || 0) ? video : longest);
// Falls back to the shortest interval between two frames.
const getFps = video => Number(video.dataset.fps) || (samples.get(video)?.interval ? 1 / samples.get(video).interval : defaultFps);
const hasStopped = video => video.ended || video.paused || video.currentTime >= video.duration - 1 / getFps(video);

// Returns media time minus display time, or null with too few frames. Averages the middle half of the last frames, because each is
// shown up to one screen refresh late.
function getOffset(video) {
  const offsets = (samples.get(video)?.offsets ?? []).toSorted((a, b) => a - b);
  const middle = offsets.slice(offsets.length >> 2, offsets.length - (offsets.length >> 2));
  return offsets.length < 4 ? null : middle.reduce((sum, offset) => sum + offset, 0) / middle.length;
}

function showDrift(seconds, frames) {
  label.dataset.drift = frames.toFixed(3);
  label.dataset.worst = Math.max(frames, Number(label.dataset.worst ?? 0)).toFixed(3);
  label.toggleAttribute("data-off", frames >= 1);
  label.textContent = `${frames < 1 ? "In sync" : "Catching up"} ±${Math.round(seconds * 1000)} ms`;
}

function correctDrift() {
  const leader = getLeader();
  const leaderOffset = getOffset(leader);
  if (leaderOffset === null) return;
  let [maxSeconds, maxFrames] = [0, 0];
  for (const video of videos) {
    const offset = video === leader || hasStopped(video) ? null : getOffset(video);
    if (offset === null) continue;
    const drift = offset - leaderOffset;
    if (Math.abs(drift) > maxSeconds) [maxSeconds, maxFrames] = [Math.abs(drift), Math.abs(drift) * getFps(video)];
    if (Math.abs(drift) > maxDrift) {
      samples.delete(video);
      video.currentTime = Math.min(leader.currentTime + 0.02 * getSpeed(), video.duration);
    } else video.playbackRate = Math.abs(drift) * getFps(video) < 0.1 ? getSpeed() : getSpeed() * (1 - Math.min(Math.max(drift * 1.5, -0.1), 0.1));
  }
  showDrift(maxSeconds, maxFrames);
}

function trackFrames(video) {
  let lastTime = null;
  const onFrame = (_, { mediaTime, expectedDisplayTime }) => {
    video.requestVideoFrameCallback(onFrame);
    const interval = lastTime === null ? 0 : mediaTime - lastTime;
    lastTime = mediaTime;
    video.dispatchEvent(new Event("sovia:frame"));
    const isNextFrame = interval > 0.002 && interval < 0.2 * Math.max(1, getSpeed());
    const previous = isPlaying() ? samples.get(video) : null;
    samples.set(video, {
      interval: isNextFrame ? Math.min(interval, previous?.interval ?? interval) : previous?.interval,
      offsets: isNextFrame ? [...(previous?.offsets ?? []).slice(-11), mediaTime - (expectedDisplayTime / 1000) * getSpeed()] : [],
    });
    if (isPlaying()) correctDrift();
  };
  video.requestVideoFrameCallback(onFrame);
}

if (label && videos.length > 1 && "requestVideoFrameCallback" in HTMLVideoElement.prototype) videos.forEach(trackFrames);
else if (label) label.hidden = true;
