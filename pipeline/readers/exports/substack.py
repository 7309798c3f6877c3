"""A post of Substack's export: a fragment of HTML named by number and slug, and a row of posts.csv.

The fragment has no title. posts.csv lies in the folder above, and says title, date, and for whom
the post is. Other tables of the export are about readers: they are not opened, and not told.
"""

import csv
import io
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pipeline import dates, source
from pipeline.findings import Finding
from pipeline.readers.exports import told
from pipeline.readers.exports.posts import ExportContents, contents
from pipeline.readers.exports.substack_html import cleaned
from pipeline.readers.shared.chars import one_line
from pipeline.readers.shared.files import LARGEST, beginning, decode
from pipeline.readers.shared.reading import Article, Defaults, File, FileContents, Meta, note
from pipeline.source import Refusal

_NAME = re.compile(r"(\d{3,})(?:\.([^/]*))?\.html?", re.IGNORECASE)
_DOCUMENT = re.compile(r"\s*(?:<!doctype|<html|<head|---)", re.IGNORECASE)
_TABLES = ("post_id,", "email,active_subscription", "email,name,")
_BOXES = "“Subscribe” and “Share” boxes"
_WITHHELD = {
    "only_paid": "is for paying readers only",
    "founding": "is for paying readers only",
    "only_free": "is for subscribers only",
}


def claims(name: str, head: bytes) -> bool:
    """A fragment named as Substack names its posts, or one of the tables beside them."""
    text = beginning(head)
    if name.lower().endswith(".csv"):
        return text.lower().startswith(_TABLES)
    return bool(_NAME.fullmatch(name)) and not _DOCUMENT.match(text)


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a fragment; nothing for a table, which is read with the posts."""
    found = _NAME.fullmatch(file.path.name)
    if not found:
        return FileContents()
    row = _row(file, found)
    meta = _meta(row, found)
    if row.get("type") == "page" and not defaults.pages:
        return FileContents(findings=told.pages(1, file.name))
    if meta.withheld:
        return contents(ExportContents((Article(meta, ""),)), file, defaults)
    text, boxes, recorded = cleaned(decode(file).text)
    findings = (
        *(() if row else (_no_row(file),)),
        *told.furniture(
            boxes, "“Subscribe” or “Share” box", "“Subscribe” and “Share” boxes", file.name
        ),
        *told.recordings(int(recorded or bool(row.get("podcast_url"))), file.name),
    )
    return contents(ExportContents((Article(meta, text, first=1),), findings), file, defaults)


def _no_row(file: File) -> Finding:
    message = (
        "posts.csv of the Substack export has no row for this post, or is not there; the title "
        "was made from the file's name, and the date is not known."
    )
    remedy = "Put posts.csv into the folder above this file, as it was in the export."
    return note("substack-table", file.name, message, remedy)


def _meta(row: Mapping[str, str], name: re.Match[str]) -> Meta:
    slug = name[2] or ""
    said = one_line(slug.replace("-", " "))
    title = one_line(row.get("title", "")) or said[:1].upper() + said[1:]
    published = row.get("is_published", "true").strip().lower() in {"true", "1", "yes"}
    return Meta(
        title=title.replace("&", "&amp;").replace("<", "&lt;"),
        slug=slug or name[1],
        published=dates.parse(row.get("post_date", "")),
        summary=one_line(row.get("subtitle", "")).replace("&", "&amp;").replace("<", "&lt;"),
        withheld=_WITHHELD.get(row.get("audience", ""), "") if published else "is a draft",
    )


def _row(file: File, name: re.Match[str]) -> Mapping[str, str]:
    """What posts.csv, beside the file or in the folder above, says of a post; {} if nothing."""
    for folder in (file.path.parent.parent, file.path.parent):
        data = source.read(folder / "posts.csv", file.root, LARGEST)
        if isinstance(data, Refusal):
            continue
        rows = _rows(data)
        for key in (Path(name[0]).stem, name[1]):
            if key in rows:
                return rows[key]
    return {}


@lru_cache(maxsize=1)  # the same table for each post of an export
def _rows(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """The rows of the table by their `post_id`, which is "123.slug" or "123"."""
    table = csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    try:
        rows = [{str(k): v for k, v in row.items() if isinstance(v, str)} for row in table]
    except csv.Error:  # a cell longer than 128 KiB, which is no such table
        return {}
    return {row.get("post_id", ""): row for row in rows}
