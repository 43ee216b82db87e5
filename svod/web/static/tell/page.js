// The page where one tells: forms that are kept while one writes, a queue that is sent when there is a line.
// Without this script the forms are plain forms.
import { forgetWarning, wantsIt, warned } from "./care.js";
import { Draft } from "./draft.js";
import { Queue } from "./queue.js";
import { sendAll } from "./sending.js";
import { forget, isUnsent, listen, tellings } from "./store.js";

const SHORTEST_PAUSE = 2000; // ms before what did not go is tried again
const LONGEST_PAUSE = 60_000;
const page = document.getElementById("tell");
const { person, campaign, address, state, worker, care } = page.dataset;
const place = { person: Number(person), campaign, address };
const queue = new Queue(document.getElementById("queue"), place, reopen);
let drafts = [];
let pause = SHORTEST_PAUSE;
let timer;
const awaited = new Set(); // keys of what the office has not received yet, whoever sends it
let opensWhenReceived = ""; // the key of a text: what is read in it is looked at at once

async function begin() {
  localStorage.setItem("svod-tell", "used"); // whoever signs out is asked about what is left here
  await tellings(); // throws where nothing can be kept: the forms stay plain ones
  drafts = [...page.querySelectorAll("form[data-tell]")].map((form) => new Draft(form, place));
  for (const draft of drafts) {
    draft.form.addEventListener("submit", (event) => finish(event, draft));
    await draft.restore();
  }
  listen(redraw);
  await redraw();
  page.querySelector("[data-clear]").addEventListener("click", clear);
  window.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  if (worker && navigator.serviceWorker) {
    await navigator.serviceWorker.register(worker, { type: "module" }).catch(() => null);
  }
  await send();
}

async function finish(event, draft) {
  event.preventDefault();
  const button = draft.form.querySelector("button:not([type])");
  if (button.disabled) return;
  button.disabled = true;
  try {
    if (!wantsIt(event) && (await warned(draft.form, care))) return;
    forgetWarning(draft.form);
    const telling = await draft.finish();
    awaited.add(telling.key);
    navigator.storage?.persist?.(); // a browser that is short of room is asked to clear something else
    if (telling.what === "text") opensWhenReceived = telling.key;
  } catch {
    return queue.say("no room");
  } finally {
    button.disabled = false;
  }
  const section = document.getElementById("queue");
  section.scrollIntoView({ block: "nearest" });
  section.focus({ preventScroll: true });
  pause = SHORTEST_PAUSE;
  await wakeLater();
  await send();
}

// Whatever happens to this page: a browser that can sends by itself when there is a line.
async function wakeLater() {
  const registration = await navigator.serviceWorker?.getRegistration(address);
  await registration?.sync?.register("tell").catch(() => null);
}

async function send() {
  clearTimeout(timer);
  const left = await tellings(place.person);
  if (!left.some((one) => one.state === "waiting" || one.state === "sent")) return queue.say("");
  queue.say("sending");
  const outcome = await sendAll(state);
  queue.say(outcome);
  if (outcome === "no line" || outcome === "busy") {
    timer = setTimeout(send, pause * (0.75 + Math.random() / 2));
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}

// After every change. What the office has now that it had not: the page's list of it is fetched anew, a text is opened.
async function redraw() {
  await queue.draw();
  const now = await tellings(place.person);
  for (const one of now.filter(isUnsent)) awaited.add(one.key);
  const received = now.filter((one) => one.state === "received" && awaited.delete(one.key));
  if (!received.length) return;
  document.body.dispatchEvent(new Event("received"));
  const text = received.find((one) => one.key === opensWhenReceived);
  if (text && !now.some(isUnsent)) location.assign(text.receipt.address);
}

function reopen(telling) {
  const draft = drafts.find((one) => one.what === telling.what);
  draft.open(telling);
  draft.form.querySelector("input:not([type=hidden]), textarea").focus();
}

async function clear() {
  if (!confirm(page.querySelector("[data-clear]").dataset.sure)) return;
  for (const one of await tellings(place.person)) await forget(one.key);
  for (const draft of drafts) {
    draft.form.reset();
    draft.begin();
  }
}

begin();
