// Shows a blurred preview (ThumbHash) behind each <img data-thumbhash> until its file has loaded.
const decodeBase64 = text => Uint8Array.from(atob(text), char => char.charCodeAt(0));

function decodeChannel(readNibble, columns, rows, mean, scale) {
  const terms = [[0, 0, mean]];
  for (let v = 0; v < rows; v++)
    for (let u = v ? 0 : 1; u * rows < columns * (rows - v); u++) terms.push([u, v, 2 * scale * (readNibble() / 7.5 - 1)]);
  return (x, y) => terms.reduce((sum, [u, v, weight]) => sum + weight * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y), 0);
}

function render(hash) {
  const colours = hash[0] | hash[1] << 8 | hash[2] << 16;
  const shape = hash[3] | hash[4] << 8;
  const hasAlpha = colours >> 23, isLandscape = shape >> 15, minTerms = Math.max(1, shape & 7), maxTerms = hasAlpha ? 5 : 7;
  let position = (hasAlpha ? 6 : 5) * 2;
  const readNibble = () => hash[position >> 1] >> (position++ & 1) * 4 & 15;
  const [columns, rows] = isLandscape ? [maxTerms, Math.max(3, minTerms)] : [Math.max(3, minTerms), maxTerms];
  const lightness = decodeChannel(readNibble, columns, rows, (colours & 63) / 63, (colours >> 18 & 31) / 31);
  const yellow = decodeChannel(readNibble, 3, 3, (colours >> 6 & 63) / 31.5 - 1, (shape >> 3 & 63) / 63 * 1.25);
  const red = decodeChannel(readNibble, 3, 3, (colours >> 12 & 63) / 31.5 - 1, (shape >> 9 & 63) / 63 * 1.25);
  const width = isLandscape ? 16 : Math.max(1, Math.round(16 * minTerms / maxTerms)), height = isLandscape ? Math.max(1, Math.round(16 * minTerms / maxTerms)) : 16;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = (pixel % width + 0.5) / width, y = (Math.floor(pixel / width) + 0.5) / height;
    const l = lightness(x, y), q = red(x, y), b = l - 2 / 3 * yellow(x, y), r = (3 * l - b + q) / 2;
    image.data.set([255 * r, 255 * (r - q), 255 * b, 255], pixel * 4);
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

function addPreviews(root) {
  for (const img of root.querySelectorAll("img[data-thumbhash]")) {
    const { thumbhash } = img.dataset;
    delete img.dataset.thumbhash;
    if (img.complete && img.naturalWidth) continue;
    img.style.backgroundImage = `url(${render(decodeBase64(thumbhash))})`;
    img.addEventListener("load", () => { img.style.backgroundImage = ""; }, { once: true });
  }
}

addPreviews(document);
document.getElementById("main")?.addEventListener("htmx:load", event => addPreviews(event.target));
