// @ts-check
// Sends the files of a form in pieces, as tus 1.0 has it: on a bad line each goes on where it stopped, after a while
// without a line and after the page was closed and the same file chosen again. Nothing is kept on the telephone: the
// server knows a file again by its content. When all is there, the form is sent as it would have been, with the names of
// the files in the place of the files. Without this file, or where it cannot work, the form is sent as it is.

import { enhance } from "./haqqi.js";

/** Smaller files go at once. */
const small = 128 * 1024;
const least = 64 * 1024;
const most = 4 * 1024 * 1024;
/** A piece that took longer was too large for this line, in milliseconds. */
const patience = 60_000;
const version = { "Tus-Resumable": "1.0.0" };

/** The server does not take it in pieces now. */
class Plain extends Error {}

const base64 = (/** @type {Uint8Array} */ bytes) => btoa(String.fromCharCode(...bytes));

/** What a file is called and what it holds. */
async function about(/** @type {File} */ file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const name = new TextEncoder().encode(file.name.slice(0, 200));
  return `filename ${base64(name)},sha256 ${base64(new Uint8Array(digest))}`;
}

/** @template {keyof HTMLElementTagNameMap} T */
function element(/** @type {T} */ name, /** @type {Partial<HTMLElementTagNameMap[T]>} */ properties) {
  return Object.assign(document.createElement(name), properties);
}

/** The bar, what is said beside it, and the way to stop. */
class Panel {
  constructor(/** @type {HTMLFormElement} */ form, /** @type {number} */ bytes) {
    const { going = "", stopped = "", checking = "", again = "", cancel = "" } = form.dataset;
    this.words = { going, stopped, checking };
    this.bar = element("progress", { max: bytes, value: 0 });
    this.said = element("p", {});
    this.said.setAttribute("role", "status");
    this.said.id = "upload-said";
    this.bar.setAttribute("aria-labelledby", "upload-said");
    this.stop = element("button", { type: "button", className: "btn quiet", textContent: cancel });
    this.box = element("div", { className: "notice upload" });
    this.box.dataset.test = "upload";
    const act = element("p", { className: "act" });
    act.append(this.stop);
    this.box.append(this.said, this.bar, element("p", { className: "hint", textContent: again }), act);
    this.box.tabIndex = -1;
    form.after(this.box);
    this.say("going");
    this.box.focus();
  }

  say(/** @type {"going" | "stopped" | "checking"} */ state) {
    this.box.dataset.state = state;
    const text = this.words[state];
    if (this.said.textContent !== text) this.said.textContent = text;
  }
}

/** One form on its way. */
class Sending {
  /** @param {HTMLFormElement} form @param {File[]} files */
  constructor(form, files) {
    this.form = form;
    this.files = files;
    this.control = new AbortController();
    this.panel = new Panel(form, files.reduce((sum, file) => sum + file.size, 0));
    this.tries = 0;
    this.piece = least * 4;
    /** Bytes of the files that are there whole. */
    this.before = 0;
    /** Where files are that are there whole. @type {string[]} */
    this.addresses = [];
    /** Where the one that is on its way is. */
    this.address = "";
  }

  /** Waits for the line: for a while, or until the browser says that it is back. */
  async pause() {
    this.panel.say("stopped");
    this.tries += 1;
    await new Promise((go) => {
      const timer = setTimeout(done, Math.min(30, 2 ** (this.tries - 1)) * 1000);
      const stop = this.control.signal;
      function done() {
        clearTimeout(timer);
        window.removeEventListener("online", done);
        stop.removeEventListener("abort", done);
        go(undefined);
      }
      window.addEventListener("online", done);
      stop.addEventListener("abort", done);
    });
    if (this.control.signal.aborted) throw new Error("stopped");
  }

  /** Asks until there is an answer. @returns {Promise<Response>} */
  async ask(/** @type {string} */ to, /** @type {RequestInit} */ how, limit = patience) {
    for (;;) {
      const answer = await this.once(to, how, limit).catch(() => null);
      if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
        this.tries = 0;
        return answer;
      }
      await this.pause();
    }
  }

  /** @returns {Promise<Response>} */
  async once(/** @type {string} */ to, /** @type {RequestInit} */ how, /** @type {number} */ limit) {
    const one = new AbortController();
    const stop = () => one.abort();
    this.control.signal.addEventListener("abort", stop);
    const timer = setTimeout(stop, limit);
    try {
      return await fetch(to, { ...how, signal: one.signal });
    } finally {
      clearTimeout(timer);
      this.control.signal.removeEventListener("abort", stop);
    }
  }

  /** Begins a file, or finds the one that was begun before: where its pieces go, and how much is there. */
  async begin(/** @type {File} */ file) {
    const headers = { ...version, "Upload-Length": String(file.size), "Upload-Metadata": await about(file) };
    for (;;) {
      const answer = await this.once(this.form.dataset.upload ?? "", { method: "POST", headers }, patience).catch(() => null);
      const to = answer?.headers.get("Location");
      if (answer?.ok && to) {
        this.tries = 0;
        this.address = to;
        return { to, offset: Number(answer.headers.get("Upload-Offset")) };
      }
      // No line, or a server that is starting: it waits. Any other answer: the form itself is asked.
      const soon = [408, 429, 500, 502, 503, 504].includes(answer?.status ?? 503);
      if (answer && (!soon || this.tries > 4)) throw new Plain();
      await this.pause();
    }
  }

  /** Sends a file; the name under which it is there. */
  async send(/** @type {File} */ file) {
    let { to, offset } = await this.begin(file);
    while (offset < file.size) {
      this.panel.say("going");
      this.panel.bar.value = this.before + offset;
      const began = performance.now();
      const headers = { ...version, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
      const body = file.slice(offset, offset + this.piece);
      const answer = await this.once(to, { method: "PATCH", headers, body }, patience).catch(() => null);
      const told = answer?.headers.get("Upload-Offset");
      if (answer && told && (answer.status === 204 || answer.status === 409)) {
        offset = Number(told);
        this.tries = 0;
        if (performance.now() - began < 3000) this.piece = Math.min(most, this.piece * 2);
        continue;
      }
      this.piece = Math.max(least, this.piece / 2);
      if (!answer || answer.status >= 500 || answer.status === 429) await this.pause();
      const now = await this.ask(to, { method: "HEAD", headers: version });
      if (now.ok) offset = Number(now.headers.get("Upload-Offset"));
      else ({ to, offset } = await this.begin(file));
    }
    this.before += file.size;
    this.panel.bar.value = this.before;
    this.addresses.push(to);
    return to.slice(to.lastIndexOf("/") + 1);
  }

  /** Sends all, then the form. @returns {Promise<Response>} */
  async all(/** @type {string} */ field) {
    for (let round = 0; ; round += 1) {
      const body = new FormData(this.form);
      body.delete(field);
      this.before = 0;
      this.addresses = [];
      for (const file of this.files) body.append("upload", await this.send(file));
      this.panel.say("checking");
      const answer = await this.ask(this.form.action, { method: "POST", body }, 10 * patience);
      // A piece went missing meanwhile; once more.
      if (answer.status !== 409 || round > 0) return answer;
    }
  }

  /** Nothing of it is wanted any more. */
  async end() {
    this.control.abort();
    this.panel.box.remove();
    const all = [...new Set([...this.addresses, this.address])].filter(Boolean);
    await Promise.allSettled(all.map((to) => fetch(to, { method: "DELETE", headers: version })));
  }
}

/** Shows the page that the form was answered with. */
async function show(/** @type {Response} */ answer) {
  if (answer.redirected) {
    window.location.replace(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  window.scrollTo(0, 0);
  enhance(document);
}

export default function take(/** @type {HTMLFormElement} */ form) {
  const input = /** @type {HTMLInputElement | null} */ (form.querySelector("input[type=file]"));
  if (!input || !globalThis.crypto?.subtle) return;
  /** @type {Sending | null} */
  let sending = null;
  const able = (/** @type {boolean} */ may) => {
    for (const button of form.querySelectorAll("button")) button.disabled = !may;
  };
  const rest = () => {
    sending = null;
    able(true);
  };
  form.addEventListener("submit", async (event) => {
    const files = [...(input.files ?? [])];
    const longest = Number(form.dataset.longest);
    if (event.defaultPrevented || !files.some((file) => file.size > small)) return;
    // What is too large, or empty, the server refuses at once when it comes with the form.
    if (!sending && files.some((file) => file.size > longest || file.size === 0)) return;
    event.preventDefault();
    if (sending) return;
    const mine = new Sending(form, files);
    sending = mine;
    able(false);
    const leave = () => mine.control.abort();
    document.addEventListener("leave", leave);
    mine.panel.stop.addEventListener("click", () => {
      mine.end();
      rest();
    });
    try {
      await show(await mine.all(input.name));
    } catch (error) {
      mine.panel.box.remove();
      rest();
      if (error instanceof Plain) form.submit();
    } finally {
      document.removeEventListener("leave", leave);
    }
  });
}
