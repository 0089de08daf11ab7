// Interviews without a line. The page asks by itself, in a language whose words lie on the device; what was said is locked at
// once to a key of the house, so that neither who holds the tablet nor who asked can read it there. Where the visit's own page
// is open and there is a line, what is locked is sent, each once, and forgotten only when the house says that it has it.

import { lock, sender, shelf } from "./locked.js";

const LANGUAGES = "interview-languages";
const SAME = { fil: ["fil", "tl"], zh: ["zh", "cmn"], id: ["id", "in"] };
const PICTURES = { y: "sun", n: "cloud", s: "leaf", keep: "sun", destroy: "cloud" };

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
};

const talk = window.speechSynthesis;
const voice = (language) => {
  const tags = SAME[language] ?? [language];
  const fits = (one) => one.localService && tags.includes(one.lang.toLowerCase().split(/[-_]/)[0]);
  return talk?.getVoices().find(fits);
};
let heard = false;
const say = (language, text) => {
  const by = voice(language);
  if (!by) return;
  talk.cancel();
  const said = new SpeechSynthesisUtterance(text.replace(/[\u2066-\u2069]/g, "").trim());
  said.voice = by;
  said.lang = by.lang;
  said.rate = 0.9;
  talk.speak(said);
};

/** The languages whose words lie on the device. */
const ready = () => {
  try {
    return JSON.parse(localStorage.getItem(LANGUAGES) ?? "[]");
  } catch {
    return [];
  }
};

export default async function (main) {
  if (main.dataset.send) return sender(main);
  const house = { id: main.dataset.keyId, key: main.dataset.key };
  const [icons] = main.dataset.icons.split("#");
  const form = main.querySelector("form");
  const asker = main.querySelector("[data-asker]");
  const stage = main.querySelector("[data-stage]");
  const result = main.querySelector("[data-result]");
  const here = { lang: document.documentElement.lang, dir: document.documentElement.dir, title: document.title };
  const visit = decodeURIComponent(window.location.hash.slice(1));
  /** The interview that goes on; nothing of it is anywhere else. */
  let one;

  const words = (language) => `/field/interview/words/${language}`;
  const shown = async () => {
    const waiting = await shelf("readonly", (kept) => kept.count());
    main.querySelector("[data-waiting]").textContent = String(waiting);
    const own = ready();
    for (const option of form.elements.language.options) {
      if (option.value) option.disabled = !own.includes(option.value);
    }
    for (const box of main.querySelectorAll("[name=ready]")) {
      box.closest("label").classList.toggle("done", own.includes(box.value));
      box.checked = box.checked || own.includes(box.value);
    }
  };

  /** Lays the words of these languages on the device, with the page and its files. */
  const lay = async (languages) => {
    await navigator.serviceWorker.register(`/w.js?v=${new URL(import.meta.url).pathname.split("/")[2]}`);
    const worker = (await navigator.serviceWorker.ready).active;
    const kits = await Promise.all(languages.map(async (tag) => (await fetch(words(tag), { cache: "no-store" })).json()));
    const spoken = kits.flatMap((kit) => [...kit.consents, ...kit.questions].map((item) => item.recording).filter(Boolean));
    const own = ["./asked.js", "./locked.js"].map((file) => new URL(file, import.meta.url).pathname);
    const these = ["/field/interview", ...own, icons, ...languages.map(words), ...spoken];
    await new Promise((done, failed) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => (event.data === "laid" ? done() : failed(new Error("not laid")));
      worker.postMessage({ these }, [port2]);
    });
    localStorage.setItem(LANGUAGES, JSON.stringify([...new Set([...ready(), ...languages])]));
  };

  const tell = (code) => {
    for (const said of result.querySelectorAll("[data-next]")) said.hidden = said.dataset.next !== code;
    result.hidden = false;
  };

  /** Back to who asks: in their language, with nothing of hers. */
  const back = async (code) => {
    one = undefined;
    heard = false;
    talk?.cancel();
    stage.replaceChildren();
    Object.assign(document.documentElement, { lang: here.lang, dir: here.dir });
    document.title = here.title;
    form.reset();
    asker.hidden = false;
    await shown();
    if (code) tell(code);
  };

  /** Locks what was said, lays it on the shelf, and forgets it. */
  const put = async (told) => {
    const once = crypto.randomUUID();
    const locked = await lock(house, once, told);
    await shelf("readwrite", (kept) => kept.put({ ...locked, at: visit }));
  };

  const days = () => {
    const now = new Date();
    const list = make("ol", { class: "days" });
    const last = new Date(now.getFullYear(), now.getMonth() + 1, 0).getDate();
    for (let day = 1; day <= last; day += 1) {
      const item = make("li", day === now.getDate() ? { "aria-current": "date" } : {}, new Intl.NumberFormat(here.lang).format(day));
      list.append(item);
    }
    const month = new Intl.DateTimeFormat(here.lang, { month: "long", year: "numeric" }).format(now);
    const on = make("button", { type: "button", class: "btn quiet", "data-test": "go-on" }, main.dataset.goOn);
    on.addEventListener("click", () => back(""));
    stage.replaceChildren(make("h1", {}, month), list, make("p", { class: "act" }, on));
    Object.assign(document.documentElement, { lang: here.lang, dir: here.dir });
  };

  /** Nothing readable is left, on the screen or in memory; that somebody was asked is kept. */
  const hide = async () => {
    const told = one && { ...one.told, said: {}, keep: false };
    const over = one?.over;
    one = undefined;
    heard = false;
    talk?.cancel();
    document.title = main.dataset.days;
    days();
    if (told && !over) await put(told);
  };

  const end = async (code, told) => {
    const { kit } = one;
    const { words: hers } = kit;
    const danger = code === "danger";
    one = { kit, over: true };
    await put(told);
    const lines = [make("h1", {}, { danger: hers.danger, child: hers.child, declined: hers.declined, kept: hers.kept, destroyed: hers.destroyed }[code] ?? hers.ended)];
    if (danger && hers.danger_number) lines.push(make("p", {}, make("a", { href: `tel:${hers.danger_number}` }, hers.danger_call)));
    lines.push(make("p", {}, hers.yourself));
    for (const number of hers.numbers) lines.push(make("p", {}, make("a", { href: `tel:${number}`, dir: "ltr" }, number)));
    const give = make("button", { type: "button", class: "btn", "data-test": "give-back" }, hers.back);
    give.addEventListener("click", () => back(danger || code === "child" ? code : "kept"));
    lines.push(make("p", { class: "act" }, give));
    draw(lines, false);
  };

  const draw = (lines, mayStop) => {
    const { words: hers } = one.kit;
    const off = (attributes) => {
      const button = make("button", { type: "button", ...attributes });
      button.addEventListener("click", hide);
      return button;
    };
    const veil = make("div", { class: "veil" }, off({ tabindex: "-1", "aria-hidden": "true", "data-test": "veil" }));
    const hideIt = off({ class: "btn quiet", "data-test": "hide" });
    hideIt.append(hers.hide);
    const act = make("div", { class: "act" }, hideIt);
    if (mayStop) {
      const stop = make("button", { type: "button", class: "btn quiet", "data-test": "stop" }, hers.stop);
      stop.addEventListener("click", stopped);
      act.append(stop);
    }
    stage.replaceChildren(veil, make("div", { class: "sheet" }, ...lines, act));
    stage.querySelector("h1").tabIndex = -1;
    stage.querySelector("h1").focus();
  };

  const tap = (code, text, then) => {
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    use.setAttribute("href", `${icons}#${PICTURES[code]}`);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    svg.append(use);
    const button = make("button", { type: "button", class: "tap", "data-test": `said-${code}` }, svg, make("span", {}, text));
    button.addEventListener("click", () => {
      // Tapped twice is answered once.
      const taps = button.closest(".taps");
      if (taps.dataset.done) return;
      taps.dataset.done = "yes";
      then(code);
    });
    return button;
  };

  /** How the words are heard: what somebody recorded, else the device's voice, else a person. */
  const sound = (item) => {
    const { language, words: hers } = one.kit;
    const byDevice = () => {
      if (!voice(language)) return [make("p", { class: "soft" }, hers.by_person)];
      const speak = make("button", { type: "button", class: "btn quiet" }, hers.listen);
      speak.addEventListener("click", () => {
        heard = true;
        say(language, item.words);
      });
      if (heard) say(language, item.words);
      return [make("p", {}, speak, " ", make("span", { class: "soft" }, hers.by_device))];
    };
    if (!item.recording) return byDevice();
    const audio = make("audio", { controls: "", preload: "auto", src: item.recording });
    audio.addEventListener("error", () => audio.replaceWith(...byDevice()));
    audio.addEventListener("play", () => {
      heard = true;
    });
    if (heard) audio.play().catch(() => {});
    return [audio];
  };

  const question = (item, codes, then) => {
    const { words: hers } = one.kit;
    const texts = { y: hers.yes, n: hers.no, s: hers.skip };
    const taps = make("div", { class: "taps", "data-about": item.id }, ...codes.map((code) => tap(code, texts[code], then)));
    draw([make("h1", {}, item.words), ...sound(item), taps], true);
  };

  const next = () => {
    const { kit, told } = one;
    const item = kit.consents.find((each) => !(each.id in told.consents));
    if (item) {
      question(item, ["y", "n"], (code) => {
        told.consents[item.id] = code === "y";
        if (code === "n" && item.needed) end("declined", told);
        else next();
      });
      return;
    }
    const asked = kit.questions.find((each) => !(each.id in told.said));
    if (!asked) {
      end("ended", told);
      return;
    }
    question(asked, ["y", "n", "s"], (code) => {
      told.said[asked.id] = code;
      if (asked.id === "age" && code === "n") end("child", { ...told, said: { age: "n" } });
      else if (asked.urgent && code === "y") end("danger", told);
      else next();
    });
  };

  const stopped = () => {
    const { kit, told } = one;
    if (Object.keys(told.said).length === 0) {
      const agreed = kit.consents.every((item) => item.id in told.consents);
      end(agreed ? "destroyed" : "declined", told);
      return;
    }
    const { words: hers } = kit;
    const settle = (code) =>
      code === "keep" ? end("kept", { ...told, keep: true }) : end("destroyed", { ...told, said: {}, keep: false });
    const taps = make("div", { class: "taps" }, tap("destroy", hers.destroy, settle), tap("keep", hers.keep, settle));
    draw([make("h1", {}, hers.stopped), taps], false);
  };

  /** Whether this device opens more than this page: where somebody is signed in, the interview with a line is the one to use. */
  const signedIn = async () => {
    const stop = AbortSignal.timeout?.(3000);
    const answer = await fetch("/staff/start", { redirect: "manual", cache: "no-store", signal: stop }).catch(() => undefined);
    return answer?.status === 200;
  };

  const wrong = (name) => {
    for (const said of main.querySelectorAll("[data-wrong]")) said.hidden = said.dataset.wrong !== name;
    return false;
  };

  const begin = async () => {
    result.hidden = true;
    const data = new FormData(form);
    const of = (name) => String(data.get(name) ?? "");
    if (!of("language") || !of("private") || !of("interpreter") || !of("young")) return wrong("choose");
    if (of("private") !== "alone") return wrong("alone");
    if (of("interpreter") === "party") return wrong("party");
    if (["staff", "outside"].includes(of("interpreter")) && of("declared") !== "yes") return wrong("declared");
    if (await signedIn()) return wrong("signed-in");
    wrong("");
    const told = {
      v: 1, language: of("language"), private: "alone", interpreter: of("interpreter"), declared: of("declared") === "yes",
      young: of("young") === "yes", begun: Date.now(), consents: {}, said: {}, keep: false,
    };
    if (told.young) {
      await put(told);
      return back("child");
    }
    const kit = await (await fetch(words(told.language))).json();
    one = { kit, told };
    asker.hidden = true;
    Object.assign(document.documentElement, { lang: kit.language, dir: kit.dir });
    document.title = kit.words.title;
    return next();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin().catch(() => wrong("words"));
  });
  main.querySelector("[data-lay]").addEventListener("click", async (event) => {
    const button = event.currentTarget;
    const chosen = [...main.querySelectorAll("[name=ready]:checked")].map((box) => box.value);
    button.disabled = true;
    wrong("");
    await lay(chosen).catch(() => wrong("line"));
    button.disabled = false;
    await shown();
  });
  document.addEventListener("keydown", (event) => {
    if (!one || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") hide();
    stage.querySelectorAll(".tap")[["1", "2", "3"].indexOf(event.key)]?.click();
  });
  // Who goes back to it finds who asks, and nothing of hers.
  window.addEventListener("pagehide", () => {
    one = undefined;
    stage.replaceChildren();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
  if (!crypto.subtle || !navigator.serviceWorker) return undefined;
  // Seen once what it shows is true: no language may be chosen whose words do not lie here.
  await shown();
  main.querySelector("[data-needs]").hidden = true;
  main.querySelector("[data-tools]").hidden = false;
  // What lies here is made new where there is a line: words and questions may have changed.
  if (ready().length > 0) lay(ready()).catch(() => {});
}
