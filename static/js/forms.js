/* Has the browser work for a message (https://altcha.org), while its writer writes; without this script the
   message is taken too, but fewer of them. */
"use strict";

const focused = document.querySelector(".form-errors");
if (focused) focused.focus();

async function work(form) {
  const encoder = new TextEncoder();
  const task = await (await fetch(form.dataset.challenge, { signal: AbortSignal.timeout(8000) })).json();
  for (let number = 0; number <= task.maxnumber; number += 1) {
    const bytes = await crypto.subtle.digest("SHA-256", encoder.encode(task.salt + number));
    const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (hex === task.challenge) {
      const { algorithm, challenge, salt, signature } = task;
      return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }));
    }
  }
  return "";
}

document.querySelectorAll("form[data-challenge]").forEach((form) => {
  const place = form.elements.altcha;
  let done = null;
  const begin = () => { done ??= work(form).then((solution) => { place.value = solution; }).catch(() => {}); };
  // A page that comes back from the browser's memory has a solution that was used.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) { place.value = ""; done = null; }
  });
  form.addEventListener("focusin", begin);
  form.addEventListener("submit", async (event) => {
    if (place.value || !window.isSecureContext) return;
    event.preventDefault();
    begin();
    await done;
    form.submit();
  });
});
