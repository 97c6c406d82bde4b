// Shows of a long list of values those in which the words occur that are typed above it.
document.addEventListener("input", ({ target }) => {
  const list = target.closest("[data-finds]") && target.parentElement.querySelector("ul");
  if (!list) return;
  const words = target.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  for (const value of list.children) {
    const label = value.querySelector(".facet__label").textContent.toLocaleLowerCase();
    value.hidden = !words.every(word => label.includes(word));
  }
});
