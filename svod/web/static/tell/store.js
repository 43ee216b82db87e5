// What is told on this phone: kept in IndexedDB, written through to the disk before anybody is told so.
//
// A telling is { key, person, campaign, address, what, state, made, fields, photos, label, … }; its state is
//   draft     being written
//   waiting   finished, not sent; `tried` once a request with it went out
//   sent      the words are received, photos still have to go; `receipt` says where
//   refused   the server cannot take it; `message` says why
//   received  all of it is with the office: words and photos are forgotten here, the number stays, and `message` where
//             a photo was not taken
const NAME = "svod-tell";
const STORE = "tellings";
const SHOWN = 20; // received ones are remembered by their number

const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null;
const ears = new Set();
let base;

// Hear of every change, also of those that another page or the service worker makes.
export function listen(ear) {
  ears.add(ear);
  channel?.addEventListener("message", ear);
}

export async function keep(telling) {
  await within("readwrite", (store) => store.put(telling));
  tellOthers();
}

// Keep what is being written, or what was just finished. Answers false where another page has finished it meanwhile:
// under this key the office may have that one.
export async function keepOwn(telling) {
  let isFree = true;
  await within("readwrite", (store) => {
    const asked = store.get(telling.key);
    asked.onsuccess = () => {
      isFree = !asked.result || asked.result.state === "draft";
      if (isFree) store.put(telling);
    };
    return asked;
  });
  if (isFree) tellOthers();
  return isFree;
}

// Change one as it is now, in one step: `work` answers what it becomes, or nothing where it is to stay as it is.
export async function change(key, work) {
  let changed;
  await within("readwrite", (store) => {
    const asked = store.get(key);
    asked.onsuccess = () => {
      changed = asked.result && work(asked.result);
      if (changed) store.put(changed);
    };
    return asked;
  });
  if (changed) tellOthers();
  return changed;
}

export async function forget(key) {
  await within("readwrite", (store) => store.delete(key));
  tellOthers();
}

// Those of a person in the order in which they were finished; without a person everybody's.
export async function tellings(person) {
  const rows = await within("readonly", (store) => store.getAll());
  return rows.filter((one) => person === undefined || one.person === person).sort((a, b) => a.made - b.made);
}

export async function receivedWhole(telling) {
  const { key, person, campaign, made, label, receipt, photos } = telling;
  const message = photos.flatMap((one) => one.refusal ?? []).join(" ");
  await keep({ key, person, campaign, made, label, receipt, message, state: "received" });
  const received = (await tellings(person)).filter((one) => one.state === "received");
  for (const old of received.slice(0, -SHOWN)) await forget(old.key);
}

export const isUnsent = (telling) => ["waiting", "sent", "refused"].includes(telling.state);

function tellOthers() {
  channel?.postMessage("changed");
  for (const ear of ears) ear();
}

async function within(mode, work) {
  base ??= opened();
  const transaction = (await base).transaction(STORE, mode, { durability: "strict" });
  const asked = work(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
