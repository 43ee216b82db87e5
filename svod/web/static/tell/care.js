// A word before something is sent that names somebody or tells a case. Without a line, or where the answer is slow, there
// is none: the telling goes as it is, and the office finds the same.
const PATIENCE = 4000; // ms

// Whether the form now shows something to think about first.
export async function warned(form, address) {
  const place = form.querySelector("[data-care]");
  place.replaceChildren();
  place.innerHTML = navigator.onLine === false ? "" : await said(form, address);
  place.firstElementChild?.focus();
  return place.childElementCount > 0;
}

export const wantsIt = (event) => event.submitter?.name === "knowing";

export function forgetWarning(form) {
  form.querySelector("[data-care]").replaceChildren();
}

async function said(form, address) {
  const body = new FormData(form);
  body.delete("photos");
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), PATIENCE);
  try {
    const answer = await fetch(address, { method: "POST", body, redirect: "manual", signal: clock.signal });
    return answer.status === 200 ? await answer.text() : "";
  } catch {
    return "";
  } finally {
    clearTimeout(timer);
  }
}
