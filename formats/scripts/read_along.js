// Lights up each sentence as it is spoken, and lets a reader go to one. Without this script
// the page is the whole post with the browser's own player.

const audio = document.querySelector("audio");
const follow = document.getElementById("page-follow");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// [id, milliseconds] in reading order: the same cues as the transcript's.
const cues = JSON.parse(document.getElementById("page-cues").textContent);
const order = new Map(cues.map(([id], index) => [id, index]));
let current = -1;

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

function element(index) {
  return index < 0 ? null : document.getElementById(cues[index][0]);
}

function isInView(place) {
  const box = place.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}

function scrollTo(place) {
  place.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "smooth" });
}

/** Light up what is spoken now. Who has scrolled away to read elsewhere is left in peace. */
function show(jumped) {
  const next = spokenAt(audio.currentTime * 1000);
  if (next === current) return;
  const before = element(current);
  const after = element(next);
  const reading = jumped || !before || isInView(before);
  before?.classList.remove("speaking");
  after?.classList.add("speaking");
  current = next;
  if (after && reading && follow.checked) scrollTo(after);
}

function tick() {
  show(false);
  if (!audio.paused) requestAnimationFrame(tick);
}

/** Five milliseconds in, so that rounding never lands in the sentence before. */
function go(index) {
  const held = Math.max(0, Math.min(index, cues.length - 1));
  audio.currentTime = (cues[held][1] + 5) / 1000;
}

audio.addEventListener("play", tick);
audio.addEventListener("timeupdate", () => show(false)); // a hidden page has no frames
audio.addEventListener("seeked", () => show(true));

document.getElementById("page-back").addEventListener("click", () => go(current - 1));
document.getElementById("page-on").addEventListener("click", () => go(current + 1));
document.getElementById("page-speed").addEventListener("change", (event) => {
  audio.playbackRate = Number(event.target.value);
});

// A click on a sentence goes there, unless it was meant for a link or to select text.
document.querySelector("article").addEventListener("click", (event) => {
  if (event.target.closest("a, button, summary, .player")) return;
  if (!getSelection().isCollapsed) return;
  for (let place = event.target; place; place = place.parentElement) {
    if (order.has(place.id)) return go(order.get(place.id));
  }
});

// A chapter's link also moves the sound.
document.querySelector(".chapters")?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) go(order.get(decodeURIComponent(link.hash.slice(1))));
});

document.getElementById("page-controls").hidden = false;
document.querySelector(".player").classList.add("follows");
