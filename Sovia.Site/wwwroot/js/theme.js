// Switches the theme without reloading the page.
const root = document.documentElement;

const readTheme = () => /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1] ?? "system";
let shownTheme = readTheme();

function apply(theme) {
  shownTheme = theme;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const button of document.querySelectorAll("form[action='/theme'] button"))
    button.setAttribute("aria-pressed", String(button.value === theme));
  for (const meta of document.querySelectorAll("meta[name='theme-color']"))
    meta.content = getComputedStyle(root).backgroundColor;
}

document.getElementById("themes")?.addEventListener("submit", async event => {
  const theme = event.submitter?.value;
  if (!theme) return;
  event.preventDefault();
  apply(theme);
  event.target.hidePopover();
  const body = new URLSearchParams({ theme });
  // Completes the request even if the user leaves. If it fails, the theme lasts until then.
  await fetch("/theme", { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
});

// A page from the back/forward cache may have been painted before the switch.
addEventListener("pageshow", event => event.persisted && readTheme() !== shownTheme && apply(readTheme()));
