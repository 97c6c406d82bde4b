// Uploads dropped files with progress, a way to cancel, and the server's reason if it refuses. Loaded by handover.js.
// Reads a form's token from the form's own page, so that other pages don't need one.
import { readFiles } from "./entries.js";

const isMedia = file => /^(image|video|audio)\//.test(file.type);
const parseHtml = text => new DOMParser().parseFromString(text, "text/html");
let request = null;

function showToast(text) {
  const toast = document.createElement("div");
  toast.className = "toasts";
  toast.innerHTML = "<div class='toast' role='status'><p></p><button type='button'>Cancel</button></div>";
  toast.querySelector("p").textContent = text;
  toast.querySelector("button").addEventListener("click", () => request ? request.abort() : toast.remove());
  document.body.append(toast);
  return {
    setText(message) { toast.querySelector("p").textContent = message; },
    fail(message) {
      this.setText(message);
      toast.firstChild.setAttribute("role", "alert");
      toast.querySelector("button").textContent = "Close";
    },
    remove: () => toast.remove(),
  };
}

const send = (action, body, onProgress) => new Promise((resolve, reject) => {
  request = new XMLHttpRequest();
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(Math.floor(100 * loaded / total)));
  request.addEventListener("load", () => {
    const { status, responseURL, responseText } = request;
    if (status < 400) return resolve(responseURL);
    const page = parseHtml(responseText);
    reject(new Error((page.querySelector(".field-error") ?? page.querySelector("main h1"))?.textContent.trim() || `Sovia answered ${status}.`));
  });
  request.addEventListener("error", () => reject(new Error("Sovia isn't responding.")));
  request.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
  request.open("POST", action);
  request.send(body);
});

async function post(formUrl, action, files, onProgress) {
  const body = new FormData();
  body.append("__RequestVerificationToken", parseHtml(await (await fetch(formUrl)).text()).querySelector("[name='__RequestVerificationToken']").value);
  for (const file of files) body.append("files", file);
  return send(action, body, onProgress);
}

export async function upload(entries) {
  const toast = showToast("Reading files…");
  try {
    const files = [];
    for (const entry of entries) for await (const file of readFiles(entry)) files.push(file);
    const [media, exports] = [files.filter(isMedia), files.filter(file => !isMedia(file))];
    let url = null;
    if (media.length) url = await post("/media", "/media?handler=upload", media, percent => toast.setText(`Uploading ${media.length} ${media.length === 1 ? "file" : "files"}: ${percent}%`));
    if (exports.length) url = await post("/import", "/import", exports, percent => toast.setText(`Uploading for import: ${percent}%`));
    if (url) location.assign(url);
    else toast.fail("Nothing to upload: the folder is empty.");
  } catch (error) {
    if (error.name === "AbortError") toast.remove();
    else toast.fail(`Upload failed. ${error.message}`);
  } finally {
    request = null;
  }
}
