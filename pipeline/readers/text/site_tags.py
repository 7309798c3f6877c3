"""What is told of a tag, shortcode or component that only the blog's own system can fill in."""

from pipeline.findings import Finding
from pipeline.readers.shared.reading import warning

_LONGEST = 80  # characters of a tag that a message shows
_REMEDY = "Check how that part reads, and write into the post what readers should find there."


def site_tag(where: str, tag: str, kept: str = "") -> Finding:
    """A warning that a tag was left out; `kept` is a sentence about what stays of it."""
    message = f"Only your site knows what {shown(tag)} stands for, so it was left out."
    return warning("template-tag", where, f"{message} {kept}".rstrip(), _REMEDY)


def first_kept(where: str, tag: str) -> Finding:
    """A warning that of several texts, of which a site shows one, the first was kept."""
    message = f"Your site decides by {shown(tag)} which text it shows; the first was kept."
    return warning("template-tag", where, message, _REMEDY)


def lost_link(where: str, tag: str) -> Finding:
    """A warning that a link was left out since only the site knows the address of the page."""
    message = (
        f"A link to another page of your site was left out: {shown(tag)}. Its words were kept."
    )
    return warning("template-tag", where, message, "Write the address of that page in its place.")


def shown(tag: str) -> str:
    """A tag as a message shows it: not all of a long one."""
    return tag if len(tag) <= _LONGEST else f"{tag[: _LONGEST - 1]}…"
