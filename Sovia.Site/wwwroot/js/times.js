// Puts dates into the viewer's zone; the server wrote them in UTC.
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "long" });
const minute = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const forms = { day, exact, minute };

function localise(root) {
  for (const time of root.querySelectorAll("time[data-form]")) {
    const date = new Date(time.dateTime);
    time.textContent = forms[time.dataset.form].format(date);
    time.title = exact.format(date);
    delete time.dataset.form;
  }
}

localise(document);
document.addEventListener("htmx:load", event => localise(event.target));
