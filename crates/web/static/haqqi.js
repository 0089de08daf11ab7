// Everything works without this file. It makes the way out quicker, stops a form from being sent twice by
// accident, and opens dialogs as dialogs.

const exit = document.querySelector("[data-exit]");
if (exit) {
  const leave = (event) => {
    event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "";
    // The page is taken out of the history as far as a browser lets us: its entry becomes the one we go to.
    window.location.replace(exit.href);
  };
  exit.addEventListener("click", leave);
  // Shift or Escape three times within five seconds, and no other key between: typing capitals is no way out.
  let presses = [];
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const way = event.key === "Shift" || event.key === "Escape";
    const now = Date.now();
    presses = way ? [...presses, event.key + now].filter((p) => p.startsWith(event.key) && now - Number(p.slice(event.key.length)) < 5000) : [];
    if (presses.length === 3) leave(event);
  });
  // A page that was left stays blank when the back button brings it up from memory.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && document.documentElement.hidden) window.location.replace(exit.href);
  });
}

for (const form of document.querySelectorAll("form[method=post]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    form.setAttribute("aria-busy", "true");
  });
  const again = () => {
    sent = false;
    form.removeAttribute("aria-busy");
  };
  // A page brought back by the back button keeps its words and may be sent again; so may one whose answer was a file.
  window.addEventListener("pageshow", again);
  form.addEventListener("submit", () => setTimeout(again, 8000));
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const opener of document.querySelectorAll("[data-opens]")) {
  const dialog = document.getElementById(opener.dataset.opens);
  if (!dialog?.showModal) continue;
  const wrong = dialog.querySelector(".wrong");
  // Where there is a way out, nothing may cover it: the dialog then opens in its place in the page.
  const open = () => (exit ? dialog.show() : dialog.showModal());
  dialog.close();
  opener.hidden = false;
  opener.addEventListener("click", open);
  for (const closer of dialog.querySelectorAll("[data-closes]")) {
    closer.hidden = false;
    closer.addEventListener("click", () => dialog.close());
  }
  if (wrong) open();
}

const summary = document.querySelector("[data-errors]");
if (summary) summary.focus();
