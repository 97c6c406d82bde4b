// Up to four clips on one clock: play, pause, seek, frame steps, speed and loop for all. The longest leads; shorter ones wait at their
// end until all begin again. How the clock stands is said in `data-clock-state`; compare-drift.js keeps the clips in step by it.
const panel = document.getElementById("clock");
const videos = [...document.querySelectorAll(".pane__stage > video")];
const usual = 24;
const [range, time] = ["[type='range']", ".clock__time"].map(selector => panel?.querySelector(selector));
const speed = panel?.querySelector("select");
const loop = panel?.querySelector(".clock__loop input");
const waiting = new Set();
let playing = false;
let seeking = null;
let wanted = null;

const duration = () => Math.max(0, ...videos.map(video => video.duration || 0));
const lead = () => videos.reduce((longest, video) => (video.duration || 0) > (longest.duration || 0) ? video : longest);
const rate = () => Number(speed.value);
const fps = video => Number(video.dataset.fps) || usual;
const isOver = video => video.ended || video.currentTime >= video.duration - 0.5 / fps(video);

function show() {
  const now = wanted ?? lead().currentTime;
  if (!range.matches(":active")) range.value = now;
  range.setAttribute("aria-valuetext", `${now.toFixed(2)} seconds`);
  time.textContent = `${Math.floor(now / 60)}:${(now % 60).toFixed(2).padStart(5, "0")}`;
}

const stand = state => { panel.dataset.clockState = state; };

function mark(isOn) {
  playing = isOn;
  stand(isOn ? "playing" : "paused");
  panel.querySelector("[data-clock='play']").ariaPressed = String(isOn);
  panel.querySelector("[data-clock='play']").ariaLabel = isOn ? "Pause" : "Play";
}

const settled = video => new Promise(done => {
  if (!video.seeking && video.readyState >= 2) return done();
  for (const end of ["seeked", "canplay", "error"]) video.addEventListener(end, done, { once: true });
});

async function seek(at) {
  wanted = Math.min(Math.max(at, 0), duration());
  show();
  if (seeking) return seeking;
  seeking = (async () => {
    while (wanted !== null) {
      const to = wanted;
      stand("seeking");
      for (const video of videos) video.currentTime = Math.min(to, video.duration || to);
      await Promise.all(videos.map(settled));
      if (wanted === to) wanted = null;
    }
    seeking = null;
    stand(playing ? "playing" : "paused");
    show();
  })();
  return seeking;
}

async function play() {
  mark(true);
  if (videos.every(isOver)) await seek(0);
  else await seek(lead().currentTime);
  if (!playing) return;
  for (const video of videos) video.playbackRate = rate();
  const started = await Promise.allSettled(videos.filter(video => !isOver(video)).map(video => video.play()));
  if (playing && started.length && started.every(({ status }) => status === "rejected")) pause();
}

function pause() {
  mark(false);
  for (const video of videos) video.pause();
}

async function step(by) {
  pause();
  const frames = fps(lead());
  // The middle of a frame: its edges round either way.
  const at = Math.floor((wanted ?? lead().currentTime) * frames + 1e-3) + by;
  await seek((Math.max(at, 0) + 0.5) / frames);
}

const acts = { play: () => playing ? pause() : play(), back: () => step(-1), ahead: () => step(1) };

if (panel && videos.length) {
  for (const video of videos) {
    video.controls = false;
    video.loop = false;
    video.muted = video !== videos[0];
    video.addEventListener("timeupdate", show);
    video.addEventListener("sovia:frame", show);
    video.addEventListener("click", acts.play);
    video.addEventListener("loadedmetadata", () => { range.max = duration(); show(); });
    // One that has to load holds up all.
    video.addEventListener("waiting", () => {
      if (!playing || seeking) return;
      waiting.add(video);
      stand("waiting");
      for (const other of videos) if (other !== video) other.pause();
    });
    for (const ready of ["playing", "canplaythrough"]) video.addEventListener(ready, () => { if (waiting.delete(video) && playing && !waiting.size) play(); });
    video.addEventListener("ended", () => {
      if (video !== lead() || !playing) return;
      if (loop.checked) seek(0).then(play);
      else pause();
    });
  }
  if (duration()) range.max = duration();
  range.addEventListener("input", () => seek(Number(range.value)).then(() => { if (playing && videos.every(video => video.paused)) play(); }));
  speed.addEventListener("change", () => { if (playing) play(); else for (const video of videos) video.playbackRate = rate(); });
  panel.addEventListener("click", ({ target }) => acts[target.closest("[data-clock]")?.dataset.clock]?.());
  document.addEventListener("keydown", event => {
    const act = { " ": "play", ",": "back", ".": "ahead" }[event.key];
    if (!act || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.target.closest("input:not([type='range'], [type='radio'], [type='checkbox']), textarea, select, button, a, summary, [contenteditable], dialog")) return;
    event.preventDefault();
    acts[act]();
  });
}
