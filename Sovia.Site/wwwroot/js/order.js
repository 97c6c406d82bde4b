// Moves the members of a collection without loading the page: by their buttons, by Alt with the arrows, and by dragging. Each move is
// sent as its form would send it; where one fails the page is loaded as the server has it.
const list = document.querySelector("#order:not([data-fixed])");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
let sent = Promise.resolve();

function send(item, to, beside) {
  const query = new URLSearchParams({ handler: "move", post: item.dataset.postId, to, ...beside && { beside: beside.dataset.postId } });
  sent = sent.then(async () => {
    const answer = await fetch(`${list.dataset.address}?${query}`, { method: "POST", redirect: "manual" });
    if (!answer.ok && answer.type !== "opaqueredirect") throw new Error(answer.status);
  }).catch(() => location.reload());
}

function put(item, before, focus) {
  list.insertBefore(item, before);
  focus?.focus();
  item.scrollIntoView({ block: "nearest" });
  say(`Moved to ${[...list.children].indexOf(item) + 1} on this page.`);
}

// False where the page does not show where it goes: then the form is sent.
function move(item, to, focus) {
  const beside = to === "up" ? item.previousElementSibling : to === "down" ? item.nextElementSibling : null;
  if (!beside) return false;
  send(item, to);
  put(item, to === "up" ? beside : beside.nextElementSibling, focus);
  return true;
}

if (list) {
  list.addEventListener("click", event => {
    const button = event.target.closest("button[data-to]");
    if (button && move(button.closest("li"), button.dataset.to, button)) event.preventDefault();
  });
  list.addEventListener("keydown", event => {
    const to = event.altKey && { ArrowUp: "up", ArrowDown: "down", Home: "top", End: "bottom" }[event.key];
    const item = event.target.closest("li");
    if (!to || !item) return;
    event.preventDefault();
    if (!move(item, to, event.target)) item.querySelector(`[data-to="${to}"]`)?.form.requestSubmit(item.querySelector(`[data-to="${to}"]`));
  });

  let dragged = null;
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", event => {
    dragged = event.target.closest("li");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.postId);
    dragged.classList.add("is-dragged");
  });
  list.addEventListener("dragover", event => {
    const over = event.target.closest("li");
    if (!dragged || !over) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    for (const item of list.children) item.classList.remove("is-over", "is-under");
    if (over !== dragged) over.classList.add(event.clientY < top + height / 2 ? "is-over" : "is-under");
  });
  list.addEventListener("drop", event => {
    const over = list.querySelector(".is-over, .is-under");
    if (!dragged || !over) return;
    event.preventDefault();
    const isAfter = over.classList.contains("is-under");
    send(dragged, isAfter ? "after" : "before", over);
    put(dragged, isAfter ? over.nextElementSibling : over);
  });
  list.addEventListener("dragend", () => {
    for (const item of list.children) item.classList.remove("is-dragged", "is-over", "is-under");
    dragged = null;
  });
}
