"""The pictures on the buttons, drawn with lines in the colour of the text.

So they are seen with any colours, forced ones too; a typeface that lacks a sign can't spoil them.
"""

_DRAWN = {
    "play": '<path class="when-paused" d="M8 5v14l11-7z"/>'
    '<path class="when-playing" d="M7 5h4v14H7zM13 5h4v14h-4z"/>',
    "back": '<path d="M19 5v14l-10-7zM5 5h3v14H5z"/>',
    "on": '<path d="M5 5v14l10-7zM16 5h3v14h-3z"/>',
    "back-15": '<path d="M6 1L1 5.5l5 4.5zM6 4.5h7v2H6z"/><text x="13" y="20">15</text>',
    "on-15": '<path d="M18 1l5 4.5-5 4.5zM11 4.5h7v2h-7z"/><text x="11" y="20">15</text>',
    "heading-back": '<path d="M9 6L1 12l8 6z"/><text class="large" x="17" y="18">H</text>',
    "heading-on": '<path d="M15 6l8 6-8 6z"/><text class="large" x="7" y="18">H</text>',
    "more": '<path d="M3 10h4v4H3zM10 10h4v4h-4zM17 10h4v4h-4z"/>',
    "parts-button": '<path d="M3 5h3v3H3zM8 5h13v3H8zM3 10.5h3v3H3zM8 10.5h13v3H8z'
    'M3 16h3v3H3zM8 16h13v3H8z"/>',
    "search-button": '<path class="line" d="M15 10a5 5 0 1 1-10 0a5 5 0 1 1 10 0zM14 14l6 6"/>',
    "settings-button": '<text class="large" x="12" y="18">Aa</text>',
    "link": '<path class="line" d="M10 14l4-4M11 7l2-2a4.2 4.2 0 0 1 6 6l-2 2M13 17l-2 2'
    'a4.2 4.2 0 0 1-6-6l2-2"/>',
    "keys-button": '<text class="large" x="12" y="19">?</text>',
}


def icon(name: str) -> str:
    """The picture of a button; it says nothing, because the button has a name."""
    return f'<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">{_DRAWN[name]}</svg>'
