"""Addresses of pages and people shown in running text, in any language."""

import re

from formats.words import Words
from pipeline.script.normalise.regex import regex
from pipeline.script.normalise.rule import Rule

_ADDRESS = regex(r"\b(?:https?://|www\.)([^\s<>\"”’)\]]*[^\s<>\"”’)\].,;:!?])")
_MAIL = regex(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def rules(known: Words) -> tuple[Rule, ...]:
    """The path of an address is dropped: no listener can follow it, and it is on the page."""

    def address(match: re.Match[str]) -> str:
        host = match[1].split("/")[0].split("?")[0].removeprefix("www.")
        return known.link.format(host.replace(".", known.dot))

    def mail(match: re.Match[str]) -> str:
        return match[0].replace(".", known.dot)

    return (
        Rule("address", _ADDRESS, address, drops=True),
        Rule("mail", _MAIL, mail),
    )
