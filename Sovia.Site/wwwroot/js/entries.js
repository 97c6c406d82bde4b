// The files of what was dropped, those of folders included.
const fileOf = entry => new Promise((resolve, reject) => entry.file(resolve, reject));

// readEntries returns at most 100 entries per call, so call it until it returns none.
export async function* within(entry) {
  if (entry instanceof File || entry.isFile) {
    yield entry instanceof File ? entry : await fileOf(entry);
    return;
  }
  const reader = entry.createReader();
  for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;)
    for (const inner of some) yield* within(inner);
}
