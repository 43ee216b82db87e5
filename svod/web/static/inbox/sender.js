// Sends files: small ones many in a request, large ones in pieces; at most three requests at once; whatever the line
// does, it goes on where it stopped. Knows nothing of the page: it tells `report` what became of each file.
window.Sender = class {
  static SMALL = 256 * 1024;
  static BATCH = { files: 20, bytes: 2 * 1024 * 1024 };
  static PIECE = 1024 * 1024;
  static AT_ONCE = 3;
  static LONGEST_PAUSE = 30000;
  static MOST_TRIES = 40; // some twenty minutes without a line

  // `form`: the addresses and the token; `report(file, outcome)`; `line(lost)`: the connection went or came back.
  constructor(form, report, line) {
    Object.assign(this, { form, report, line, jobs: [], running: 0, lost: 0 });
  }

  // Each file is {file, name, organisation}: the organisation is the one chosen when it was dropped.
  add(files) {
    const small = files.filter(({ file }) => file.size <= Sender.SMALL);
    const large = files.filter(({ file }) => file.size > Sender.SMALL);
    for (const batch of Sender.batches(small)) this.jobs.push(() => this.sendTogether(batch));
    for (const one of large) this.jobs.push(() => this.sendInPieces(one));
    this.go();
  }

  static *batches(files) {
    let batch = [], bytes = 0;
    for (const one of files) {
      const full = batch.length === Sender.BATCH.files || bytes + one.file.size > Sender.BATCH.bytes;
      if (batch.length && (full || one.organisation !== batch[0].organisation)) {
        yield batch;
        batch = []; bytes = 0;
      }
      batch.push(one);
      bytes += one.file.size;
    }
    if (batch.length) yield batch;
  }

  async go() {
    while (this.running < Sender.AT_ONCE && this.jobs.length) {
      this.running += 1;
      this.jobs.shift()().finally(() => { this.running -= 1; this.go(); });
    }
  }

  async sendTogether(batch) {
    const body = this.fields(batch[0].organisation);
    for (const { file } of batch) body.append("files", file, file.name);
    body.append("names", JSON.stringify(batch.map(({ name }) => name)));
    try {
      const { answer, tries } = await this.ask(this.form.action, { body });
      const outcomes = answer.outcomes[Symbol.iterator]();
      for (const one of batch) {
        const passed = answer.passed.includes(one.name);
        this.report(one, passed ? { state: "passed" } : Sender.settled(outcomes.next().value, tries));
      }
    } catch (failure) {
      for (const one of batch) this.report(one, failure.outcome);
    }
  }

  async sendInPieces(one) {
    const { file, name, organisation } = one;
    try {
      const body = this.fields(organisation);
      body.append("name", name);
      body.append("size", file.size);
      body.append("modified", file.lastModified);
      const begun = (await this.ask(this.form.dataset.begin, { body })).answer;
      if (begun.state) return this.report(one, begun);
      let arrived = begun.arrived, tries = 1, answer = {};
      while (!answer.state) {
        this.report(one, { state: "sending", part: arrived / file.size });
        const headers = { "Upload-Offset": arrived, "Content-Type": "application/octet-stream" };
        ({ answer, tries } = await this.ask(begun.address, { body: file.slice(arrived, arrived + Sender.PIECE), headers }));
        arrived = answer.arrived ?? arrived;
      }
      this.report(one, Sender.settled(answer, tries));
    } catch (failure) {
      this.report(one, failure.outcome);
    }
  }

  // What was received by a request whose answer got lost is no repetition.
  static settled(outcome, tries) {
    return outcome.state === "already" && outcome.fresh && tries > 1 ? { ...outcome, state: "received" } : outcome;
  }

  fields(organisation) {
    const body = new FormData();
    body.append(this.form.querySelector("[name$=organisation]").name, organisation);
    return body;
  }

  // Ask until there is an answer. 409 is one: it says how much has arrived.
  async ask(address, { body, headers = {} }) {
    const token = this.form.querySelector("[name=csrfmiddlewaretoken]").value;
    const request = { method: "POST", body, headers: { ...headers, "X-CSRFToken": token, Accept: "application/json" } };
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(address, request).catch(() => null);
      if (answer && (answer.ok || answer.status === 409) && !answer.redirected) {
        const told = await answer.json().catch(() => null);
        if (told) {
          if (tries > 1) this.line((this.lost -= 1) > 0);
          return { answer: told, tries };
        }
      }
      const hopeless = answer && (answer.redirected || (answer.status >= 400 && answer.status < 500 && answer.status !== 429));
      if (hopeless || tries >= Sender.MOST_TRIES) {
        if (tries > 1) this.line((this.lost -= 1) > 0);
        const told = hopeless ? await answer.json().catch(() => ({})) : {};
        throw Object.assign(new Error(address), { outcome: { state: "failed", message: told.message } });
      }
      if (tries === 1) this.line((this.lost += 1) > 0);
      await this.pause(Math.min(Sender.LONGEST_PAUSE, 500 * 2 ** tries) * (0.5 + Math.random() / 2));
    }
  }

  pause(milliseconds) {
    return new Promise((wake) => {
      window.addEventListener("online", wake, { once: true });
      setTimeout(wake, milliseconds);
    });
  }
};
