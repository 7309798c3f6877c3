/* Puts the narration below the title of a post on the blog itself. It sets no cookie, counts
   nobody, and fetches nothing until somebody presses play. The posts are in the script: a list
   beside it would need a header that many hosts do not send for another site. */
(function () {
  "use strict";
  const posts = {}; // replaced: slug → [address, language]
  const said = {}; // replaced: language → [listen, synthetic, more]
  const script = document.currentScript;
  const base = new URL(".", script.src).href;

  /* As `key` in formats/listen/script.py: the host without "www.", and the path without its closing slash. */
  function key(address) {
    const url = new URL(address, location.href);
    let path = url.pathname;
    try { path = decodeURIComponent(path); } catch { /* it stays as it is */ }
    path = path.replace(/\/index\.html?$/, "").replace(/\/+$/, "");
    return url.host.replace(/^www\./, "") + path;
  }

  function slugHere(place) {
    const named = (place && place.dataset.listen) || script.dataset.listen;
    if (named) return named;
    const link = document.querySelector('link[rel="canonical"][href]');
    const here = [link && link.href, location.href].filter(Boolean).map(key);
    return Object.keys(posts).find((slug) => here.includes(posts[slug][0]));
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  function player(slug, title) {
    const language = posts[slug][1];
    const [listen, synthetic, more] = said[language];
    const folder = `${base}posts/${slug}/`;
    const group = element("div", { className: "listen", lang: language });
    const audio = element("audio", { controls: true, preload: "none", src: `${folder}${slug}.mp3` });
    const about = element("p", { textContent: `${synthetic} ` });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", listen);
    audio.setAttribute("aria-label", title ? `${listen}: ${title}` : listen);
    audio.style.width = "100%";
    about.append(element("a", { href: `${folder}index.html`, textContent: more }));
    group.append(audio, about);
    return group;
  }

  function begin() {
    const place = document.querySelector("[data-listen]:not(script)");
    const slug = slugHere(place);
    if (!slug || !Object.hasOwn(posts, slug)) return;
    const find = (place) => document.querySelector(place);
    const heading = find("article h1") || find("main h1") || find("h1");
    const made = player(slug, heading ? heading.textContent.trim() : "");
    if (place) place.append(made);
    else if (heading) heading.after(made);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
