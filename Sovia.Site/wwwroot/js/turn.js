// Pages through posts in place: the next post takes the place of this one. The address is replaced, so that all that was paged
// through is one step of Back, and the window stays full screen. What no script can do in place is followed as any link.
const main = document.getElementById("main");
const ways = ".stage a[rel], .strip a, .reel__on, .tree a";
const stays = ["stage", "strip", "reel", "tree"];
let asking = null;

const soon = milliseconds => new Promise(done => setTimeout(done, milliseconds));

// Decoded before it is shown, so that nothing flickers; what takes long comes when it comes.
async function decode(picture) {
  if (!picture) return;
  const ahead = Object.assign(new Image(), { src: picture.getAttribute("src") });
  await Promise.race([ahead.decode().catch(() => {}), soon(400)]);
  picture.decoding = "sync";
}

// The focus goes to what takes the place of the link that was followed.
function focus(kind, rel) {
  const link = main.querySelector(kind === "stage" ? `.stage a[rel="${rel}"]` : kind === "reel" ? ".reel__on" : `.${kind} [aria-current]`);
  link?.focus({ preventScroll: true, focusVisible: true });
}

async function turn(link) {
  asking?.abort();
  const { signal } = asking = new AbortController();
  const { href, rel } = link;
  const kind = link === document.activeElement && link.matches(":focus-visible") && stays.find(name => link.closest(`.${name}`));
  sessionStorage.setItem("sovia:way", rel || "next");
  try {
    const answer = await fetch(href, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("main");
    await decode(next.querySelector(".stage img"));
    if (signal.aborted) return;
    history.replaceState(history.state, "", href);
    document.title = page.title;
    document.querySelector("link[rel='canonical']")?.remove();
    main.replaceChildren(...next.childNodes);
    scrollTo({ top: 0, behavior: "instant" });
    htmx.process(main);
    htmx.trigger(main, "htmx:load");
    if (kind) focus(kind, rel);
    // The gallery shows what was seen last when it is returned to.
    sessionStorage.setItem("sovia:seen", main.querySelector(".stage__go--back").href);
    document.dispatchEvent(new Event("sovia:turned"));
    document.dispatchEvent(new CustomEvent("sovia:tell", { detail: page.title.split(" · ")[0] }));
  } catch (error) {
    if (!signal.aborted) location.replace(href);
  }
}

document.addEventListener("click", event => {
  const link = event.target.closest?.(ways);
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.ariaCurrent !== "page") turn(link);
});
