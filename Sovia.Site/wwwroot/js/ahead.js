// Preloads the images next to a post: two in the direction of paging and one behind.
let preloaded = [];

const getUrls = rel => document.querySelector(`.stage a[rel="${rel}"]`)?.dataset.ahead?.split(" ") ?? [];

function preload() {
  if (navigator.connection?.saveData) return;
  const [forward, backward] = sessionStorage.getItem("sovia:way") === "prev" ? ["prev", "next"] : ["next", "prev"];
  const urls = [...getUrls(forward).slice(0, 2), ...getUrls(backward).slice(0, 1)];
  // Keeps references, so that the browser keeps the decoded images.
  preloaded = urls.map(src => preloaded.find(image => image.getAttribute("src") === src) ?? Object.assign(new Image(), { decoding: "async", src }));
  for (const image of preloaded) image.decode().catch(() => {});
}

// Waits for the current image, so that preloading never delays it.
function schedule() {
  const image = document.querySelector(".stage img");
  if (!image || image.complete) return setTimeout(preload);
  image.addEventListener("load", preload, { once: true });
}

document.addEventListener("sovia:turned", schedule);
schedule();
