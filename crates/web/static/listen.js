// Reads a page's questions aloud: by the pack's recordings where there are any, else by a voice of this very device. A
// voice that speaks elsewhere is not used: what she reads is nobody's business. Nothing is read that a person wrote.

// A step that script puts into the open page may bring another language: these are asked each time.
const me = () => document.querySelector("script[data-listen]");
const root = document.documentElement;
const index = () => root.dataset.audio;
const SAME = { fil: ["fil", "tl"], zh: ["zh", "cmn"], id: ["id", "in"] };
const tags = () => SAME[root.lang] ?? [root.lang];
const talk = window.speechSynthesis;

const voice = () =>
  talk?.getVoices().find((one) => one.localService && tags().includes(one.lang.toLowerCase().split(/[-_]/)[0]));
const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

const words = new Map();
let player;
let turn = 0;

const recordings = async () => {
  const from = index();
  if (!from) return {};
  if (!words.has(from)) words.set(from, fetch(from).then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({})));
  return words.get(from);
};

const quiet = () => {
  turn += 1;
  player?.pause();
  talk?.cancel();
};

const played = (address) =>
  new Promise((resolve) => {
    player = new Audio(address);
    for (const end of ["ended", "error", "pause"]) player.addEventListener(end, resolve, { once: true });
    player.play().catch(resolve);
  });

const spoken = (text) =>
  new Promise((resolve) => {
    const by = voice();
    if (!by) return resolve();
    const said = new SpeechSynthesisUtterance(text);
    said.voice = by;
    said.lang = by.lang;
    said.rate = 0.9;
    said.onend = said.onerror = resolve;
    talk.speak(said);
  });

const say = async (texts) => {
  quiet();
  const mine = turn;
  const known = await recordings();
  for (const text of texts) {
    if (mine !== turn) return;
    if (Object.hasOwn(known, text)) await played(index().replace("index.json", `message/${known[text]}`));
    else await spoken(text);
  }
};

// A question with what belongs to it: its hint, and the answers that may be chosen.
const textsOf = (label) => {
  const field = label.closest(".field");
  if (!field) return [plain(label.textContent)];
  const parts = field.querySelectorAll("label:not(.choice), legend, .hint, .choice > span");
  const texts = [];
  for (const part of parts) {
    const small = part.querySelector("small");
    texts.push(plain(small ? part.textContent.replace(small.textContent, "") : part.textContent));
    if (small) texts.push(plain(small.textContent));
  }
  return texts.filter(Boolean);
};

const icon = () => {
  const make = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const picture = make("svg");
  const use = make("use");
  picture.setAttribute("class", "icon");
  picture.setAttribute("aria-hidden", "true");
  use.setAttribute("href", me().dataset.icon);
  picture.append(use);
  return picture;
};

const offer = () => {
  if (document.querySelector(".listen") || !(index() || voice())) return;
  for (const label of document.querySelectorAll("#main h1, #main .field > label:not(.choice), #main .field > legend")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "listen";
    button.setAttribute("aria-label", `${me().dataset.listen}: ${plain(label.textContent)}`);
    button.append(icon());
    button.addEventListener("click", () => say(textsOf(label)));
    label.after(button);
  }
};

if (me()) {
  offer();
  document.addEventListener("shown", () => {
    quiet();
    offer();
  });
  // Voices come a moment after the page on some phones.
  talk?.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", quiet);
}
