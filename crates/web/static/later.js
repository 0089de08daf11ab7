// @ts-check
// What happens to a form when there is no line. It says plainly that nothing was sent yet, tries again, and keeps the
// words on the phone only if she says so: locked with the key of the form's stamp, which the phone forgets, so that it
// can send them by itself and nobody can read them there; and with a PIN of her own, if she wants to open them again.

import { enhance } from "./haqqi.js";

/** How often the PIN is stirred: more than a second for each guess on a phone. */
const rounds = 600_000;
const shortest = 6;
const pauses = [5, 10, 20, 40, 60];

const able = Boolean(globalThis.indexedDB && globalThis.crypto?.subtle);
const sends = able && "serviceWorker" in navigator;

/** @typedef {{ salt: Uint8Array, iv: Uint8Array, box: ArrayBuffer }} Lock */
/** @typedef {{ id?: number, to: string, stamp?: string, locked?: string, answer?: string, lock?: Lock }} Kept */
/** @typedef {{ key: string, pairs: [string, string][], to: string }} Words */

/** The key of the form that is open: base64url, in memory only. */
let key = "";
/** Which record the form that is open came from. @type {number | undefined} */
let opened;
/** The record that this page waits for, with its key. @type {{ id: number, key: string } | undefined} */
let awaited;
let timer = 0;

// ── pieces of the page, in her language

/** @type {Map<string, Promise<Document | null>>} */
const pages = new Map();

function page() {
  const tag = document.documentElement.lang;
  const known = pages.get(tag);
  if (known) return known;
  const fresh = fetch(`/${tag}/offline`)
    .then(async (answer) => (answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null))
    .catch(() => null)
    .then((found) => {
      if (!found) pages.delete(tag);
      return found;
    });
  pages.set(tag, fresh);
  return fresh;
}

/** A piece of the offline page, in any language that is there. @returns {Promise<HTMLElement | null>} */
async function piece(/** @type {string} */ name) {
  for (const doc of [page(), ...pages.values()]) {
    const found = (await doc)?.getElementById(name);
    if (found instanceof HTMLTemplateElement && found.content.firstElementChild) {
      return /** @type {HTMLElement} */ (document.importNode(found.content.firstElementChild, true));
    }
  }
  return null;
}

function clear(/** @type {string[]} */ ...names) {
  for (const name of names) document.querySelector(`[data-piece="${name}"]`)?.remove();
}

/** The button or field of a piece. @returns {HTMLElement | null} */
const part = (/** @type {HTMLElement} */ of, /** @type {string} */ what) => of.querySelector(what);
const on = (/** @type {HTMLElement} */ of, /** @type {string} */ what, /** @type {() => unknown} */ act) =>
  part(of, `[data-do="${what}"]`)?.addEventListener("click", () => act());

// ── locks

const text = (/** @type {ArrayBuffer} */ bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const bytes = (/** @type {string} */ from) =>
  Uint8Array.from(atob(from.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const utf8 = (/** @type {string} */ from) => new TextEncoder().encode(from);

/** base64 of long texts, without a call of a hundred thousand arguments. */
async function long(/** @type {Blob} */ blob) {
  const parts = [];
  for (let from = 0; from < blob.size; from += 24_576) parts.push(text(await blob.slice(from, from + 24_576).arrayBuffer()));
  return parts.join("");
}

async function lockForHouse(/** @type {[string, string][]} */ pairs) {
  const raw = await crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: utf8("there") };
  const box = await crypto.subtle.encrypt(how, raw, utf8(JSON.stringify(pairs)));
  return long(new Blob([iv, box]));
}

async function openAnswer(/** @type {string} */ with_, /** @type {string} */ answer) {
  const raw = await crypto.subtle.importKey("raw", bytes(with_), "AES-GCM", false, ["decrypt"]);
  const all = bytes(answer);
  const how = { name: "AES-GCM", iv: all.slice(0, 12), additionalData: utf8("back") };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how, raw, all.slice(12))));
}

/** A digit is a digit in whatever script it is typed. */
function plain(/** @type {string} */ pin) {
  const isDigit = (/** @type {number} */ point) => /^\p{Nd}$/u.test(String.fromCodePoint(point));
  return pin.normalize("NFKC").trim().replace(/\p{Nd}/gu, (digit) => {
    let value = 0;
    const point = digit.codePointAt(0) ?? 48;
    while (value < 9 && isDigit(point - value - 1)) value += 1;
    return String(value);
  });
}

async function keyOf(/** @type {string} */ pin, /** @type {Uint8Array} */ salt) {
  const raw = await crypto.subtle.importKey("raw", utf8(plain(pin)), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** @returns {Promise<Lock>} */
async function lockWithPin(/** @type {string} */ pin, /** @type {Words} */ words) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(pin, salt), utf8(JSON.stringify(words)));
  return { salt, iv, box };
}

/** @returns {Promise<Words | null>} */
async function unlock(/** @type {string} */ pin, /** @type {Lock} */ lock) {
  try {
    const how = { name: "AES-GCM", iv: lock.iv };
    const open = await crypto.subtle.decrypt(how, await keyOf(pin, lock.salt), lock.box);
    return JSON.parse(new TextDecoder().decode(open));
  } catch {
    return null;
  }
}

// ── the shelf of the phone; nothing on it can be read

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(shelf: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>}
 */
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

/** @returns {Promise<Kept[]>} */
const all = () => shelf("readonly", (q) => q.getAll());
const put = (/** @type {Kept} */ kept) => shelf("readwrite", (q) => q.put(kept));
const remove = (/** @type {number} */ id) => shelf("readwrite", (q) => q.delete(id));

/** Asks the service worker to send what waits: now, and by itself once there is a line. */
async function deliver() {
  const worker = await navigator.serviceWorker.ready;
  const sync = /** @type {{ register(tag: string): Promise<void> } | undefined} */ (/** @type {any} */ (worker).sync);
  await sync?.register("q").catch(() => {});
  worker.active?.postMessage("q");
}

// ── what she sees

/** Puts a piece in the place of the form. */
async function instead(/** @type {HTMLElement} */ shown) {
  clear("unsent", "draft", "open", "kept");
  document.querySelector("form[data-steps]")?.remove();
  document.querySelector("main")?.append(shown);
  shown.focus();
}

async function showKept(/** @type {number} */ id, /** @type {boolean} */ toSend) {
  const shown = await piece("kept");
  if (!shown) return;
  if (!toSend) shown.querySelectorAll("[data-later]").forEach((one) => one.remove());
  on(shown, "delete", async () => {
    await remove(id);
    window.location.reload();
  });
  await instead(shown);
}

async function showSent(/** @type {{ number: string, code: string, received: string }} */ told, /** @type {number} */ id) {
  const shown = await piece("sent");
  if (!shown) return;
  const fill = (/** @type {string} */ what, /** @type {string} */ words) => {
    const place = part(shown, what);
    if (place) place.textContent = words;
  };
  fill("[data-number]", told.number);
  fill("[data-code]", told.code);
  fill("[data-received]", (part(shown, "[data-received]")?.textContent ?? "%").replace("%", told.received));
  on(shown, "delete", async () => {
    await remove(id);
    window.location.reload();
  });
  await instead(shown);
}

/** The PIN that was typed, or nothing where it is too short; that is said. */
function pinOf(/** @type {HTMLElement} */ of) {
  const field = /** @type {HTMLInputElement | null} */ (of.querySelector("input"));
  const pin = field?.value ?? "";
  const bad = plain(pin).length < shortest;
  part(of, "[data-error=short]")?.toggleAttribute("hidden", !bad);
  if (bad) field?.focus();
  return bad ? null : pin;
}

/** Keeps the words, to be sent or not, and forgets what is in memory. */
async function keep(/** @type {string} */ to, /** @type {[string, string][]} */ pairs, /** @type {string} */ pin, /** @type {boolean} */ toSend) {
  /** @type {Kept} */
  const kept = { to };
  if (opened !== undefined) kept.id = opened;
  if (toSend) {
    kept.stamp = pairs.find(([name]) => name === "stamp")?.[1] ?? "";
    kept.locked = await lockForHouse(pairs);
  }
  if (pin) kept.lock = await lockWithPin(pin, { key, pairs, to });
  const id = Number(await put(kept));
  awaited = toSend ? { id, key } : undefined;
  document.dispatchEvent(new Event("forget"));
  clearTimeout(timer);
  await showKept(id, toSend);
  if (toSend) await deliver();
}

/**
 * Says that nothing was sent, tries again, and offers to keep it.
 *
 * @param {HTMLFormElement} form
 * @param {{ auto: boolean, again: () => void, words: () => [string, string][] }} how
 */
export async function unsent(form, { auto, again, words }) {
  const before = document.querySelector('[data-piece="unsent"]');
  const shown = before instanceof HTMLElement ? before : await piece("unsent");
  if (!shown || !form.isConnected) return;
  const retry = () => {
    clearTimeout(timer);
    if (form.isConnected) again();
  };
  const tries = Number(shown.dataset.tries ?? 0);
  shown.dataset.tries = String(tries + 1);
  if (auto) {
    const pause = pauses[Math.min(tries, pauses.length - 1)] ?? 60;
    clearTimeout(timer);
    timer = window.setTimeout(retry, pause * 1000);
    window.addEventListener("online", retry, { once: true });
  }
  if (shown === before) return;
  if (!auto) part(shown, "[data-auto]")?.remove();
  on(shown, "again", retry);
  const told = words().some(([name, value]) => name === "narrative" && value.trim() !== "");
  const details = part(shown, "[data-later]");
  if (!sends || !key || !told) details?.remove();
  on(shown, "later", () => {
    const typed = /** @type {HTMLInputElement | null} */ (shown.querySelector("input"))?.value ?? "";
    const pin = typed === "" ? "" : pinOf(shown);
    if (pin !== null) keep(`${form.getAttribute("action")}/later`, words(), pin, true);
  });
  form.before(shown);
  shown.focus();
}

/** Beneath a form: to keep it for another time. */
export async function offer(/** @type {HTMLFormElement} */ form, /** @type {() => [string, string][]} */ words) {
  if (!able) return;
  const shown = await piece("draft");
  if (!shown || !form.isConnected) return;
  clear("draft");
  on(shown, "draft", () => {
    const pin = pinOf(shown);
    if (pin) keep(`${form.getAttribute("action")}/later`, words(), pin, false);
  });
  form.after(shown);
}

/** When a form is opened: shows what is kept, to whoever has the PIN. */
export async function begin(/** @type {HTMLFormElement} */ form, /** @type {(pairs: [string, string][]) => void} */ bring) {
  key = form.dataset.lock ?? "";
  page();
  if (!able) return;
  const kept = await all().catch(() => []);
  const waits = kept.find((one) => one.locked);
  const closed = kept.some((one) => one.lock);
  if (!closed && !waits) return;
  const shown = await piece(closed ? "open" : "kept");
  if (!shown || !form.isConnected) return;
  on(shown, "delete", async () => {
    for (const one of kept) if (one.id !== undefined) await remove(one.id);
    window.location.reload();
  });
  on(shown, "delete-all", async () => {
    for (const one of kept) if (one.id !== undefined) await remove(one.id);
    clear("open");
  });
  on(shown, "open", () => open(shown, bring));
  form.before(shown);
  enhance(shown);
}

async function open(/** @type {HTMLElement} */ shown, /** @type {(pairs: [string, string][]) => void} */ bring) {
  const pin = /** @type {HTMLInputElement | null} */ (shown.querySelector("input"))?.value ?? "";
  for (const kept of await all()) {
    const words = kept.lock && kept.id !== undefined ? await unlock(pin, kept.lock) : null;
    if (!words || kept.id === undefined) continue;
    if (kept.answer) {
      await showSent(await openAnswer(words.key, kept.answer), kept.id);
    } else if (kept.locked) {
      awaited = { id: kept.id, key: words.key };
      await showKept(kept.id, true);
      await deliver();
    } else {
      key = words.key;
      opened = kept.id;
      clear("open");
      bring(words.pairs);
      /** @type {HTMLElement | null} */ (document.querySelector("main h1"))?.focus();
    }
    return;
  }
  part(shown, "[data-error=wrong]")?.removeAttribute("hidden");
}

if (sends) {
  navigator.serviceWorker.addEventListener("message", async (event) => {
    const { id, answer } = event.data ?? {};
    if (!awaited || awaited.id !== id || !answer) return;
    await showSent(await openAnswer(awaited.key, answer), id);
    awaited = undefined;
  });
  window.addEventListener("online", () => awaited && deliver());
}

/** It was sent from the page: what was kept of it goes. */
export async function sent() {
  clearTimeout(timer);
  if (opened !== undefined) await remove(opened).catch(() => {});
  opened = undefined;
}

/** Forgets what is in memory; what is kept on the phone stays, as the page says. */
export function forget() {
  clearTimeout(timer);
  key = "";
  opened = undefined;
  awaited = undefined;
}
