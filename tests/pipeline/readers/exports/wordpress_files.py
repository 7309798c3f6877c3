"""WordPress exports made for tests: a channel, and items with only what a test is about."""

from collections.abc import Mapping
from html import escape

_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.5" created="2026-01-01 10:00" -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Towpath notes</title>
<link>https://example.org</link>
<language>{language}</language>
<wp:author><wp:author_login>ada</wp:author_login><wp:author_display_name>\
<![CDATA[Ada Example]]></wp:author_display_name></wp:author>
"""

_USUAL = {
    "title": "A tide",
    "dc:creator": "ada",
    "wp:post_id": "1",
    "wp:post_date": "2026-05-31 10:00:00",
    "wp:post_date_gmt": "2026-05-31 10:00:00",
    "wp:status": "publish",
    "wp:post_type": "post",
}


def item(
    content: str = "Text.",
    extra: str = "",
    metas: Mapping[str, str] | None = None,
    **fields: str,
) -> str:
    """An item; `fields` are without their prefix, as in `status="draft"`."""
    named = dict(_USUAL)
    for name, value in fields.items():
        prefixed = next((usual for usual in _USUAL if usual.endswith(f":{name}")), "")
        named[name if name in ("title", "link", "pubDate") else prefixed or f"wp:{name}"] = value
    written = "".join(f"<{name}>{escape(value)}</{name}>\n" for name, value in named.items())
    meta = "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key>"
        f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>\n"
        for key, value in (metas or {}).items()
    )
    content = f"<content:encoded><![CDATA[{content}]]></content:encoded>\n"
    return f"<item>\n{written}{content}{extra}{meta}</item>\n"


def picture(number: str, url: str, alt: str = "", caption: str = "") -> str:
    """An attachment with an address, an alternative text and a caption."""
    extra = f"<excerpt:encoded><![CDATA[{caption}]]></excerpt:encoded>\n"
    return item(
        "",
        extra,
        {"_wp_attachment_image_alt": alt},
        title="File",
        post_id=number,
        post_type="attachment",
        status="inherit",
        attachment_url=url,
        post_parent="1",
    )


def export(*items: str, language: str = "en-US") -> str:
    """An export with some items."""
    return _HEAD.format(language=language) + "".join(items) + "</channel>\n</rss>\n"
