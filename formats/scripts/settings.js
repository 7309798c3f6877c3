"use strict";
// The reader's own settings, the same on every page of the blog. They are put on <html> before
// the page is shown; reader.css does the rest. Nothing is sent anywhere.

/** What is kept in this browser; where that is switched off, settings last as long as the page. */
const store = {
  read(name) {
    try {
      return JSON.parse(localStorage.getItem(`allways-${name}`)) ?? {};
    } catch {
      return {};
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`allways-${name}`, JSON.stringify(value));
    } catch {
      // Switched off, or full.
    }
  },
};

const settings = (() => {
  const usual = {
    light: "both", follow: true, keys: true,
    notes: false, code: false, tables: false, quotations: false,
    face: "", other: "", size: "100", lines: "", spaces: "", width: "",
    theme: "", ink: "#000000", page: "#ffffff",
  };
  const root = document.documentElement;
  const folder = document.currentScript.src;

  const faces = { atkinson: '"Atkinson Hyperlegible"' };
  const lines = { wider: "1.9", widest: "2.4" };
  const spaces = { wider: ["0.06em", "0.16em"], widest: ["0.12em", "0.32em"] };
  const widths = { shorter: "44ch", longer: "90ch" };

  /** Only what we know, and of its kind: anything on the same web space may write there. */
  function valid(kept) {
    const fits = ([name, value]) => typeof kept?.[name] === typeof value;
    return { ...usual, ...Object.fromEntries(
      Object.entries(usual).filter(fits).map(([name]) => [name, kept[name]]),
    ) };
  }

  function put(name, value, lengths = {}) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    for (const [property, length] of Object.entries(lengths)) {
      if (value && length) root.style.setProperty(property, length);
      else root.style.removeProperty(property);
    }
  }

  /** The typeface that comes with the pages; it is loaded only if it is chosen. */
  function load() {
    if (!window.FontFace || !document.fonts || load.done) return;
    load.done = true;
    for (const [file, weight] of [["regular", "400"], ["bold", "700"]]) {
      const address = new URL(`atkinson-hyperlegible-${file}.ttf`, folder).href;
      const face = new FontFace("Atkinson Hyperlegible", `url("${address}")`, { weight });
      document.fonts.add(face);
      face.load().catch(() => {}); // the next typeface in the list is shown
    }
  }

  function apply(now) {
    const size = Math.min(300, Math.max(80, Number(now.size) || 100));
    const [letters, words] = spaces[now.spaces] ?? [];
    const other = now.other.replace(/["\\\n]/g, "");
    const face = now.face === "other" ? other && `"${other}"` : faces[now.face];
    if (now.face === "atkinson") load();
    put("face", face || now.face === "serif" ? now.face : "", { "--my-face": face });
    put("size", size === 100 ? "" : String(size), { "--my-size": `${size}%` });
    put("lines", lines[now.lines] && now.lines, { "--my-lines": lines[now.lines] });
    put("spaces", letters && now.spaces, { "--my-letters": letters, "--my-words": words });
    put("width", widths[now.width] && now.width, { "--my-width": widths[now.width] });
    put("theme", now.theme, { "--my-ink": now.ink, "--my-page": now.page });
  }

  let now = valid(store.read("settings"));
  apply(now);
  addEventListener("storage", () => apply((now = valid(store.read("settings"))))); // another window

  return {
    get now() {
      return now;
    },
    change(name, value) {
      now = valid({ ...now, [name]: value });
      store.write("settings", now);
      apply(now);
    },
    reset() {
      now = valid({});
      store.write("settings", now);
      apply(now);
    },
  };
})();
