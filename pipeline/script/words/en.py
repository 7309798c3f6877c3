"""English."""

from dataclasses import replace

from formats.clock import MONTHS
from pipeline.script.words.words import Words

EN = Words(
    language="en",
    months=MONTHS,
    date="{day} {month} {year}",
    pair=" and ",
    comma=", ",
    blog="From the blog {blog}.",
    by="By {}.",
    published="Published on {}.",
    voice="This is read by a synthetic voice: {}.",
    end="That was {title}, from {blog}.",
    quote="Quote.",
    end_quote="End of quote.",
    table="Table.",
    sized_table="Table, {}, {}.",
    row="1 row",
    rows="{} rows",
    column="1 column",
    columns="{} columns",
    end_table="End of table.",
    nested_item="Nested list, 1 item.",
    nested_items="Nested list, {} items.",
    picture="Picture: {}.",
    only_picture="Picture.",
    undescribed="Picture without a description.",
    code="Code example, {}.",
    code_line="1 line",
    code_lines="{} lines",
    code_language=" of {}",
    only_code="Code example.",
    notes="Notes.",
    note="Note {}:",
    deleted="deleted:",
    end_deleted="end of deletion",
    inserted="inserted:",
    end_inserted="end of insertion",
    power=" to the power of ",
    over=" over ",
    formula="formula: {}",
    link="link to {}",
    video="Video: {}",
    audio="Audio: {}",
    embed="From another page: {}",
    dot=" dot ",
    blank="Blank.",
)
EN_US = replace(EN, language="en-US", date="{month} {day}, {year}")
