// Plays up to four videos in step, with shared play, pause, seek, frame steps, speed and loop. The longest leads; shorter ones wait at
// their end until all restart. compare-drift.js reads the state from `data-clock-state`.
import { isTyping } from "./typing.js";

const panel = document.getElementById("clock");
const videos = [...document.querySelectorAll(".pane__stage > video")];
const defaultFps = 24;
const [seekBar, timeLabel] = ["[type='range']", ".clock__time"].map(selector => panel?.querySelector(selector));
const speedSelect = panel?.querySelector("select");
const loopCheckbox = panel?.querySelector(".clock__loop input");
const stalled = new Set();
let isPlaying = false;
let pendingSeek = null;
let targetTime = null;

const getDuration = () => Math.max(0, ...videos.map(video => video.duration || 0));
const getLeader = () => videos.reduce((longest, video) => (video.duration || 0) > (longest.duration || 0) ? video : longest);
const getSpeed = () => Number(speedSelect.value);
const getFps = video => Number(video.dataset.fps) || defaultFps;
const hasEnded = video => video.ended || video.currentTime >= video.duration - 0.5 / getFps(video);

function showTime() {
  const time = targetTime ?? getLeader().currentTime;
  if (!seekBar.matches(":active")) seekBar.value = time;
  seekBar.setAttribute("aria-valuetext", `${time.toFixed(2)} seconds`);
  timeLabel.textContent = `${Math.floor(time / 60)}:${(time % 60).toFixed(2).padStart(5, "0")}`;
}

const setState = state => { panel.dataset.clockState = state; };

function setPlaying(isOn) {
  isPlaying = isOn;
  setState(isOn ? "playing" : "paused");
  panel.querySelector("[data-clock='play']").ariaPressed = String(isOn);
  panel.querySelector("[data-clock='play']").ariaLabel = isOn ? "Pause" : "Play";
}

const waitUntilReady = video => new Promise(resolve => {
  if (video.error || (!video.seeking && video.readyState >= 2)) return resolve();
  for (const type of ["seeked", "canplay", "error"]) video.addEventListener(type, resolve, { once: true });
});

async function seek(time) {
  targetTime = Math.min(Math.max(time, 0), getDuration());
  showTime();
  if (pendingSeek) return pendingSeek;
  pendingSeek = (async () => {
    while (targetTime !== null) {
      const goal = targetTime;
      setState("seeking");
      for (const video of videos) video.currentTime = Math.min(goal, video.duration || goal);
      await Promise.all(videos.map(waitUntilReady));
      if (targetTime === goal) targetTime = null;
    }
    pendingSeek = null;
    setState(isPlaying ? "playing" : "paused");
    showTime();
  })();
  return pendingSeek;
}

async function play() {
  setPlaying(true);
  if (videos.every(hasEnded)) await seek(0);
  else await seek(getLeader().currentTime);
  if (!isPlaying) return;
  for (const video of videos) video.playbackRate = getSpeed();
  const results = await Promise.allSettled(videos.filter(video => !hasEnded(video)).map(video => video.play()));
  if (isPlaying && results.length && results.every(({ status }) => status === "rejected")) pause();
}

function pause() {
  setPlaying(false);
  for (const video of videos) video.pause();
}

async function step(count) {
  pause();
  const rate = getFps(getLeader());
  // Seeks to the middle of a frame, because edges round either way.
  const frame = Math.floor((targetTime ?? getLeader().currentTime) * rate + 1e-3) + count;
  await seek((Math.max(frame, 0) + 0.5) / rate);
}

const actions = { play: () => isPlaying ? pause() : play(), back: () => step(-1), ahead: () => step(1) };

if (panel && videos.length) {
  for (const video of videos) {
    video.controls = false;
    video.loop = false;
    video.muted = video !== videos[0];
    video.addEventListener("timeupdate", showTime);
    video.addEventListener("sovia:frame", showTime);
    video.addEventListener("click", actions.play);
    video.addEventListener("loadedmetadata", () => { seekBar.max = getDuration(); showTime(); });
    // Pauses all while one loads.
    video.addEventListener("waiting", () => {
      if (!isPlaying || pendingSeek) return;
      stalled.add(video);
      setState("waiting");
      for (const other of videos) if (other !== video) other.pause();
    });
    for (const type of ["playing", "canplaythrough"]) video.addEventListener(type, () => { if (stalled.delete(video) && isPlaying && !stalled.size) play(); });
    video.addEventListener("ended", () => {
      if (video !== getLeader() || !isPlaying) return;
      if (loopCheckbox.checked) seek(0).then(play);
      else pause();
    });
  }
  if (getDuration()) seekBar.max = getDuration();
  seekBar.addEventListener("input", () => seek(Number(seekBar.value)).then(() => { if (isPlaying && videos.every(video => video.paused)) play(); }));
  speedSelect.addEventListener("change", () => { if (isPlaying) play(); else for (const video of videos) video.playbackRate = getSpeed(); });
  panel.addEventListener("click", ({ target }) => actions[target.closest("[data-clock]")?.dataset.clock]?.());
  document.addEventListener("keydown", event => {
    const action = { " ": "play", ",": "back", ".": "ahead" }[event.key];
    if (!action || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTyping(event.target, "[type='range'], [type='radio'], [type='checkbox']") || event.target.closest("button, a, summary")) return;
    event.preventDefault();
    actions[action]();
  });
}
