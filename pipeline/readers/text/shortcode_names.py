"""Names of shortcodes in wide use, and what is known of them.

From WordPress itself (wp-includes/media.php, shortcodes of WordPress.com and Jetpack), and from
plug-ins and themes that lay out pages.
"""

import re

EMBEDS = frozenset(
    {
        "embed", "youtube", "vimeo", "soundcloud", "dailymotion", "googlemaps", "googlevideo",
        "gist", "instagram", "twitter", "tweet", "facebook", "kickstarter", "ted", "spotify",
        "iframe", "pinterest", "tiktok", "giphy", "bandcamp", "slideshare", "flickr", "embedyt",
    }
)  # fmt: skip
"""They show something from another site, and most name its address."""

LANGUAGES = {
    "php": "php", "css": "css", "js": "js", "javascript": "js", "python": "python", "sql": "sql",
    "bash": "bash", "ruby": "ruby", "java": "java", "csharp": "csharp",
}  # fmt: skip
"""Shortcodes named after the programming language of what is in them."""

PROGRAMS = frozenset({"code", "sourcecode", "source", "crayon", "cc", *LANGUAGES})
"""They hold program text, in which brackets mean something else."""

ANYWHERE = frozenset({"gallery", "playlist", "caption", "wp_caption", "contact-form-7"})
"""Shortcodes wherever they stand, even with nothing but the name."""

WITH_VALUES = frozenset({*EMBEDS, "audio", "video", "latex", "contact-form", "wpvideo"})
"""Shortcodes wherever they stand with a value, quoted or not."""

ALONE = frozenset(
    {
        *WITH_VALUES, "toc", "ez-toc", "lwptoc", "products", "sitemap", "archives", "wpforms",
        "gravityform", "polls", "poll", "recent-posts", "subscribe", "nggallery", "tablepress",
        "table", "contact-field", "divider", "spacer", "clear", "likebox", "mailpoet", "raw",
        "addtoany", "sharethis", "pullquote", "metaslider", "layerslider", "wpvideo", "calendar",
    }
)  # fmt: skip
"""Shortcodes where they stand alone on a line: most are words of prose, too."""

PREFIXES = (
    *("vc_", "et_pb_", "fusion_", "su_", "av_", "wpb_", "fl_", "nectar_", "mk_", "tatsu_"),
    *("ut_", "cs_", "ux_", "dt_", "qode_", "elementor-", "ninja_form", "wpforms_", "wc_"),
)
"""How the names of well-known page builders and plug-ins begin."""

_LAYOUT = re.compile(
    r"(?:vc_|et_pb_|fusion_(?!dropcap|highlight|tooltip|popover)|av_|wpb_|fl_|nectar_|tatsu_|cs_)"
    r".*|(?:su_)?(?:rows?|columns?|col|sections?|tabs?|accordions?|toggle|box|spoiler|one|"
    r"(?:one|two|three|four)_(?:half|third|fourth|fifth|sixth)s?(?:_last)?)"
)

HEADINGS = ("title", "heading", "subtitle", "subheading", "sub_title")
"""Values that hold words which stand above the inner text."""

TEXTS = ("text", "content", "caption", "label", "quote", "author")
"""Values that hold words where a shortcode has no inner text."""

IS_CONTROL = re.compile(r"tooltip|button|btn|link|icon|form|field|share|social|gallery|slider|map")
"""Shortcodes whose values are the words of a control, or only appear when one points at it."""


def is_known(name: str) -> bool:
    """Whether a name is that of a shortcode in wide use."""
    return name in ANYWHERE | ALONE | PROGRAMS or name.startswith(PREFIXES)


def is_layout(name: str) -> bool:
    """Whether a shortcode is a box, a column or the like, which begins and ends paragraphs."""
    return _LAYOUT.fullmatch(name) is not None
