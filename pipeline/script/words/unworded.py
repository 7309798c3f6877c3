"""A language that has no words here: the author's own alone, and English for what silence hides."""

from pipeline.script.words.en import EN
from pipeline.script.words.words import Words

UNWORDED = Words(
    language="en",
    months=tuple(f"{month:02}" for month in range(1, 13)),
    date="{year}-{month}-{day:02}",
    pair=", ",
    blog="{blog}.",
    by="{}.",
    published="{}.",
    voice=EN.voice,
    end="{title}, {blog}.",
    quote="",
    end_quote="",
    table="",
    end_table="",
    picture="{}.",
    only_picture=EN.only_picture,
    undescribed=EN.undescribed,
    code=EN.code,
    code_line=EN.code_line,
    code_lines=EN.code_lines,
    code_language=EN.code_language,
    notes="",
    note="{}:",
    deleted="",
    inserted="",
    power=" ",
    link="{}",
    dot=".",
    blank=EN.blank,
)
