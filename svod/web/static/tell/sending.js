// Send what waits, in its order, each until the server says "received". The page does it, and the service worker.
//
// Nothing is lost where a request or its answer is: the server knows a telling by its key and a photo by its bytes, and
// answers the same receipt again.
import { change, keep, receivedWhole, tellings } from "./store.js";

const PATIENCE = 120_000; // ms for a request: a photo on a poor line
const SHORT = 5_000; // letters of a field

class Stop extends Error {} // "no line", "signed out": nothing more is sent now

// What became of it: "done", "no line", "signed out", or "busy" where another page sends.
export function sendAll(stateAddress) {
  const send = () => pass(stateAddress).catch(stopped);
  if (!navigator.locks) return send();
  return navigator.locks.request("svod-tell", { ifAvailable: true }, (lock) => (lock ? send() : "busy"));
}

async function pass(stateAddress) {
  let person, token;
  for (let left = true; left; ) {
    ({ person, token } = await asked(stateAddress)); // a token holds as long as nobody signs in anew
    left = false;
    for (const { key } of await tellings(person)) {
      const telling = await change(key, (one) => isOnItsWay(one) && { ...one, tried: true });
      if (!telling) continue;
      await sendOne(telling, token);
      left = true; // another one may have been finished meanwhile
    }
  }
  return "done";
}

const isOnItsWay = (telling) => telling.state === "waiting" || telling.state === "sent";

function stopped(error) {
  if (error instanceof Stop) return error.message;
  throw error;
}

// Short fields in one line, which the server takes apart in a tenth of the time; that would make a long text longer.
function written(fields) {
  if (fields.every(([, value]) => value.length < SHORT)) return new URLSearchParams(fields);
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return body;
}

async function sendOne(telling, token) {
  if (telling.state === "waiting") {
    const { answer, refusal } = await posted(telling.address, written(telling.fields), token);
    await keep(Object.assign(telling, refusal ? { state: "refused", message: refusal } : { state: "sent", receipt: answer }));
    if (refusal) return;
  }
  for (const photo of telling.photos.filter((one) => !one.sent)) {
    const body = new FormData();
    body.append("photos", new Blob([photo.data], { type: "image/jpeg" }), "photo.jpg");
    const { refusal } = await posted(telling.receipt.photos, body, token);
    Object.assign(photo, { sent: true, refusal });
    await keep(telling);
  }
  await receivedWhole(telling);
}

// The server's answer, or in words why it will never take this. Stops the pass where it may later.
async function posted(address, body, token) {
  const answer = await fetched(address, { method: "POST", body, headers: { "X-CSRFToken": token } });
  if (answer.status === 401) throw new Stop("signed out");
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500) throw new Stop("no line");
  const told = await answer.json().catch(() => null);
  if (!told) throw new Stop("no line"); // cut off in the middle, or not our server: a hotel's page to sign in
  return answer.ok ? { answer: told } : { refusal: told.message ?? String(answer.status) };
}

async function asked(address) {
  const answer = await fetched(address, {});
  const told = answer.ok ? await answer.json().catch(() => null) : null;
  if (!told) throw new Stop("no line");
  return told;
}

async function fetched(address, options) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), PATIENCE);
  const headers = { ...options.headers, Accept: "application/json" };
  try {
    const answer = await fetch(address, { ...options, headers, redirect: "manual", cache: "no-store", signal: clock.signal });
    if (answer.type === "opaqueredirect") throw new Stop("signed out"); // to the page where one signs in
    return answer;
  } catch (error) {
    throw error instanceof Stop ? error : new Stop("no line");
  } finally {
    clearTimeout(timer);
  }
}
