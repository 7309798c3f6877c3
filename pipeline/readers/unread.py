"""Kinds of file that are not read, each by its name for people, with the step that helps.

A file is known by its first bytes before its name: what is called `.md` may be a PDF.
"""

from dataclasses import dataclass
from pathlib import PurePath

_COPY = "Copy its words into a document, and save that in the folder."
_TO_WORD = "In Word, choose File, Save As, and Word Document (.docx)."
_EPUB = "Open it in the program calibre, choose Convert books, and EPUB."
_UNPACK = "Unpack it, and put the folder here."
_PANDOC = (
    "Save it as Markdown, Word Document (.docx) or a web page (.html) in the program that you"
    ' write it with; or, with the program Pandoc, type "pandoc {name} -o {stem}.md".'
)
_ODT = "Open it in LibreOffice, choose File, Save As, and ODF Text Document (.odt)."


@dataclass(frozen=True, slots=True)
class Unread:
    """A kind of file that is not read: what it is, as in "a PDF", and what to do about it."""

    what: str
    remedy: str
    endings: tuple[str, ...] = ()


_PDF = Unread(
    "a PDF",
    "Put in the document that it was made from. If there is none, open the PDF in Word or in"
    " LibreOffice, check the text, and save it as Word Document (.docx).",
    (".pdf",),
)
_DOC = Unread("a document of an older Word", _TO_WORD, (".doc", ".dot"))
_LOCKED = Unread(
    "a Word document that is protected by a password, or damaged",
    "Open it in Word; under File, Info, Protect Document, Encrypt with Password, delete the"
    " password; and save it.",
)
_PACKED = Unread(
    "a packed folder",
    _UNPACK,
    (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar"),
)
_PICTURE = Unread("a picture", "Put it beside a post, and name it there.")
_OUTLINE = Unread(
    "a presentation", _COPY, (".ppt", ".pptx", ".pps", ".ppsx", ".key", ".odp", ".gslides")
)

_PLAYED = (
    "Posts are published with their narration, and without other sound or video. To let people"
    " hear or see this, put it on the web yourself, and link to it in a post."
)

_KINDS = (
    _PDF,
    Unread("a sound recording", _PLAYED,
           (".mp3", ".m4a", ".m4b", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".aif",
            ".aiff", ".wma", ".amr")),
    Unread("a video", _PLAYED,
           (".mp4", ".m4v", ".mov", ".webm", ".avi", ".mkv", ".mpg", ".mpeg", ".ogv", ".wmv",
            ".3gp")),
    _DOC,
    _PACKED,
    _OUTLINE,
    Unread("a document of Pages", "In Pages, choose File, Export To, and Word.", (".pages",)),
    Unread(
        "a link to a document in Google Docs, and not the document",
        "In Google Docs, choose File, Download, and Microsoft Word (.docx).",
        (".gdoc",),
    ),
    Unread("an e-mail", _COPY, (".eml", ".msg", ".mbox", ".emlx")),
    Unread(
        "a web page with everything in one file",
        'Open it in the browser, choose Save Page As, and "Web page, complete" or "HTML only".',
        (".mht", ".mhtml", ".webarchive", ".maff"),
    ),
    Unread("a text in TeX", _PANDOC, (".tex", ".latex", ".ltx")),
    Unread("a text in Org mode", _PANDOC, (".org",)),
    Unread("a text in AsciiDoc", _PANDOC, (".adoc", ".asciidoc", ".asc")),
    Unread("a text in Textile", _PANDOC, (".textile",)),
    Unread("a text of a wiki", _PANDOC, (".mediawiki", ".wiki", ".dokuwiki", ".creole")),
    Unread("a Jupyter notebook", 'In Jupyter, choose File, Save and Export, "Markdown".',
           (".ipynb",)),
    Unread("a document of Works, Write or WordPerfect", _ODT, (".wps", ".wpd", ".wri", ".lwp")),
    Unread("a document of an older OpenOffice", _ODT, (".sxw", ".sdw", ".stw")),
    Unread("a flat document of LibreOffice", _ODT, (".fodt",)),
    Unread("notes of OneNote", "In OneNote, choose File, Export, Page, and Word Document (.docx).",
           (".one", ".onepkg")),
    Unread("notes of Evernote", "In Evernote, choose Export, and HTML.", (".enex",)),
    Unread("a book for Kindle", _EPUB, (".mobi", ".azw", ".azw3", ".azw4", ".kfx", ".prc")),
    Unread("a book in an older format", _EPUB, (".fb2", ".lit", ".lrf", ".pdb", ".djvu", ".cbz")),
    Unread("a project of Scrivener", "In Scrivener, choose File, Compile, and Word (.docx).",
           (".scriv", ".scrivx")),
    Unread("subtitles", _COPY, (".vtt", ".srt")),
    Unread("a backup that a program made", "If nothing is missing, delete it.",
           ("~", ".bak", ".tmp", ".swp", ".orig")),
)  # fmt: skip

_SIGNS = (
    (b"%PDF-", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"

# What the first parts in a packed document are called, or say.
_INSIDE = (
    (b"application/epub+zip", "a book", ".epub"),
    (b"opendocument.text", "a document of LibreOffice", ".odt"),
    (b"word/", "a Word document", ".docx"),
)
_NEW_WORD = (".docx", ".docm", ".dotx", ".dotm")


def by_bytes(name: str, head: bytes) -> Unread | None:
    """The kind of a file by its first bytes, whatever its name says; None for text and others."""
    ending = PurePath(name).suffix.lower()
    if head.startswith(_OLE):
        if ending in _NEW_WORD:
            return _LOCKED
        return _by_ending(name) or _DOC
    if head.startswith(_ZIP):
        return _by_ending(name) or _inside(head)
    return next((kind for sign, kind in _SIGNS if head.startswith(sign)), None)


def kind(name: str, head: bytes) -> Unread | None:
    """The kind of a file that no reader claims, by its bytes or its name; None if unknown."""
    found = by_bytes(name, head) or _by_ending(name)
    if found is None:
        return None
    path = PurePath(name)
    remedy = found.remedy.replace("{name}", path.name).replace("{stem}", path.stem)
    return Unread(found.what, remedy)


def _by_ending(name: str) -> Unread | None:
    low = name.lower()
    return next((kind for kind in _KINDS if low.endswith(kind.endings)), None)


def _inside(head: bytes) -> Unread:
    for sign, what, ending in _INSIDE:
        if sign in head:
            return Unread(what, f"Give its name the ending {ending}.")
    return _PACKED
