// Formats a number of bytes in the same form as the server's ByteSize.
const units = ["bytes", "kB", "MB", "GB", "TB"];

export function formatSize(bytes) {
  let [size, unit] = [bytes, 0];
  while (size >= 999.5 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return bytes === 1 ? "1 byte" : `${size.toLocaleString("en", { maximumFractionDigits: size < 99.95 ? 1 : 0, useGrouping: false })} ${units[unit]}`;
}
