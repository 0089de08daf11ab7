// @ts-check
// The steps of a long form, taken over by script: each answer of the server is put into the page that is open, so that
// Back and Forward move between the steps and lose nothing. What was typed is in this page's memory alone; the history
// of the browser holds a number. Without this file the steps are plain forms, and everything works.

import { enhance } from "./haqqi.js";
import * as later from "./later.js";

/** What is not an answer: where the form stands, and what the server asks of robots. */
const not = ["step", "go", "website", "work"];
/** Whatever takes longer has failed, as far as she can see. */
const patience = 30_000;

/** @type {Map<string, string[]>} */
const answers = new Map();
/** The pages of the steps, as the server made them. @type {{ html: string, step: string, of: string }[]} */
const pages = [];
let at = 0;
let busy = false;
/** What was posted last without an answer: sent again it is the same, changed it is another. */
let unanswered = "";
/** @type {WeakSet<HTMLFormElement>} */
const taken = new WeakSet();

const current = () => /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-steps]"));
const stepOf = (/** @type {HTMLFormElement | null} */ form) => String(form && new FormData(form).get("step"));
const state = () => JSON.stringify([...answers].sort(([a], [b]) => (a < b ? -1 : 1)));

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @returns {Field[]} */
function fieldsOf(/** @type {HTMLFormElement} */ form) {
  const all = /** @type {Field[]} */ ([...form.elements]);
  return all.filter((field) => field.name && !not.includes(field.name) && field.type !== "file");
}

/** Takes over what the form holds now. */
function gather(/** @type {HTMLFormElement} */ form) {
  const data = new FormData(form);
  for (const name of new Set(fieldsOf(form).map((field) => field.name))) {
    const values = data.getAll(name).map(String);
    if (values.some((value) => value !== "")) answers.set(name, values);
    else answers.delete(name);
  }
}

/** Fills a form with the answers; those that it does not show travel hidden. */
function fill(/** @type {HTMLFormElement} */ form) {
  const shown = new Map();
  for (const field of fieldsOf(form)) {
    if (field.type === "hidden") {
      field.remove();
      continue;
    }
    const values = answers.get(field.name) ?? [];
    if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)) {
      field.checked = values.includes(field.value);
      shown.set(field.name, 0);
    } else {
      const place = shown.get(field.name) ?? 0;
      if (!(field instanceof HTMLSelectElement) || values[place] !== undefined) field.value = values[place] ?? "";
      shown.set(field.name, place + 1);
    }
  }
  for (const [name, values] of answers) {
    if (!shown.has(name)) for (const value of values) form.prepend(hidden(name, value));
  }
}

function hidden(/** @type {string} */ name, /** @type {string} */ value) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

/** Puts a page of the server in the place of the one that is open, and tells whoever listens where she is. */
function show(/** @type {string} */ html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  const { audio } = page.documentElement.dataset;
  if (audio) document.documentElement.dataset.audio = audio;
  else delete document.documentElement.dataset.audio;
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  const form = current() ?? document.querySelector("main form[method=post]");
  if (form instanceof HTMLFormElement) take(form);
  window.scrollTo(0, 0);
  const head = /** @type {HTMLElement | null} */ (document.querySelector("main h1"));
  if (head) {
    head.tabIndex = -1;
    head.focus();
  }
  document.dispatchEvent(new Event("shown"));
  enhance(document);
}

/** @returns {Promise<Response>} */
async function fetched(/** @type {string} */ to, /** @type {URLSearchParams} */ body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    return await fetch(to, { method: "POST", body, signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Everything that a form sends, with the button that was pressed. */
function bodyOf(/** @type {HTMLFormElement} */ form, /** @type {string} */ go) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  if (go) body.set("go", go);
  return body;
}

/**
 * The same form with other words is another complaint: it gets a key of its own, before anybody asks.
 *
 * @param {HTMLFormElement} form
 */
function renew(form) {
  const sent = state();
  if (unanswered && unanswered !== sent) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    answers.set("key", [[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")]);
    fill(form);
  }
  unanswered = state();
}

/** Sends a form and shows what comes. */
async function post(/** @type {HTMLFormElement} */ form, /** @type {string} */ go, /** @type {string} */ to) {
  if (busy) return;
  busy = true;
  form.setAttribute("aria-busy", "true");
  gather(form);
  if (go === "send") renew(form);
  try {
    const answer = await fetched(to, bodyOf(form, go));
    if (answer.status >= 500 || answer.status === 409 || answer.status === 408) throw new Error("not now");
    if (answer.redirected) {
      await later.sent();
      forget();
      window.location.replace(answer.url);
      return;
    }
    const html = await answer.text();
    unanswered = "";
    arrive(html, answer.status, to, stepOf(form));
  } catch {
    later.unsent(form, { auto: go === "send", again: () => post(form, go, to), words: () => words(form) });
  } finally {
    busy = false;
    form.removeAttribute("aria-busy");
  }
}

/** A new page has come: a step further, the same step in another way, or a page on which she waits. */
function arrive(/** @type {string} */ html, /** @type {number} */ status, /** @type {string} */ to, /** @type {string} */ from) {
  show(html);
  if (status === 429) return;
  const form = current();
  if (form) gather(form);
  const page = { html, step: stepOf(form), of: state() };
  if (form && page.step === from) {
    pages[at] = page;
    history.replaceState({ n: at }, "", to);
  } else {
    at += 1;
    pages.length = at;
    pages.push(page);
    history.pushState({ n: at }, "", to);
  }
}

function submitted(/** @type {SubmitEvent} */ event) {
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const to = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  // Another page than the steps, such as the one for speaking, brings its own modules: the browser goes there itself.
  if (!to.endsWith("/complain")) return;
  event.preventDefault();
  const go = button?.name === "go" ? button.value : "";
  if (go === "back" && at > 0 && Number(pages[at - 1]?.step) < Number(stepOf(form))) {
    history.back();
    return;
  }
  post(form, go, to);
}

/** Back or forward. A step that shows what other steps hold, or that is in another language, is asked for anew. */
window.addEventListener("popstate", (event) => {
  const form = current();
  if (form) gather(form);
  const to = event.state?.n;
  if (to === undefined) {
    // A link within the page.
    history.replaceState({ n: at }, "");
    return;
  }
  const page = pages[to];
  if (!page) {
    window.location.reload();
    return;
  }
  const tag = document.documentElement.lang;
  const action = form?.getAttribute("action") ?? "";
  const forward = to > at;
  at = to;
  show(page.html);
  const there = current();
  if (!there) return;
  fill(there);
  const other = document.documentElement.lang !== tag;
  if ((forward && page.of !== state()) || (other && action)) refresh(there, other ? action : window.location.pathname);
});

async function refresh(/** @type {HTMLFormElement} */ form, /** @type {string} */ to) {
  const wanted = at;
  try {
    const answer = await fetched(to, bodyOf(form, "stay"));
    const html = await answer.text();
    if (!answer.ok || answer.redirected || at !== wanted || !form.isConnected) return;
    gather(form);
    show(html);
    const there = current();
    if (there) fill(there);
    pages[at] = { html, step: stepOf(there), of: state() };
    history.replaceState({ n: at }, "", to);
  } catch {
    // Without a line the page as it was must do.
  }
}

/** What must not be lost: the answers, and the key under which the form is locked. */
function words(/** @type {HTMLFormElement | null} */ form) {
  if (form) {
    gather(form);
    renew(form);
  }
  return [...answers].flatMap(([name, values]) => values.map((value) => /** @type {[string, string]} */ ([name, value])));
}

function forget() {
  answers.clear();
  pages.length = 0;
  unanswered = "";
}
document.addEventListener("forget", forget);
document.addEventListener("leave", () => {
  forget();
  later.forget();
  document.body.replaceChildren();
});

function take(/** @type {HTMLFormElement} */ form) {
  if (taken.has(form)) return;
  taken.add(form);
  form.addEventListener("submit", submitted);
  if (form.hasAttribute("data-steps")) later.offer(form, () => words(form));
}

/** Words that were kept come back: into the form, and into what travels with it. */
function bring(/** @type {[string, string][]} */ pairs) {
  const form = current();
  if (!form) return;
  answers.clear();
  for (const [name, value] of pairs) answers.set(name, [...(answers.get(name) ?? []), value]);
  fill(form);
}

export default function steps(/** @type {HTMLFormElement} */ form) {
  if (pages.length === 0 && !taken.has(form)) {
    gather(form);
    pages.push({ html: document.documentElement.outerHTML, step: stepOf(form), of: state() });
    history.replaceState({ n: 0 }, "");
    later.begin(form, bring);
  }
  take(form);
}
