// Tells the styles that scripts run: controls that only a script can carry out appear.
document.documentElement.dataset.script = "on";

// Tells the server whose days a date means. A page of days that was answered before it knew is asked for again, once.
{
  const cookie = `tz=${Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC"}`;
  const isTold = () => document.cookie.split("; ").includes(cookie);
  if (!isTold()) {
    document.cookie = `${cookie}; path=/; max-age=34560000; samesite=lax`;
    if (isTold() && cookie !== "tz=UTC" && document.querySelector('meta[name="days"]')) location.reload();
  }
}

// A page that takes seconds to come gets no transition. Chromium reports that as a rejection of a promise of its own, which
// no script could have handled, and which is no fault of the page.
addEventListener("unhandledrejection", event => {
  if (event.reason instanceof DOMException && event.reason.message.startsWith("Transition was")) event.preventDefault();
});
