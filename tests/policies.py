"""Whether a web page holds itself to a content security policy, and keeps it (CSP level 3)."""

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from lxml import etree, html

_NEVER = {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
_BESIDE = {"'self'", "file:"}
_LOADS = {"script": "script", "img": "img", "audio": "media", "video": "media", "source": "media"}


def pages(path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The web pages in a file, itself or packed into it.

    The pages of a DAISY 2.02 book are for players, which know no policy; they may do even less
    (`tests/active.py`).
    """
    if path.endswith(".html"):
        yield path, data
    elif path.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = pack.namelist()
            if any(name.endswith("ncc.html") for name in names):
                return
            for name in names:
                yield from pages(name, pack.read(name))


def broken(page: bytes, own: str) -> Iterator[str]:
    """What is wrong with a page's policy, and what in the page it would refuse.

    `own` is the address of the blog, from which a page may load by its full address.
    """
    root = html.document_fromstring(page)
    elements = list(root.iter("*"))
    metas = [e for e in elements if e.get("http-equiv") == "Content-Security-Policy"]
    if len(metas) != 1:
        yield f"{len(metas)} policies"
        return
    before = {e.tag for e in elements[: elements.index(metas[0])]}
    if not before <= {"html", "head", "meta"}:
        yield f"the policy comes after {sorted(map(str, before))}"
    parts = (part.strip().partition(" ") for part in str(metas[0].get("content")).split(";"))
    policy = {kind: sources for kind, _, sources in parts}
    if any(policy.get(kind) != sources for kind, sources in _NEVER.items()):
        yield "what it does not name is not forbidden"
    scripts = set(policy.get("script-src", "").split())
    if any(s not in _BESIDE and not s.startswith("'sha256-") for s in scripts):
        yield f"scripts from {sorted(scripts)}"
    yield from _refused(elements, policy, own)


def _refused(elements: Iterable[etree._Element], policy: dict[str, str], own: str) -> Iterator[str]:
    for element in elements:
        tag, text = str(element.tag), element.text or ""
        inside = tag in {"script", "style"} and not element.get("src")
        if inside and not _allows(policy, tag, text):
            yield f"<{tag}> in the page: {text[:40]}"
        loaded = element.get("src")
        if loaded and re.match(r"[a-z]+:|//", loaded) and not loaded.startswith(own):
            yield f"<{tag} src={loaded!r}>"
        if loaded and f"{_LOADS.get(tag, 'none')}-src" not in policy:
            yield f"<{tag} src={loaded!r}> is refused"
        if element.get("style") and "'unsafe-inline'" not in policy.get("style-src", ""):
            yield f"<{tag} style>"
        yield from (f"<{tag} {key}>" for key in map(str, element.attrib) if key.startswith("on"))


def _allows(policy: dict[str, str], tag: str, text: str) -> bool:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'" in policy.get(f"{tag}-src", "")
