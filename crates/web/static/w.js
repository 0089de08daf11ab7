// The service worker. It keeps the files of the pages, and pages that the server says may be kept, so that they open
// without a line: never a page with somebody's words. And it sends what a form left locked on the phone, which it cannot
// read itself. It shows no notifications.

const version = new URL(self.location.href).searchParams.get("v") ?? "";
const name = `p-${version}`;
const files = ["haqqi.css", "haqqi.js", "icons.svg"].map((file) => `/static/${version}/${file}`);
/** How many pages a phone keeps. */
const most = 80;
/** What somebody laid on the device by hand, for interviews without a line: not thrown away to make room. */
const laid = `i-${version}`;
/** Sides that are not the workers' public one. */
const others = ["/staff/", "/field/", "/api/", "/health/"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(name).then((shelf) => shelf.addAll(files)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((one) => one !== name && one !== laid).map((one) => caches.delete(one))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

/** Whether the server lets anybody keep this answer. */
const mayKeep = (answer) =>
  answer.status === 200 && !answer.redirected && answer.headers.has("Cache-Control") &&
  !/no-store|private/.test(answer.headers.get("Cache-Control"));

async function store(request, answer) {
  const shelf = await caches.open(name);
  await shelf.put(request, answer);
  const kept = await shelf.keys();
  for (const one of kept.slice(0, Math.max(0, kept.length - most))) {
    if (!files.includes(new URL(one.url).pathname)) await shelf.delete(one);
  }
}

async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (mayKeep(answer)) await store(request, answer.clone());
  return answer;
}

/** A page that says nothing, for the way out without a line. */
const nothing = () => new Response("<!doctype html><title>.</title>", { headers: { "content-type": "text/html" } });

async function page(event, path) {
  try {
    const answer = await fetch(event.request);
    if (mayKeep(answer)) event.waitUntil(store(event.request, answer.clone()));
    return answer;
  } catch {
    if (path === "/leave") return nothing();
    const tag = path.split("/")[1];
    const kept = (await caches.match(event.request)) ?? (await caches.match(`/${tag}/offline`));
    return kept ?? Response.error();
  }
}

/** What an interview without a line needs: as the server has it now, else as it was laid here. */
async function asked(request) {
  try {
    return await fetch(request);
  } catch {
    const { pathname } = new URL(request.url);
    return (await caches.match(pathname, { ignoreVary: true })) ?? Response.error();
  }
}

/** Lays these on the device, all of them or none. */
async function lay(paths) {
  const answers = await Promise.all(paths.map((path) => fetch(path, { cache: "no-cache" })));
  if (!answers.every(mayKeep)) throw new Error("not to be kept");
  const shelf = await caches.open(laid);
  await Promise.all(paths.map((path, nth) => shelf.put(path, answers[nth])));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname === "/field/interview" || pathname.startsWith("/field/interview/words/")) {
    event.respondWith(asked(request));
    return;
  }
  if (pathname.startsWith("/audio/")) {
    event.respondWith(caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fetch(request)));
    return;
  }
  if (others.some((side) => pathname.startsWith(side))) return;
  if (pathname.startsWith(`/static/${version}/`)) event.respondWith(file(request));
  else if (request.mode === "navigate" || pathname.endsWith("/offline")) event.respondWith(page(event, pathname));
});

function shelf(mode, ask) {
  return new Promise((done, failed) => {
    const open = indexedDB.open("p", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("q", { keyPath: "id", autoIncrement: true });
    open.onerror = () => failed(open.error);
    open.onsuccess = () => {
      const within = open.result.transaction("q", mode);
      const asked = ask(within.objectStore("q"));
      within.oncomplete = () => {
        open.result.close();
        done(asked.result);
      };
      within.onabort = () => failed(within.error);
    };
  });
}

/** Sends one record; whether that is done with. */
async function send(kept) {
  const body = JSON.stringify({ stamp: kept.stamp, locked: kept.locked });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(kept.to, { method: "POST", headers, body });
  const { locked, ...rest } = kept;
  if (answer.ok) {
    const told = (await answer.json()).locked;
    // Without a PIN nobody could ever open the answer.
    if (kept.lock) await shelf("readwrite", (q) => q.put({ ...rest, answer: told }));
    else await shelf("readwrite", (q) => q.delete(kept.id));
    for (const client of await self.clients.matchAll()) client.postMessage({ id: kept.id, answer: told });
    return true;
  }
  // It cannot be taken as it is: with the PIN she opens it and sees why.
  if ([400, 413, 415, 422].includes(answer.status)) {
    if (kept.lock) await shelf("readwrite", (q) => q.put(rest));
    return true;
  }
  return false;
}

/** One delivery at a time. */
let under = Promise.resolve(true);

function deliver() {
  under = under.catch(() => false).then(async () => {
    const waiting = (await shelf("readonly", (q) => q.getAll())).filter((kept) => kept.locked);
    const done = await Promise.all(waiting.map((kept) => send(kept).catch(() => false)));
    return done.every(Boolean);
  });
  return under;
}

self.addEventListener("sync", (event) => {
  if (event.tag !== "q") return;
  event.waitUntil(deliver().then((done) => (done ? undefined : Promise.reject(new Error("later")))));
});

self.addEventListener("message", (event) => {
  if (event.data === "q") event.waitUntil(deliver());
  const these = event.data?.these;
  if (these) {
    const [answer] = event.ports;
    const done = lay(these).then(() => answer?.postMessage("laid"), () => answer?.postMessage("not"));
    event.waitUntil(done);
    return;
  }
  const tag = event.data?.keep;
  if (!tag) return;
  const pages = [`/${tag}/`, `/${tag}/offline`];
  const missing = pages.map(async (path) => {
    if (await caches.match(path)) return;
    const answer = await fetch(path);
    if (mayKeep(answer)) await store(new Request(path), answer);
  });
  event.waitUntil(Promise.allSettled(missing));
});
