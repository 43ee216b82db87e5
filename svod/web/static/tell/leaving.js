// Signing out on a phone that others may use: what is not sent yet is sent first, kept, or cleared.
import { forget, isUnsent, tellings } from "./store.js";

export async function leave(form) {
  const left = await tellings(Number(form.dataset.person));
  const unsent = left.filter(isUnsent).length + left.filter((one) => one.state === "draft").length;
  const choice = unsent ? await asked(unsent) : "clear";
  if (choice === "stay") return;
  if (choice === "clear") for (const one of left) await forget(one.key);
  await forgetPages();
  form.submit();
}

// They have the person's name on them. There are none where there is no HTTPS.
async function forgetPages() {
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (name.startsWith("svod-tell ")) await caches.delete(name);
  }
}

function asked(number) {
  const dialog = document.getElementById("leaving").content.firstElementChild.cloneNode(true);
  dialog.querySelector("b").textContent = number;
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue || "stay");
      dialog.remove();
    });
    dialog.showModal();
  });
}
