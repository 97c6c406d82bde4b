// Yields the files of a dropped entry, including those in folders.
const getFile = entry => new Promise((resolve, reject) => entry.file(resolve, reject));

// readEntries returns at most 100 entries per call, so call it until it returns none.
export async function* readFiles(entry) {
  if (entry instanceof File || entry.isFile) {
    yield entry instanceof File ? entry : await getFile(entry);
    return;
  }
  const reader = entry.createReader();
  for (let batch; (batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;)
    for (const child of batch) yield* readFiles(child);
}
