"""What a file of the output must not have: anything that runs, or is loaded from elsewhere."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

_PAGES = (".html", ".xhtml", ".svg", ".opf", ".smil", ".ncx")
_RUNS = {"script", "handler", "iframe", "object", "embed", "foreignobject", "base", "applet"}
_MOVES = {"set", "animate", "animatetransform", "animatemotion"}
_LOADS = {"src", "srcset", "poster", "background", "data", "action", "formaction", "style"}
_PROGRAM = re.compile(r"\s*(?:javascript|vbscript|data\s*:\s*(?!image/(?:png|jpe?g|gif|webp);)):?")
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//|url\(\s*[\"']?\s*(?!#)", re.IGNORECASE)
_PLACE = re.compile(r"^(?:\.\./){0,2}reader/")
_DOCTYPE = re.compile(rb"<!(?:ENTITY|ATTLIST)|<\?xml-stylesheet")


def active(name: str, data: bytes) -> Iterator[str]:
    """Each place in a file, and in the files packed into it, that does more than show words."""
    if name.endswith((".epub", ".zip")):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for inside in book.namelist():
                yield from (f"{name}/{found}" for found in active(inside, book.read(inside)))
    elif name.endswith(".xml"):
        texts = (text for text in etree.fromstring(data).itertext() if "<" in text)
        yield from (f"{name}: {found}" for text in texts for found in _in_page("a.html", text))
    elif name.endswith(_PAGES):
        if name.endswith("404.html"):  # it is shown at any depth, so it names its files in full
            data = data.replace(b'src="http://localhost:8000/', b'src="')
        yield from (f"{name}: {found}" for found in _in_page(name, data))


def _in_page(name: str, data: bytes | str) -> Iterator[str]:
    if isinstance(data, bytes) and _DOCTYPE.search(data):
        yield "a document type or style sheet that may load something"
    page = name.endswith(".html")
    root = html.document_fromstring(data) if page else etree.fromstring(data)
    for element in root.iter("*"):
        tag = etree.QName(element).localname.lower()
        ours = page and tag == "script" and _is_ours(element)
        if (tag in _RUNS and not ours) or (tag in _MOVES and name.endswith(".svg")):
            yield f"<{tag}>"
        yield from _attributes(tag, element)


def _is_ours(script: etree._Element) -> bool:
    """Whether a script of a page is a file of ours, or data for one."""
    folder = Path(__file__).parents[1] / "formats" / "scripts"
    text, source = (script.text or "").strip(), script.get("src", "")
    if script.get("type") in {"application/json", "application/ld+json"}:
        return text.startswith(("{", "[")) and not source
    return not text and _PLACE.sub("", source) in {path.name for path in folder.glob("*.js")}


def _attributes(tag: str, element: etree._Element) -> Iterator[str]:
    for key, said in element.items():
        name, value = str(key).rpartition("}")[2].lower(), str(said)
        loads = name in _LOADS or (name == "href" and tag in {"link", "use", "image"})
        elsewhere = loads and _ELSEWHERE.search(value) and not _is_named(tag, element)
        runs = name in _LOADS | {"href"} and _PROGRAM.match(value.lower())
        if re.fullmatch(r"on[a-z]+|srcdoc", name) or runs or elsewhere:
            yield f"<{tag} {name}={value[:40]!r}>"


def _is_named(tag: str, element: etree._Element) -> bool:
    """Whether a link only says where something is, and loads nothing."""
    return tag == "link" and element.get("rel") not in {"stylesheet", "icon", "preload"}
