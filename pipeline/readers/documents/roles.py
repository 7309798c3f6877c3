"""What a paragraph of a document is by its style, as HTML."""

_CLASSES = frozenset({"title", "author", "date", "caption"})


def block(role: str, inner: str, said: str = "") -> str:
    """Running text as the block that its role makes of it, such as "h2", "quote" or "title".

    `said` are the attributes of the block, such as its language, each with a space before it.
    """
    if role.startswith("h"):
        return f"<{role}{said}>{inner}</{role}>"
    if role == "quote":
        return f"<blockquote><p{said}>{inner}</p></blockquote>"
    if role == "code":
        return f"<pre>{inner}</pre>"
    kind = f' class="{role}"' if role in _CLASSES else ""
    return f"<p{kind}{said}>{inner}</p>"
