// <annotation-editor>: saves what is decided about a post in place: by key, by button, and when a text is left. One request at a time, in
// the order of the gestures. Fields that somebody types in are never replaced. It stands on the page of a post or in the dialog of a card.
import { suggestTags } from "./tags.js";
import { isTyping } from "./typing.js";

const say = words => document.dispatchEvent(new CustomEvent("sovia:say", { detail: words }));

class AnnotationEditor extends HTMLElement {
  #queue = Promise.resolve();
  // Ratings that are on their way: until the last is kept, the stars show what was pressed.
  #ratings = 0;
  #gone = null;

  connectedCallback() {
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener("submit", event => this.#submit(event), { signal });
    // A text is saved when it is left, and when the page is: nothing that was typed is lost.
    this.addEventListener("change", ({ target }) => { if (target.form === this.#texts) this.#saveTexts(); }, { signal });
    addEventListener("pagehide", () => this.#saveTexts(true), { signal });
    document.addEventListener("keydown", event => this.#key(event), { signal });
    suggestTags(this.querySelector("[name='addtag']"), this.querySelector(".suggest"), signal);
  }

  disconnectedCallback() {
    this.#saveTexts();
    this.#gone.abort();
  }

  get #section() { return this.querySelector(".annotate"); }
  get #texts() { return this.querySelector(".annotate__texts"); }
  get #stars() { return this.querySelector(".annotate__stars"); }
  get #post() { return this.closest(".post"); }
  get #isTouched() { return ["title", "note"].some(name => this.#texts.elements[name].value !== this.#texts.elements[name].defaultValue); }

  #saveTexts(isLeaving = false) {
    if (!this.#texts || !this.#isTouched) return;
    const [action, body] = [this.#texts.getAttribute("action"), new URLSearchParams(new FormData(this.#texts))];
    if (!isLeaving) return void this.#send(action, body);
    fetch(action, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true }).catch(() => {});
  }

  // The focus stays on what takes the place of the button that had it.
  #swap(part, next) {
    if (part.innerHTML === next.innerHTML || (part.dataset.part === "stars" && this.#ratings)) return;
    const { name, value } = part.contains(document.activeElement) ? document.activeElement : {};
    part.innerHTML = next.innerHTML;
    if (name) (part.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`) ?? this.querySelector("[name='addtag']")).focus();
  }

  // A text that somebody is writing keeps the stamp of what it was written over, unless it was sent just now.
  #settleText(name, next, isSent) {
    const [field, stamp] = [this.#texts.elements[name], this.#texts.elements[`${name}_was`]];
    const [now, newStamp] = [name, `${name}_was`].map(part => next.querySelector(`.annotate__texts [name="${part}"]`));
    const isTouched = field.value !== field.defaultValue;
    if (isTouched && !isSent) return;
    if (!isTouched) field.value = now.value;
    field.defaultValue = now.value;
    stamp.value = newStamp.value;
    field.ariaInvalid = now.hasAttribute("aria-describedby") ? "true" : null;
    field.setAttribute("aria-describedby", now.getAttribute("aria-describedby") ?? "");
  }

  #settle(next, isSent) {
    for (const part of this.querySelectorAll("[data-part]")) this.#swap(part, next.querySelector(`[data-part="${part.dataset.part}"]`));
    for (const name of ["title", "note"]) this.#settleText(name, next, isSent);
    for (const element of [this.#section, this.#post]) {
      if (!element) continue;
      for (const name of ["rating", "tags"]) next.dataset[name] ? element.dataset[name] = next.dataset[name] : delete element.dataset[name];
    }
    const heading = this.#post?.querySelector("h1");
    if (heading) heading.textContent = next.dataset.title ?? heading.dataset.else;
  }

  async #keep(action, body) {
    const isRating = body.has("rating");
    try {
      const answer = await fetch(action, { method: "POST", body, headers: { "HX-Request": "true" } });
      const text = await answer.text();
      if (isRating) this.#ratings--;
      if (!answer.ok && answer.status !== 422) throw new Error(answer.statusText);
      if (this.#post) sessionStorage.setItem("sovia:decided", action);
      const next = new DOMParser().parseFromString(text, "text/html").getElementById("annotate");
      if (this.isConnected) this.#settle(next, body.has("note"));
      if (next.dataset.said) say(next.dataset.said);
      else if (!answer.ok) say(next.querySelector("[role='alert']").textContent);
      this.dispatchEvent(new CustomEvent("sovia:annotated", { bubbles: true }));
      return answer.ok;
    } catch {
      if (isRating) this.#ratings = 0;
      if (this.isConnected) this.#shine(this.#section.dataset.rating);
      say("Couldn't save: Sovia isn't responding. Nothing was changed.");
      return false;
    }
  }

  #send(action, body) { return this.#queue = this.#queue.then(() => this.#keep(action, body)); }

  #shine(rating) {
    for (const star of this.querySelectorAll(".annotate__star")) {
      star.classList.toggle("annotate__star--on", +star.value <= +(rating ?? 0));
      star.setAttribute("aria-pressed", star.value === `${rating}`);
    }
  }

  #rate(stars) {
    this.#ratings++;
    this.#shine(stars);
    this.#send(this.#stars.getAttribute("action"), new URLSearchParams({ rating: stars }));
  }

  async #submit(event) {
    const form = event.target;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    if (body.has("rating")) return this.#rate(body.get("rating"));
    const field = form.elements.addtag;
    const typed = body.get("addtag");
    if (field && !typed.trim()) return;
    if (field) field.value = "";
    if (!await this.#send(form.getAttribute("action"), body) && typed && field.isConnected && !field.value) field.value = typed;
  }

  #isMine(target) {
    const dialog = this.closest("dialog");
    return dialog ? dialog.contains(target) && !target.closest("input, textarea, select") : !isTyping(target);
  }

  #key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form === this.#texts) return this.#texts?.requestSubmit();
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || !this.#isMine(event.target)) return;
    if (/^[0-5]$/.test(event.key)) this.#rate(event.key);
    else if (event.key === "t") this.querySelector("[name='addtag']").focus();
    else if (event.key === "n") {
      this.querySelector(".annotate__more").open = true;
      this.#texts.elements.note.focus();
    } else return;
    event.preventDefault();
  }
}

if (!customElements.get("annotation-editor")) customElements.define("annotation-editor", AnnotationEditor);
