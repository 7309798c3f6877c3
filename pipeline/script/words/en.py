"""English."""

from dataclasses import replace

from formats.clock import MONTHS
from pipeline.script.words.words import Words

EN = Words(
    language="en",
    months=MONTHS,
    date="{day} {month} {year}",
    pair=" and ",
    blog="From the blog {blog}.",
    by="By {}.",
    published="Published on {}.",
    voice="This is read by a synthetic voice: {}.",
    end="That was {title}, from {blog}.",
    quote="Quote.",
    end_quote="End of quote.",
    table="Table.",
    end_table="End of table.",
    picture="Picture: {}.",
    only_picture="Picture.",
    undescribed="Picture without a description.",
    code="Code example, {}.",
    code_line="1 line",
    code_lines="{} lines",
    code_language=" of {}",
    notes="Notes.",
    note="Note {}:",
    deleted="deleted:",
    inserted="inserted:",
    power=" to the power of ",
    link="link to {}",
    dot=" dot ",
    blank="Blank.",
)
EN_US = replace(EN, language="en-US", date="{month} {day}, {year}")
