"""HTML → blocks of the model: the converter that Markdown and web pages share."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from formats.model import (
    Block,
    CodeBlock,
    Definition,
    DefinitionList,
    Figure,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    Listing,
    Note,
    Notes,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Sentence,
    Styled,
    Table,
    Text,
    ThematicBreak,
)
from pipeline.readers.html import hidden, inlines
from pipeline.readers.html.classes import class_names, within
from pipeline.readers.html.conversion import Scope
from pipeline.readers.html.notes import lift
from pipeline.readers.html.numbering import numbers
from pipeline.readers.html.tables import strays, table
from pipeline.readers.shared.chars import clean

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOXES = {
    "address", "article", "aside", "body", "caption", "center", "details", "dialog", "div",
    "fieldset", "figcaption", "footer", "header", "hgroup", "html", "legend", "li", "main", "p",
    "search", "section", "summary",
}  # fmt: skip


def post_blocks(root: Tag, scope: Scope) -> tuple[Block, ...]:
    """All blocks of a post; its footnotes come last."""
    scope.conversion.tell_hidden(hidden.clear(root))
    lifted = lift(root)
    scope.conversion.tell_lost(lifted.lost)
    body = convert(root.children, scope)
    made = tuple(
        Note(f"n{number}", str(number), convert(note.children, scope))
        for number, note in enumerate(lifted.notes, 1)
    )
    return (*body, Notes(made)) if made else body


def convert(nodes: Iterable[PageElement], scope: Scope) -> tuple[Block, ...]:
    """The blocks that some nodes make; text between blocks becomes paragraphs."""
    made: list[Block] = []
    loose: list[PageElement] = []
    for node in nodes:
        if isinstance(node, Tag) and _is_block(node):
            made += _paragraph(loose, scope)
            loose = []
            made += _block(node, scope)
        else:
            loose.append(node)
    return (*made, *_paragraph(loose, scope))


def _is_block(tag: Tag) -> bool:
    if tag.name in inlines.EMBEDS or tag.name in inlines.DROPPED:
        return False
    if tag.name in inlines.BLOCKS:
        return True
    return any(isinstance(node, Tag) and node.name in inlines.BLOCKS for node in within(tag))


def _paragraph(nodes: Iterable[PageElement], scope: Scope) -> tuple[Block, ...]:
    run = inlines.running(nodes, scope)
    if not run:
        return ()
    alone = _pictures_alone(run)
    if alone:
        return tuple(Figure("", picture, ()) for picture in alone)
    return (Paragraph((Sentence("", run),)),)


def _pictures_alone(run: Iterable[Inline]) -> list[Picture]:
    """The pictures of a run that has nothing else; [] where it has words."""
    found: list[Picture] = []
    for inline in run:
        match inline:
            case Picture():
                found.append(inline)
            case Link() | Styled() | Foreign():
                inner = _pictures_alone(inline.children)
                if not inner:
                    return []
                found += inner
            case Text(text) if not text.strip():
                continue
            case _:
                return []
    return found


def _block(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    if scope.too_deep:
        return _paragraph([NavigableString(tag.get_text(" "))], scope)
    if tag.name in _HEADINGS:
        return _heading(tag, scope)
    language = scope.foreign(tag)
    made = _known(tag, scope.inside(tag))
    return (Passage(language, made),) if language and made else made


def _known(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    handler = _HANDLERS.get(tag.name)
    if handler:
        return handler(tag, scope)
    if tag.name not in _BOXES | inlines.PLAIN | inlines.STYLES.keys() | {"a"}:
        inlines.unknown(tag, scope)
    return convert(tag.children, scope)


def _quote(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    inner = convert(tag.children, scope)
    return (Quote(inner),) if inner else ()


def _table(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    return (*table(tag, scope), *convert(strays(tag), scope))


def _rule(_tag: Tag, _scope: Scope) -> tuple[Block, ...]:
    return (ThematicBreak(),)


def _heading(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    run = inlines.running([tag], scope)
    alone = _pictures_alone(run)
    if alone:
        return tuple(Figure("", picture, ()) for picture in alone)
    return (Heading(_HEADINGS[tag.name], (Sentence("", run),)),) if run else ()


def _summary(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    inner = convert(tag.children, scope)
    match inner:
        case (Paragraph((Sentence() as only,)),):
            bold = Styled(inlines.STYLES["summary"], only.inlines)
            return (Paragraph((Sentence("", (bold,)),)),)
        case _:
            return inner


def _code(tag: Tag, _scope: Scope) -> tuple[Block, ...]:
    code = tag.find("code")
    text = clean(tag.get_text()).strip("\n")
    return (CodeBlock("", text, _program_language(code or tag)),) if text.strip() else ()


def _program_language(tag: Tag) -> str:
    prefixed = [
        n.partition("-")[2] for n in class_names(tag) if n.startswith(("language-", "lang-"))
    ]
    return next((name for name in prefixed if name not in {"text", "none", "plaintext"}), "")


def _listing(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    items: list[Item] = []
    said: list[str] = []
    for node in tag.children:
        inner = _item(node, scope)
        nested = isinstance(node, Tag) and node.name in {"ul", "ol"}
        if inner and nested and items:  # a list directly in a list, not in one of its items
            items[-1] = Item((*items[-1].blocks, *inner))
        elif inner:
            items.append(Item(inner))
            said.append(str(node.get("value", "")) if isinstance(node, Tag) else "")
    if not items or tag.name != "ol":
        return (Listing(ordered=False, start=1, items=tuple(items)),) if items else ()
    return (_numbered(items, numbers(tag, said)),)


def _numbered(items: list[Item], numbered: list[int]) -> Listing:
    """A list with numbers; where they do not go up by one, each is written before its item."""
    first = numbered[0]
    if first >= 0 and numbered == list(range(first, first + len(items))):
        return Listing(ordered=True, start=first, items=tuple(items))
    written = (
        Item(_after_number(number, item.blocks))
        for number, item in zip(numbered, items, strict=True)
    )
    return Listing(ordered=False, start=1, items=tuple(written))


def _after_number(number: int, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    before = Text(f"{number}. ")
    match blocks:
        case (Paragraph((first, *others)), *rest):
            own = replace(first, inlines=(before, *first.inlines))
            return (Paragraph((own, *others)), *rest)
        case _:
            return (Paragraph((Sentence("", (Text(f"{number}."),)),)), *blocks)


def _item(node: PageElement, scope: Scope) -> tuple[Block, ...]:
    if isinstance(node, Tag) and node.name == "li":
        return _block(node, scope)
    return convert([node], scope)


def _definitions(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    made: list[Definition] = []
    stray: list[Block] = []
    for node in tag.find_all(["dt", "dd"]):
        if node.find_parent("dl") is not tag:
            continue
        if node.name == "dt":
            made.append(Definition(inlines.sentences([node], scope), ()))
        elif made:
            made[-1] = replace(made[-1], blocks=(*made[-1].blocks, *convert(node.children, scope)))
        else:
            stray += convert(node.children, scope)
    kept = tuple(d for d in made if d.term or d.blocks)
    return (*stray, DefinitionList(kept)) if kept else tuple(stray)


def _shows(blocks: Iterable[Block]) -> bool:
    """Whether there are pictures in some blocks: a caption of several belongs to none of them."""
    return any(isinstance(block, Figure) for block in blocks)


def _figure(tag: Tag, scope: Scope) -> tuple[Block, ...]:
    captions = [one for one in tag.find_all("figcaption") if one.find_parent("figure") is tag]
    caption = inlines.sentences(captions[0].children, scope) if captions else ()
    for taken in captions[:1]:
        taken.extract()
    inner = convert(tag.children, scope)
    match inner:
        case (*before, Figure() | Table() as last) if not (last.caption or _shows(before)):
            return (*before, replace(last, caption=caption))
        case _:
            return (*inner, Paragraph(caption)) if caption else inner


_HANDLERS: dict[str, Callable[[Tag, Scope], tuple[Block, ...]]] = {
    "blockquote": _quote,
    "dl": _definitions,
    "figure": _figure,
    "hr": _rule,
    "menu": _listing,
    "ol": _listing,
    "pre": _code,
    "summary": _summary,
    "table": _table,
    "ul": _listing,
}
