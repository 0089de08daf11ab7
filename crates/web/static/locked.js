// What an interview without a line leaves on the device: locked to a key of the house, each by itself, and sent from the
// visit's own page.

const SHELF = "i";
/** What is locked is filled up to so many bytes, so that its length does not tell how far she got. */
const BLOCK = 8192;

export function shelf(mode, ask) {
  return new Promise((done, failed) => {
    const open = indexedDB.open(SHELF, 1);
    open.onupgradeneeded = () => open.result.createObjectStore("kept", { keyPath: "once" });
    open.onerror = () => failed(open.error);
    open.onsuccess = () => {
      const within = open.result.transaction("kept", mode);
      const asked = ask(within.objectStore("kept"));
      within.oncomplete = () => {
        open.result.close();
        done(asked.result);
      };
      within.onabort = () => failed(within.error);
    };
  });
}

const base64 = (bytes) =>
  btoa(Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const unbase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const join = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Locks what was said to the house's key, with a key of its own that is then gone. */
export async function lock(house, once, told) {
  const text = new TextEncoder();
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = unbase64(house.key);
  const own = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const from = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const point = await crypto.subtle.importKey("raw", theirs, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: point }, own.privateKey, 256);
  const secret = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const info = join(text.encode("haqqi interview 1"), from, theirs);
  const by = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  const key = await crypto.subtle.deriveKey(by, secret, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const words = text.encode(JSON.stringify(told));
  const filled = new Uint8Array(Math.ceil((words.length + 1) / BLOCK) * BLOCK).fill(32);
  filled.set(words);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(once) }, key, filled);
  return { once, key: house.id, from: base64(from), iv: base64(iv), sealed: base64(sealed) };
}

/** Sends what is locked here and was held at this visit. */
export async function sender(section) {
  const { at, send } = section.dataset;
  const mine = (await shelf("readonly", (kept) => kept.getAll())).filter((one) => !one.at || one.at === at);
  if (mine.length === 0) return;
  const count = section.querySelector("[data-count]");
  const trouble = section.querySelector("[data-trouble]");
  count.textContent = String(mine.length);
  section.hidden = false;
  section.querySelector("button").addEventListener("click", async (event) => {
    event.currentTarget.disabled = true;
    trouble.hidden = true;
    let left = mine.length;
    for (const one of mine) {
      const body = new URLSearchParams({ token: section.querySelector("[name=token]").value });
      for (const name of ["once", "key", "from", "iv", "sealed"]) body.set(name, one[name]);
      const answer = await fetch(send, { method: "POST", body, redirect: "manual" }).catch(() => undefined);
      // Only a word of the house that it has it lets go of it here.
      if (answer?.status === 204) {
        await shelf("readwrite", (kept) => kept.delete(one.once));
        left -= 1;
        count.textContent = String(left);
      }
    }
    if (left === 0) window.location.reload();
    trouble.hidden = left === 0;
    section.querySelector("button").disabled = false;
  });
}
