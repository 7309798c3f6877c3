"""What is told of a whole export: one finding for each kind of thing, with a number and names."""

from collections.abc import Sequence

from pipeline.findings import Finding
from pipeline.readers.shared.listing import quoted
from pipeline.readers.shared.reading import note, warning


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 post", "3 posts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def pages(number: int, where: str) -> tuple[Finding, ...]:
    """A note that the pages of an export were left out."""
    if not number:
        return ()
    message = f"Left out: {counted(number, 'page')} of this export, such as “About us”."
    remedy = "To publish them too, write pages = true under [reading] in publication.toml."
    return (note("pages-left-out", where, message, remedy),)


def no_posts(where: str, remedy: str = "") -> tuple[Finding, ...]:
    """A note that a file holds no post at all."""
    return (note("no-posts", where, "There are no posts in this file.", remedy),)


def broken(where: str, why: str) -> tuple[Finding, ...]:
    """A warning that a file of XML breaks its rules, at the first such place."""
    message = f"This file breaks the rules of XML here ({why}). What could be read was read."
    remedy = "Check that all posts are there, and whole. If not, export them again."
    return (warning("xml-broken", where, message, remedy),)


def beginnings(number: int, where: str) -> tuple[Finding, ...]:
    """A note that a feed may have only the beginning of posts."""
    if not number:
        return ()
    message = (
        f"{counted(number, 'post')} of this feed came as a description, which is often only the "
        "beginning of a post. What the feed has was published."
    )
    remedy = "If words are missing, get an export of the blog, or set the feed to full text."
    return (note("excerpt-only", where, message, remedy),)


def comments(number: int, where: str) -> tuple[Finding, ...]:
    """A note that readers' comments were left out."""
    if not number:
        return ()
    message = f"Left out: {counted(number, 'comment')} by readers in this file."
    return (note("comments-left-out", where, message),)


def untitled(titles: Sequence[str], where: str) -> tuple[Finding, ...]:
    """A note that posts got a title from their first words, their address or their date."""
    if not titles:
        return ()
    several = len(titles) > 1
    message = (
        f"{quoted(titles)}: {'these titles were' if several else 'this title was'} made from the "
        "first words, the address or the date, since "
        f"{f'{len(titles):,} posts have' if several else 'the post has'} none."
    )
    remedy = "If you want others, give the posts titles where they are from."
    return (note("title-guessed", where, message, remedy),)


def without_text(titles: Sequence[str], where: str) -> tuple[Finding, ...]:
    """A warning that posts were left out because there is no text in them."""
    if not titles:
        return ()
    message = f"Left out: {counted(len(titles), 'post')} without any text: {quoted(titles)}."
    remedy = "If they have text on your blog, export the whole blog again."
    return (warning("no-text", where, message, remedy),)


def recordings(number: int, where: str) -> tuple[Finding, ...]:
    """A note that sound or film which belongs to posts is not published."""
    if not number:
        return ()
    message = (
        f"{counted(number, 'post')} with a recording (sound or film): the recording is not "
        "published, only what is written about it."
    )
    return (note("recording-left-out", where, message),)


def furniture(number: int, one: str, many: str, where: str) -> tuple[Finding, ...]:
    """A note that boxes and closing lines of a system were left out."""
    if not number:
        return ()
    message = f"Left out: {counted(number, one, many)}, not written by the author of the posts."
    return (note("page-furniture", where, message),)


def lost_links(number: int, where: str) -> tuple[Finding, ...]:
    """A note that links lead nowhere without the address of the blog."""
    if not number:
        return ()
    message = (
        f"{counted(number, 'post')} with links to other pages of the blog: the links were left "
        "out, since the file does not say the blog's address. Their words were kept."
    )
    return (note("links-left-out", where, message),)
