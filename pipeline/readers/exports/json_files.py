"""Files of JSON: feeds and exports that are made of it, each recognised by what is in it.

A file of JSON that is none of these is told, since it may be a blog all the same.
"""

from pipeline.readers.exports import blogger_posts, data, ghost, json_feed, wordpress_posts
from pipeline.readers.exports.posts import contents
from pipeline.readers.shared.reading import Defaults, File, FileContents, note

# Each returns what it found in a value, or None where the value is of another kind.
_KINDS = (json_feed.find, ghost.find, blogger_posts.find, wordpress_posts.find)


def claims(name: str, head: bytes) -> bool:
    """A file that begins as JSON does, whatever its name; or one that is named so."""
    return name.lower().endswith(".json") or (_may_be(name) and data.is_json(head))


def _may_be(name: str) -> bool:
    """Whether a file may be JSON by its name: prose may begin with a bracket, too."""
    return not name.lower().endswith((".md", ".markdown", ".txt", ".html", ".htm", ".csv", ".rst"))


def read(file: File, defaults: Defaults) -> FileContents:
    """The posts of an export in JSON; a note where it is data of another kind."""
    value = data.load(file)
    for find in _KINDS:
        found = find(value, file, defaults)
        if found is not None:
            return contents(found, file, defaults)
    message = "This is a file of data (JSON) that Allways does not read as posts."
    remedy = "If posts are in it, export the blog as WordPress, Ghost, RSS or Markdown."
    return FileContents(findings=(note("unread-file", file.name, message, remedy),))
