"""espeak-ng speaks each clip from a fresh state, in the right language, and says when it can't."""

from collections.abc import Iterator

import numpy as np
import pytest

from pipeline.errors import SettingsError, SpeakError
from pipeline.script.lines import Line, Run, plain
from pipeline.settings import VoiceSettings
from pipeline.sound import pcm
from pipeline.voices.espeak import RATE, EspeakVoice, clean, match
from pipeline.voices.espeak_process import ListedVoice, Speaker
from tests.corpus import corpus_path


def voice_of(name: str = "", language: str = "en-GB", pace: int = 160) -> EspeakVoice:
    """A voice by its settings."""
    return EspeakVoice(VoiceSettings("espeak", name, language, pace))


def lines(*texts: str, language: str = "en-GB") -> list[Line]:
    """Lines of one language."""
    return [plain(f"s{n}", text, language, 200) for n, text in enumerate(texts, 1)]


@pytest.fixture(scope="module")
def voice() -> Iterator[EspeakVoice]:
    """A British voice."""
    made = voice_of()
    yield made
    made.close()


def test_what_was_said_before_leaves_no_trace(voice: EspeakVoice) -> None:
    """The same lines give the same samples first, last, and in another process."""
    asked = lines("The tide came in at three.", "Nobody saw it go out again.")
    first = voice.speak(asked)
    for said in ("Wait!", "Thirteen thousand and one.", "Is it?"):
        voice.speak(lines(said))
    other = voice_of()
    again, elsewhere = voice.speak(asked), other.speak(asked)
    other.close()
    for one, two, three in zip(first, again, elsewhere, strict=True):
        assert np.array_equal(one, two)
        assert np.array_equal(one, three)


def test_its_pace_is_heard_as_asked(voice: EspeakVoice) -> None:
    """Words a minute on real sentences, with pauses of 300 ms, within 5 %."""
    text = corpus_path("coproduction-archive/archive.txt").read_text(encoding="utf-8")
    said = [p.strip() for p in text.splitlines() if len(p.split()) > 60][:4]
    sentences = [s for p in said for s in p.split(". ")]
    seconds = sum(len(s) / RATE + 0.3 for s in voice.speak(lines(*sentences)))
    words = sum(len(s.split()) for s in sentences)
    assert words / seconds * 60 == pytest.approx(160, rel=0.05)


@pytest.mark.parametrize("pace", [80, 120, 240, 400])
def test_every_pace_that_settings_allow_is_another(pace: int) -> None:
    """Slower is longer, faster is shorter; both ends of what settings allow are spoken."""
    made, usual = voice_of(pace=pace), voice_of()
    asked = lines("A pace is chosen by the person who listens, and it is kept.")
    (one,), (two,) = made.speak(asked), usual.speak(asked)
    assert (len(one) > len(two)) == (pace < 160)
    assert made.identity != usual.identity
    made.close()
    usual.close()


@pytest.mark.parametrize(
    ("language", "identifier"),
    [
        ("en-GB", "gmw/en"),
        ("en", "gmw/en"),
        ("en-US", "gmw/en-US"),
        ("en-AU", "gmw/en"),
        ("cy", "cel/cy"),
        ("fr", "roa/fr"),
        ("fr-CA", "roa/fr"),
        ("fr-BE", "roa/fr-BE"),
        ("pt", "roa/pt"),
        ("pt-BR", "roa/pt-BR"),
        ("es-MX", "roa/es-419"),
        ("ja", "jpx/ja"),
        ("zh", "sit/cmn"),
        ("zh-Hant-TW", "sit/cmn"),
        ("yue", "sit/yue"),
        ("no", "gmq/nb"),
        ("tlh", None),
        ("x-private", None),
        ("", None),
    ],
)
def test_a_tag_finds_the_voice_nearest_to_it(
    speaker: Speaker, language: str, identifier: str | None
) -> None:
    """The whole tag first, then as much of it as there is a voice for."""
    found = match(language, speaker.entries)
    assert (found.identifier if found else None) == identifier


def test_the_best_of_equal_matches_does_not_depend_on_the_order() -> None:
    """Two voices of one priority: the plainer identifier."""
    plain, longer = (
        ListedVoice("A", "a/zh", (("zh", 5),)),
        ListedVoice("B", "a/zh-Latn", (("zh", 5),)),
    )
    assert match("zh", (plain, longer)) == match("zh", (longer, plain)) == plain


def test_a_line_in_another_language_has_its_voice(voice: EspeakVoice) -> None:
    """The same letters are other sounds in Welsh, inside the same clip."""
    english, welsh = voice.speak([*lines("llan"), *lines("llan", language="cy")])
    assert not np.array_equal(english, welsh)


def test_a_wider_tag_keeps_the_chosen_voice() -> None:
    """A post in "en" on a blog in American English is read by the American."""
    made = voice_of(language="en-US")
    (wide,), (own,) = (
        made.speak(lines("dance", language="en")),
        made.speak(lines("dance", language="en-US")),
    )
    made.close()
    assert np.array_equal(wide, own)


def test_a_language_without_a_voice_is_reported_and_still_read(voice: EspeakVoice) -> None:
    """Never a silent gap: the voice reads it as it can."""
    assert not voice.speaks("tlh")
    assert voice.speaks("cy")
    assert len(voice.speak(lines("nuqneH", language="tlh"))[0]) > RATE // 10


@pytest.mark.parametrize("name", ["en-gb-scotland", "gmw/en-GB-scotland", "English (Scotland)"])
def test_a_voice_goes_by_its_tag_its_file_or_its_name(name: str) -> None:
    """Three ways to write one voice."""
    made = voice_of(name)
    made.close()
    assert made.name("en-GB") == "eSpeak NG English (Scotland)"


@pytest.mark.parametrize("name", ["en-gb+f3", "en-gb+klatt", "en-gb+Andrea"])
def test_a_variant_is_as_loud_as_the_voice(name: str) -> None:
    """They come from −15 to −27 LUFS; each is measured once and levelled."""
    made = voice_of(name)
    text = "Ships lie in the harbour, and the harbour master has gone home to his dinner. " * 3
    (said,) = made.speak(lines(text))
    made.close()
    assert pcm.loudness(said, RATE) == pytest.approx(pcm.LOUDNESS, abs=1.3)


ARTICLE = {
    "en-GB": "All human beings are born free and equal in dignity and rights. They are endowed with"
    " reason and conscience and should act towards one another in a spirit of brotherhood.",
    "cs": "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem"
    " a svědomím a mají spolu jednat v duchu bratrství.",
    "be": "Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах. Яны надзелены"
    " розумам і сумленнем і павінны ставіцца адзін да аднаго ў духу брацтва.",
    "sl": "Vsi ljudje se rodijo svobodni in imajo enako dostojanstvo in enake pravice. Obdarjeni so"
    " z razumom in vestjo in bi morali ravnati drug z drugim kakor bratje.",
    "haw": "Hānau kū’oko’a ‘ia nā kānaka apau loa, a ua kau like ka hanohano a me nā pono kīvila ma"
    " luna o kākou pākahi. Ua ku’u mai ka no’ono’o pono a me ka ‘ike pono ma luna o kākou.",
}


@pytest.mark.parametrize("language", ["cs", "be", "sl", "haw"])
def test_a_language_is_as_loud_as_english(language: str) -> None:
    """Untouched, these differ by up to six decibels."""
    levels = []
    for tag in ("en-GB", language):
        made = voice_of(language=tag)
        (said,) = made.speak(lines(ARTICLE[tag], language=tag))
        made.close()
        levels.append(pcm.loudness(said, RATE))

    assert levels[1] == pytest.approx(levels[0], abs=1)


@pytest.mark.parametrize(
    ("name", "language", "hint"),
    [
        ("en-gb-scotlnd", "en", "en-gb-scotland"),
        ("en-gb+nobody", "en", "en-gb\\+f3"),
        ("", "tlh", "choose another engine"),
    ],
)
def test_a_voice_that_is_not_there_is_a_setting_to_mend(
    name: str, language: str, hint: str
) -> None:
    """The error says what there is."""
    with pytest.raises(SettingsError, match=hint):
        voice_of(name, language)


def test_a_comma_is_heard_where_the_voice_changes(voice: EspeakVoice) -> None:
    """The silence around a phrase is trimmed, so the rest that a comma asks for is put back."""
    french = Run("la mer", "fr")
    lines = [Line("s1", (Run(words, "en-GB"), french), "en-GB", 0) for words in ("So ", "So, ")]
    through, rested = voice.speak(lines)
    assert len(rested) - len(through) > 0.1 * RATE


@pytest.mark.parametrize(
    ("language", "read"),
    [("ja", False), ("ja-JP", False), ("ja-Latn", True), ("he", False), ("ko", True), ("zh", True)],
)
def test_a_voice_that_spells_a_language_out_does_not_read_it(
    voice: EspeakVoice, language: str, *, read: bool
) -> None:
    assert voice.speaks(language) is read


def test_words_without_sound_are_an_error(voice: EspeakVoice) -> None:
    """A letter of the script Ahom means nothing to an English voice."""
    with pytest.raises(SpeakError, match="no sound"):
        voice.speak(lines("\U00011740"))


def test_commands_in_the_text_are_read_as_text(voice: EspeakVoice) -> None:
    """Phonemes in brackets, markup and control characters do nothing."""
    assert clean("a\x01\x00b\x1b\ud800c\n") == "a  b  c "
    bracketed, marked, plain = voice.speak(
        lines("[[h@'loU]]", '<break time="9s"/>here', "\x0150+here")
    )
    assert len(bracketed) > RATE // 2
    assert RATE // 2 < len(marked) < RATE * 6
    assert len(plain) > RATE // 2


def test_each_word_begins_where_its_sound_does(voice: EspeakVoice) -> None:
    """A voiced sound after a pause is loud within a few milliseconds, and not before."""
    (line,) = voice.timed(lines("We saw; ever after, and always: all of the men, nobody else."))
    sound = np.abs(line.samples.astype(int))
    begins = dict(line.words)

    assert list(begins) == [
        "We", "saw;", "ever", "after,", "and", "always:", "all", "of the", "men,", "nobody", "else."
    ]  # fmt: skip
    assert begins["We"] == 0
    for word in ("ever", "and", "all", "nobody"):
        at = begins[word]
        assert sound[at - RATE // 10 : at - RATE // 100].max() < 300
        assert sound[at : at + RATE // 30].max() > 3000


def test_the_beginning_of_a_text_has_the_same_words_at_the_same_times(voice: EspeakVoice) -> None:
    first, whole = (
        voice.timed(lines("The tide came in.")),
        voice.timed(lines("The tide came in. Nobody saw the boats.")),
    )
    assert whole[0].words[:4] == first[0].words


def test_words_of_two_voices_follow_each_other(voice: EspeakVoice) -> None:
    runs = (Run("Say ", "en-GB"), Run("bore da", "cy"), Run(" to all.", "en-GB"))
    (line,) = voice.timed([Line("s1", runs, "en-GB", 0)])

    assert [word for word, _ in line.words] == ["Say", "bore", "da", "to", "all."]
    begins = [begin for _, begin in line.words]
    assert begins == sorted(set(begins))
    assert begins[-1] < len(line.samples)


def test_a_word_with_names_of_sounds_has_a_time(voice: EspeakVoice) -> None:
    runs = (Run("The ", "en-GB"), Run("Usk", "en-GB", "ʌsk"), Run(" is here.", "en-GB"))
    (line,) = voice.timed([Line("s1", runs, "en-GB", 0)])
    assert len(line.words) == 4
