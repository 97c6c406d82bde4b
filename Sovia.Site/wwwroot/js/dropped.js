// Uploads dropped files with progress, a way to cancel, and the server's reason if it refuses. Loaded by handover.js.
// Reads a form's token from the form's own page, so that other pages don't need one.
import { readFiles } from "./entries.js";
import { formatSize } from "./size.js";

const isMedia = file => /^(image|video|audio)\//.test(file.type);
const parseHtml = text => new DOMParser().parseFromString(text, "text/html");

function showToast(text, cancel) {
  const toast = document.createElement("div");
  toast.className = "toasts";
  toast.innerHTML = "<div class='toast' role='status'><p></p><button type='button'>Cancel</button></div>";
  toast.querySelector("p").textContent = text;
  toast.querySelector("button").addEventListener("click", () => {
    cancel();
    toast.remove();
  });
  document.body.append(toast);
  return {
    setText(message) { toast.querySelector("p").textContent = message; },
    fail(message) {
      this.setText(message);
      toast.firstChild.setAttribute("role", "alert");
      toast.querySelector("button").textContent = "Close";
    },
  };
}

const getReason = page =>
  [...page.querySelectorAll(".field-error, .notice h1, .notice h1 + p")].map(part => part.textContent.trim()).join(". ");

const send = (action, body, onProgress, signal) => new Promise((resolve, reject) => {
  signal.throwIfAborted();
  const request = new XMLHttpRequest();
  signal.addEventListener("abort", () => request.abort());
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(Math.floor(100 * loaded / total)));
  request.addEventListener("load", () => {
    const { status, responseText } = request;
    if (status < 400) resolve(request.getResponseHeader("Location"));
    else reject(new Error(getReason(parseHtml(responseText)) || `Sovia answered ${status}.`));
  });
  request.addEventListener("error", () => reject(new Error("Sovia isn't responding.")));
  request.addEventListener("abort", () => reject(signal.reason));
  request.open("POST", action);
  // Requests the next URL instead of a redirect, because following the redirect here would consume the toast meant for the user.
  request.setRequestHeader("Sovia-Redirect", "manual");
  request.send(body);
});

const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

// Gets the form's token and limit from its page. Sends no more than the limit, because a server that refuses an upload cuts it off.
async function getUpload(formUrl, files, label, signal) {
  const form = parseHtml(await (await fetch(formUrl, { signal })).text()).querySelector("form[data-most]");
  const [size, limit] = [files.reduce((sum, file) => sum + file.size, 0), Number(form.dataset.most)];
  if (size > limit) throw new Error(`${label}, ${formatSize(size)}: over the limit of ${formatSize(limit)}. Nothing was changed.`);
  const body = new FormData();
  body.append("__RequestVerificationToken", form.elements.__RequestVerificationToken.value);
  for (const file of files) body.append("files", file);
  return { action: form.getAttribute("action"), body, label };
}

export async function upload(entries) {
  const controller = new AbortController();
  const { signal } = controller;
  const toast = showToast("Reading files…", () => controller.abort());
  try {
    const files = [];
    for (const entry of entries) for await (const file of readFiles(entry)) {
      signal.throwIfAborted();
      files.push(file);
    }
    const [media, exports] = [files.filter(isMedia), files.filter(file => !isMedia(file))];
    // Loads the forms before uploading, because loading a page consumes the toast of the previous request. Uploads media first, so that
    // the import page shows their toast.
    const uploads = [];
    if (media.length) uploads.push(await getUpload("/media", media, count(media.length, "file"), signal));
    if (exports.length) uploads.push(await getUpload("/import", exports, count(exports.length, "export"), signal));
    if (uploads.length === 0) return toast.fail("Nothing to upload: the folder is empty.");
    let url = null;
    for (const { action, body, label } of uploads)
      url = await send(action, body, percent => toast.setText(`Uploading ${label}: ${percent}%`), signal);
    location.assign(url);
  } catch (error) {
    if (!signal.aborted) toast.fail(`Upload failed. ${error.message}`);
  }
}
