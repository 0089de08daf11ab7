// @ts-check
// Passkeys: asks the browser for one and sends with the form what it says. Without this file, and where the browser or
// the address allows none, the form stays hidden, and password and code do the same.

/** As the server: a challenge holds for five minutes; one that is nearly over is asked for anew. */
const FRESH = 4 * 60 * 1000;

/** @param {string} text */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** @param {ArrayBuffer | null} buffer */
const letters = (buffer) =>
  btoa(Array.from(new Uint8Array(buffer ?? new ArrayBuffer(0)), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** @param {HTMLFormElement} form @param {string} name */
const field = (form, name) => {
  const found = form.elements.namedItem(name);
  if (!(found instanceof HTMLInputElement)) throw new Error(name);
  return found;
};

/** Takes a new challenge from the same page, fetched once more. @param {HTMLFormElement} form */
async function renew(form) {
  const answer = await fetch(location.pathname + location.search);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("form[data-challenge]");
  if (!(fresh instanceof HTMLFormElement)) {
    location.reload();
    return false;
  }
  form.dataset.challenge = fresh.dataset.challenge;
  field(form, "challenge").value = field(fresh, "challenge").value;
  return true;
}

/** @param {DOMStringMap} data */
const known = (data) =>
  (data.own ?? "").split(" ").filter(Boolean).map((id) => ({ type: /** @type {const} */ ("public-key"), id: bytes(id) }));

/** @param {HTMLFormElement} form */
async function make(form) {
  const data = form.dataset;
  const made = await navigator.credentials.create({
    publicKey: {
      rp: { id: data.party, name: data.site ?? "" },
      user: { id: bytes(data.user ?? ""), name: data.account ?? "", displayName: data.person ?? "" },
      challenge: bytes(data.challenge ?? ""),
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: /** @type {const} */ ("public-key"), alg })),
      excludeCredentials: known(data),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      attestation: "none",
      timeout: 5 * 60 * 1000,
    },
  });
  if (!(made instanceof PublicKeyCredential)) throw new Error("none");
  const response = /** @type {AuthenticatorAttestationResponse} */ (made.response);
  field(form, "client_data").value = letters(response.clientDataJSON);
  field(form, "attestation").value = letters(response.attestationObject);
}

/** @param {HTMLFormElement} form */
async function show(form) {
  const data = form.dataset;
  const shown = await navigator.credentials.get({
    publicKey: {
      rpId: data.party,
      challenge: bytes(data.challenge ?? ""),
      allowCredentials: known(data),
      userVerification: "required",
      timeout: 5 * 60 * 1000,
    },
  });
  if (!(shown instanceof PublicKeyCredential)) throw new Error("none");
  const response = /** @type {AuthenticatorAssertionResponse} */ (shown.response);
  field(form, "credential").value = letters(shown.rawId);
  field(form, "client_data").value = letters(response.clientDataJSON);
  field(form, "data").value = letters(response.authenticatorData);
  field(form, "signature").value = letters(response.signature);
  field(form, "user").value = letters(response.userHandle);
}

/** @param {HTMLElement} element */
export default function passkey(element) {
  if (!(element instanceof HTMLFormElement) || !window.PublicKeyCredential) return;
  if (location.hostname !== element.dataset.party) return;
  const form = element;
  const since = Date.now();
  const failed = /** @type {HTMLElement | null} */ (form.querySelector("[data-failed]"));
  const without = /** @type {HTMLElement | null} */ (document.querySelector("[data-without-passkey]"));
  let busy = false;
  form.hidden = false;
  if (without) without.hidden = true;
  form.addEventListener("submit", async (event) => {
    const name = form.elements.namedItem("name");
    // A name that the server refuses is refused before anything is made on the device.
    const nameless = name instanceof HTMLInputElement && (!name.value.trim() || name.value.trim().length > 60);
    if (nameless) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    if (failed) failed.hidden = true;
    try {
      if (Date.now() - since > FRESH && !(await renew(form))) return;
      await (form.elements.namedItem("attestation") ? make(form) : show(form));
      form.submit();
    } catch {
      // Nobody touched the device, or it holds none for this site: the browser has said so in its own words.
      if (failed) failed.hidden = false;
      busy = false;
    }
  });
}
