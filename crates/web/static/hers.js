// The worker's screen in an interview: keys 1, 2, 3 for what she may tap, Escape to hide, the device's own voice where
// nobody has recorded the words, and nothing readable when somebody goes back to it. All of it works without this file,
// but for the voice.

const talk = window.speechSynthesis;
// The first time she asks for it, for somebody may have no earphones in; then each question speaks by itself.
const HEARD = "hers-heard";
const SAME = { fil: ["fil", "tl"], zh: ["zh", "cmn"], id: ["id", "in"] };

const voice = () => {
  const { lang } = document.documentElement;
  const tags = SAME[lang] ?? [lang];
  const fits = (one) => one.localService && tags.includes(one.lang.toLowerCase().split(/[-_]/)[0]);
  return talk?.getVoices().find(fits);
};

const heard = () => {
  try {
    return sessionStorage.getItem(HEARD) === "yes";
  } catch {
    return false;
  }
};
const hears = () => {
  try {
    sessionStorage.setItem(HEARD, "yes");
  } catch {
    // Then she asks each time.
  }
};

const say = (text) => {
  const by = voice();
  if (!by) return;
  talk.cancel();
  const said = new SpeechSynthesisUtterance(text.replace(/[\u2066-\u2069]/g, "").trim());
  said.voice = by;
  said.lang = by.lang;
  said.rate = 0.9;
  talk.speak(said);
};

export default function (main) {
  const words = main.querySelector("[data-words]")?.textContent ?? "";
  const audio = main.querySelector("audio");
  const speak = main.querySelector("[data-speak]");
  const taps = [...main.querySelectorAll(".tap")];

  const offer = () => {
    if (!speak || !voice()) return;
    main.querySelector("[data-by-device]").hidden = false;
    main.querySelector("[data-by-person]").hidden = true;
  };
  speak?.addEventListener("click", () => {
    hears();
    say(words);
  });
  audio?.addEventListener("play", hears);
  offer();
  talk?.addEventListener?.("voiceschanged", offer);
  if (heard()) {
    audio?.play().catch(() => {});
    if (speak) say(words);
  }

  const blank = () => {
    audio?.pause();
    talk?.cancel();
    document.documentElement.hidden = true;
    document.body.replaceChildren();
  };
  for (const veil of main.querySelectorAll("[data-veil]")) {
    veil.addEventListener("submit", () => {
      document.title = "";
      setTimeout(blank);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") main.querySelector("[data-veil]").requestSubmit();
    taps[["1", "2", "3"].indexOf(event.key)]?.click();
  });
  // Whatever the browser keeps of this page to show it again at once is empty.
  window.addEventListener("pagehide", blank);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}
