// Names the card that was opened, so that the browser can grow it into the large view and shrink it back.
const idIn = url => /\/posts\/([0-9a-f-]{36})/i.exec(url)?.[1];
const faceOf = id => id && document.querySelector(`article[data-post-id="${id}"] a`);

async function link(face, transition) {
  // The browser may skip a transition, which is no fault.
  transition?.ready.catch(() => {});
  if (!face || !transition) return;
  face.style.viewTransitionName = "media";
  await transition.finished.catch(() => {});
  face.style.viewTransitionName = "";
}

addEventListener("pageswap", event => link(faceOf(idIn(event.activation?.entry?.url ?? "")), event.viewTransition));
addEventListener("pagereveal", event => link(faceOf(idIn(globalThis.navigation?.activation?.from?.url ?? "")), event.viewTransition));
