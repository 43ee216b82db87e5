// The service worker's part: the page opens without a line, and what waits is sent when there is one again.
import { sendAll } from "./sending.js";

const PATIENCE = 4000; // ms for the server's page, before the kept one is shown

// `kept` are the addresses of the page's own files, `version` names them all.
export function serve({ page, state, kept, version }) {
  const shelf = `svod-tell ${page} `;
  const open = () => caches.open(shelf + version);

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const path = new URL(request.url).pathname;
    if (request.method !== "GET") return;
    if (request.mode === "navigate" && path === page) event.respondWith(newest(event));
    else if (kept.includes(path)) event.respondWith(first(request));
  });
  self.addEventListener("sync", (event) => {
    if (event.tag === "tell") event.waitUntil(sendOrTryAgain());
  });

  async function install() {
    const place = await open();
    await place.addAll(kept);
    await keepPage(await fetch(page));
    await self.skipWaiting();
  }

  async function takeOver() {
    for (const name of await caches.keys()) {
      if (name.startsWith(shelf) && name !== shelf + version) await caches.delete(name);
    }
    await self.clients.claim();
  }

  // From the server; from here where it does not answer soon.
  async function newest(event) {
    const asked = fetch(event.request).then(async (answer) => {
      await keepPage(answer.clone());
      return answer;
    });
    event.waitUntil(asked.catch(() => null));
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    const answer = await Promise.race([asked.catch(() => null), late]);
    if (answer && answer.status < 500) return answer;
    return (await (await open()).match(page)) ?? asked;
  }

  async function keepPage(answer) {
    if (answer.ok && !answer.redirected && answer.type === "basic") await (await open()).put(page, answer);
  }

  // From here; what was forgotten when somebody signed out is kept anew.
  async function first(request) {
    const place = await open();
    const known = await place.match(request);
    if (known) return known;
    const answer = await fetch(request);
    if (answer.ok) await place.put(request, answer.clone());
    return answer;
  }

  async function sendOrTryAgain() {
    if ((await sendAll(state)) === "no line") throw new Error("no line"); // the browser tries again later
  }
}
