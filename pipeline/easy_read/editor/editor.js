"use strict";
// The page on which an easy-read text is written. The server draws all rows; here is only what
// sends them. A "unit" is what is saved as one: a row, a heading, the title, a hard word.
//
// Words that were not saved stay in their boxes, whatever the server says.

const PAUSE = 1500; // milliseconds without a key before words are saved
const LOOK = 400; // and before the checker is asked

const base = location.pathname.replace(/\/$/, "");
const byId = (id) => document.getElementById(id);
let token = document.querySelector("meta[name=token]").content;
let version = document.querySelector("main").dataset.version;
const work = byId("work");

// --- asking the server ------------------------------------------------------------------

async function post(path, body) {
  return fetch(`${base}/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Allways-Token": token },
    body: JSON.stringify(body),
  });
}

/** The token of the preview that runs now: it is another one after each start. */
async function renew() {
  const page = await (await fetch(base)).text();
  const found = new DOMParser().parseFromString(page, "text/html");
  token = found.querySelector("meta[name=token]")?.content ?? token;
}

async function ask(path, body) {
  try {
    let answer = await post(path, body);
    if (answer.status === 403) {
      await renew();
      answer = await post(path, body);
    }
    return { ...(await answer.json()), ok: answer.ok, conflict: answer.status === 409 };
  } catch {
    const message = "Not saved: the preview does not answer. Your words are still in their"
      + " boxes. Start it again with make serve, and change something.";
    return { ok: false, message };
  }
}

let last = Promise.resolve();

/** One change after another, each with the keys that the one before it gave. */
function inTurn(change) {
  last = last.then(change, change);
  return last;
}

/** What is to be heard as well as seen. */
function tell(message, wrong = false) {
  const status = byId("status");
  byId("busy").textContent = "";
  status.textContent = message;
  status.classList.toggle("wrong", wrong);
}

/** What is only seen: to be told of every key would be noise. */
function show(message) {
  byId("status").textContent = "";
  byId("busy").textContent = message;
}

// --- units and their values -------------------------------------------------------------

const units = () => [...work.querySelectorAll(".unit")];
const unitOf = (element) => element.closest(".unit");
const field = (unit, name) => unit.querySelector(`[name=${name}]`);
const flat = (text) => text.split(/\s+/).filter(Boolean).join(" ");

function valueOf(unit) {
  const text = (name) => flat(field(unit, name).value);
  if (unit.dataset.unit === "meaning") return { word: text("word"), meaning: text("meaning") };
  if (unit.dataset.unit !== "row") return { words: text("words") };
  const picture = unit.querySelector(".picture").dataset;
  const entries = field(unit, "entries").value.split("\n").map(flat).filter(Boolean);
  return { row: {
    words: text("words"),
    entries,
    numbered: entries.length > 0 && field(unit, "numbered").checked,
    picture: picture.name,
    alt: picture.alt,
    done: field(unit, "done").checked,
  } };
}

const saved = new WeakMap();
const remember = (unit) => saved.set(unit, JSON.stringify(valueOf(unit)));
const isChanged = (unit) => saved.get(unit) !== JSON.stringify(valueOf(unit));

function put(unit, value) {
  const row = value.row ?? value;
  for (const name of ["words", "word", "meaning"]) {
    if (name in row && field(unit, name)) field(unit, name).value = row[name];
  }
  if (unit.dataset.unit !== "row") return;
  field(unit, "entries").value = row.entries.join("\n");
  unit.querySelector(".list").hidden = row.entries.length === 0;
  field(unit, "numbered").checked = row.numbered;
  field(unit, "done").checked = row.done;
  showPicture(unit, row.picture, row.alt);
}

function showPicture(unit, name, alt) {
  const button = unit.querySelector(".picture");
  if (button.dataset.name !== name) {
    const shown = button.querySelector(".shown");
    shown.textContent = name ? caption(name) : "No picture";
    if (name) {
      const image = document.createElement("img");
      image.src = `${base}/picture?name=${encodeURIComponent(name)}`;
      image.alt = "";
      shown.prepend(image);
    }
  }
  Object.assign(button.dataset, { name, alt });
}

const caption = (name) => name.split("/").pop().replace(/\.\w+$/, "").replace(/[-_]/g, " ");

/** What stands at an address now, for a change that comes after it. */
function keysAt(address) {
  const unit = units().find((one) => one.dataset.place === address);
  const group = unit?.closest(".group") ?? byId(address);
  return { place: address, key: unit?.dataset.key ?? "", group: group?.dataset.key ?? "" };
}

function place(unit) {
  const group = unit.closest(".group");
  const siblings = [...(group?.querySelectorAll(".row") ?? [])].filter((one) => one !== unit);
  return {
    place: unit.dataset.place,
    key: unit.dataset.key,
    group: group?.dataset.key ?? "",
    others: siblings.map((one) => one.dataset.key),
    version,
  };
}

// --- saving -----------------------------------------------------------------------------

const timers = new WeakMap();

function later(unit, name, wait, work_) {
  const waiting = timers.get(unit) ?? {};
  clearTimeout(waiting[name]);
  timers.set(unit, { ...waiting, [name]: setTimeout(work_, wait) });
}

/** Save a unit if it was changed. Gives whether all its words are in the file. */
function save(unit) {
  return inTurn(async () => {
    if (!unit.isConnected || !isChanged(unit)) {
      // Words that were changed and changed back are saved already.
      if (byId("busy").textContent && !units().some(isChanged)) tell("Everything is saved.");
      return true;
    }
    if (unit.querySelector(".conflict")) {
      tell("There are two versions of a row. Choose one of them first.", true);
      return false;
    }
    const value = valueOf(unit);
    show("Saving …");
    const told = await ask("change", { action: unit.dataset.unit, ...place(unit), ...value });
    if (told.conflict) differ(unit, told);
    if (!told.ok) {
      tell(told.message, true);
      return false;
    }
    saved.set(unit, JSON.stringify(value));
    take(told, unit);
    return true;
  });
}

async function saveAll() {
  for (const unit of units()) {
    if (!(await save(unit))) return false;
  }
  return true;
}

/** What the server says after a change. */
function take(told, unit) {
  version = told.version ?? version;
  if (told.stage) byId("stage").textContent = told.stage;
  byId("undo").hidden = true;
  tell(told.message);
  if (told.html) {
    draw(told.html);
    return;
  }
  if (told.key) unit.dataset.key = told.key;
  if (unit.dataset.unit === "row") unit.classList.toggle("done", field(unit, "done").checked);
  if (told.remarks && !isChanged(unit)) remark(unit, told);
}

/** Everything anew from the server; words that are not saved come back into their boxes. */
function draw(html) {
  const kept = units().filter(isChanged).map((unit) => [{ ...unit.dataset }, valueOf(unit)]);
  const { id, selectionStart, selectionEnd } = document.activeElement;
  work.innerHTML = html;
  units().forEach(remember);
  for (const [was, value] of kept) {
    const same = units().filter((one) => one.dataset.key === was.key);
    const unit = same.find((one) => one.dataset.place === was.place) ?? same[0];
    if (unit) put(unit, value);
    else keepLost(value);
  }
  const active = id && byId(id);
  if (!active) return;
  active.focus();
  if (selectionStart != null) active.setSelectionRange(selectionStart, selectionEnd);
}

/** Words for which there is no box any more stand above, to be copied. */
function keepLost(value) {
  const lost = byId("lost");
  const row = value.row ?? value;
  const said = [row.words, row.word, row.meaning, ...(row.entries ?? [])].filter(Boolean);
  const line = document.createElement("p");
  line.textContent = `Not saved, because its row is gone: ${said.join(" · ")}`;
  lost.append(line);
  lost.hidden = false;
}

/** The row at an address, or its button for something that is often done again. */
function focusOn(address, action = "") {
  const unit = units().find((one) => one.dataset.place === address);
  const again = unit?.querySelector(`[data-do=${action || "none"}]`);
  if (again) unit.querySelector("details").open = true;
  const box = again ?? (unit ? unit.querySelector("textarea") : work);
  box.focus();
  box.scrollIntoView({ block: "nearest" });
}

/** A change of which rows there are, after all words are saved. */
async function change(action, body, message) {
  if (!(await saveAll())) return undefined;
  return inTurn(async () => {
    const told = await ask("change", { action, ...body(), version });
    if (!told.ok) {
      tell(told.message, true);
      return undefined;
    }
    take(told);
    focusOn(told.focus, ["up", "down"].includes(action) ? action : "");
    if (message) tell(`${message} ${told.message}`);
    if (told.undo) {
      const { place: address, row } = told.undo;
      offerUndo("add", () => ({ ...keysAt(address), row }));
    }
    return told;
  });
}

function offerUndo(action, body) {
  const undo = byId("undo");
  undo.hidden = false;
  undo.onclick = () => change(action, body, "It is back.");
}

// --- two versions -----------------------------------------------------------------------

function inWords(now) {
  if (!now) return "";
  const list = (now.entries ?? []).map((entry) => `– ${entry}`);
  const lines = [now.words, now.word, now.meaning, ...list, now.picture && `Picture: ${now.picture}`];
  return lines.filter(Boolean).join("\n");
}

function differ(unit, told) {
  const box = document.createElement("div");
  box.className = "conflict";
  box.setAttribute("role", "alert");
  const made = (tag, text, inside = box) => {
    const element = document.createElement(tag);
    element.textContent = text;
    inside.append(element);
    return element;
  };
  made("p", told.message);
  if (told.now) {
    made("p", "It is now:");
    made("blockquote", inWords(told.now)).className = "theirs";
  }
  made("p", "Your words are still in their box.");
  const buttons = made("p", "");
  buttons.className = "buttons";
  const button = (label, act) => {
    const element = made("button", label, buttons);
    element.type = "button";
    element.addEventListener("click", () => {
      box.remove();
      act(unit, told);
    });
  };
  const isHeading = unit.dataset.unit === "heading";
  if (told.now || !isHeading) button(told.now ? "Take mine" : "Put mine back", mine);
  button(told.now ? "Take theirs" : "Leave it out", theirs);
  (unit.querySelector(".say") ?? unit).append(box);
}

function mine(unit, told) {
  if (told.now) {
    Object.assign(unit.dataset, { place: told.place, key: told.key });
    const group = unit.closest(".group");
    if (group) group.dataset.key = told.group;
    save(unit).then(() => refresh());
    return;
  }
  const value = valueOf(unit);
  remember(unit);
  const action = value.row ? "add" : "explain";
  change(action, () => ({ ...told, ...value }), "It is back.");
}

function theirs(unit, told) {
  if (told.now) put(unit, told.now);
  remember(unit);
  refresh();
}

/** The file as it is. */
function refresh() {
  return change("show", () => ({ place: "w0" }));
}

// --- what a checker says ----------------------------------------------------------------

let spoken = "";

function remark(unit, told) {
  unit.querySelector(".remarks").innerHTML = told.remarks;
  unit.querySelector(".explain").innerHTML = told.explain;
  if (told.said === spoken) return;
  spoken = told.said;
  byId("said").textContent = spoken;
}

function look(unit) {
  return inTurn(async () => {
    if (!unit.isConnected) return;
    const value = valueOf(unit);
    const told = await ask("check", { ...place(unit), ...value });
    const same = unit.isConnected && JSON.stringify(valueOf(unit)) === JSON.stringify(value);
    if (told.ok && same) remark(unit, told);
  });
}

// --- dialogs ----------------------------------------------------------------------------

/** Opens a dialog; `used` is called where it was not cancelled. */
function open(dialog, used) {
  dialog.returnValue = "";
  dialog.onclose = () => dialog.returnValue === "use" && used();
  dialog.showModal();
}

async function choosePicture(unit) {
  const { name, alt } = unit.querySelector(".picture").dataset;
  byId("choices").innerHTML = await (await fetch(`${base}/pictures`)).text();
  const boxes = [...byId("choices").querySelectorAll("input")];
  const chosen = boxes.find((box) => box.value === name) ?? boxes[0];
  chosen.checked = true;
  byId("find").value = "";
  byId("alt").value = alt;
  open(byId("pictures"), () => {
    const box = byId("choices").querySelector("input:checked");
    showPicture(unit, box.value, box.value ? flat(byId("alt").value) : "");
    save(unit);
  });
  chosen.focus();
}

byId("find")?.addEventListener("input", ({ target }) => {
  const sought = target.value.trim().toLowerCase();
  for (const choice of byId("choices").querySelectorAll(".choice:not(.none)")) {
    const known = `${choice.textContent} ${choice.dataset.words ?? ""}`.toLowerCase();
    choice.hidden = !known.includes(sought);
  }
});

function explain(unit, { word, meaning }) {
  const box = unit && field(unit, "words");
  const marked = box?.value.slice(box.selectionStart, box.selectionEnd).trim();
  byId("word").value = word ?? marked ?? "";
  byId("meaning").value = meaning ?? "";
  open(byId("words"), () => change("explain", () => ({
    place: "h0", word: flat(byId("word").value), meaning: flat(byId("meaning").value),
  })).then((told) => {
    if (told && unit) focusOn(unit.dataset.place);
  }));
  byId(byId("word").value ? "meaning" : "word").focus();
}

// --- what buttons do --------------------------------------------------------------------

function split(unit) {
  const box = field(unit, "words");
  const at = box.selectionStart;
  const parts = { words: flat(box.value.slice(0, at)), rest: flat(box.value.slice(at)) };
  change("split", () => ({ ...place(unit), ...parts }), "Two rows.");
}

const deeds = {
  picture: choosePicture,
  word: (unit, button) => explain(unit, button.dataset),
  split,
  join: (unit) => change("join", () => place(unit), "Joined."),
  below: (unit) => change("add", () => place(unit), "A new row."),
  up: (unit) => change("up", () => place(unit), "Moved up."),
  down: (unit) => change("down", () => place(unit), "Moved down."),
  to_heading: (unit) => change("to_heading", () => place(unit), "It is a heading."),
  remove: (unit) => change("remove", () => place(unit), `Row ${unit.dataset.number} is removed.`),
  async forget(unit) {
    const value = valueOf(unit);
    const told = await change("forget", () => place(unit), "Removed.");
    if (told) offerUndo("explain", () => ({ place: "h0", ...value }));
  },
  add: (_unit, button) => change("add", () => keysAt(button.dataset.place), "A new row."),
  list(unit) {
    unit.querySelector(".list").hidden = false;
    field(unit, "entries").focus();
  },
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.do) deeds[button.dataset.do](unitOf(button), button);
  if (button?.dataset.start) start(button);
});

async function start(button) {
  if (work && !(await saveAll())) return;
  button.disabled = true;
  show("Writing …");
  const told = await ask(button.dataset.start, {});
  if (told.ok) location.reload();
  else tell(told.message, true);
  button.disabled = false;
}

// --- keys -------------------------------------------------------------------------------

work?.addEventListener("input", ({ target }) => {
  const unit = unitOf(target);
  if (!unit) return;
  show("Not saved yet.");
  if (target.rows && !CSS.supports("field-sizing", "content")) {
    target.rows = Math.ceil(target.value.length / 40) + 1;
  }
  later(unit, "save", PAUSE, () => save(unit));
  if (unit.dataset.unit === "row") later(unit, "look", LOOK, () => look(unit));
});
work?.addEventListener("focusout", ({ target }) => {
  const unit = unitOf(target);
  if (unit) save(unit);
});
work?.addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") save(unitOf(target));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || !work) return;
  event.preventDefault();
  saveAll();
});
window.addEventListener("beforeunload", (event) => {
  if (work && units().some(isChanged)) event.preventDefault();
});

// A browser may put back what stood in the boxes before the page was loaded again. What counts
// is what the server sent; only a page that was kept whole has words of its own.
window.addEventListener("pageshow", ({ persisted }) => {
  if (!work || persisted) return;
  for (const box of work.querySelectorAll("textarea")) box.value = box.defaultValue;
  for (const box of work.querySelectorAll("input")) box.checked = box.defaultChecked;
  units().forEach(remember);
});
