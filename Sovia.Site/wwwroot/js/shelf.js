// <collection-shelf>: takes a card that is dropped on one of its collections into it. Loaded when it is first opened.
const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));
const postIn = data => /\/posts\/([0-9a-f-]{36})/.exec(data.getData("text/uri-list") || data.getData("text/plain"))?.[1];

class CollectionShelf extends HTMLElement {
  #gone = null;
  #turn = 0;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const listen = (types, listener) => { for (const type of types.split(" ")) this.addEventListener(type, listener, { signal }); };
    listen("dragenter dragover", event => this.#over(event));
    listen("dragleave", ({ relatedTarget }) => { if (!this.contains(relatedTarget)) this.#mark(null); });
    listen("drop", event => this.#take(event));
    listen("click", ({ target }) => { if (target.closest("[data-closes]")) this.#close(); });
    listen("keydown", event => this.#key(event));
  }

  disconnectedCallback() { this.#gone.abort(); }

  #takerOf(target) { return target.closest?.("[data-takes]"); }

  #mark(taker) {
    for (const item of this.querySelectorAll(".is-over")) if (item !== taker) item.classList.remove("is-over");
    taker?.classList.add("is-over");
  }

  #over(event) {
    const taker = this.#takerOf(event.target);
    this.#mark(taker);
    if (taker) event.preventDefault();
  }

  async #take(event) {
    this.#mark(null);
    const taker = this.#takerOf(event.target), post = taker && postIn(event.dataTransfer);
    if (!post) return;
    event.preventDefault();
    const name = taker.querySelector(".shelf__name").textContent;
    const body = new URLSearchParams({ add: taker.dataset.collectionId });
    const answer = await fetch(`/posts/${post}/collections`, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.type !== "opaqueredirect" && !answer?.ok) return say("It could not be added. Nothing has changed.");
    say(`Added to ${name}.`);
    this.#refresh();
  }

  // Numbers and covers change in place: nothing moves under a card that is being dragged meanwhile.
  async #refresh() {
    const turn = ++this.#turn;
    const answer = await fetch("/collections/sidebar?fresh=true", { headers: { "HX-Request": "true" } }).catch(() => null);
    const text = answer?.ok && await answer.text();
    if (!text || turn !== this.#turn) return;
    for (const next of new DOMParser().parseFromString(text, "text/html").querySelectorAll("[data-collection-id] > a")) {
      const shown = this.querySelector(`[data-collection-id="${next.parentElement.dataset.collectionId}"] > a`);
      if (shown && shown.innerHTML !== next.innerHTML) shown.innerHTML = next.innerHTML;
    }
  }

  #close() {
    const menu = this.closest("details");
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  #key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  }
}

if (!customElements.get("collection-shelf")) customElements.define("collection-shelf", CollectionShelf);
