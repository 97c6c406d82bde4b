// Shows UTC dates in the time zone that the page names, or else the viewer's.
// Stores the local day in data-day, for scripts that look for a day or month.
function readTimeZone() {
  const zone = document.querySelector('meta[name="days"]')?.content;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone }) && zone;
  } catch {
    return undefined;
  }
}

const timeZone = readTimeZone();
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "long", timeZone });
const minute = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone });
const iso = new Intl.DateTimeFormat("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", timeZone });
const formats = { day, exact, minute };

function localise(root) {
  for (const time of root.querySelectorAll("time[data-form]")) {
    const date = new Date(time.dateTime);
    time.textContent = formats[time.dataset.form].format(date);
    time.title = exact.format(date);
    time.dataset.day = iso.format(date).padStart(10, "0");
    delete time.dataset.form;
  }
}

localise(document);
document.getElementById("main")?.addEventListener("htmx:load", event => localise(event.target));
