// Opens linked posts in the same document, so that full screen stays on. Replaces the URL, so that one step Back leaves them all.
// After an error the browser follows the link.
const main = document.getElementById("main");
const linkSelector = ".stage a[rel], .strip a, .reel__on, .tree a";
const areas = ["stage", "strip", "reel", "tree"];
let controller = null;

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// Decodes an image before it is shown, to avoid flicker, but waits 400 ms at most.
async function decode(img) {
  if (!img) return;
  const preload = Object.assign(new Image(), { src: img.getAttribute("src") });
  await Promise.race([preload.decode().catch(() => {}), wait(400)]);
  img.decoding = "sync";
}

// Focuses the link that replaces the followed one.
function focusLink(area, rel) {
  const link = main.querySelector(area === "stage" ? `.stage a[rel="${rel}"]` : area === "reel" ? ".reel__on" : `.${area} [aria-current]`);
  link?.focus({ preventScroll: true, focusVisible: true });
}

async function openPost(link) {
  controller?.abort();
  const { signal } = controller = new AbortController();
  const { href, rel } = link;
  const area = link === document.activeElement && link.matches(":focus-visible") && areas.find(name => link.closest(`.${name}`));
  sessionStorage.setItem("sovia:way", rel || "next");
  try {
    const response = await fetch(href, { signal });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const nextMain = page.getElementById("main");
    await decode(nextMain.querySelector(".stage img"));
    if (signal.aborted) return;
    history.replaceState(history.state, "", href);
    document.title = page.title;
    document.querySelector("link[rel='canonical']")?.remove();
    main.replaceChildren(...nextMain.childNodes);
    scrollTo({ top: 0, behavior: "instant" });
    htmx.process(main);
    htmx.trigger(main, "htmx:load");
    if (area) focusLink(area, rel);
    // The gallery scrolls to this post when the user returns.
    sessionStorage.setItem("sovia:seen", main.querySelector(".stage__go--back").href);
    document.dispatchEvent(new CustomEvent("sovia:tell", { detail: page.title.split(" · ")[0] }));
  } catch (error) {
    if (!signal.aborted) location.replace(href);
  }
}

main.addEventListener("click", event => {
  const link = event.target.closest(linkSelector);
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.ariaCurrent !== "page") openPost(link);
});
