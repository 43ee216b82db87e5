// What is on this phone and what is with the office: the counts, and a line for each that is not received yet.
import { change, forget, isUnsent, tellings } from "./store.js";

export class Queue {
  // `reopen` puts a telling back into its form.
  constructor(section, place, reopen) {
    this.section = section;
    this.words = section.dataset;
    this.place = place;
    this.reopen = reopen;
    this.list = section.querySelector("ul");
  }

  async draw() {
    const everybody = await tellings();
    const mine = everybody.filter((one) => one.person === this.place.person);
    const unsent = mine.filter(isUnsent);
    const told = mine.filter((one) => isUnsent(one) || (one.state === "received" && one.message));
    this.list.replaceChildren(...told.map((one) => this.line(one)));
    this.count("waiting", unsent.filter((one) => one.state !== "sent").length);
    this.count("sent", unsent.filter((one) => one.state === "sent").length);
    this.count("received", mine.filter((one) => one.state === "received").length);
    this.count("others", everybody.filter((one) => one.person !== this.place.person && isUnsent(one)).length);
    this.section.hidden = !everybody.length;
    this.section.querySelector("[data-clear]").hidden = !mine.length;
  }

  count(state, number) {
    const place = this.section.querySelector(`[data-count=${state}]`);
    place.hidden = !number;
    place.querySelector("b").textContent = number;
  }

  // Why nothing goes just now, or that it does.
  say(outcome) {
    const signedOut = outcome === "signed out";
    this.section.querySelector("[data-sign-in]").hidden = !signedOut;
    const word = { "no line": "noLine", "no room": "noRoom", sending: "sending" }[outcome];
    this.section.querySelector("[data-line]").textContent = this.words[word] ?? "";
    if (outcome === "no room") this.section.hidden = false;
  }

  line(telling) {
    const item = document.createElement("li");
    item.dataset.state = telling.state;
    const name = document.createElement("strong");
    name.textContent = telling.label;
    const state = document.createElement("span");
    state.className = "quiet";
    state.textContent = this.stateOf(telling);
    item.append(name, " ", state);
    if (isFree(telling)) item.append(this.button("correct", telling, () => this.takeBack(telling.key)));
    if (telling.message) item.append(this.button("remove", telling, () => forget(telling.key)));
    return item;
  }

  stateOf(telling) {
    if (telling.state === "refused") return `${this.words.refused} ${telling.message}`;
    if (telling.state === "received") return `${this.words.received} ${telling.message}`;
    const left = telling.photos.filter((one) => !one.sent).length;
    return telling.state === "sent" ? this.words.photosLeft.replace("%number", left) : this.words.waiting;
  }

  button(word, telling, does) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = this.words[word];
    button.setAttribute("aria-label", `${this.words[word]}: ${telling.label}`);
    button.addEventListener("click", does);
    return button;
  }

  // Back into the form, unless a request with it is out: the office may have it by now.
  async takeBack(key) {
    const draft = await change(key, (one) => isFree(one) && { ...one, state: "draft", tried: false, message: "" });
    if (draft) this.reopen(draft);
  }
}

// Whether nobody but this phone can have it.
const isFree = (telling) => telling.state === "refused" || (telling.state === "waiting" && !telling.tried);
