// The inbox: files dropped or chosen are sent at once, and the page tells what became of them.
(() => {
  const form = document.getElementById("hand-in");
  searchOrganisations();
  if (!form) return;
  const chosen = form.querySelector("[name$=organisation]");
  const drop = document.getElementById("drop");
  const bar = document.getElementById("sent");
  const exceptions = document.getElementById("exceptions");
  const again = document.getElementById("again");
  const told = document.getElementById("sent-so-far");
  const count = { all: 0, received: 0, held: 0, already: 0, refused: 0, passed: 0, failed: 0 };
  const parts = new Map();
  let failed = [], lineLost = false, drawn = 0;
  const sender = new Sender(form, report, (lost) => { lineLost = lost; draw(); });

  function send(files) {
    if (!chosen.reportValidity()) return;
    const wanted = files.filter(({ name }) => !name.split("/").some(isClutter));
    count.passed += files.length - wanted.length;
    count.all += wanted.length;
    if (!files.length) note(form.dataset.empty);
    sender.add(wanted.map((one) => ({ ...one, organisation: chosen.value })));
    draw();
  }

  // What the server passes over as well: it need not travel.
  function isClutter(name) {
    return name.startsWith(".") || name.startsWith("~$") || ["thumbs.db", "desktop.ini"].includes(name.toLowerCase());
  }

  function report(one, outcome) {
    if (outcome.state === "sending") {
      parts.set(one, outcome.part);
      return draw();
    }
    parts.delete(one);
    count[outcome.state] += 1;
    if (outcome.state === "already") note(`${one.name}: ${outcome.message}`, outcome.address);
    if (outcome.state === "refused") note(outcome.message);
    if (outcome.state === "failed") {
      failed.push(one);
      note(`${form.dataset.failed.replace("%name", one.name)} ${outcome.message ?? ""}`);
    }
    draw();
  }

  function note(text, address) {
    const line = document.createElement("li");
    const words = document.createElement(address ? "a" : "span");
    words.textContent = text;
    if (address) words.href = address;
    line.append(words);
    exceptions.append(line);
  }

  // At most a few times a second: two hundred answers come in two.
  function draw() {
    if (drawn) return;
    drawn = setTimeout(() => { drawn = 0; show(); }, 200);
  }

  function show() {
    const done = count.received + count.held + count.already + count.refused + count.failed;
    const busy = done < count.all;
    const half = [...parts.values()].reduce((sum, part) => sum + part, 0);
    document.getElementById("sending").hidden = !busy;
    bar.max = count.all || 1;
    bar.value = done + half;
    bar.textContent = `${done} / ${count.all}`;
    again.hidden = busy || !failed.length;
    const lines = busy
      ? [form.dataset.sent.replace("%done", done).replace("%all", count.all), lineLost && form.dataset.waiting]
      : ["received", "held", "already", "refused", "passed"].map((name) => count[name] && form.dataset[name].replace("%number", count[name]));
    told.replaceChildren(...lines.filter(Boolean).map((line) => Object.assign(document.createElement("span"), { textContent: line })));
    document.getElementById("whose").hidden = busy || !count.held;
    window.onbeforeunload = busy ? (event) => event.preventDefault() : null;
    if (count.received) lookAgain();
  }

  // What was received is being read already. Counted from when the page was opened.
  let asked = 0;
  function lookAgain() {
    const progress = document.getElementById("progress");
    if (count.received === asked || progress.querySelector("progress")) return;
    asked = count.received;
    const address = new URL(progress.getAttribute("hx-get"), location.href);
    address.searchParams.set("since", form.dataset.since);
    progress.setAttribute("hx-get", address.pathname + address.search);
    htmx.process(progress);
    htmx.trigger(document.body, "sent");
  }

  again.addEventListener("click", () => {
    const files = failed;
    failed = [];
    count.failed = 0;
    exceptions.replaceChildren();
    sender.add(files);
    draw();
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      send([...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
      input.value = "";
    });
  }

  // The whole page takes drops, so that a file let go beside the frame does not replace the page.
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  document.addEventListener("drop", async (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    drop.classList.remove("over");
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const entries = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    send((await Promise.all(entries.map((entry) => within(entry)))).flat());
  });

  // The files in a dropped folder, each with the folders it lies in.
  async function within(entry, folder = "") {
    if (!entry) return [];
    if (entry instanceof File) return [{ file: entry, name: entry.name }];
    if (entry.isFile) {
      return new Promise((resolve) => entry.file((file) => resolve([{ file, name: folder + file.name }]), () => resolve([])));
    }
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (!some.length) break; // a hundred at a time
      found.push(...some);
    }
    return (await Promise.all(found.map((one) => within(one, `${folder}${entry.name}/`)))).flat();
  }

  // A field among many organisations offers those whose names hold what is typed.
  function searchOrganisations() {
    let typing;
    document.addEventListener("input", (event) => {
      const address = event.target.dataset?.search;
      if (!address || event.target.value.endsWith("]")) return;
      clearTimeout(typing);
      typing = setTimeout(() => {
        const url = new URL(address, location.href);
        url.searchParams.set("q", event.target.value);
        htmx.ajax("GET", url.pathname + url.search, { target: "#organisations-found", swap: "innerHTML" });
      }, 250);
    });
  }
})();
