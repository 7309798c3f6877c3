"""How well a sentence can be read without the text around it.

Whoever reads only some sentences of a post does not know whom "he" or what "this" was. There is
no parser here: only how a sentence begins and ends is looked at, in the languages of the tables.
"""

import re
from functools import cache

from formats.languages import primary

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Characters that are written without spaces, for a set in a pattern: Thai, Lao, Burmese, Khmer,
kana and Chinese characters."""

# What refers to something before it, at the beginning of a sentence or after a few words.
_REFERRING = {
    "cy": "hwn|hon|hyn|hynny|hwnnw|honno|rhain|rheini|ef|hi|nhw|hwy|mae['’]n",
    "de": "dies(?:e[rmns]?)?(?! (?:Beitrag|Artikel|Blog|Text))|das(?= (?:ist|war|wird|hat|kann))|"
    "er|sie|es|ihm|ihnen|jene[rmns]?|solche[rmns]?|beide|dabei|damit|dadurch|davon|dazu|darin",
    "en": "th(?:is|ese)(?! (?:blog|post|article|guide|page|series|week|month|year)s?\\b)|those|"
    "he|she|they|him|them|others|such|both of",
    "es": "est[aeo]s?(?! (?:art[ií]culo|blog|entrada|gu[ií]a))|es[aeo]s?|él|ellos?|ellas?|ambos",
    "fr": "cet?(?:te)?(?! (?:article|billet|blog|texte|guide))|ces|cela|ceci|ça|c['’]est|"
    "ils?|elles?|celui-ci|celle-ci|ceux-ci|lui",
    "it": "quest[aeio](?! (?:articolo|blog|post|guida))|quell[aeio]|ciò|egli|lui|lei|loro|essi",
    "ja": "これ|それ|この(?!記事|ブログ|投稿)|その|あれ|あの|こう|そう|彼|ここで|そこ",
    "nl": "dit|deze(?! (?:blog|tekst|gids))|dat|die|hij|zij|ze|hem|hen|zulke|beide|daarmee",
    "pt": "est[ae]s?(?! (?:artigo|blog|texto|guia))|ess[ae]s?|isto|isso|eles?|elas?|aquel[ae]s?",
}

# What joins a sentence to the one before it.
_JOINING = {
    "cy": "ond|ac?|felly|hefyd|wedyn|yna|er enghraifft|fodd bynnag|yn ogystal",
    "de": "aber|und|oder|doch|denn|also|daher|deshalb|darum|deswegen|trotzdem|jedoch|außerdem|"
    "dann|so|zum beispiel|auch|hier|dort|allerdings|ihr|sein",
    "en": "it|its|his|her|their|and|but|so|or|nor|yet|however|therefore|thus|hence|also|then|"
    "that|instead|moreover|furthermore|similarly|likewise|for (?:example|instance)|as such|"
    "in (?:addition|contrast|other words|turn|fact|short)|meanwhile|again|here|there|because|"
    "another|either|neither|as a result|otherwise|plus|indeed|besides|consequently|next|later|"
    "finally|second(?:ly)?|third(?:ly)?|lastly|yes|no|well|anyway|anyhow|on the (?:contrary|"
    "other hand)|all in all|to be sure|without further ado|doing so|to do so|better yet|even|"
    "the (?:latter|former|others?|second|third|same)|looked at|others?|one more|right",
    "es": "pero|y|o|así|por (?:eso|ejemplo|lo tanto)|además|también|entonces|sin embargo|su|sus",
    "fr": "mais|et|ou|donc|ainsi|alors|puis|ensuite|car|cependant|pourtant|par exemple|aussi|"
    "de plus|en effet|son|sa|ses|leurs?",
    "it": "ma|e|o|quindi|così|perciò|inoltre|anche|però|poi|per esempio|ad esempio|tuttavia|suo",
    "ja": "しかし|そして|また|だから|でも|つまり|例えば|たとえば|ただし|さらに|なお|一方",
    "nl": "maar|en|of|dus|daarom|ook|dan|toch|echter|bovendien|bijvoorbeeld|want|zo|het is|zijn",
    "pt": "mas|e|ou|assim|por isso|portanto|além disso|também|então|porém|por exemplo|seu|sua",
}

# What begins a sentence about the one who writes: more often a story than a point.
_PERSONAL = {
    "cy": "rwy|dwi|rydw|fy",
    "de": "ich|mein",
    "en": "i|my",
    "es": "yo|mi|mis",
    "fr": "je|j['’]\\w+|mon|ma|mes",
    "it": "io|mio|mia",
    "ja": "私は|私の|僕",
    "nl": "ik|mijn",
    "pt": "eu|meu|minha",
}


@cache
def _pattern(before: str, words: str, edge: str) -> re.Pattern[str]:
    """Words of a language after what may come before them."""
    return re.compile(rf"{before}(?:{words}){edge}", re.IGNORECASE)


_UNMARKED = {"km", "lo", "th"}  # languages whose sentences mostly end without a mark
_ENDS = ".!…。！।॥۔།።။។"
_ASKS = "?？؟"
_CLOSING = "\"'”’»)]）」』 "
_ADDRESS = re.compile(r"https?:|www\.|\w@\w")
_OF_THE_BLOG = re.compile("blog|ブログ", re.IGNORECASE)  # who writes today, what is next
_LABEL = 8  # words: a shorter line without an end mark is a label or an entry of a list
_TINY = 5  # words: a shorter sentence hardly says anything by itself

# What a sentence is worth beside one that stands alone.
_REFERS, _REFERS_LATER, _QUESTION, _CONTINUES = 0.4, 0.6, 0.4, 0.5
_IS_PERSONAL, _ABOUT_BLOG, _HAS_ADDRESS = 0.7, 0.6, 0.3


def word_count(text: str) -> int:
    """The number of words, counted by white space; two characters without spaces are a word."""
    return max(len(text.split()), len(re.findall(f"[{UNSPACED}]", text)) // 2)


def standing_alone(text: str, language: str) -> float:
    """From 1 for a statement that can be read alone to 0 for what is no whole sentence.

    0 is for a few words without an end mark, and for what only leads to something after it, as
    a colon does. `language` is a BCP 47 tag.
    """
    end = text.rstrip(_CLOSING)[-1:]
    marked = end in _ENDS or end in _ASKS or primary(language) in _UNMARKED
    if end in ":：" or (not marked and word_count(text) < _LABEL):
        return 0.0
    worth = _opening(text, primary(language))
    if end in _ASKS:
        worth *= _QUESTION
    if text[0].islower() or text[0] in "(（[" or not marked:
        worth *= _CONTINUES
    if word_count(text) < _TINY:
        worth *= _CONTINUES
    if _OF_THE_BLOG.search(text):
        worth *= _ABOUT_BLOG
    return worth * (_HAS_ADDRESS if _ADDRESS.search(text) else 1.0)


def _opening(text: str, language: str) -> float:
    """Less than 1 if a sentence seems to need the one before it, or is about the writer."""
    if language not in _JOINING:
        return 1.0
    edge = "" if language == "ja" else r"\b"  # Japanese has no edges of words
    if _pattern(r"\W*", f"{_REFERRING[language]}|{_JOINING[language]}", edge).match(text):
        return _REFERS
    if _pattern(r"(?:\S+\s+){1,3}", _REFERRING[language], edge).match(text):
        return _REFERS_LATER
    is_own = _pattern(r"\W*", _PERSONAL[language], edge).match(text)
    return _IS_PERSONAL if is_own else 1.0
