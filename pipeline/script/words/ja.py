"""Japanese."""

from pipeline.script.words.words import Words

JA = Words(
    language="ja",
    months=tuple(str(month) for month in range(1, 13)),
    date="{year}年{month}月{day}日",
    pair="、",
    blog="ブログ「{blog}」より。",
    by="著者、{}。",
    published="公開日、{}。",
    voice="合成音声による朗読です。音声は{}。",
    end="以上、{blog}より「{title}」でした。",
    quote="引用。",
    end_quote="引用終わり。",
    table="表。",
    end_table="表終わり。",
    picture="画像、{}。",
    only_picture="画像。",
    undescribed="説明のない画像。",
    code="コード例、{}。",
    code_line="1行",
    code_lines="{}行",
    code_language="、{}",
    notes="注。",
    note="注{}、",
    deleted="削除、",
    inserted="追加、",
    power="の累乗、",
    link="{}へのリンク",
    dot="ドット",
    blank="空白。",
)
