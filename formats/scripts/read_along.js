"use strict";
// The player at the foot of the page: it plays, lights up what is spoken, and goes where the
// reader points. Without this script the page is the whole post with the browser's own player.
// Uses `store` and `settings` of settings.js.

(() => {
  const part = (name) => document.getElementById(`page-${name}`);
  const player = part("player");
  const audio = player.querySelector("audio");
  const bar = part("bar");
  const article = document.querySelector("article");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // [id, milliseconds] in reading order: the same cues as the transcript's.
  const cues = JSON.parse(part("cues").textContent);
  const order = new Map(cues.map(([id], index) => [id, index]));
  // Of some sentences: [start, stop, begin, end, …] of words, times from the sentence's cue.
  const words = JSON.parse(part("words").textContent);

  const element = (index) => (index < 0 ? null : document.getElementById(cues[index]?.[0]));
  const now = () => audio.currentTime * 1000;

  /** The last cue that has begun, or -1; a sentence stays lit through the pause after it. */
  function spokenAt(milliseconds) {
    let low = 0;
    let high = cues.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cues[middle][1] <= milliseconds) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // --- light ----------------------------------------------------------------------------

  let current = -1; // the cue that is spoken
  let runs = null; // the words of its sentence, and their ranges in the page
  let lit = -1; // the word that is lit

  // Words are lit without a change to the page, where the browser can do so.
  const lights = window.Highlight && window.CSS?.highlights;

  /** Add rules that are of use to this script only; checkers of style sheets do not know them. */
  function addStyle(rules) {
    if (!("adoptedStyleSheets" in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  // In a wide window, too, there is no room for the whole bar if "My settings" has large letters,
  // which a media query does not see.
  addStyle(`.player { container-type: inline-size; }
    @container (max-width: 55.9em) {
      #page-more { display: revert; }
      .row > .extras { flex: 1 1 100%; }
      .row > .extras:not(.open) { display: none; }
    }`);
  // The colours of the sentence turned round.
  const coloured = (ground, ink) => `::highlight(spoken-word) { background-color: ${ground}; color: ${ink}; }`;
  if (lights) {
    addStyle(`${coloured("var(--spoken-ink)", "var(--spoken)")}
      @media (forced-colors: active) { ${coloured("Highlight", "HighlightText")} }`);
  }

  /** A range of characters in an element, counted over all its text. */
  function range(place, start, stop) {
    const made = document.createRange();
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const next = at + node.length;
      if (at <= start && start < next) made.setStart(node, start - at);
      if (at < stop && stop <= next) {
        made.setEnd(node, stop - at);
        break;
      }
      at = next;
    }
    return made;
  }

  /** The words of a sentence, if they are to be lit and their exact times are known. */
  function runsOf(index) {
    const numbers = words[cues[index]?.[0]];
    if (!lights || !numbers || !["both", "word"].includes(settings.now.light)) return null;
    const found = [];
    for (let n = 0; n < numbers.length; n += 4) {
      const [start, stop, begin, end] = numbers.slice(n, n + 4);
      found.push({ range: range(element(index), start, stop), begin, end });
    }
    return found;
  }

  function isInView(place) {
    const box = place.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight - bar.offsetHeight;
  }

  function bring(place) {
    place.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  /** Light up a sentence. Who has scrolled away to read elsewhere is left in peace. */
  function lightSentence(next, asked) {
    const before = element(current);
    const after = element(next);
    const reading = asked || (!audio.paused && (!before || isInView(before)));
    before?.classList.remove("speaking");
    current = next;
    runs = runsOf(next);
    const whole = settings.now.light === "both" || !runs;
    if (whole && settings.now.light !== "off") after?.classList.add("speaking");
    lit = -1;
    lights?.delete("spoken-word");
    if (after && reading && settings.now.follow) bring(after);
  }

  function lightWord() {
    if (!runs) return;
    const time = now() - cues[current][1];
    const next = runs.findIndex(({ begin, end }) => begin <= time && time < end);
    if (next === lit) return;
    lit = next;
    if (next < 0) lights.delete("spoken-word");
    else lights.set("spoken-word", new Highlight(runs[next].range));
  }

  /** Show what is spoken now. `asked` says that the reader went there. */
  function show(asked) {
    const next = spokenAt(now());
    if (next !== current || asked) lightSentence(next, asked);
    lightWord();
    showTime();
  }

  function tick() {
    if (!leaveOut()) show(false);
    if (!audio.paused) requestAnimationFrame(tick);
  }

  // --- going somewhere ------------------------------------------------------------------

  const leftOut = { notes: '[role="doc-endnotes"]', code: "pre", tables: "table", quotations: "blockquote" };
  let spared = null; // what the reader went into, although its kind is left out
  let asked = false; // whether the next place is one that the reader chose

  /** The part of the post around a cue that the reader leaves out when listening, or null. */
  function outside(index) {
    const kinds = Object.keys(leftOut).filter((kind) => settings.now[kind]);
    const around = kinds.length && element(index)?.closest(kinds.map((kind) => leftOut[kind]).join());
    return around || null;
  }

  const isLeftOut = (index) => ![null, spared].includes(outside(index));

  /** The nearest cue from here on that is not left out; -1 if there is none. */
  function nearest(index, step) {
    let at = index;
    while (cues[at] && isLeftOut(at)) at += step;
    return cues[at] ? at : -1;
  }

  /** While it plays: go past what is left out. Whether it did. */
  function leaveOut() {
    const here = spokenAt(now());
    if (audio.paused || here < 0 || !isLeftOut(here)) return false;
    const next = nearest(here, 1);
    if (next < 0) audio.pause();
    else audio.currentTime = start(next);
    return true;
  }

  /** Five milliseconds in, so that rounding never lands in the sentence before. */
  const start = (index) => (cues[index][1] + 5) / 1000;

  function goTo(seconds) {
    asked = true;
    audio.currentTime = Math.max(0, Math.min(seconds, audio.duration || seconds));
    show(true);
  }

  function go(index) {
    if (index < 0 || !cues.length) return;
    const held = Math.min(index, cues.length - 1);
    spared = outside(held);
    goTo(start(held));
  }

  /** The sentence before or after. */
  function step(by) {
    go(Math.max(nearest(Math.max(current + by, 0), by), 0));
  }

  // The first cue of each heading.
  const headings = [...article.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .map((heading) => order.get(heading.querySelector("[id]")?.id) ?? -1)
    .filter((index) => index >= 0);

  function stepHeading(by) {
    const next = by > 0
      ? headings.find((index) => index > Math.max(current, 0))
      : headings.filter((index) => index < current).pop();
    go(next ?? (by > 0 ? -1 : 0));
  }

  const stepTime = (seconds) => goTo(audio.currentTime + seconds);

  function play() {
    audio.play()?.catch(() => {}); // without a sound the error is told; without a gesture it waits
  }

  const toggle = () => (audio.paused ? play() : audio.pause());

  function playFrom(index) {
    go(index);
    play();
  }

  /** The cue that something in the post belongs to, or -1. */
  function cueOf(place) {
    for (let around = place; around && around !== article; around = around.parentElement) {
      if (order.has(around.id)) return order.get(around.id);
    }
    return -1;
  }

  // A click on a sentence plays from there, and a second one stops; unless it was meant for a
  // link, or to select text.
  article.addEventListener("click", (event) => {
    if (event.target.closest("a, button, summary, input, select")) return;
    if (!getSelection().isCollapsed) return;
    const index = cueOf(event.target);
    if (index < 0) return;
    if (index === current && !audio.paused) audio.pause();
    else playFrom(index);
  });

  // --- the bar --------------------------------------------------------------------------

  const place = part("place");
  const speed = part("speed");
  let shown = "";

  function clock(seconds) {
    const whole = Math.floor(seconds);
    const two = (number) => String(number).padStart(2, "0");
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  }

  /** Written only when the second changes, so that a long post stays smooth. */
  function showTime() {
    const time = clock(audio.currentTime);
    const length = audio.duration || 0;
    if (time + length === shown) return;
    shown = time + length;
    part("time").textContent = time;
    place.max = Math.floor(length);
    place.value = Math.floor(audio.currentTime);
    const [before, between] = place.dataset.of.split("{}");
    const told = `${before}${time}${between}${clock(length)}`;
    place.setAttribute("aria-valuetext", told);
  }

  function showState() {
    const button = part("play");
    const name = audio.paused ? button.dataset.play : button.dataset.pause;
    button.setAttribute("aria-label", name);
    button.title = name;
    player.classList.toggle("playing", !audio.paused);
    if ("mediaSession" in navigator) {
      navigator.mediaSession.playbackState = audio.paused ? "paused" : "playing";
    }
  }

  function tell(words) {
    part("told").textContent = words;
  }

  function setSpeed(value) {
    audio.defaultPlaybackRate = value;
    audio.playbackRate = value;
    speed.value = String(value);
  }

  function changeSpeed(by) {
    const next = speed.options[speed.selectedIndex + by];
    if (next) setSpeed(Number(next.value));
  }

  function silent() {
    player.classList.add("no-sound");
    tell(part("told").dataset.noSound);
  }

  const does = {
    play: toggle,
    back: () => step(-1),
    on: () => step(1),
    "back-15": () => stepTime(-15),
    "on-15": () => stepTime(15),
    "heading-back": () => stepHeading(-1),
    "heading-on": () => stepHeading(1),
    link: copyLink,
  };
  for (const [name, act] of Object.entries(does)) part(name).addEventListener("click", act);
  place.addEventListener("input", () => goTo(Number(place.value)));
  speed.addEventListener("change", () => setSpeed(Number(speed.value)));

  audio.addEventListener("play", () => {
    showState();
    asked = true; // what is played is brought into view
    lightSentence(spokenAt(now()), true);
    tick();
  });
  audio.addEventListener("pause", () => {
    showState();
    keep();
  });
  audio.addEventListener("seeked", () => {
    show(asked);
    asked = false;
    keep();
  });
  audio.addEventListener("timeupdate", () => {
    if (!leaveOut()) show(false); // a hidden page has no frames
    if (Math.abs(audio.currentTime - kept) > 5) keep();
  });
  audio.addEventListener("durationchange", showTime);
  audio.addEventListener("error", silent);

  // --- panels ---------------------------------------------------------------------------

  if (part("parts")) {
    part("parts").open = true;
    bar.prepend(part("parts"));
  }
  const openers = [...bar.querySelectorAll("[aria-controls]")];
  const panelOf = (opener) => document.getElementById(opener.getAttribute("aria-controls"));
  const isOpen = (opener) => opener.getAttribute("aria-expanded") === "true";

  function setOpen(opener, open) {
    opener.setAttribute("aria-expanded", String(open));
    panelOf(opener).classList.toggle("open", open);
  }

  /** Open one panel, and close all others, so that the text stays in view. */
  function open(opener) {
    for (const other of openers) setOpen(other, other === opener);
    const panel = panelOf(opener);
    panel.scrollTop = 0;
    panel.querySelector("a, button, input, select")?.focus({ preventScroll: true });
  }

  /** Close what is open, and go back to its button; whether something was open. */
  function close() {
    const opener = openers.filter(isOpen).pop();
    if (!opener) return false;
    setOpen(opener, false);
    (opener.offsetParent ? opener : part("more")).focus(); // a narrow window hides most openers
    return true;
  }

  for (const opener of openers) {
    opener.addEventListener("click", () => {
      if (isOpen(opener)) setOpen(opener, false);
      else open(opener);
    });
  }

  // A chapter's link also moves the sound.
  part("parts")?.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) go(order.get(decodeURIComponent(link.hash.slice(1))) ?? -1);
  });

  // --- search ---------------------------------------------------------------------------

  const most = 100; // sentences in the list
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let texts = null; // of each cue; made when someone searches

  /** The words of a sentence or picture, as they are read. */
  function wordsIn(place) {
    const pictures = [...(place?.querySelectorAll("img") ?? [])].map((picture) => picture.alt);
    return [place?.textContent ?? "", ...pictures].join(" ").replace(/\s+/g, " ").trim();
  }

  function search() {
    texts ??= cues.map((_, index) => wordsIn(element(index)));
    const sought = plain(part("sought").value.trim());
    const found = sought ? [...texts.keys()].filter((n) => plain(texts[n]).includes(sought)) : [];
    part("found").textContent = sought ? part("found").dataset.found.replace("{}", found.length) : "";
    part("hits").replaceChildren(...found.slice(0, most).map(hit));
  }

  function hit(index) {
    const button = document.createElement("button");
    const item = document.createElement("li");
    button.type = "button";
    button.textContent = texts[index];
    button.lang = document.documentElement.lang;
    button.addEventListener("click", () => playFrom(index));
    item.append(button);
    return item;
  }

  part("sought").addEventListener("input", search);
  part("sought").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    part("hits").querySelector("button")?.click();
  });

  // --- settings -------------------------------------------------------------------------

  const form = part("settings");

  function fill() {
    for (const [name, value] of Object.entries(settings.now)) {
      const field = form.elements[name];
      if (typeof value === "boolean") field.checked = value;
      else field.value = value;
    }
    tellContrast();
    lightSentence(current, false);
    lightWord();
  }

  /** Relative luminance of "#rrggbb" (WCAG 2.2). */
  function luminance(colour) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const value = parseInt(colour.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function tellContrast() {
    const { theme, ink, page } = settings.now;
    const [low, high] = [ink, page].map(luminance).sort((a, b) => a - b);
    const close = theme === "own" && (high + 0.05) / (low + 0.05) < 4.5;
    part("too-close").textContent = close ? part("too-close").dataset.told : "";
  }

  form.addEventListener("input", ({ target }) => {
    settings.change(target.name, target.type === "checkbox" ? target.checked : target.value);
    if (["ink", "page"].includes(target.name)) settings.change("theme", "own");
    if (target.name === "other") settings.change("face", "other");
    fill();
  });
  // The box in the list of keys belongs to the form, but stands outside of it.
  part("keys").addEventListener("change", ({ target }) => settings.change(target.name, target.checked));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    settings.reset();
    fill();
  });

  // --- keys -----------------------------------------------------------------------------

  const opens = (name) => () => part(name).click();
  const keys = {
    k: toggle, j: does["back-15"], l: does["on-15"], b: does.back, n: does.on,
    u: does["heading-back"], i: does["heading-on"],
    "+": () => changeSpeed(1), "-": () => changeSpeed(-1),
    f: opens("search-button"), m: opens("settings-button"), "?": opens("keys-button"),
  };
  const writes = 'input:not([type="checkbox"], [type="range"]), select, textarea, [contenteditable]';

  // Letters alone, which a screen reader keeps for itself while it reads; never with a modifier,
  // never while someone writes or chooses (WCAG 2.1.4), and off if the reader wishes.
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape" && close()) return event.preventDefault();
    if (!settings.now.keys || event.target.closest?.(writes)) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : ""];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // --- the place, kept for each post ----------------------------------------------------

  const name = `place-${location.pathname.replace(/index\.html$/, "")}`;
  let kept = 0;

  function keep() {
    kept = audio.currentTime;
    store.write(name, { at: audio.ended ? 0 : kept, speed: audio.playbackRate });
  }

  audio.addEventListener("ratechange", keep);
  addEventListener("pagehide", keep);

  /** #t=75 or #s12: a moment in the sound. Nothing plays unasked: it starts there when played. */
  function moment() {
    const time = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
    if (time) return goTo(Number(time[1])), true;
    const index = order.get(decodeURIComponent(location.hash.slice(1)));
    return index === undefined ? false : (go(index), true);
  }

  function restore() {
    const { at, speed: before } = store.read(name);
    if ([...speed.options].some((option) => Number(option.value) === before)) setSpeed(before);
    if (!moment() && at > 0 && Number.isFinite(at)) audio.currentTime = at;
  }

  addEventListener("hashchange", () => {
    if (location.hash.startsWith("#t=")) moment();
  });

  function copyLink() {
    const address = `${location.href.split("#")[0]}#t=${Math.floor(audio.currentTime)}`;
    const { copied, inAddress } = part("told").dataset;
    history.replaceState(null, "", address);
    const copying = navigator.clipboard?.writeText(address) ?? Promise.reject();
    copying.then(() => tell(copied), () => tell(inAddress));
  }

  // --- lock screen, headphones ----------------------------------------------------------

  function offerSession() {
    if (!("mediaSession" in navigator) || !window.MediaMetadata) return;
    const { title, blog, picture } = player.dataset;
    const src = new URL(picture, location.href).href;
    const artwork = src.startsWith("http") ? [{ src }] : []; // of a page on disk it takes none
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: blog, album: blog, artwork });
    const handlers = {
      play, pause: () => audio.pause(),
      seekbackward: () => stepTime(-15), seekforward: () => stepTime(15),
      previoustrack: () => stepHeading(-1), nexttrack: () => stepHeading(1),
      seekto: ({ seekTime }) => goTo(seekTime),
    };
    for (const [action, act] of Object.entries(handlers)) {
      try {
        navigator.mediaSession.setActionHandler(action, act);
      } catch {
        // This browser does not know the action.
      }
    }
  }

  fill();
  restore();
  offerSession();
  if (audio.error) silent();
  audio.controls = false;
  bar.hidden = false;
  showState();
  document.documentElement.classList.add("ready");
})();
