"""One word of a lexicon and how it is said, whatever kind of file it comes from."""

import re
from dataclasses import dataclass

from pipeline.errors import SettingsError
from pipeline.lexicon import ipa as sounds

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One word and how it is said.

    `spoken` is a respelling for any voice; `ipa`, if given, is for voices that accept it.
    `language` is the BCP 47 tag of the text that it is for, "" for any; `where` is its file
    and line.
    """

    written: str
    spoken: str
    ipa: str = ""
    language: str = ""
    where: str = ""

    def serves(self, language: str) -> bool:
        """Whether it is for text of this language."""
        return f"{language}-".lower().startswith(f"{self.language}-".lower()) or not self.language


def is_tag(language: str) -> bool:
    """Whether it looks like a BCP 47 tag."""
    return _TAG.fullmatch(language) is not None


def checked(entry: Entry) -> Entry:
    """The entry, with a respelling made from its IPA where it has none.

    Raises `SettingsError` where its IPA or its language can't be understood.
    """
    if entry.language and not is_tag(entry.language):
        raise SettingsError(
            f'"{entry.language}" is not a language.',
            where=entry.where,
            remedy='A language looks like "en-GB", "cy" or "fr". For every language, leave it out.',
        )
    if not entry.ipa:
        return entry
    try:
        spelled = sounds.respelled(entry.ipa)
    except sounds.IpaError as error:
        raise SettingsError(
            f'"{error.symbol}" in /{entry.ipa}/ is not a sound that Allways knows.',
            where=entry.where,
            remedy="Write the word in IPA, as /ˈlɛmstə/, or spell how it sounds, as Lemster.",
        ) from error
    if not spelled:
        raise SettingsError(
            f"/{entry.ipa}/ has no sound in it.",
            where=entry.where,
            remedy="Write the word in IPA, as /ˈlɛmstə/.",
        )
    return Entry(entry.written, entry.spoken or spelled, entry.ipa, entry.language, entry.where)
