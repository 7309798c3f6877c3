"""What the names of a page's parts say: the classes and ids of blog themes and site builders."""

import re

from bs4 import Tag

from pipeline.readers.html.classes import class_names

# Attributes in which site builders name a part: Wix, Medium, Substack.
_ATTRIBUTES = ("data-hook", "data-testid", "data-component-name")
# Elsewhere, an id is made of the words of a heading: "share-your-work".
_WITH_IDS = frozenset({"div", "aside", "nav", "ul", "ol", "header", "footer", "form", "main"})
_SECTIONS = frozenset({"comments", "respond", "related", "sidebar", "discussion"})
# What WordPress adds to the name of a whole post, such as "category-social-care".
_TOPICS = re.compile(r"(?:category|tag|type|status|format|has|is|wp-custom|menu-item)-")

_FURNITURE = re.compile(
    r"(?:^|[-_])(?:comments?(?:[-_]?(?:list|area|form|section|respond|wrap\w*|widget))?|commentlist|"
    r"respond|disqus\w*|webmentions?|discussion|reactions|"
    r"share|shar(?:e|ing)-?(?:bar|box|buttons?|icons?|links?|this|wrap\w*|tools?)|sharing|"
    r"sharedaddy|socials?|social-?(?:icons|links|bar|buttons|media)|addtoany|sd-block|"
    r"likes?|claps?|post-ufi|speechify|view-count|"
    r"related\w*|jp-relatedposts|yarpp|recommended|recirc\w*|read-more-wrap|more-from|outbrain|"
    r"taboola|recent[-_]posts|popular[-_]posts|"
    r"nav|navbar|navigation|navlinks|paginat\w+|paginav|pager|paging|prev[-_]?next|next[-_]?prev|"
    r"breadcrumbs?|menu|sidebar|widgets?|masthead|topbar|toolbar|skip[-_]?links?|"
    r"toc|table-of-contents|contents-list|ez-toc\w*|"
    r"newsletter|subscribe|subscription|sign-?up|mailchimp|mc_embed\w*|optin|footer-cta|"
    r"cookies?|consent|gdpr|modal|popup|paywall|ads?|advert\w*|adsbygoogle|promo|"
    r"editsection|navbox|catlinks|feedback|print(?:er)?-?friendly|powered-by|copyright)(?=[-_]|$)",
    re.IGNORECASE,
)
_BYLINES = re.compile(
    r"(?:^|[-_])(?:byline|posted[-_](?:by|on|in)|post-?meta(?:data)?|entry-?meta|article-?meta|"
    r"blog-item-meta\w*|meta(?:data)?|postmetadata|post-?(?:date|author|info|details|time)|"
    r"entry-?(?:date|author)|date(?:line|-header|-time)?|timestamp|author(?:s|-?name|-?bio|-?box|"
    r"-?info|-?profile|-?list|-?card|-?description)?|about-author|vcard|"
    r"read(?:ing)?-?time|time-to-read|storyReadTime|storyPublishDate|authorName|user-name|"
    r"post-?terms|taxonom\w+|tags?|tag-?(?:list|links)|tagcloud|pw-tags|cat-?links|categor(?:y|ies)|"
    r"labels?|filed-under|kicker)(?=[-_]|$)",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"(?:post|entry|article|story|single|blog|blog-post|page|td-post|c-entry)[-_]{1,2}"
    r"(?:content|body|text|entry|copy|prose)|articlebody|postbody|e-content|gh-content|"
    r"available-content|entry|blog-item-content|(?:gem-c-)?govspeak|blog-post-description|"
    r"post-description|markdown-body|theme-doc-markdown|wp-block-post-content|rich-?text|prose|"
    r"mw-parser-output|blog-item-content-wrapper|entry-summary-content",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:^|[-_])(?:lead|lede|dek|deck|standfirst|sub-?title|sub-?heading|excerpt|"
    r"lead-paragraph|intro(?:duction)?|summary)(?=[-_]|$)",
    re.IGNORECASE,
)


def names(tag: Tag) -> list[str]:
    """What a part is called, in its classes and other attributes."""
    said = [str(tag.get(name)) for name in _ATTRIBUTES if tag.get(name)]
    own = str(tag.get("id", ""))
    if own and (tag.name in _WITH_IDS or (tag.name == "section" and own in _SECTIONS)):
        said.append(own)
    return [name for name in (*class_names(tag), *said) if not _TOPICS.match(name)]


def is_furniture(tag: Tag) -> bool:
    """Comments, buttons to share, lists of other posts, menus, notices of the site."""
    return any(map(_FURNITURE.search, names(tag)))


def is_byline(tag: Tag) -> bool:
    """Who wrote it, when, and under which tags."""
    return any(map(_BYLINES.search, names(tag)))


def is_content(tag: Tag) -> bool:
    """The box of a post's text."""
    return tag.get("itemprop") == "articleBody" or any(map(_CONTENT.fullmatch, names(tag)))


def is_lead(tag: Tag) -> bool:
    """A line of the post between its title and its text."""
    return any(map(_LEAD.search, names(tag)))
