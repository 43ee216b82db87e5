// The nearest town to the phone, found on the phone: only when somebody presses, and told to nobody.
const place = document.getElementById("near");
const status = place.querySelector("[role=status]");
const towns = JSON.parse(document.getElementById("towns").textContent);
const sections = [...document.querySelectorAll("[data-region]")];
const RADIAN = Math.PI / 180;

if (navigator.geolocation) {
  place.hidden = false;
  place.querySelector("button").addEventListener("click", ask);
}

function ask() {
  const refused = () => (status.textContent = status.dataset.refused);
  navigator.geolocation.getCurrentPosition(({ coords }) => show(nearest(coords)), refused, { timeout: 20_000 });
}

function nearest({ latitude, longitude }) {
  const far = ([north, east]) => Math.hypot(north - latitude, (east - longitude) * Math.cos(latitude * RADIAN));
  return towns.reduce((best, town) => (far(town) < far(best) ? town : best));
}

function show([, , region, town, name]) {
  const found = sections.find((section) => section.dataset.region === region);
  for (const section of sections) section.hidden = section !== found;
  const said = status.dataset.found.replace("%town", town).replace("%region", name);
  status.textContent = found ? said : `${said} ${status.dataset.nothing}`;
  document.getElementById("region").value = region;
  found?.focus();
}
