// @ts-check
// The page on which somebody waits for her turn: sends her form again by itself, once the time has passed or sooner,
// when the phone has found the answer to a small riddle. Without script she presses the button.

const rounds = 1000;

/** Whether this is an answer: enough bits at the beginning are nothing. */
async function isAnswer(/** @type {string} */ answer, /** @type {BufferSource} */ salt, /** @type {number} */ bits) {
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(answer), "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  const found = new DataView(await crypto.subtle.deriveBits(how, key, 32)).getUint32(0);
  return Math.clz32(found) >= bits;
}

/** @returns {Promise<string>} */
async function solve(/** @type {string} */ riddle, /** @type {number} */ bits, /** @type {() => boolean} */ goOn) {
  const salt = new TextEncoder().encode(riddle);
  for (let n = 0; goOn(); n += 1) {
    if (await isAnswer(String(n), salt, bits)) return String(n);
  }
  return "";
}

export default function waiting(/** @type {HTMLFormElement} */ form) {
  const { riddle = "", bits = "0", seconds = "10" } = form.dataset;
  let done = false;
  const send = (/** @type {string} */ answer) => {
    if (done || !form.isConnected) return;
    done = true;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "work";
    field.value = answer;
    form.append(field);
    form.requestSubmit ? form.requestSubmit() : form.submit();
  };
  form.addEventListener("submit", () => (done = true));
  setTimeout(() => send(""), Number(seconds) * 1000 + 500);
  if (crypto.subtle) solve(riddle, Number(bits), () => !done && form.isConnected).then((answer) => answer && send(answer));
}
