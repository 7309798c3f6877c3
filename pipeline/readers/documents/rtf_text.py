"""A text in Rich Text Format → HTML: what each of its control words does (RTF 1.9.1).

Word, LibreOffice, TextEdit and WordPad write it, each in its own way. Groups are kept on a list,
so that none is too deep.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from pipeline.readers.documents.rtf_page import Flow
from pipeline.readers.documents.rtf_tables import RtfTables
from pipeline.readers.documents.rtf_tokens import RtfKind, RtfToken
from pipeline.readers.documents.rtf_words import (
    FLOWS,
    LOOKS,
    NOT_READ,
    PARAGRAPH,
    PICTURES,
    SIGNS,
    STARRED,
    TO,
    State,
    language_of,
)

_PAPER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]+))')
_CONTENTS = re.compile(r"\s*(?:TOC|INDEX)\b")
_HEX = re.compile(r"[0-9A-Fa-f]+")
_DEEPEST = 50  # texts inside texts: a note in a box in a note


class RtfText:
    """One text on its way to HTML; `pictures` by name, `lost` is what could not be kept."""

    def __init__(self) -> None:
        self.pictures: dict[str, bytes] = {}
        self.lost: list[str] = []
        self.default_language = ""
        self._tables = RtfTables()
        self._state = State()
        self._groups: list[tuple[State, str]] = []
        self._flow = Flow()
        self._flows: list[Flow] = []
        self._notes: list[str] = []
        self._bytes = bytearray()
        self._skip = 0
        self._half = ""
        self._caught: dict[str, list[str]] = {}
        self._picture = ""
        self._is_star = False

    def caught(self, name: str) -> str:
        """The text of a group that is not of the post, such as "title"."""
        return "".join(self._caught.get(name, ())).strip()

    def html(self, parts: Iterable[RtfToken]) -> str:
        """The whole text, with its notes as a list at its end."""
        for part in parts:
            self._take(part)
        self._flush()
        while self._groups:
            self._close()
        made = self._flow.html()
        notes = "".join(f'<li id="note-{n}">{note}</li>' for n, note in enumerate(self._notes, 1))
        return f'{made}<ol class="footnotes">{notes}</ol>' if notes else made

    def _take(self, part: RtfToken) -> None:
        if part.kind in {RtfKind.TEXT, RtfKind.BYTE}:
            self._say(part.text)
            return
        self._flush()
        match part.kind:
            case RtfKind.OPEN:
                self._groups.append((self._state, ""))
                self._skip = 0
            case RtfKind.CLOSE:
                self._close()
            case RtfKind.BINARY:
                if self._state.to == "pict":
                    self._catch("pict", part.text.encode("latin-1").hex())
            case _:
                self._word(part.text, part.number)

    # --- text ---------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        """Text as bytes, without those that only repeat a letter for old programs."""
        passed = min(self._skip, len(text))
        self._skip -= passed
        rest = text[passed:]
        if self._state.to == "text":
            if not (self._state.hidden or self._state.deleted):
                self._bytes += rest.encode("latin-1")
        elif self._state.to != "skip":
            self._catch(self._state.to, rest)

    def _catch(self, name: str, text: str) -> None:
        if name in {"title", "author", "sign", "sv"}:
            text = self._tables.decoded(text.encode("latin-1", "ignore"), self._state.font) or text
        self._caught.setdefault(name, []).append(text)

    def _flush(self) -> None:
        """Decode the bytes so far: a letter may have two, and the font says their alphabet."""
        if not self._bytes:
            return
        text = self._tables.decoded(bytes(self._bytes), self._state.font)
        self._bytes.clear()
        if text:
            self._flow.say(text, self._state.look())
        else:
            self.lost.append("a sign of a symbol font")

    def _letter(self, number: int) -> None:
        """A letter by its number in UTF-16, which may be half of one."""
        letter = chr(number % 0x10000)
        self._skip = self._state.fallback
        if "\ud800" <= letter <= "\udbff":
            self._half = letter
            return
        if self._half and "\udc00" <= letter <= "\udfff":
            pair = (self._half + letter).encode("utf-16-le", "surrogatepass")
            letter = pair.decode("utf-16-le", "replace")
        self._half = ""
        self._put(letter if not "\ue000" <= letter <= "\uf8ff" else "")

    def _put(self, text: str) -> None:
        """Text that needs no decoding."""
        if self._state.to == "text" and not (self._state.hidden or self._state.deleted):
            self._flow.say(text, self._state.look())
        elif self._state.to in {"title", "author", "sign", "sv", "inst"}:
            self._caught.setdefault(self._state.to, []).append(text)

    # --- groups -------------------------------------------------------------------------

    def _close(self) -> None:
        if not self._groups:
            return
        closed = self._state
        self._state, flow = self._groups.pop()
        self._skip = 0
        if flow:
            made, self._flow = self._flow.html(), self._flows.pop()
            if flow == "note":
                self._notes.append(made)
                self._flow.put(f'<sup><a href="#note-{len(self._notes)}">*</a></sup>')
            else:
                self._flow.box(made)
        elif closed.to != self._state.to:
            self._end_of(closed.to)
        elif closed.to == "styles":
            self._tables.name_style("".join(self._caught.pop("styles", ())))

    def _begin(self, flow: str) -> None:
        """A text of its own begins: that of a note or a box."""
        if self._state.to == "skip" or not self._groups or len(self._flows) > _DEEPEST:
            return
        self._groups[-1] = (self._groups[-1][0], flow)
        self._flows.append(self._flow)
        self._flow = Flow()
        self._state = State(language=self._state.language, font=self._state.font)

    def _end_of(self, name: str) -> None:
        """A group whose text is not of the post is complete."""
        said = self.caught(name)
        if name in {"sign", "inst", "pict", "sn", "sv", "styles"}:
            self._caught.pop(name, None)
        match name:
            case "sign" if self._state.to == "text":
                self._flow.place = replace(self._flow.place, sign=said, is_item=True)
            case "inst":
                self._instruct(said)
            case "pict":
                self._end_picture(said)
            case "sn":
                self._caught["property"] = [said]
            case "sv" if self.caught("property") == "wzDescription":
                self._caught["alt"] = [said]
            case "styles":
                self._tables.name_style(said)
            case _:
                pass  # its text is kept, such as that of the title

    def _instruct(self, said: str) -> None:
        """What a field says: the words that follow may be a link, or no text of the post."""
        link = _LINK.match(said)
        if link:
            self._state = replace(self._state, href=link[1] or link[2] or "")
        elif _CONTENTS.match(said):
            self.lost.append("the table of contents")
            self._state = replace(self._state, to="skip")
        elif _PAPER.match(said):
            self._state = replace(self._state, to="skip")

    def _end_picture(self, said: str) -> None:
        data = "".join(said.split())
        alt = self.caught("alt")
        self._caught.pop("alt", None)
        kind, self._picture = self._picture, ""
        if self._state.to == "skip":
            return
        if kind not in {"png", "jpg"} or not _HEX.fullmatch(data):
            self.lost.append("a picture in a format that books can't show")
            return
        name = f"picture-{len(self.pictures) + 1}.{kind}"
        self.pictures[name] = bytes.fromhex(data[: len(data) // 2 * 2])
        words = f' alt="{escape(alt)}"' if alt else ""
        self._flow.put(f'<img src="{name}"{words}>')

    # --- control words ------------------------------------------------------------------

    def _word(self, name: str, number: int | None) -> None:
        star, self._is_star = self._is_star, name == "*"
        if name == "*":
            return
        if name == "u" and number is not None:
            self._letter(number)
        elif name in NOT_READ or (star and name not in STARRED):
            self._state = replace(self._state, to="skip")
        elif name in TO and self._state.to != "skip":
            self._state = replace(self._state, to=TO[name])
        elif name in SIGNS:
            self._put(SIGNS[name])
        elif self._state.to in {"fonts", "styles"}:
            self._tables.describe(self._state.to, name, number or 0)
        elif name in LOOKS:
            self._state = LOOKS[name](self._state, number)
        elif name in PARAGRAPH:
            if self._state.to == "text":
                PARAGRAPH[name](self._flow, number or 0)
        else:
            self._other(name, number)

    def _other(self, name: str, number: int | None) -> None:
        count = number or 0
        if name in FLOWS:
            self._begin(FLOWS[name])
        elif name == "s" and self._state.to == "text":
            role = self._tables.role(count)
            if role == "contents":
                self.lost.append("the table of contents")
            self._flow.place = replace(self._flow.place, role=role)
        elif name == "cs":
            self._state = replace(self._state, code=self._tables.is_code(count))
        elif name == "deflang":
            self.default_language = language_of(count)
        elif name == "line" and self._state.to == "text":
            self._flow.put("<br>")
        elif name in PICTURES:
            self._picture = PICTURES[name]
        elif name in {"ansicpg", "mac", "pc", "pca"}:
            self._tables.alphabet(name, count)
