// Animates the opened card into the large view and back with a view transition.
const findPostId = url => /\/posts\/([0-9a-f-]{36})/i.exec(url)?.[1];
const findLink = id => id && document.querySelector(`article[data-post-id="${id}"] a`);

async function animate(link, transition) {
  // Ignores a transition that the browser skips.
  transition?.ready.catch(() => {});
  if (!link || !transition) return;
  link.style.viewTransitionName = "media";
  await transition.finished.catch(() => {});
  link.style.viewTransitionName = "";
}

addEventListener("pageswap", event => animate(findLink(findPostId(event.activation?.entry?.url ?? "")), event.viewTransition));
addEventListener("pagereveal", event =>
  animate(findLink(findPostId(globalThis.navigation?.activation?.from?.url ?? "")), event.viewTransition));
