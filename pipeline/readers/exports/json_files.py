"""Files of JSON: feeds and exports that are made of it, each recognised by what is in it.

A file of JSON that is none of these is told, since it may be a blog all the same.
"""

from pipeline.readers.exports import blogger_posts, data, ghost, json_feed, wordpress_posts
from pipeline.readers.exports.posts import contents
from pipeline.readers.shared.reading import Defaults, File, FileContents, note

# Each returns what it found in a value, or None where the value is of another kind.
_KINDS = (json_feed.find, ghost.find, blogger_posts.find, wordpress_posts.find)

# What is in the first bytes of each, whatever the file's name: other JSON is told as any file is.
_SIGNS = (b"jsonfeed.org/version", b'"db"', b'"blogger#', b'"rendered"')


def claims(name: str, head: bytes) -> bool:
    """A file that is named as JSON, or that begins with JSON in which there is a sign of a blog."""
    if name.lower().endswith((".json", ".jsonfeed")):
        return True
    return data.is_json(head) and any(sign in head for sign in _SIGNS)


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
