// Switches the theme at once; without this the same form posts and comes back.
const root = document.documentElement;

const chosen = () => /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1] ?? "system";
let last = chosen();

function show(theme) {
  last = theme;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of document.querySelectorAll("form[action='/theme'] button"))
    button.setAttribute("aria-pressed", String(button.value === theme));
  for (const meta of document.querySelectorAll("meta[name='theme-color']"))
    meta.content = getComputedStyle(root).backgroundColor;
}

document.addEventListener("submit", async event => {
  const theme = event.submitter?.value;
  if (event.target.getAttribute("action") !== "/theme" || !theme) return;
  event.preventDefault();
  show(theme);
  event.target.closest("[popover]")?.hidePopover();
  const body = new URLSearchParams({ theme });
  // Sent to its end even where the page is left meanwhile; without an answer the theme holds until then.
  await fetch("/theme", { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
});

// A page from the back/forward cache may have been painted before the switch.
addEventListener("pageshow", event => event.persisted && chosen() !== last && show(chosen()));
