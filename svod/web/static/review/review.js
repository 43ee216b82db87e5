// The review by keyboard. Every step is a form or a link of the page: without this script they work as they are.
"use strict";
(() => {
  const KEYS_OFF = "svod-keys-off";
  const page = document.querySelector(".desk");
  if (!page) return;
  const told = () => document.getElementById("told");
  const cards = () => [...page.querySelectorAll(".draft-card")];
  const open = () => cards().filter((card) => "open" in card.dataset);
  let current = null;

  // Show a card and the place it stands on. The focus goes with it, so that a screen reader reads it.
  function choose(card, focus = true, scroll = true) {
    if (!card) return;
    for (const one of page.querySelectorAll(".current")) one.classList.remove("current");
    current = card.id;
    card.classList.add("current");
    if (focus) card.focus({ preventScroll: true });
    if (scroll) card.scrollIntoView({ block: "nearest", behavior: "instant" });
    const marks = page.querySelectorAll(`mark[data-card="${card.id}"]`);
    for (const mark of marks) mark.classList.add("current");
    if (scroll && marks.length && sideBySide()) marks[0].scrollIntoView({ block: "center", behavior: "instant" });
  }
  const sideBySide = () => window.matchMedia("(min-width: 56.01rem)").matches;
  const chosen = () => (current ? document.getElementById(current) : null);

  // The next draft from here, or where all below is done, from the beginning.
  function neighbour(step) {
    const all = cards();
    const wanted = new Set(open().length ? open() : all);
    const here = all.indexOf(chosen());
    for (let place = 1; place <= all.length; place++) {
      const from = here < 0 && step < 0 ? 0 : here;
      const card = all[(((from + step * place) % all.length) + all.length) % all.length];
      if (wanted.has(card)) return card;
    }
    return null;
  }
  const move = (step) => choose(neighbour(step));

  // Send the card's form and go on at once: the answer comes to the card where it stands.
  function send(selector) {
    const card = chosen();
    const form = card && card.querySelector(selector);
    if (!form) return;
    if (!form.reportValidity()) return;
    const next = neighbour(1);
    delete card.dataset.open;
    form.requestSubmit();
    if (next && next !== card) choose(next);
  }
  const follow = (selector) => {
    const link = chosen()?.querySelector(selector);
    if (link) link.click();
  };
  const submit = (id) => {
    const form = document.getElementById(id);
    if (form && !form.querySelector("button[disabled]")) form.requestSubmit();
  };
  const go = (id) => document.getElementById(id)?.click();

  function toText() {
    const inText = document.activeElement.closest?.("#text");
    if (inText) return choose(chosen());
    const mark = page.querySelector(`mark[data-card="${current}"]`);
    if (!mark) return;
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", behavior: "instant" });
  }

  // Where in the document's text the selection is, in code points; pins are no words of it.
  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const start = position(range.startContainer, range.startOffset);
    const end = position(range.endContainer, range.endOffset);
    if (!start || !end || start.document !== end.document || start.place >= end.place) return null;
    return { document: start.document, start: start.place, end: end.place, words: selection.toString() };
  }
  function position(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element.closest("[data-start]");
    if (!block) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, offset);
    const place = Number(block.dataset.start) + [...before.toString()].length;
    return { document: block.closest("[data-document]").dataset.document, place };
  }
  function add() {
    const form = document.getElementById("add-form");
    if (!form) return;
    const marked = selected();
    if (marked) {
      form.elements["n-document"].value = marked.document;
      form.elements["n-start"].value = marked.start;
      form.elements["n-end"].value = marked.end;
      form.elements["n-quote"].value = marked.words;
    }
    document.getElementById("add").scrollIntoView({ block: "center", behavior: "instant" });
    form.elements[marked ? "n-kind" : "n-quote"].focus({ preventScroll: true });
  }

  function help() {
    const dialog = document.getElementById("help");
    if (!dialog.open) dialog.showModal();
  }

  const ACTIONS = {
    j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
    c: () => send("form.confirm"), Enter: () => send("form.confirm"), x: () => send("form.reject"),
    e: () => follow("a.edit"), s: () => follow("a.split"), m: () => follow("a.merge"),
    u: () => submit("undo"), a: () => submit("confirm-certain"), n: add, g: toText,
    "[": () => go("before"), "]": () => go("after"), "?": help,
  };
  // On a Russian or a Kazakh keyboard the key that lies where the Latin letter does.
  const BRACKETS = { BracketLeft: "[", BracketRight: "]" };
  function named(event) {
    if (event.key.length > 1 || /[a-z?[\]]/i.test(event.key)) return event.key.length > 1 ? event.key : event.key.toLowerCase();
    return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : BRACKETS[event.code];
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const field = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape" && event.target.closest(".editing")) return event.target.closest(".editing").querySelector("a.close").click();
    if (field || document.querySelector("dialog[open]")) return;
    if (localStorage.getItem(KEYS_OFF) && event.key !== "?") return;
    const key = named(event);
    if (!key) return;
    const free = event.target === chosen() || event.target === document.body;
    if (key === "Enter" && !free) return; // a button or a link in the card is itself
    if (key.startsWith("Arrow") && event.target !== chosen()) return; // elsewhere arrows scroll
    const action = ACTIONS[key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("#open-help, #open-add");
    if (opener) {
      event.preventDefault();
      return opener.id === "open-help" ? help() : add();
    }
    const mark = event.target.closest(".source mark");
    if (mark && window.getSelection().isCollapsed) {
      event.preventDefault();
      return choose(document.getElementById(mark.dataset.card));
    }
    const toMark = event.target.closest(".draft-card a[href^='#']");
    const card = event.target.closest(".draft-card");
    if (card && !event.target.closest("button, input, select, textarea, label, summary")) choose(card, false);
    if (toMark && sideBySide()) {
      event.preventDefault();
      show(document.getElementById(toMark.hash.slice(1)));
    }
  });
  // The browser's own :target would move both panes.
  function show(place) {
    if (!place) return;
    history.replaceState(null, "", `#${place.id}`);
    place.scrollIntoView({ block: "center", behavior: "instant" });
    place.classList.add("current");
  }

  // Nothing moves while a button of the mouse is down: what is released elsewhere is not pressed.
  let pressed = false;
  for (const name of ["mousedown", "mouseup"]) {
    document.addEventListener(name, () => { pressed = name === "mousedown"; }, true);
  }
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".draft-card");
    if (card && card.id !== current) choose(card, false, !pressed);
  });

  // What came back: the marks take the card's state; a refused card is shown again.
  document.addEventListener("htmx:afterSettle", () => {
    for (const card of cards()) {
      for (const mark of page.querySelectorAll(`mark[data-card="${card.id}"]`)) {
        mark.classList.remove("draft", "confirmed", "rejected", "merged");
        mark.classList.add(card.dataset.state);
      }
    }
    const refused = page.querySelector(".draft-card.refused");
    if (refused) {
      refused.classList.remove("refused");
      choose(refused);
      refused.querySelector("form.confirm input[name=number_reason]")?.focus();
      return;
    }
    const form = page.querySelector(".editing:not(.entered)");
    if (form) {
      form.classList.add("entered");
      choose(form, false);
      (form.querySelector("[aria-invalid=true]") || form.querySelector("select, input:not([type=hidden])")).focus();
      return;
    }
    const card = chosen();
    if (card && !page.querySelector(".draft-card.current")) choose(card, !document.activeElement || document.activeElement === document.body);
  });
  // Nothing came back, or a refusal: the card is open again and the person is told.
  function lost(event) {
    const place = told();
    if (place) {
      place.textContent = place.dataset.lost;
      place.classList.add("error");
    }
    const card = event.detail.elt.closest(".draft-card");
    if (!card) return;
    if (card.dataset.state === "draft") card.dataset.open = "";
    choose(card);
  }
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:responseError", lost);
  // Whoever was signed out meanwhile is sent a whole page: it is no card.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (!event.detail.serverResponse.includes("<html")) return;
    event.detail.shouldSwap = false;
    location.reload();
  });

  const on = document.getElementById("keys-on");
  on.checked = !localStorage.getItem(KEYS_OFF);
  on.addEventListener("change", () => (on.checked ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1")));

  // A page that was just opened stands where the address says: the first draft is chosen, and only its panes move.
  const asked = location.hash && document.getElementById(location.hash.slice(1));
  const card = asked && (asked.closest(".draft-card") || document.getElementById(asked.dataset.card));
  choose(card || open()[0] || cards()[0], Boolean(card), Boolean(card) || sideBySide());
})();
