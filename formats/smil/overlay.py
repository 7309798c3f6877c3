"""Media overlays in the SMIL of EPUB: which sound belongs to which element (EPUB 3.3, 9).

An overlay is made from the page, so it has the page's order and only ids that are in the page.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

from formats.clock import smil
from formats.smil.clips import AudioClip
from formats.smil.events import Event, Structure, events

# EPUB 3.3 has "https" in this name; every tool, and EPUB 3.4, has "http".
_SMIL = "http://www.w3.org/ns/SMIL"
_EPUB = "http://www.idpf.org/2007/ops"

_OVERLAY = f"""<smil xmlns="{_SMIL}" xmlns:epub="{_EPUB}" version="3.0">\
<body epub:textref="{{text}}"/></smil>"""


def page_overlay(page: etree._Element, text: str, heard: Mapping[str, AudioClip]) -> bytes:
    """The overlay of a page: a `par` for each element that is heard, in the page's order.

    They are inside a `seq` for each structure that a listener can escape from or skip.
    """
    overlay = _Overlay(text, heard)
    overlay.fill(overlay.body, events(page, heard))
    return etree.tostring(overlay.root, encoding="utf-8", xml_declaration=True, pretty_print=True)


class _Overlay:
    """Builds an overlay."""

    def __init__(self, text: str, heard: Mapping[str, AudioClip]) -> None:
        self._text = text
        self._heard = heard
        self.root = etree.fromstring(_OVERLAY.format(text=text))
        self.body = self.root[0]

    def fill(self, parent: etree._Element, played: Iterable[Event]) -> None:
        """Add what is played."""
        for event in played:
            if isinstance(event, str):
                self._par(parent, event)
            else:
                self.fill(self._seq(parent, event), event.events)

    def _seq(self, parent: etree._Element, structure: Structure) -> etree._Element:
        where = f"{self._text}#{structure.id}"
        named = {f"{{{_EPUB}}}textref": where, f"{{{_EPUB}}}type": structure.kind}
        return etree.SubElement(parent, f"{{{_SMIL}}}seq", named)

    def _par(self, parent: etree._Element, unit: str) -> None:
        """One element and its clip; EPUBCheck requires the text before the sound."""
        clip = self._heard[unit]
        par = etree.SubElement(parent, f"{{{_SMIL}}}par")
        etree.SubElement(par, f"{{{_SMIL}}}text", {"src": f"{self._text}#{unit}"})
        times = {"clipBegin": smil(clip.begin), "clipEnd": smil(clip.end)}
        etree.SubElement(par, f"{{{_SMIL}}}audio", {"src": clip.sound, **times})
