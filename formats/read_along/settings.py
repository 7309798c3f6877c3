"""“My settings”: how a reader wants to see and hear every post of the blog.

The names and values of the fields are those that the script keeps (`scripts/settings.js`).
"""

from collections.abc import Iterable

from formats.words import PlayerWords, Words

_Choices = Iterable[tuple[str, str]]


def settings_form(ours: Words, said: PlayerWords) -> str:
    """The form, without a button to send it: each change is kept at once."""
    return f"""<form class="panel" id="page-settings" aria-label="{said.settings}">
<div class="columns">
{_listening(ours, said)}
{_letters(said)}
{_colours(said)}
</div>
<p><button type="reset">{said.reset}</button> {said.kept}</p>
</form>"""


def _listening(ours: Words, said: PlayerWords) -> str:
    lit = (
        ("both", said.by_both),
        ("sentence", said.by_sentence),
        ("word", said.by_word),
        ("off", said.by_nothing),
    )
    left_out = (
        ("notes", ours.page.notes),
        ("code", said.code),
        ("tables", said.tables),
        ("quotations", said.quotations),
    )
    boxes = "\n".join(_box(name, does) for name, does in left_out)
    return f"""<fieldset>
<legend>{ours.page.listen}</legend>
{_select("light", said.highlight, lit)}
<p>{said.exact}</p>
{_box("follow", ours.page.follow)}
<fieldset>
<legend>{said.skip}</legend>
{boxes}
</fieldset>
</fieldset>"""


def _letters(said: PlayerWords) -> str:
    faces = (
        ("", said.usual),
        ("atkinson", "Atkinson Hyperlegible"),
        ("serif", said.serif),
        ("other", said.another),
    )
    sizes = ((str(percent), f"{percent} %") for percent in (80, 100, 120, 150, 200, 250, 300))
    spaces = (("", said.usual), ("wider", said.wider), ("widest", said.widest))
    lengths = (("", said.usual), ("shorter", said.shorter), ("longer", said.longer))
    return f"""<fieldset>
<legend>{said.letters}</legend>
{_select("face", said.typeface, faces)}
<label>{said.another} <input type="text" name="other" autocomplete="off"/></label>
{_select("size", said.size, sizes)}
{_select("lines", said.line_spacing, spaces)}
{_select("spaces", said.letter_spacing, spaces)}
{_select("width", said.line_length, lengths)}
</fieldset>"""


def _colours(said: PlayerWords) -> str:
    themes = (
        ("", said.usual),
        ("light", said.light),
        ("dark", said.dark),
        ("sepia", said.sepia),
        ("contrast", said.contrast),
        ("own", said.own),
    )
    return f"""<fieldset>
<legend>{said.colours}</legend>
{_select("theme", said.colours, themes)}
<label>{said.own_ink} <input type="color" name="ink"/></label>
<label>{said.own_page} <input type="color" name="page"/></label>
<p id="page-too-close" role="status" data-told="{said.too_close}"></p>
</fieldset>"""


def _select(name: str, does: str, choices: _Choices) -> str:
    options = "\n".join(f'<option value="{value}">{words}</option>' for value, words in choices)
    return f'<label>{does} <select name="{name}">\n{options}\n</select></label>'


def _box(name: str, does: str) -> str:
    return f'<label><input type="checkbox" name="{name}"/> {does}</label>'
