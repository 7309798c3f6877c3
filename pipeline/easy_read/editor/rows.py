"""The rows as the page shows them: the post's sentences left, what says them right."""

from collections.abc import Iterable
from dataclasses import dataclass

from formats.languages import direction
from formats.markup import escape
from pipeline.easy_read.check import hard_words
from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning, RowPicture, SourceGroup
from pipeline.easy_read.editor import advice, choices
from pipeline.easy_read.editor.advice import Advice
from pipeline.easy_read.editor.edits import (
    POINTS,
    TITLE,
    WHOLE,
    WORDS,
    RowPlace,
    group_key,
    heading_key,
    meaning_key,
    row_key,
    title_key,
)
from pipeline.easy_read.writing import EasyPost
from pipeline.findings import Level

_LEVELS = {Level.ERROR: "Change this", Level.WARNING: "Look at this", Level.NOTE: "Good to know"}
_FINE = "The checker finds nothing here."


@dataclass(frozen=True, slots=True)
class View:
    """A file with its post, and what is said of each of its rows."""

    file: EasyFile
    place: EasyPost
    told: tuple[tuple[Advice, ...], ...]

    def attributes(self) -> str:
        """The language of the text, for its boxes."""
        language = self.place.post.language
        return f'lang="{escape(language)}" dir="{direction(language)}"'


def view_of(file: EasyFile, place: EasyPost) -> View:
    """A file as it is shown, with every row checked."""
    return View(file, place, advice.of_rows(file, place))


def _hidden(words: str) -> str:
    """Words that only those hear who do not see what they belong to."""
    return f'<span class="hidden">{words}</span>'


def _unit(kind: str, at: RowPlace, key: str) -> str:
    """The attributes of what is saved as one: what the script sends with it."""
    return f'data-unit="{kind}" data-place="{at}" data-key="{key}"'


def _box(view: View, at: RowPlace, name: str, value: str) -> str:
    """A box for words, which a label is for; it grows, so that all of them are seen."""
    looks = ' class="words"' if name == "words" else ""
    return (
        f'<textarea{looks} id="{at}-{name}" name="{name}" rows="1" autocomplete="off"'
        f" {view.attributes()}>{escape(value)}</textarea>"
    )


def _tick(name: str, label: str, *, on: bool) -> str:
    checked = " checked" if on else ""
    box = f'<input type="checkbox" name="{name}"{checked}/>'
    return f'<label class="check">{box}{label}</label>'


def work_html(view: View) -> str:
    """All that can be edited, in the order of the file."""
    file = view.file
    points = _part(view, POINTS, file.main_points, 1)
    before = sum(len(group.rows) for group in file.main_points)
    whole = _part(view, WHOLE, file.whole, before + 1)
    title = RowPlace(TITLE)
    return f"""<section aria-labelledby="part-title">
<h2 id="part-title">Title</h2>
<div class="unit" id="{title}" {_unit("title", title, title_key(file))}>
<label class="hidden" for="{title}-words">Title</label>
{_box(view, title, "words", file.title)}
</div>
</section>
<section aria-labelledby="part-points">
<h2 id="part-points">The main points</h2>
<p class="quiet">At most ten rows that carry the post. Readers see them first.</p>
{points}{_end(POINTS, file.main_points, "Add a main point")}
</section>
<section aria-labelledby="part-whole">
<h2 id="part-whole">The whole post</h2>
{whole}{_end(WHOLE, file.whole, "Add a row at the end")}
</section>
<section aria-labelledby="part-words">
<h2 id="part-words">Hard words</h2>
<p class="quiet">They stand at the end of the text, each with its meaning.</p>
{"".join(_meaning(n, m, view) for n, m in enumerate(file.meanings))}
<p><button type="button" data-do="word">Explain a word</button></p>
</section>
"""


def _part(view: View, part: str, groups: Iterable[SourceGroup], number: int) -> str:
    shown = []
    for n, group in enumerate(groups):
        shown.append(_group(view, RowPlace(part, n), group, number))
        number += len(group.rows)
    return "".join(shown)


def _end(part: str, groups: tuple[SourceGroup, ...], label: str) -> str:
    """The button that adds a row at the end of a part."""
    at = RowPlace(part, len(groups))
    if groups and not groups[-1].heading:
        rows = groups[-1].rows
        at = RowPlace(part, len(groups) - 1, len(rows) - 1 if rows else None)
    button = f'<button type="button" data-do="add" data-place="{at}">{label}</button>'
    return f'<p class="end">{button}</p>\n'


def _group(view: View, at: RowPlace, group: SourceGroup, number: int) -> str:
    said = "".join(f"<p>{escape(source.words)}</p>" for source in group.sources)
    gone = any(source.id == "gone" for source in group.sources)
    note = '<p class="gone">The post does not say this any more.</p>' if gone else ""
    before = '<span class="hidden" lang="en">The post says:</span>'
    left = f'<div class="post" {view.attributes()}>{before}{said}{note}</div>'
    rows = "".join(
        row_html(view, RowPlace(at.part, at.group, n), row, number + n)
        for n, row in enumerate(group.rows)
    )
    if group.heading:
        rows = _heading(view, at, group) + rows
    elif not group.rows:
        rows = _left_out(at, group)
    return (
        f'<div class="group" id="{at}" data-key="{group_key(group)}">\n'
        f'{left if group.sources else ""}<div class="easy">\n{rows}</div>\n</div>\n'
    )


def _heading(view: View, at: RowPlace, group: SourceGroup) -> str:
    return f"""<div class="unit heading" {_unit("heading", at, heading_key(group))}>
<label for="{at}-words">Heading</label>
{_box(view, at, "words", group.heading)}
</div>
"""


def _left_out(at: RowPlace, group: SourceGroup) -> str:
    about = escape(group.sources[0].words[:60]) if group.sources else ""
    return (
        '<p class="left">Left out.</p>\n'
        f'<p><button type="button" data-do="add" data-place="{at}">Write a row for this'
        f"{_hidden(f' ({about})')}</button></p>\n"
    )


# --- a row ------------------------------------------------------------------------------


def row_html(view: View, at: RowPlace, row: FileRow, number: int) -> str:
    """A row with all that can be done with it."""
    lines = max(2, len(row.words) // 42 + 1)
    done = " done" if row.done else ""
    box = (
        f'<textarea class="words" id="{at}-words" name="words" rows="{lines}" autocomplete="off"'
        f' aria-describedby="{at}-remarks" {view.attributes()}>{escape(row.words)}</textarea>'
    )
    remarks = (
        f'<div class="remarks" id="{at}-remarks">{remarks_html(row, view.told[number - 1])}</div>'
    )
    unit = _unit("row", at, row_key(row))
    return f"""<div class="unit row{done}" id="{at}" data-number="{number}" {unit}>
<h3>Row {number}</h3>
{_picture(view, row.picture, number)}
<div class="say">
<label class="hidden" for="{at}-words">Row {number}, sentence</label>
{box}
{_list(view, at, row, number)}{remarks}
<div class="explain">{explain_html(view.file, number - 1, view.place)}</div>
<div class="controls">
{_tick("done", f"Done{_hidden(f' (row {number})')}", on=row.done)}
{_more(at, number)}</div>
</div>
</div>
"""


def _picture(view: View, picture: RowPicture | None, number: int) -> str:
    name, alt = (picture.name, picture.alt) if picture else ("", "")
    place = view.place
    if not picture:
        shown = "No picture"
    elif choices.is_there(name, place):
        source = escape(choices.address(name, place.post.slug))
        shown = f'<img src="{source}" alt="" loading="lazy"/>{escape(choices.caption(name))}'
    else:
        shown = f"There is no picture “{escape(name)}”"
    return (
        f'<button type="button" class="picture" data-do="picture" data-name="{escape(name)}"'
        f' data-alt="{escape(alt)}"><span class="hidden">Row {number}, change the picture: </span>'
        f'<span class="shown">{shown}</span></button>'
    )


def _list(view: View, at: RowPlace, row: FileRow, number: int) -> str:
    """The entries of a list, one on a line; hidden where the row has none."""
    hidden = "" if row.entries else " hidden"
    label = f"List{_hidden(f' of row {number}')}: one point on each line"
    box = (
        f'<textarea id="{at}-entries" name="entries" rows="{max(2, len(row.entries))}"'
        f' autocomplete="off" {view.attributes()}>{escape(chr(10).join(row.entries))}</textarea>'
    )
    return f"""<div class="list"{hidden}>
<label for="{at}-entries">{label}</label>
{box}
{_tick("numbered", f"With numbers{_hidden(f' (row {number})')}", on=row.numbered)}
</div>
"""


_DEEDS = (
    ("split", "Split at the cursor"),
    ("join", "Join with the next row"),
    ("below", "Add a row below"),
    ("list", "Make a list"),
    ("to_heading", "Make it a heading"),
    ("word", "Explain a word"),
    ("up", "Move up"),
    ("down", "Move down"),
    ("remove", "Remove"),
)


def _more(at: RowPlace, number: int) -> str:
    of_row = _hidden(f" (row {number})")
    buttons = "\n".join(
        f'<button type="button" data-do="{deed}">{label}{of_row}</button>'
        for deed, label in _DEEDS
        if at.part == WHOLE or deed != "to_heading"
    )
    summary = f"<summary>More{of_row}</summary>"
    return f'<details>{summary}\n<div class="deeds">\n{buttons}\n</div></details>\n'


def remarks_html(row: FileRow, told: tuple[Advice, ...]) -> str:
    """What the checker says of a row."""
    if not row.words:
        return "<p>Write it in one short sentence. Until then, readers do not see this row.</p>"
    return f"<ul>\n{''.join(map(_remark, told))}</ul>" if told else f"<p>{_FINE}</p>"


def _remark(told: Advice) -> str:
    return (
        f'<li class="{told.level}"><b>{_LEVELS[told.level]}:</b> {escape(told.message)}'
        f" {escape(told.remedy)}</li>\n"
    )


def remarks_text(number: int, told: tuple[Advice, ...]) -> str:
    """The same in one breath, for those who hear it."""
    said = " ".join(f"{one.message} {one.remedy}" for one in told)
    return f"Row {number}: {said or _FINE}"


def explain_html(file: EasyFile, index: int, place: EasyPost) -> str:
    """A button for each hard word that is not explained of the row with this index."""
    return "".join(
        f'<button type="button" data-do="word" data-word="{escape(hard.word)}"'
        f' data-meaning="{escape(hard.meaning)}">Explain “{escape(hard.word)}”</button>\n'
        for hard in hard_words(file, index, place.post.language, place.own)
    )


def _meaning(number: int, meaning: Meaning, view: View) -> str:
    at = RowPlace(WORDS, number)
    nth = _hidden(f" {number + 1}")
    remove = f"Remove{_hidden(f' the word {escape(meaning.word)}')}"
    return f"""<div class="unit meaning" id="{at}" {_unit("meaning", at, meaning_key(meaning))}>
<div><label for="{at}-word">Hard word{nth}</label>
{_box(view, at, "word", meaning.word)}</div>
<div><label for="{at}-meaning">What it means{nth}</label>
{_box(view, at, "meaning", meaning.meaning)}</div>
<button type="button" data-do="forget">{remove}</button>
</div>
"""
