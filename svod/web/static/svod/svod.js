// Small conveniences. Every page works without them.
document.documentElement.classList.add("script");
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});
// On a phone the pages' names scroll sideways: the present one is in sight.
const pages = document.querySelector(".top nav ul");
const present = pages?.querySelector("[aria-current]");
if (present && pages.scrollWidth > pages.clientWidth) pages.scrollLeft = present.offsetLeft - pages.offsetLeft - pages.clientWidth / 4;
// Who told something from this phone is asked, before they sign out, about what is not sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.leaving || !localStorage.getItem("svod-tell")) return;
  event.preventDefault();
  import(form.dataset.leaving).then(({ leave }) => leave(form)).catch(() => form.submit());
});
