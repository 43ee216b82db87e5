// Passkeys and security keys: asks the device, puts its answer into the form, sends the form.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

async function make(options, passwordless) {
  const chosen = { ...options.authenticatorSelection };
  chosen.residentKey = passwordless ? "required" : "discouraged";
  chosen.requireResidentKey = passwordless;
  if (passwordless) chosen.userVerification = "required";
  return navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: listed(options.excludeCredentials),
      authenticatorSelection: chosen,
    },
  });
}

async function ask(options) {
  return navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: listed(options.allowCredentials) },
  });
}

function plain(credential) {
  const response = { clientDataJSON: text(credential.response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  };
}

async function answer(form) {
  const way = form.dataset.passkey;
  if (way === "login") {
    const told = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
    return ask((await told.json()).request_options.publicKey);
  }
  const options = JSON.parse(document.getElementById("passkey-options").textContent);
  if (way === "create") return make(options.creation_options.publicKey, Boolean(form.elements.passwordless?.checked));
  return ask(options.request_options.publicKey);
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  if (!window.PublicKeyCredential) {
    document.querySelector("[data-no-passkeys]")?.removeAttribute("hidden");
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(plain(await answer(form)));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
