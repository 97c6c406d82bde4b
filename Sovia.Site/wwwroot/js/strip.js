// <post-reel>: scrolls the strip to the current member of a long family, without moving the page.
class PostReel extends HTMLElement {
  connectedCallback() {
    const current = this.querySelector(".strip [aria-current]");
    const list = current?.closest("ol");
    if (list) list.scrollLeft += current.getBoundingClientRect().left - list.getBoundingClientRect().left - (list.clientWidth - current.offsetWidth) / 2;
  }
}

if (!customElements.get("post-reel")) customElements.define("post-reel", PostReel);
