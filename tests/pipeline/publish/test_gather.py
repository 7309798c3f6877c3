"""What is made of all posts together, last of all what packs the rest."""

import io
import zipfile
from dataclasses import replace

from pipeline.publish.request import Request
from tests.pipeline.publish.two_posts import run, tree


def packed(data: bytes) -> dict[str, bytes]:
    """The files in a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def asked(request: Request) -> Request:
    """A run that makes the zips, too."""
    return replace(request, formats=("all", "zip", "blog-zip"))


def test_a_zip_is_made_only_if_it_is_named(two_posts: Request) -> None:
    run(two_posts)

    assert not [path for path in tree(two_posts.output) if path.endswith(".zip")]


def test_the_zips_have_what_was_published_and_are_offered(two_posts: Request) -> None:
    report = run(asked(two_posts))
    made = tree(two_posts.output)
    blog, first = packed(made["posts.zip"]), packed(made["posts/first/first.zip"])

    assert report.clean
    assert blog["posts/posts/first/first.mp3"] == made["posts/first/first.mp3"]
    assert first["first/first.mp3"] == made["posts/first/first.mp3"]
    assert first["first/large-print.pdf"] == made["posts/first/large-print.pdf"]
    assert {"posts/index.html", "posts/posts/second/index.html"} <= set(blog)
    assert not [name for name in (*blog, *first) if name.endswith((".epub", ".json", ".xml"))]
    assert b'href="posts.zip"' in made["index.html"]
    assert b'href="first.zip"' in made["posts/first/index.html"]
    assert b'href="posts/first/first.zip"' in made["index.html"]


def test_the_zips_have_the_same_bytes_again(two_posts: Request) -> None:
    run(asked(two_posts))
    before = tree(two_posts.output)
    (two_posts.output / "posts.zip").unlink()
    (two_posts.output / "posts/first/first.zip").unlink()
    run(asked(two_posts))

    assert tree(two_posts.output) == before


def test_where_the_whole_blog_can_not_be_packed_the_index_does_not_offer_it(
    two_posts: Request,
) -> None:
    (two_posts.output / "posts.zip" / "mine").mkdir(parents=True)
    report = run(asked(two_posts))

    assert [error.where for error in report.errors] == [str(two_posts.output / "posts.zip")]
    assert b"posts.zip" not in (two_posts.output / "index.html").read_bytes()
    assert (two_posts.output / "feed.xml").is_file()
