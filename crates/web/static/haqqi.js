// @ts-check
// Everything works without this file. It makes the way out quicker, stops a form from being sent twice by
// accident, opens dialogs as dialogs, and fetches the modules that a page names.

/** @returns {HTMLAnchorElement | null} */
const exit = () => document.querySelector("a[data-exit]");

/** Leaves at once. Whatever a module still holds in memory is forgotten first. */
function leave(/** @type {Event} */ event) {
  const way = exit();
  if (!way) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  document.title = "";
  document.dispatchEvent(new Event("leave"));
  // The page is taken out of the history as far as a browser lets us: its entry becomes the one we go to.
  window.location.replace(way.href);
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element && event.target.closest("[data-exit]")) leave(event);
});

// Shift or Escape three times within five seconds, and no other key between: typing capitals is no way out.
/** @type {{ key: string, at: number }[]} */
let presses = [];
document.addEventListener("keydown", (event) => {
  if (event.repeat) return;
  const way = event.key === "Shift" || event.key === "Escape";
  const at = Date.now();
  presses = way ? [...presses, { key: event.key, at }].filter((one) => one.key === event.key && at - one.at < 5000) : [];
  if (presses.length === 3) leave(event);
});
// A page that was left stays blank when the back button brings it up from memory.
window.addEventListener("pageshow", (event) => {
  const way = exit();
  if (event.persisted && document.documentElement.hidden && way) window.location.replace(way.href);
});

/** Forms that are on their way. */
const sent = new Set();

function again(/** @type {HTMLFormElement} */ form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  form.setAttribute("aria-busy", "true");
  // One whose answer was a file may be sent again.
  setTimeout(() => again(form), 8000);
});
// A page brought back by the back button keeps its words and may be sent again.
window.addEventListener("pageshow", () => sent.forEach(again));

/** Where there is a way out, nothing may cover it: the dialog then opens in its place in the page. */
function dialogs(/** @type {ParentNode} */ root) {
  for (const opener of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-opens]"))) {
    const dialog = document.getElementById(opener.dataset.opens ?? "");
    if (!(dialog instanceof HTMLDialogElement) || !dialog.showModal) continue;
    const open = () => (exit() ? dialog.show() : dialog.showModal());
    dialog.close();
    opener.hidden = false;
    opener.addEventListener("click", open);
    for (const closer of /** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll("[data-closes]"))) {
      closer.hidden = false;
      closer.addEventListener("click", () => dialog.close());
    }
    if (dialog.querySelector(".wrong")) open();
  }
}

/**
 * Gives a page, or a part that a module has put into it, what script adds. An element that names a module in
 * `data-module` is handed to the function that the module exports by default.
 *
 * @param {ParentNode} root
 */
export async function enhance(root) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-print]"))) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  dialogs(root);
  const summary = /** @type {HTMLElement | null} */ (root.querySelector("[data-errors]"));
  if (summary) summary.focus();
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-module]"))) {
    const module = await import(`./${element.dataset.module}`);
    module.default(element);
  }
}

enhance(document);

// Workers' pages open without a line once they were read, and what was kept on the phone is sent when there is one.
if (exit() && "serviceWorker" in navigator) {
  const version = new URL(import.meta.url).pathname.split("/")[2];
  window.addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(`/w.js?v=${version}`);
      const worker = (await navigator.serviceWorker.ready).active;
      worker?.postMessage("q");
      worker?.postMessage({ keep: document.documentElement.lang });
    } catch {
      // A browser that will not have it does without.
    }
  });
}
