// Tells the styles that scripts run, so that controls that need a script appear.
document.documentElement.dataset.script = "on";

// Stores the time zone in a cookie for the server. Reloads a page that shows days once, if the cookie was missing.
{
  const cookie = `tz=${Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC"}`;
  const hasCookie = () => document.cookie.split("; ").includes(cookie);
  if (!hasCookie()) {
    document.cookie = `${cookie}; path=/; max-age=34560000; samesite=lax`;
    if (hasCookie() && cookie !== "tz=UTC" && document.querySelector('meta[name="days"]')) location.reload();
  }
}

// Ignores the rejection that Chromium reports when a slow page gets no view transition, because no script can handle its
// promise.
addEventListener("unhandledrejection", event => {
  if (event.reason instanceof DOMException && event.reason.message.startsWith("Transition was")) event.preventDefault();
});
