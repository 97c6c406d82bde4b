// Decodes the neighbours of a post before they are asked for: two in the direction of travel and one behind.
let held = [];

const addresses = rel => document.querySelector(`.stage a[rel="${rel}"]`)?.dataset.ahead?.split(" ") ?? [];

function look() {
  if (navigator.connection?.saveData) return;
  const [on, back] = sessionStorage.getItem("sovia:way") === "prev" ? ["prev", "next"] : ["next", "prev"];
  const wanted = [...addresses(on).slice(0, 2), ...addresses(back).slice(0, 1)];
  // Held, so that the browser keeps what it decoded.
  held = wanted.map(src => held.find(picture => picture.getAttribute("src") === src) ?? Object.assign(new Image(), { decoding: "async", src }));
  for (const picture of held) picture.decode().catch(() => {});
}

// Nothing that is looked at waits for what may be looked at.
function later() {
  const shown = document.querySelector(".stage img");
  if (!shown || shown.complete) return setTimeout(look);
  shown.addEventListener("load", look, { once: true });
}

document.addEventListener("sovia:turned", later);
later();
