// The search over all posts, and the format in which titles open. Without this script the lists
// are whole, and each format of a post has its link.

"use strict";

(() => {
  const tools = document.getElementById("page-tools");
  if (!tools) return;
  const said = tools.dataset;
  const select = document.getElementById("page-format");
  const field = document.getElementById("page-words");
  const results = document.getElementById("page-results");
  const state = document.getElementById("page-status");
  const KEY = "allways-format";

  // --- the chosen format --------------------------------------------------------------------

  /** The path of the chosen format, "" for the usual one; a browser may keep nothing. */
  function remembered() {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return select.value;
    }
  }

  function remember(path) {
    try {
      localStorage.setItem(KEY, path);
    } catch {
      // The choice then holds for this page.
    }
  }

  function nameOf(path) {
    return [...select.options].find((option) => option.value === path)?.text ?? "";
  }

  function addressOf(slug, path) {
    return `${said.root}posts/${slug}/${path.replaceAll("{slug}", slug)}`;
  }

  /** Lead a title to the chosen format where its post has it, and say beside it what it opens. */
  function retitle(article, path) {
    const heading = article.querySelector("h3");
    const title = heading.querySelector("a");
    const slug = heading.id.slice("post-".length);
    const wanted = addressOf(slug, path);
    const links = [...article.querySelectorAll(".offers a")];
    const has = path && links.some((link) => link.getAttribute("href") === wanted);
    title.setAttribute("href", has ? wanted : addressOf(slug, "index.html"));
    article.querySelector(".opens")?.remove();
    if (!path) return;
    const note = document.createElement("p");
    note.className = "opens";
    note.textContent = (has ? said.opens : said.instead).replace("{}", nameOf(path));
    heading.after(note);
  }

  function apply(path) {
    const known = nameOf(path) ? path : "";
    select.value = known;
    document.querySelectorAll("article").forEach((article) => retitle(article, known));
  }

  select.addEventListener("change", () => {
    remember(select.value);
    apply(select.value);
    state.textContent = said.chosen.replace("{}", select.selectedOptions[0].text);
  });
  document.getElementById("page-choice").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("storage", (event) => event.key === KEY && apply(remembered()));
  addEventListener("pageshow", () => apply(remembered()));

  // --- the search ---------------------------------------------------------------------------

  const given = new Map();
  const asked = new Map();
  globalThis.allwaysSearch = (name, value) => given.set(name, value);

  /** What a file of the search holds; each is loaded once, and again if it failed. */
  function load(name) {
    if (!asked.has(name)) {
      const loaded = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${said.root}reader/search/${name}.js`;
        script.onload = () => resolve(given.get(name));
        script.onerror = () => {
          asked.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      });
      asked.set(name, loaded);
    }
    return asked.get(name);
  }

  const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/gu;

  /** What is typed in small letters without accents, as the words of the files are. */
  function folded(text) {
    const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
    const runs = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
    return runs.flatMap((run) => [
      ...run.replace(WIDE, " ").split(" ").filter(Boolean).map((word) => word.slice(0, 40)),
      ...(run.match(WIDE) ?? []).flatMap((wide) => [...wide].map((_, at) => wide.slice(at, at + 2))),
    ]);
  }

  function partOf(word) {
    const first = word.codePointAt(0);
    return first < 128 ? word[0] : `u${(first >> 8).toString(16)}`;
  }

  /** The numbers of the posts that have a word beginning with this one. */
  async function postsWith(word, parts) {
    const part = parts.includes("words") ? "words" : partOf(word);
    if (!parts.includes(part)) return new Set();
    const numbers = new Set();
    for (const [known, steps] of Object.entries(await load(part))) {
      if (!known.startsWith(word)) continue;
      let number = 0;
      for (const step of steps.split(" ")) numbers.add((number += parseInt(step, 36)));
    }
    return numbers;
  }

  /** The posts that have every word, those first that have them in the title. */
  async function found(words) {
    const { posts, parts, formats } = await load("posts");
    const sets = await Promise.all(words.map((word) => postsWith(word, parts)));
    const numbers = [...sets[0]].filter((number) => sets.every((set) => set.has(number)));
    const inTitle = (number) => {
      const title = folded(posts[number][1]);
      return words.every((word) => title.some((other) => other.startsWith(word)));
    };
    numbers.sort((one, other) => inTitle(other) - inTitle(one) || one - other);
    return numbers.map((number) => [posts[number], formats]);
  }

  function line([[slug, title, language, facts, made], formats]) {
    const chosen = remembered();
    const has = made.some((number) => formats[number][0] === chosen);
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = addressOf(slug, has ? chosen : "index.html");
    link.textContent = title;
    link.lang = language;
    link.dir = "auto";
    const about = document.createElement("span");
    about.className = "quiet";
    about.textContent = facts;
    item.append(link, document.createElement("br"), about);
    if (has) about.append(` · ${said.opens.replace("{}", nameOf(chosen))}`);
    return item;
  }

  function show(posts) {
    const count = posts.length === 1 ? said.one : said.several.replace("{}", posts.length);
    state.textContent = posts.length ? count : said.none;
    results.replaceChildren(...posts.map(line));
    results.hidden = !posts.length;
  }

  let turn = 0;

  async function search() {
    const mine = ++turn;
    const words = folded(field.value);
    if (!words.length) {
      state.textContent = "";
      results.hidden = true;
      return;
    }
    try {
      const posts = await found(words);
      if (mine === turn) show(posts);
    } catch {
      if (mine === turn) state.textContent = said.failed;
    }
  }

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 250);
  });
  document.getElementById("page-find").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });

  tools.hidden = false;
})();

// A player that is opened in a list begins, and one that is closed stops.
document.addEventListener("toggle", (event) => {
  const audio = event.target.matches?.("details.listen") && event.target.querySelector("audio");
  if (audio && event.target.open) audio.play()?.catch(() => {}); // without a sound it stays still
  else if (audio) audio.pause();
}, true);
