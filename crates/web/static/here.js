// @ts-check
// Says who else has this record open, as they come and go, and lets them see that this page is open. It asks only while the
// page is seen and somebody is at it: a page that nobody touches lets the session end as it would without this file.

const EVERY = 20_000;
const AWAY = 10 * 60_000;

/** @param {HTMLElement} place */
export default function here(place) {
  let touched = Date.now();
  let asking = false;
  const say = (/** @type {string} */ text) => {
    if ((place.textContent ?? "").trim() === text) return;
    place.replaceChildren();
    if (!text) return;
    const [notice, words] = [document.createElement("div"), document.createElement("p")];
    notice.className = "notice soon";
    notice.dataset.test = "also";
    words.textContent = text;
    notice.append(words);
    place.append(notice);
  };
  const ask = async () => {
    if (asking || document.hidden || Date.now() - touched > AWAY) return;
    asking = true;
    try {
      const answer = await fetch(place.dataset.ask ?? "", { redirect: "error", headers: { accept: "application/json" } });
      if (answer.ok) say((await answer.json()).also.trim());
    } catch {
      // Without a line the page stays as it is.
    } finally {
      asking = false;
    }
  };
  for (const sign of ["keydown", "pointerdown", "pointermove", "scroll"]) {
    document.addEventListener(sign, () => (touched = Date.now()), { passive: true });
  }
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, EVERY);
  ask();
}
