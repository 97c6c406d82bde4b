// <annotation-editor>: saves annotations in place: on a key, on a button, and when a text field is left. Sends one request at a time, in
// order. Never replaces unsaved text. Used on the page of a post and in the dialog of a card.
import { suggestTags } from "./tags.js";
import { isTyping } from "./typing.js";

const announce = message => document.dispatchEvent(new CustomEvent("sovia:say", { detail: message }));

class AnnotationEditor extends HTMLElement {
  #queue = Promise.resolve();
  // Number of unsaved ratings. Until it is 0, the stars show the last one pressed.
  #pendingRatings = 0;
  #controller = null;

  connectedCallback() {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    this.addEventListener("submit", event => this.#onSubmit(event), { signal });
    // Saves a text when its field or the page is left, so that no typing is lost.
    this.addEventListener("change", ({ target }) => { if (target.form === this.#textForm) this.#saveTexts(); }, { signal });
    addEventListener("pagehide", () => this.#saveTexts(true), { signal });
    document.addEventListener("keydown", event => this.#onKeyDown(event), { signal });
    suggestTags(this.querySelector("[name='addtag']"), this.querySelector(".suggest"), signal);
  }

  disconnectedCallback() {
    this.#saveTexts();
    this.#controller.abort();
  }

  get #section() { return this.querySelector(".annotate"); }
  get #textForm() { return this.querySelector(".annotate__texts"); }
  get #starForm() { return this.querySelector(".annotate__stars"); }
  get #post() { return this.closest(".post"); }
  get #hasUnsavedText() { return ["title", "note"].some(name => this.#textForm.elements[name].value !== this.#textForm.elements[name].defaultValue); }

  #saveTexts(isLeaving = false) {
    if (!this.#textForm || !this.#hasUnsavedText) return;
    const [action, body] = [this.#textForm.getAttribute("action"), new URLSearchParams(new FormData(this.#textForm))];
    if (!isLeaving) return void this.#enqueue(action, body);
    fetch(action, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true }).catch(() => {});
  }

  // Keeps the focus on the button that replaces the focused one.
  #replacePart(part, newPart) {
    if (part.innerHTML === newPart.innerHTML || (part.dataset.part === "stars" && this.#pendingRatings)) return;
    const { name, value } = part.contains(document.activeElement) ? document.activeElement : {};
    part.innerHTML = newPart.innerHTML;
    if (name) (part.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`) ?? this.querySelector("[name='addtag']")).focus();
  }

  // Unsaved text keeps the stamp of the version it was based on, unless it was just sent.
  #updateText(name, section, isSent) {
    const [field, stampInput] = [this.#textForm.elements[name], this.#textForm.elements[`${name}_was`]];
    const [newInput, newStampInput] = [name, `${name}_was`].map(inputName => section.querySelector(`.annotate__texts [name="${inputName}"]`));
    const hasUnsavedText = field.value !== field.defaultValue;
    if (hasUnsavedText && !isSent) return;
    if (!hasUnsavedText) field.value = newInput.value;
    field.defaultValue = newInput.value;
    stampInput.value = newStampInput.value;
    field.ariaInvalid = newInput.hasAttribute("aria-describedby") ? "true" : null;
    field.setAttribute("aria-describedby", newInput.getAttribute("aria-describedby") ?? "");
  }

  #update(section, isSent) {
    for (const part of this.querySelectorAll("[data-part]")) this.#replacePart(part, section.querySelector(`[data-part="${part.dataset.part}"]`));
    for (const name of ["title", "note"]) this.#updateText(name, section, isSent);
    for (const element of [this.#section, this.#post]) {
      if (!element) continue;
      for (const name of ["rating", "tags"]) section.dataset[name] ? element.dataset[name] = section.dataset[name] : delete element.dataset[name];
    }
    const heading = this.#post?.querySelector("h1");
    if (heading) heading.textContent = section.dataset.title ?? heading.dataset.else;
  }

  async #save(action, body) {
    const isRating = body.has("rating");
    try {
      const response = await fetch(action, { method: "POST", body, headers: { "HX-Request": "true" } });
      const html = await response.text();
      if (isRating) this.#pendingRatings--;
      if (!response.ok && response.status !== 422) throw new Error(response.statusText);
      if (this.#post) sessionStorage.setItem("sovia:decided", action);
      const section = new DOMParser().parseFromString(html, "text/html").getElementById("annotate");
      if (this.isConnected) this.#update(section, body.has("note"));
      if (section.dataset.said) announce(section.dataset.said);
      else if (!response.ok) announce(section.querySelector("[role='alert']").textContent);
      this.dispatchEvent(new CustomEvent("sovia:annotated", { bubbles: true }));
      return response.ok;
    } catch {
      if (isRating) this.#pendingRatings = 0;
      if (this.isConnected) this.#showRating(this.#section.dataset.rating);
      announce("Couldn't save: Sovia isn't responding. Nothing was changed.");
      return false;
    }
  }

  #enqueue(action, body) { return this.#queue = this.#queue.then(() => this.#save(action, body)); }

  #showRating(rating) {
    for (const star of this.querySelectorAll(".annotate__star")) {
      star.classList.toggle("annotate__star--on", +star.value <= +(rating ?? 0));
      star.setAttribute("aria-pressed", star.value === `${rating}`);
    }
  }

  #rate(rating) {
    this.#pendingRatings++;
    this.#showRating(rating);
    this.#enqueue(this.#starForm.getAttribute("action"), new URLSearchParams({ rating }));
  }

  async #onSubmit(event) {
    const form = event.target;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    if (body.has("rating")) return this.#rate(body.get("rating"));
    const input = form.elements.addtag;
    const tag = body.get("addtag");
    if (input && !tag.trim()) return;
    if (input) input.value = "";
    if (!await this.#enqueue(form.getAttribute("action"), body) && tag && input.isConnected && !input.value) input.value = tag;
  }

  #canHandleKey(target) {
    const dialog = this.closest("dialog");
    return dialog ? dialog.contains(target) && !target.closest("input, textarea, select") : !isTyping(target);
  }

  #onKeyDown(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form === this.#textForm) return this.#textForm?.requestSubmit();
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.repeat || !this.#canHandleKey(event.target)) return;
    if (/^[0-5]$/.test(event.key)) this.#rate(event.key);
    else if (event.key === "t") this.querySelector("[name='addtag']").focus();
    else if (event.key === "n") {
      this.querySelector(".annotate__more").open = true;
      this.#textForm.elements.note.focus();
    } else return;
    event.preventDefault();
  }
}

if (!customElements.get("annotation-editor")) customElements.define("annotation-editor", AnnotationEditor);
