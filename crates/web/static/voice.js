// Records a voice message into the form's field for a file, where the browser can. Without it the field itself opens the
// telephone's recorder.

// What Android's and other browsers record, then what iPhones record.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4", "audio/ogg;codecs=opus"];
// Five minutes: at 32 kbit/s some 1.2 MB, which a slow line can carry.
const LONGEST = 5 * 60 * 1000;

const canRecord = () =>
  typeof MediaRecorder === "function" &&
  typeof DataTransfer === "function" &&
  Boolean(navigator.mediaDevices?.getUserMedia);

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export default function take(field) {
  if (!canRecord()) return;
  const input = field.querySelector("input[type=file]");
  const { record, stop, again, listening, done, refused } = field.dataset;
  const button = element("button", { type: "button", className: "btn record", textContent: record });
  const state = element("p", { className: "hint" });
  state.setAttribute("role", "status");
  const heard = element("audio", { controls: true, hidden: true });
  input.before(element("p", { className: "act" }, button), state, heard);

  let recorder = null;
  let clock = 0;
  const show = (text) => (state.textContent = text);
  const passed = (since) => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  const keep = (parts, kind) => {
    const type = kind.split(";")[0];
    const file = new File(parts, `voice.${type === "audio/mp4" ? "m4a" : type.split("/")[1]}`, { type });
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    if (heard.src) URL.revokeObjectURL(heard.src);
    heard.src = URL.createObjectURL(file);
    heard.hidden = false;
    button.textContent = again;
    show(done);
  };

  const begin = async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      show(refused);
      return;
    }
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: 32000 });
    const parts = [];
    const since = Date.now();
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      keep(parts, recorder.mimeType || mimeType || "audio/webm");
      recorder = null;
    });
    recorder.start(1000);
    heard.hidden = true;
    button.textContent = stop;
    show(listening);
    clock = setInterval(() => {
      show(`${listening} ${passed(since)}`);
      if (Date.now() - since > LONGEST) recorder?.stop();
    }, 1000);
  };

  button.addEventListener("click", () => (recorder ? recorder.stop() : begin()));
  // What is being said is not lost because “send” was tapped before “stop”.
  field.closest("form")?.addEventListener("submit", (event) => {
    if (!recorder) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const form = event.target;
    recorder.addEventListener("stop", () => form.requestSubmit(), { once: true });
    recorder.stop();
  }, { capture: true });
}
