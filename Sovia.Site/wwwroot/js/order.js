// Moves the members of a collection without loading the page: by their buttons, by Alt with the arrows, and by dragging. Moves are
// saved one after the other. If one is refused or fails, the list returns to the order that the server has, and the reason is said.
const list = document.querySelector("#order:not([data-fixed])");
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const order = () => [...list.children];
let saved = list ? order() : [];
let moves = [];
let isSending = false;

// Kept alive, because the reader may leave the page while a move is on its way.
const request = move => {
  move.isSent = true;
  return fetch(`${list.dataset.address}?${move.query}`, { method: "POST", headers: { "HX-Request": "true" }, keepalive: true });
};

async function reason(answer) {
  const text = answer.status === 422 ? await answer.text() : "";
  return text || (answer.status === 404 ? "This collection no longer exists." : "The move could not be saved.");
}

async function send(move) {
  try {
    const answer = await request(move);
    return answer.ok ? null : await reason(answer);
  } catch {
    return "Sovia isn't responding.";
  }
}

async function work() {
  isSending = true;
  while (moves.length) {
    const problem = await send(moves[0]);
    if (problem) {
      // Later moves were made in an order that the server does not have.
      moves = [];
      list.append(...saved);
      say(`Moved back. ${problem}`);
    } else saved = moves.shift().order;
  }
  isSending = false;
}

function save(item, to, beside) {
  moves.push({ query: new URLSearchParams({ handler: "move", post: item.dataset.postId, to, ...beside && { beside: beside.dataset.postId } }), order: order() });
  if (!isSending) work();
}

function put(item, before, focus) {
  list.insertBefore(item, before);
  focus?.focus();
  item.scrollIntoView({ block: "nearest" });
  say(`Moved to ${order().indexOf(item) + 1} on this page.`);
}

// False where the page does not show where it goes: then the form is sent.
function move(item, to, focus) {
  const beside = to === "up" ? item.previousElementSibling : to === "down" ? item.nextElementSibling : null;
  if (!beside) return false;
  put(item, to === "up" ? beside : beside.nextElementSibling, focus);
  save(item, to);
  return true;
}

if (list) {
  addEventListener("pagehide", () => moves.filter(one => !one.isSent).forEach(one => request(one).catch(() => {})));
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
    put(dragged, isAfter ? over.nextElementSibling : over);
    save(dragged, isAfter ? "after" : "before", over);
  });
  list.addEventListener("dragend", () => {
    for (const item of list.children) item.classList.remove("is-dragged", "is-over", "is-under");
    dragged = null;
  });
}
