// Uploads dropped files with progress, a way to cancel, and the server's reason if it refuses. Loaded by handover.js.
// The token for a form is read from the form's own page, so that no other page has to carry one.
import { within } from "./entries.js";

const isMedia = file => /^(image|video|audio)\//.test(file.type);
const parse = text => new DOMParser().parseFromString(text, "text/html");
let current = null;

function bar(text) {
  const toast = document.createElement("div");
  toast.className = "toasts";
  toast.innerHTML = "<div class='toast' role='status'><p></p><button type='button'>Cancel</button></div>";
  toast.querySelector("p").textContent = text;
  toast.querySelector("button").addEventListener("click", () => current ? current.abort() : toast.remove());
  document.body.append(toast);
  return {
    say(words) { toast.querySelector("p").textContent = words; },
    fail(words) {
      this.say(words);
      toast.firstChild.setAttribute("role", "alert");
      toast.querySelector("button").textContent = "Close";
    },
    remove: () => toast.remove(),
  };
}

const send = (action, body, progress) => new Promise((resolve, reject) => {
  current = new XMLHttpRequest();
  current.upload.addEventListener("progress", ({ loaded, total }) => progress(Math.floor(100 * loaded / total)));
  current.addEventListener("load", () => {
    const { status, responseURL, responseText } = current;
    if (status < 400) return resolve(responseURL);
    const page = parse(responseText);
    reject(new Error((page.querySelector(".field-error") ?? page.querySelector("main h1"))?.textContent.trim() || `Sovia answered ${status}.`));
  });
  current.addEventListener("error", () => reject(new Error("Sovia isn't responding.")));
  current.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
  current.open("POST", action);
  current.send(body);
});

async function post(page, action, files, progress) {
  const body = new FormData();
  body.append("__RequestVerificationToken", parse(await (await fetch(page)).text()).querySelector("[name='__RequestVerificationToken']").value);
  for (const file of files) body.append("files", file);
  return send(action, body, progress);
}

export async function upload(entries) {
  const toast = bar("Reading files…");
  try {
    const files = [];
    for (const entry of entries) for await (const file of within(entry)) files.push(file);
    const [media, exports] = [files.filter(isMedia), files.filter(file => !isMedia(file))];
    let target = null;
    if (media.length) target = await post("/media", "/media?handler=upload", media, percent => toast.say(`Uploading ${media.length} ${media.length === 1 ? "file" : "files"}: ${percent}%`));
    if (exports.length) target = await post("/import", "/import", exports, percent => toast.say(`Uploading for import: ${percent}%`));
    if (target) location.assign(target);
    else toast.fail("Nothing to upload: the folder is empty.");
  } catch (error) {
    if (error.name === "AbortError") toast.remove();
    else toast.fail(`Upload failed. ${error.message}`);
  } finally {
    current = null;
  }
}
