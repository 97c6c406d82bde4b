// Files dropped anywhere are handed over: pictures, clips and sound as media, anything else as an export to be looked through. The token for
// the form is fetched with the form's own page, so that no other page has to carry one.
const isMedia = file => /^(image|video|audio)\//.test(file.type);
const holdsFiles = event => event.dataTransfer?.types.includes("Files");
const ownsDrop = event => event.target.closest?.(".drop");

async function post(page, action, files) {
  const form = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html");
  const body = new FormData();
  body.append("__RequestVerificationToken", form.querySelector("[name='__RequestVerificationToken']").value);
  for (const file of files) body.append("files", file);
  const answer = await fetch(action, { method: "POST", body });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.url;
}

addEventListener("dragover", event => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  document.body.toggleAttribute("data-dropping", !ownsDrop(event));
});

addEventListener("dragleave", event => event.relatedTarget || document.body.removeAttribute("data-dropping"));

addEventListener("drop", async event => {
  document.body.removeAttribute("data-dropping");
  if (!holdsFiles(event)) return;
  event.preventDefault();
  if (ownsDrop(event)) return;
  const files = [...event.dataTransfer.files];
  const [media, exports] = [files.filter(isMedia), files.filter(file => !isMedia(file))];
  document.body.ariaBusy = "true";
  try {
    let target;
    if (media.length) target = await post("/media", "/media?handler=upload", media);
    if (exports.length) target = await post("/import", "/import", exports);
    if (target) location.assign(target);
  } catch {
    location.assign(exports.length ? "/import" : "/media");
  } finally {
    document.body.ariaBusy = null;
  }
});
