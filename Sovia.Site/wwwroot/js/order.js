// Moves the members of a collection without loading the page: by their buttons, by Alt with the arrows, and by dragging. Saves
// one move after the other. If one fails, restores the order that the server has and announces the reason.
const list = document.querySelector("#order:not([data-fixed])");
const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));
const getItems = () => [...list.children];
let savedItems = list ? getItems() : [];
let queue = [];
let isSending = false;

// Uses keepalive, because the user may leave the page during the request.
const postMove = move => {
  move.isSent = true;
  return fetch(`${list.dataset.address}?${move.query}`, { method: "POST", headers: { "HX-Request": "true" }, keepalive: true });
};

async function readError(response) {
  const text = response.status === 422 ? await response.text() : "";
  return text || (response.status === 404 ? "This collection no longer exists." : "The move could not be saved.");
}

async function sendMove(move) {
  try {
    const response = await postMove(move);
    return response.ok ? null : await readError(response);
  } catch {
    return "Sovia isn't responding.";
  }
}

async function sendMoves() {
  isSending = true;
  while (queue.length) {
    // Moves sent on pagehide are still queued if the page returns from the back/forward cache.
    const error = queue[0].isSent ? null : await sendMove(queue[0]);
    if (error) {
      // Drops later moves, because they start from an order that the server does not have.
      queue = [];
      list.append(...savedItems);
      announce(`Moved back. ${error}`);
    } else savedItems = queue.shift().order;
  }
  isSending = false;
}

function saveMove(item, to, target) {
  queue.push({ query: new URLSearchParams({ handler: "move", post: item.dataset.postId, to, ...target && { beside: target.dataset.postId } }), order: getItems() });
  if (!isSending) sendMoves();
}

function placeItem(item, nextItem, control) {
  list.insertBefore(item, nextItem);
  control?.focus();
  item.scrollIntoView({ block: "nearest" });
  announce(`Moved to ${getItems().indexOf(item) + 1} on this page.`);
}

// Returns false if the new position is on another page; the caller then submits the form.
function moveItem(item, to, control) {
  const sibling = to === "up" ? item.previousElementSibling : to === "down" ? item.nextElementSibling : null;
  if (!sibling) return false;
  placeItem(item, to === "up" ? sibling : sibling.nextElementSibling, control);
  saveMove(item, to);
  return true;
}

if (list) {
  addEventListener("pagehide", () => queue.filter(move => !move.isSent).forEach(move => postMove(move).catch(() => {})));
  list.addEventListener("click", event => {
    const button = event.target.closest("button[data-to]");
    if (button && moveItem(button.closest("li"), button.dataset.to, button)) event.preventDefault();
  });
  list.addEventListener("keydown", event => {
    const to = event.altKey && { ArrowUp: "up", ArrowDown: "down", Home: "top", End: "bottom" }[event.key];
    const item = event.target.closest("li");
    if (!to || !item) return;
    event.preventDefault();
    if (!moveItem(item, to, event.target))
      item.querySelector(`[data-to="${to}"]`)?.form.requestSubmit(item.querySelector(`[data-to="${to}"]`));
  });

  let draggedItem = null;
  for (const item of list.children) item.draggable = true;
  list.addEventListener("dragstart", event => {
    draggedItem = event.target.closest("li");
    if (!draggedItem) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", draggedItem.dataset.postId);
    draggedItem.classList.add("is-dragged");
  });
  list.addEventListener("dragover", event => {
    const target = event.target.closest("li");
    if (!draggedItem || !target) return;
    event.preventDefault();
    const { top, height } = target.getBoundingClientRect();
    for (const item of list.children) item.classList.remove("is-over", "is-under");
    if (target !== draggedItem) target.classList.add(event.clientY < top + height / 2 ? "is-over" : "is-under");
  });
  list.addEventListener("drop", event => {
    const target = list.querySelector(".is-over, .is-under");
    if (!draggedItem || !target) return;
    event.preventDefault();
    const isAfter = target.classList.contains("is-under");
    placeItem(draggedItem, isAfter ? target.nextElementSibling : target);
    saveMove(draggedItem, isAfter ? "after" : "before", target);
  });
  list.addEventListener("dragend", () => {
    for (const item of list.children) item.classList.remove("is-dragged", "is-over", "is-under");
    draggedItem = null;
  });
}
