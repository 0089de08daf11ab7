// @ts-check
// Moves in the queue without a mouse: from the first row, which the Tab key reaches, j and k go from row to row, x ticks
// one, Enter opens it as it does any link. The keys hold only while something of the list has the focus (WCAG 2.1.4): who
// speaks to the machine or leans on a key elsewhere moves nothing. Without this file the Tab key does the same.

/** @param {HTMLElement} form */
export default function queue(form) {
  const links = () => [...form.querySelectorAll("tbody td a")].filter((one) => one instanceof HTMLAnchorElement);
  const at = () => links().findIndex((link) => link === document.activeElement);
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]),select,textarea");
    if (typing) return;
    const all = links();
    if (event.key === "j" || event.key === "k") {
      const next = at() < 0 ? 0 : at() + (event.key === "j" ? 1 : -1);
      const link = all[Math.max(0, Math.min(all.length - 1, next))];
      if (link) link.focus();
      event.preventDefault();
    }
    if (event.key === "x" && at() >= 0) {
      const tick = all[at()]?.closest("tr")?.querySelector("input[type=checkbox]");
      if (tick instanceof HTMLInputElement) tick.checked = !tick.checked;
    }
  });
}
