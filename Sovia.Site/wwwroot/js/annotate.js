// Saves what is decided about the post in place: by key, by button, and when a text is left. One request at a time, in the order
// of the gestures. Fields that somebody types in are never replaced.
import { isTyping } from "./typing.js";

const section = () => document.getElementById("annotate");
const post = () => document.querySelector(".post[data-post-id]");
const texts = () => document.querySelector(".annotate__texts");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
let queue = Promise.resolve();
// Ratings that are on their way: until the last is kept, the stars show what was pressed.
let ratings = 0;

// The focus stays on what takes the place of the button that had it.
function swap(part, next) {
  if (part.innerHTML === next.innerHTML || (part.dataset.part === "stars" && ratings)) return;
  const { name, value } = part.contains(document.activeElement) ? document.activeElement : {};
  part.innerHTML = next.innerHTML;
  if (name) (part.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`) ?? section().querySelector("[name='addtag']")).focus();
}

// A text that somebody is writing keeps the stamp of what it was written over, unless it was sent just now.
function settleText(name, next, isSent) {
  const [field, stamp] = [texts().elements[name], texts().elements[`${name}_was`]];
  const [now, newStamp] = [name, `${name}_was`].map(part => next.querySelector(`.annotate__texts [name="${part}"]`));
  const isTouched = field.value !== field.defaultValue;
  if (isTouched && !isSent) return;
  if (!isTouched) field.value = now.value;
  field.defaultValue = now.value;
  stamp.value = newStamp.value;
  field.ariaInvalid = now.hasAttribute("aria-describedby") ? "true" : null;
  field.setAttribute("aria-describedby", now.getAttribute("aria-describedby") ?? "");
}

function settle(next, isSent) {
  for (const part of section().querySelectorAll("[data-part]")) swap(part, next.querySelector(`[data-part="${part.dataset.part}"]`));
  for (const name of ["title", "note"]) settleText(name, next, isSent);
  for (const name of ["rating", "tags"]) next.dataset[name] ? post().dataset[name] = next.dataset[name] : delete post().dataset[name];
  const heading = post().querySelector("h1");
  heading.textContent = next.dataset.title ?? heading.dataset.else;
}

// Whether the post is still the one on the page.
const isHere = action => section()?.querySelector(".annotate__stars").getAttribute("action") === action;

async function keep(action, body) {
  const isRating = body.has("rating");
  try {
    const answer = await fetch(action, { method: "POST", body, headers: { "HX-Request": "true" } });
    const text = await answer.text();
    if (isRating) ratings--;
    if (!answer.ok && answer.status !== 422) throw new Error(answer.statusText);
    sessionStorage.setItem("sovia:decided", action);
    const next = new DOMParser().parseFromString(text, "text/html").getElementById("annotate");
    if (isHere(action)) settle(next, body.has("note"));
    if (next.dataset.said) say(next.dataset.said);
    else if (!answer.ok) say(next.querySelector("[role='alert']").textContent);
    return answer.ok;
  } catch {
    if (isRating) ratings = 0;
    if (isHere(action)) shine(post().dataset.rating);
    say("Couldn't save: Sovia isn't responding. Nothing was changed.");
    return false;
  }
}

const send = (action, body) => queue = queue.then(() => keep(action, body));

function shine(rating) {
  for (const star of section().querySelectorAll(".annotate__star")) {
    star.classList.toggle("annotate__star--on", +star.value <= +(rating ?? 0));
    star.setAttribute("aria-pressed", star.value === `${rating}`);
  }
}

function rate(stars) {
  ratings++;
  shine(stars);
  send(post().querySelector(".annotate__stars").getAttribute("action"), new URLSearchParams({ rating: stars }));
}

document.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.closest("#annotate")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  if (body.has("rating")) return rate(body.get("rating"));
  const field = form.elements.addtag;
  const typed = body.get("addtag");
  if (field && !typed.trim()) return;
  if (field) field.value = "";
  if (!await send(form.getAttribute("action"), body) && typed && field.isConnected && !field.value) field.value = typed;
});

// A text is saved when it is left, and when the page is: nothing that was typed is lost.
const isTouched = () => texts() && ["title", "note"].some(name => texts().elements[name].value !== texts().elements[name].defaultValue);
const written = () => [texts().getAttribute("action"), new URLSearchParams(new FormData(texts()))];
document.addEventListener("change", ({ target }) => { if (target.form && target.form === texts() && isTouched()) send(...written()); });
document.addEventListener("sovia:turning", () => { if (isTouched()) send(...written()); });
addEventListener("pagehide", () => {
  if (!isTouched()) return;
  const [action, body] = written();
  fetch(action, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true }).catch(() => {});
});

document.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form === texts()) return texts()?.requestSubmit();
  if (!section() || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || isTyping(event.target)) return;
  if (/^[0-5]$/.test(event.key)) rate(event.key);
  else if (event.key === "t") section().querySelector("[name='addtag']").focus();
  else if (event.key === "n") {
    section().querySelector(".annotate__more").open = true;
    texts().elements.note.focus();
  } else return;
  event.preventDefault();
});
