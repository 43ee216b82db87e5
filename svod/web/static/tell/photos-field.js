// The photos of a form: each made small as soon as it is chosen, shown, and taken out again if one likes.
import { shrunk } from "./photos.js";

export class PhotosField {
  constructor(form, changed) {
    this.box = form.querySelector(".photos-field");
    this.input = this.box.querySelector("[type=file]");
    this.list = this.box.querySelector("[data-chosen]");
    this.changed = changed;
    this.work = Promise.resolve();
    this.input.addEventListener("change", () => {
      const files = [...this.input.files];
      this.input.value = ""; // they are kept as tellings keep them; the form's own copy is not sent
      this.work = this.work.then(() => this.add(files));
    });
  }

  // When all that was chosen is ready.
  settled() {
    return this.work;
  }

  show(photos) {
    this.photos = photos;
    this.list.replaceChildren(...photos.map((photo, number) => this.drawn(photo, number)));
  }

  async add(files) {
    this.say("");
    const most = Number(this.box.dataset.most);
    for (const file of files) {
      if (this.photos.length >= most) {
        this.say(this.box.dataset.tooMany);
        break;
      }
      try {
        this.photos.push({ data: await shrunk(file) });
      } catch {
        this.say(this.box.dataset.unreadable.replace("%name", file.name));
      }
    }
    this.show(this.photos);
    await this.changed();
  }

  drawn(photo, number) {
    const item = document.createElement("li");
    const picture = document.createElement("img");
    const address = URL.createObjectURL(new Blob([photo.data], { type: "image/jpeg" }));
    picture.onload = () => URL.revokeObjectURL(address);
    picture.src = address;
    picture.alt = this.box.dataset.photo.replace("%number", number + 1);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = this.box.dataset.remove;
    button.setAttribute("aria-label", `${this.box.dataset.remove}: ${picture.alt}`);
    button.addEventListener("click", () => {
      this.photos.splice(number, 1);
      this.show(this.photos);
      this.input.focus();
      this.changed();
    });
    item.append(picture, button);
    return item;
  }

  say(words) {
    this.box.querySelector("[data-said]").textContent = words;
  }
}
