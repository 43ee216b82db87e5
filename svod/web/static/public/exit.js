// Quick exit, after GOV.UK's pattern: the link works by itself; with this the screen is covered at once, the page is
// replaced in the history, and three presses of Shift within five seconds do the same as the link.
const link = document.querySelector("[data-exit]");
const WITHIN = 5000;
let presses = [];

function leave(event) {
  event?.preventDefault();
  const cover = document.createElement("div");
  cover.id = "cover";
  document.body.replaceChildren(cover);
  document.title = " ";
  location.replace(link.href);
}

if (link) {
  link.addEventListener("click", leave);
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    const now = event.timeStamp;
    presses = [...presses.filter((at) => now - at < WITHIN), now];
    if (presses.length >= 3) leave();
  });
}
