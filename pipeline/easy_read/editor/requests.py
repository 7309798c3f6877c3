"""Requests to the editor's page, and their answers; `pipeline.serve` carries both.

Any page that is open in the same browser can send requests to this machine. So each must name
this machine as its host, and whatever writes must come from a page of ours and show its token.
"""

import hmac
import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from pipeline.easy_read import easy_file, edition, writing
from pipeline.easy_read.easy_file import EasyFile, FileRow, Meaning
from pipeline.easy_read.editor import advice, choices, page, rows
from pipeline.easy_read.editor.changes import Edited, apply, groups_in, row_place
from pipeline.easy_read.editor.edits import (
    POINTS,
    TITLE,
    WHOLE,
    WORDS,
    ConflictError,
    Edit,
    RowPlace,
    UnsuitableError,
    edit_of,
    group_key,
    heading_key,
    meaning_key,
    row_key,
    title_key,
)
from pipeline.easy_read.editor.page import ROOT
from pipeline.easy_read.editor.posts import Posts
from pipeline.easy_read.writing import EasyPost
from pipeline.errors import AllwaysError, FaultError, ReadError, SettingsError, guarded
from pipeline.store.files import digest

LARGEST = 100_000
"""The largest body of a request, in bytes."""

OWN_HOST = re.compile(r"(?:localhost|127\.0\.0\.1)(?::\d{1,5})?", re.IGNORECASE)
"""The names of this machine, with any port: a port may be forwarded."""

_HTML, _JSON = "text/html; charset=utf-8", "application/json"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request; the names of `headers` are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    """What is sent back; `headers` are those besides the type and length."""

    status: HTTPStatus
    kind: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class _RefusedError(AllwaysError):
    """A request that is not answered, with the status that says why."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Editor:
    """The editor's pages of a folder of posts; requests may come at the same time."""

    def __init__(self, posts: Path) -> None:
        self._posts = Posts(posts)
        self._lock = Lock()
        self.token = secrets.token_urlsafe(32)

    def answer(self, asked: Asked) -> Response:
        """Answer a request below `ROOT`; whatever goes wrong is an answer too."""
        try:
            found = guarded(asked.path, self._answer, asked)
        except SettingsError as error:
            found = error
        response = _wrong(asked, found) if isinstance(found, AllwaysError) else found
        return replace(response, headers=(*response.headers, *_guards(asked)))

    def _answer(self, asked: Asked) -> Response:
        self._admit(asked)
        address = urlsplit(asked.path)
        if asked.path == ROOT.rstrip("/"):
            return Response(HTTPStatus.PERMANENT_REDIRECT, _HTML, b"", (("Location", ROOT),))
        slug, _, rest = address.path.removeprefix(ROOT).partition("/")
        if asked.method == "POST":
            return self._post(self._place(slug), rest, asked)
        if not rest and slug in _FILES:
            kind, made = _FILES[slug]
            return Response(HTTPStatus.OK, kind, made().encode())
        if not slug:
            return _page(page.list_html(self._posts))
        return self._get(self._place(slug), rest, address.query)

    def _admit(self, asked: Asked) -> None:
        """Raises for a request from elsewhere."""
        host = asked.headers.get("host", "")
        if not OWN_HOST.fullmatch(host):
            raise _RefusedError(HTTPStatus.FORBIDDEN, "this page is for this machine alone.")
        if asked.method in ("GET", "HEAD"):
            return
        if asked.headers.get("origin", "") != f"http://{host}":
            raise _RefusedError(HTTPStatus.FORBIDDEN, "this was sent by another page.")
        shown = asked.headers.get("x-allways-token", "")
        if not hmac.compare_digest(shown.encode(), self.token.encode()):
            raise _RefusedError(HTTPStatus.FORBIDDEN, "the page is from an earlier preview.")
        if asked.headers.get("content-type", "").partition(";")[0].strip() != _JSON:
            raise _RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "this is not JSON.")
        if len(asked.body) > LARGEST:
            raise _RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "this is too long.")

    def _place(self, slug: str) -> EasyPost:
        place = self._posts.place(unquote(slug))
        if place is None:
            raise _RefusedError(HTTPStatus.NOT_FOUND, "there is no such post.")
        return place

    # --- reading ------------------------------------------------------------------------

    def _get(self, place: EasyPost, rest: str, query: str) -> Response:
        if rest == "pictures":
            return _page(choices.grid(place))
        if rest == "picture":
            return _picture(place, parse_qs(query).get("name", [""])[0])
        if rest:
            raise _RefusedError(HTTPStatus.NOT_FOUND, "there is no such page.")
        if not place.path.exists():
            return _page(page.start_html(place, self.token))
        view = rows.view_of(edition.open_file(place.path, place.root), place)
        return _page(page.post_html(view, version_of(view.file), self.token))

    # --- writing ------------------------------------------------------------------------

    def _post(self, place: EasyPost, rest: str, asked: Asked) -> Response:
        sent = _sent(asked.body)
        if rest == "draft":
            with self._lock:
                writing.draft_or_update(place)
            return _json({"message": "Written."})
        if rest == "check":
            return _json(_checked(place, edit_of(sent)))
        if rest == "change":
            return _json(self._changed(place, edit_of(sent), str(sent.get("version", ""))))
        raise _RefusedError(HTTPStatus.NOT_FOUND, "there is no such page.")

    def _changed(self, place: EasyPost, edit: Edit, version: str) -> dict[str, object]:
        """Make an edit in the file as it is now, and say what the page must show."""
        with self._lock:
            file = _opened(place)
            _allow(edit, file, place)
            try:
                edited = apply(file, edit)
            except ConflictError as error:
                raise _located(error, file) from error
            if edited.file != file:
                writing.save(place, edited.file)
        told = {
            "message": f"Saved in {place.name}.",
            "version": version_of(edited.file),
            "stage": page.changed(edited.file),
        }
        same = version == version_of(file) and edit.action in _KEPT
        return {**told, **(_kept(edited, place) if same else _anew(edited, place))}


_KEPT = {"row", "title", "heading", "meaning"}
"""Edits after which all else on the page stays as it is."""

_FILES = {
    "editor.js": ("text/javascript; charset=utf-8", page.script),
    "editor.css": ("text/css; charset=utf-8", page.style),
}


def _opened(place: EasyPost) -> EasyFile:
    if not place.path.exists():
        raise ReadError(
            "this file is not there any more.",
            where=place.name,
            remedy="Put it back, or load this page again to make a new draft.",
        )
    return edition.open_file(place.path, place.root)


def _checked(place: EasyPost, edit: Edit) -> dict[str, object]:
    """What is said of a row as it would be; nothing is written."""
    file = _opened(place)
    at = row_place(file, edit)
    return _remarks(apply(file, replace(edit, action="row")).file, at, place)


def version_of(file: EasyFile) -> str:
    """Tells whether a page shows a file as it is."""
    return digest(easy_file.write(file))[:16]


def _allow(edit: Edit, file: EasyFile, place: EasyPost) -> None:
    """Raises for a picture that is not there; one that was missing before may stay so."""
    picture = edit.row.picture
    if picture and all(row.picture != picture for row in file.rows):
        choices.pictures_of(place).find(picture.name, place.name)


def _picture(place: EasyPost, name: str) -> Response:
    try:
        found = choices.pictures_of(place).find(name, place.name)
    except ReadError as error:
        raise _RefusedError(HTTPStatus.NOT_FOUND, error.message) from error
    return Response(HTTPStatus.OK, found.mime, found.data)


# --- answers ----------------------------------------------------------------------------


def _kept(edited: Edited, place: EasyPost) -> dict[str, object]:
    """The new keys of what was edited, where nothing else on the page changes."""
    file, at = edited.file, edited.place
    if at.part == TITLE:
        return {"key": title_key(file)}
    if at.part == WORDS:
        return {"key": meaning_key(file.meanings[at.group])}
    group = groups_in(file, at.part)[at.group]
    if at.row is None:
        return {"key": heading_key(group)}
    return {"key": row_key(group.rows[at.row]), **_remarks(file, at, place)}


def _anew(edited: Edited, place: EasyPost) -> dict[str, object]:
    """All that can be edited, drawn anew; and how to put back a row that was taken out."""
    html = rows.work_html(rows.view_of(edited.file, place))
    told: dict[str, object] = {"html": html, "focus": str(edited.place)}
    if edited.removed and edited.after:
        told["undo"] = {"place": str(edited.after), "row": _row(edited.removed)}
    return told


def _remarks(file: EasyFile, at: RowPlace, place: EasyPost) -> dict[str, object]:
    """What the checker says of one row, to be seen and to be heard."""
    before = groups_in(file, at.part)[: at.group]
    index = sum(len(group.rows) for group in before) + (at.row or 0)
    if at.part == WHOLE:
        index += sum(len(group.rows) for group in file.main_points)
    told = advice.of_row(file, index, place)
    return {
        "remarks": rows.remarks_html(file.rows[index], told),
        "explain": rows.explain_html(file, index, place),
        "said": rows.remarks_text(index + 1, told),
    }


def _row(row: FileRow) -> dict[str, object]:
    """A row as the page sends it."""
    return {
        "words": row.words,
        "entries": list(row.entries),
        "numbered": row.numbered,
        "picture": row.picture.name if row.picture else "",
        "alt": row.picture.alt if row.picture else "",
        "done": row.done,
    }


class _KeyedError(AllwaysError):
    """A conflict with all that the page needs to show both versions and to choose."""

    def __init__(self, error: ConflictError, told: Mapping[str, object]) -> None:
        super().__init__(error.message)
        self.told = told


def _located(error: ConflictError, file: EasyFile) -> _KeyedError:
    place, now = error.place, error.now
    told: dict[str, object] = {"place": str(place), "group": "", "key": "", "now": None}
    if isinstance(now, Meaning):
        told |= {"key": meaning_key(now), "now": {"word": now.word, "meaning": now.meaning}}
    elif isinstance(now, str):
        told |= {"key": title_key(file), "now": {"words": now}}
    groups = groups_in(file, place.part)
    if place.part in (POINTS, WHOLE) and place.group < len(groups):
        group = groups[place.group]
        told["group"] = group_key(group)
        row = place.row
        told["key"] = heading_key(group) if row is None else row_key(group.rows[row])
        told["now"] = _row(now) if isinstance(now, FileRow) else told["now"]
    return _KeyedError(error, told)


def _sent(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _RefusedError(HTTPStatus.BAD_REQUEST, "this is not JSON.") from error
    if not isinstance(sent, dict):
        raise _RefusedError(HTTPStatus.BAD_REQUEST, "this is no edit.")
    return sent


def _page(html: str) -> Response:
    return Response(HTTPStatus.OK, _HTML, html.encode())


def _json(told: Mapping[str, object], status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(status, _JSON, json.dumps(told).encode())


def _wrong(asked: Asked, error: AllwaysError) -> Response:
    """What went wrong: as a page for people, or in the script's language."""
    status = _status(error)
    if asked.method != "POST":
        heading = "This can’t be shown"
        return Response(status, _HTML, page.error_html(error, heading).encode(errors="replace"))
    text = str(error) if error.where else str(error)[:1].upper() + str(error)[1:]
    told = dict(error.told) if isinstance(error, _KeyedError) else {}
    return _json({**told, "message": text}, status)


def _status(error: AllwaysError) -> HTTPStatus:
    match error:
        case _RefusedError():
            return error.status
        case _KeyedError() | ConflictError():
            return HTTPStatus.CONFLICT
        case UnsuitableError():
            return HTTPStatus.BAD_REQUEST
        case ReadError() | SettingsError():
            return HTTPStatus.UNPROCESSABLE_ENTITY
        case FaultError() | _:
            return HTTPStatus.INTERNAL_SERVER_ERROR


def _guards(asked: Asked) -> tuple[tuple[str, str], ...]:
    """What a browser may do with an answer: nothing but show our page with our own files."""
    host = asked.headers.get("host", "")
    here = f"http://{host}"
    ours = (
        f"script-src {here}{ROOT}editor.js; style-src {here}{ROOT}editor.css;"
        f" img-src {here}{ROOT}; connect-src {here}{ROOT}; font-src {here}/reader/; "
    )
    never = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    allowed = f"{ours if OWN_HOST.fullmatch(host) else ''}{never}"
    return (
        ("Content-Security-Policy", allowed),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )
