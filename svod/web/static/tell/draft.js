// One form of the page and the telling that is being written in it: kept with every word, there again after the
// browser was closed.
import { keepOwn, tellings } from "./store.js";
import { PhotosField } from "./photos-field.js";

const PAUSE = 300; // ms without a key before what was typed is kept

export class Draft {
  constructor(form, place) {
    this.form = form;
    this.place = place;
    this.what = form.dataset.tell;
    this.field = form.querySelector("[data-chosen]") && new PhotosField(form, () => this.save());
    this.begin();
    if (this.what === "held") form.addEventListener("change", () => this.needDay());
    form.addEventListener("input", (event) => {
      if (event.target.type !== "file") this.saveSoon();
    });
    document.addEventListener("visibilitychange", () => document.hidden && this.timer && this.save());
  }

  begin(telling) {
    const { person, campaign, address } = this.place;
    this.telling = telling ?? { key: newKey(), person, campaign, address, what: this.what, state: "draft", photos: [] };
    this.field?.show(this.telling.photos);
    if (this.what === "held") this.needDay();
  }

  // What was being written when the page was left.
  async restore() {
    const mine = (one) => one.state === "draft" && one.what === this.what && one.campaign === this.place.campaign;
    const left = (await tellings(this.place.person)).findLast(mine);
    if (left) this.open(left);
  }

  // Put a telling into the form.
  open(telling) {
    this.form.reset();
    for (const control of this.form.elements) {
      const values = telling.fields.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
      else if (values.length && control.type !== "file") control.value = values[0];
    }
    for (const details of this.form.querySelectorAll("details")) details.open ||= !!details.querySelector(":checked");
    const around = this.form.closest("details");
    if (around) around.open = true;
    this.begin(telling);
  }

  saveSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  async save() {
    clearTimeout(this.timer);
    this.timer = 0;
    await this.keep({ made: Date.now() });
  }

  // Finished: it waits to be sent, and the form is empty for the next one.
  async finish() {
    await this.field?.settled();
    clearTimeout(this.timer);
    const finished = await this.keep({ label: this.label(), state: "waiting", made: Date.now() });
    const whose = this.form.elements[`${this.what}-organisation`]?.value;
    this.form.reset();
    if (whose) this.form.elements[`${this.what}-organisation`].value = whose;
    this.begin();
    return finished;
  }

  // Answers what was kept: under a new key where another page has finished this one.
  async keep(changed) {
    const telling = { ...this.telling, ...changed, fields: this.fields() };
    if (await keepOwn(telling)) return telling;
    this.telling.key = newKey();
    return this.keep(changed);
  }

  // As the form sends them, but for photos and what holds for this page only. "Today" is the day it was said on.
  fields() {
    const left = ["csrfmiddlewaretoken", "photos", `${this.what}-key`, "held-when", "held-day", "text-said_on"];
    const fields = [...new FormData(this.form)].filter(([name]) => !left.includes(name));
    fields.push([`${this.what}-key`, this.telling.key]);
    if (this.what === "held") fields.push(["held-when", "other"], ["held-day", this.day()]);
    if (this.what === "text") fields.push(["text-said_on", daysAgo(0)]);
    return fields;
  }

  // Asked for at once: without a line the server's answer comes too late.
  needDay() {
    this.form.elements["held-day"].required = this.form.elements["held-when"].value === "other";
  }

  day() {
    const back = { today: 0, yesterday: 1 }[this.form.elements["held-when"].value];
    return back === undefined ? this.form.elements["held-day"].value : daysAgo(back);
  }

  // How the list calls it.
  label() {
    const kind = this.form.querySelector("[name=held-kind]:checked")?.parentNode.textContent.trim();
    const words = [kind, this.form.elements["held-title"]?.value, this.form.elements["text-text"]?.value.slice(0, 60)];
    return words.filter(Boolean).join(" · ") || this.form.dataset.label;
  }
}

// The day by the phone's own calendar, as a form sends it.
function daysAgo(number) {
  const day = new Date();
  day.setDate(day.getDate() - number);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// A random UUID; `crypto.randomUUID` is only there over HTTPS.
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
