"""A text in Rich Text Format (.rtf, and .doc of many programs): one file, one post."""

from pipeline.readers.documents import properties
from pipeline.readers.documents.flat_lists import nest
from pipeline.readers.documents.one_post import DocumentPage, bare, one_post
from pipeline.readers.documents.rtf_text import RtfText
from pipeline.readers.documents.rtf_tokens import tokens
from pipeline.readers.documents.saved_page import drop_same_languages, most_spoken
from pipeline.readers.html.document import tree
from pipeline.readers.shared.reading import Defaults, File, FileContents, Meta


def claims(name: str, head: bytes) -> bool:
    """A file that begins as Rich Text Format does, whatever its name; or is named so and empty."""
    return head.lstrip().startswith(b"{\\rtf") or (not head and name.lower().endswith(".rtf"))


def read(file: File, defaults: Defaults) -> FileContents:
    """The post in a text in Rich Text Format; `ReadError` where there is none."""
    text = RtfText()
    body = tree(text.html(tokens(file.data)))
    nest(body)
    language = most_spoken(body, text.default_language)
    drop_same_languages(body, language or defaults.language)
    meta = Meta(
        title=properties.title(text.caught("title")),
        language=properties.language_unless_unchosen(language, None, defaults.language),
        authors=properties.people([text.caught("author")]),
    )
    return one_post(DocumentPage(body, meta, text.pictures, text.lost), bare(file), defaults)
