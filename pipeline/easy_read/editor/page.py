"""The web pages of the editor: the list of posts, and a post beside its easy-read text."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from formats import look
from formats.markup import escape
from formats.model import Stage
from formats.page import FONTS
from pipeline.easy_read import easy_file, edition
from pipeline.easy_read.easy_file import EasyFile
from pipeline.easy_read.edition import Opened
from pipeline.easy_read.editor import choices
from pipeline.easy_read.editor.posts import Posts
from pipeline.easy_read.editor.rows import View, work_html
from pipeline.easy_read.marks import rounds_of
from pipeline.easy_read.state import SIGNED, TextState, digest_of, state
from pipeline.easy_read.writing import EasyPost
from pipeline.errors import AllwaysError, ReadError

ROOT = "/easy-read/"
"""The address of the list; all else of the editor is below it."""

_FOLDER = files("pipeline.easy_read.editor")

_STAGES = {
    Stage.DRAFT: "A draft by the computer. Nobody has changed it yet.",
    Stage.EDITED: "Edited. A group has not checked it yet.",
    Stage.CHECKED: "Checked by a group, round {}. Not signed yet.",
    Stage.SIGNED: "Signed: it is Easy Read. If you change a word or a picture, it must be checked"
    " again.",
}


def style() -> str:
    """The style sheet of every page here, with the colours of all our pages."""
    faces = "".join(
        f'@font-face {{ font-family: "{look.FAMILY}"; font-weight: {weight}; font-display: swap;'
        f' src: url("/{path}") format("woff"); }}\n'
        for weight, path in zip((400, 700), FONTS, strict=True)
    )
    return faces + look.style() + (_FOLDER / "editor.css").read_text("utf-8")


def script() -> str:
    """The script of the page of a post."""
    return (_FOLDER / "editor.js").read_text("utf-8")


# --- the list ---------------------------------------------------------------------------


def list_html(posts: Posts) -> str:
    """Every post with the stage of its text."""
    reading = posts.reading()
    found = easy_file.paths(posts.root)
    items = "".join(
        f'<li><a href="{ROOT}{escape(post.slug)}">{escape(post.title)}</a>\n'
        f"<p>{_stage(posts, post.slug, post.slug in found)}</p></li>\n"
        for post in reading.posts
    )
    shown = f'<ul class="posts">\n{items}</ul>' if items else "<p>There are no posts.</p>"
    return _html(
        "Easy-read texts",
        f"""<main>
<h1>Easy-read texts</h1>
<p>Choose a post. Then you see it, and beside it you write it in easy words. Only you see this
page: it is not in the folder that you put on the web.</p>
{shown}
</main>""",
    )


def _stage(posts: Posts, slug: str, written: bool) -> str:  # noqa: FBT001 (it is a fact, no switch)
    place = posts.place(slug) if written else None
    if place is None:
        return "No easy-read text yet."
    try:
        now = standing(edition.open_file(place.path, place.root), place)
    except ReadError as error:
        return f"Please look: {escape(str(error))}"
    return escape(" ".join((now.stage, *now.notes)))


def stage_text(state: TextState) -> str:
    """How far a text has come, in a sentence."""
    return _STAGES[state.stage].format(state.round)


def progress(file: EasyFile) -> str:
    """How many rows the editor is done with."""
    rows = [row for row in file.rows if row.words]
    return f"{sum(row.done for row in rows)} of {len(rows)} rows are done."


# --- a post -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a text is. `notes` are for the editor; `behind` says that the post went on."""

    stage: str
    notes: tuple[str, ...] = ()
    behind: bool = False
    signed: bool = False


def standing(file: EasyFile, place: EasyPost) -> Standing:
    """How far a text is; a picture that is missing is a note, and stops nothing.

    Pictures are opened only where a group has seen them: to look at twenty takes seconds.
    """
    missing = tuple(
        f"{file.name}:{row.line}: there is no picture “{row.picture.name}”."
        for row in file.rows
        if row.picture and not choices.is_there(row.picture.name, place)
    )
    if missing:
        return Standing(progress(file), missing)
    try:
        opened = _opened(file, place)
    except ReadError as error:
        return Standing(progress(file), (str(error),))
    told = edition.findings(opened, place.post)
    return Standing(
        f"{stage_text(opened.state)} {progress(file)}",
        tuple(finding.message for finding in told),
        behind=any(finding.code == "easy-read-behind" for finding in told),
        signed=opened.state.stage is Stage.SIGNED,
    )


def _opened(file: EasyFile, place: EasyPost) -> Opened:
    if file.fact(SIGNED) or rounds_of(place.path, place.root):
        return edition.opened(place.path, place.root, place.media)
    text = digest_of(file)
    return Opened(place.path, file, {}, text, state(file, text))


def changed(file: EasyFile) -> str:
    """How far a text is that was changed this moment."""
    return f"Changed just now. {progress(file)}"


def post_html(view: View, version: str, token: str) -> str:
    """A post on the left, its easy-read rows on the right."""
    now = standing(view.file, view.place)
    slug, title = escape(view.place.post.slug), escape(view.place.post.title)
    notes = "".join(f'<p class="note">{escape(note)}</p>\n' for note in now.notes)
    readers = "easy-read.html" if now.signed else "simpler.html"
    update = _UPDATE if now.behind else ""
    body = f"""<a class="skip" href="#work">To the text</a>
<header>
<nav aria-label="Pages"><a href="{ROOT}">All posts</a>
<a href="/posts/{slug}/{readers}">What readers will see</a></nav>
</header>
<main data-version="{version}">
<h1>In easy words: {title}</h1>
<p id="stage">{escape(now.stage)}</p>
{notes}{update}{_HELP}
<div id="lost" hidden></div>
<div id="work" tabindex="-1">
{work_html(view)}</div>
</main>
<footer class="bar">
<p id="status" role="status">Everything is saved in {escape(view.file.name)}.</p>
<p id="busy" aria-hidden="true"></p>
<button type="button" id="undo" hidden>Undo</button></footer>
<p id="said" class="hidden" aria-live="polite"></p>
{_DIALOGS}"""
    return _html(f"In easy words: {view.place.post.title}", body, token)


_UPDATE = """<p><button type="button" data-start="draft">Show what the post says now</button>
Your rows stay as you wrote them.</p>
"""

_HELP = """<details class="help">
<summary>How this page works</summary>
<ul>
<li>On the left, or on a phone above, is the post. Beside it are the rows that say it in easy
words: one short sentence and one picture each.</li>
<li>Change the words. Below the row you see at once what is still hard. Nobody must do all that
is said there: you and your group decide.</li>
<li>Leave out what readers do not need. Empty rows are not shown to them.</li>
<li>Everything is saved when you pause or go on. <kbd>Ctrl</kbd>+<kbd>S</kbd> saves at once.</li>
<li>Two stars make words <b>**bold**</b>.</li>
<li>Tick “Done” when you are done with a row.</li>
</ul>
</details>
"""

_DIALOGS = """<dialog id="pictures" aria-labelledby="pictures-title">
<form method="dialog">
<h2 id="pictures-title">Choose a picture</h2>
<p><label for="find">Find a picture by its name</label>
<input id="find" type="search" autocomplete="off"/></p>
<fieldset>
<legend class="hidden">Pictures</legend>
<div id="choices"></div>
</fieldset>
<p><label for="alt">What the picture shows, if the sentence does not say it</label>
<input id="alt" autocomplete="off"/></p>
<p class="buttons"><button value="use" class="main">Use this picture</button>
<button value="cancel" formnovalidate>Cancel</button></p>
</form>
</dialog>
<dialog id="words" aria-labelledby="words-title">
<form method="dialog">
<h2 id="words-title">Explain a word</h2>
<p><label for="word">The word, just as it stands in the row</label>
<input id="word" autocomplete="off"/></p>
<p><label for="meaning">What it means, in a short sentence</label>
<textarea id="meaning" rows="3" autocomplete="off"></textarea></p>
<p class="buttons"><button value="use" class="main">Explain it</button>
<button value="cancel" formnovalidate>Cancel</button></p>
</form>
</dialog>"""


def start_html(place: EasyPost, token: str) -> str:
    """The page of a post that has no easy-read text yet."""
    title = escape(place.post.title)
    body = f"""<header>
<nav aria-label="Pages"><a href="{ROOT}">All posts</a></nav>
</header>
<main>
<h1>In easy words: {title}</h1>
<p>This post has no easy-read text yet. The computer can make a first draft: it puts every
sentence into a row, with the hard words that it knows. It does not make them short. That is for
you and your group.</p>
<p><button type="button" class="main" data-start="draft">Make the first draft</button></p>
<p>It is written into the file {escape(place.name)}, beside the post.</p>
<p id="status" role="status"></p>
<p id="busy" aria-hidden="true"></p>
</main>"""
    return _html(f"In easy words: {place.post.title}", body, token)


def error_html(error: AllwaysError, heading: str) -> str:
    """A page that says what is wrong, where, and what to do."""
    where = f"<p><b>{escape(error.where)}</b></p>\n" if error.where else ""
    parts: Iterable[str] = filter(None, (error.message, error.remedy))
    told = where + "".join(f"<p>{escape(part[:1].upper() + part[1:])}</p>\n" for part in parts)
    return _html(
        heading,
        f"""<header>
<nav aria-label="Pages"><a href="{ROOT}">All posts</a></nav>
</header>
<main>
<h1>{escape(heading)}</h1>
{told}</main>""",
    )


def _html(title: str, body: str, token: str = "") -> str:
    """A page; `token` is what its script must show with each change."""
    script = f"""<meta name="token" content="{token}"/>
<script src="{ROOT}editor.js" defer></script>"""
    return f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{escape(title)}</title>
<link rel="stylesheet" href="{ROOT}editor.css"/>
{script if token else ""}
</head>
<body>
{body}
</body>
</html>
"""
