// Scrolls the strip to the current member of a long family, without moving the page.
function centreCurrent() {
  const current = document.querySelector(".strip [aria-current]");
  const list = current?.closest("ol");
  if (list) list.scrollLeft += current.getBoundingClientRect().left - list.getBoundingClientRect().left - (list.clientWidth - current.offsetWidth) / 2;
}

for (const type of ["sovia:turned", "sovia:framed"]) document.addEventListener(type, centreCurrent);
centreCurrent();
