// Paints a blurred picture (ThumbHash) behind every <img data-thumbhash> until its own bytes are there.
const bytesOf = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));

function plane(next, across, down, mean, scale) {
  const terms = [[0, 0, mean]];
  for (let v = 0; v < down; v++)
    for (let u = v ? 0 : 1; u * down < across * (down - v); u++) terms.push([u, v, 2 * scale * (next() / 7.5 - 1)]);
  return (x, y) => terms.reduce((sum, [u, v, weight]) => sum + weight * Math.cos(Math.PI * u * x) * Math.cos(Math.PI * v * y), 0);
}

function paint(hash) {
  const colours = hash[0] | hash[1] << 8 | hash[2] << 16;
  const shape = hash[3] | hash[4] << 8;
  const alpha = colours >> 23, landscape = shape >> 15, side = Math.max(1, shape & 7), most = alpha ? 5 : 7;
  let at = (alpha ? 6 : 5) * 2;
  const next = () => hash[at >> 1] >> (at++ & 1) * 4 & 15;
  const [across, down] = landscape ? [most, Math.max(3, side)] : [Math.max(3, side), most];
  const lightness = plane(next, across, down, (colours & 63) / 63, (colours >> 18 & 31) / 31);
  const yellow = plane(next, 3, 3, (colours >> 6 & 63) / 31.5 - 1, (shape >> 3 & 63) / 63 * 1.25);
  const red = plane(next, 3, 3, (colours >> 12 & 63) / 31.5 - 1, (shape >> 9 & 63) / 63 * 1.25);
  const width = landscape ? 16 : Math.max(1, Math.round(16 * side / most)), height = landscape ? Math.max(1, Math.round(16 * side / most)) : 16;
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

function blur(root) {
  for (const picture of root.querySelectorAll("img[data-thumbhash]")) {
    const { thumbhash } = picture.dataset;
    delete picture.dataset.thumbhash;
    if (picture.complete && picture.naturalWidth) continue;
    picture.style.backgroundImage = `url(${paint(bytesOf(thumbhash))})`;
    picture.addEventListener("load", () => { picture.style.backgroundImage = ""; }, { once: true });
  }
}

blur(document);
document.addEventListener("htmx:load", event => blur(event.target));
