// Small conveniences. Every page works without them.
document.documentElement.classList.add("script");
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});
