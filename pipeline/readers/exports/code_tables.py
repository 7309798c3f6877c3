"""Code as Hexo and Octopress print it: a table, with line numbers beside the code."""

from bs4 import BeautifulSoup, Tag

from pipeline.readers.html.document import tree

_SIGN = "gutter"


def plain_code(text: str) -> str:
    """HTML in which such a table is code again, without its line numbers."""
    if _SIGN not in text:
        return text
    root = tree(text)
    for numbers in root.find_all("td", class_=_SIGN):
        table = numbers.find_parent("table")
        code = table.find("td", class_="code") if table else None
        if table and code:
            outer = table.find_parent("figure", class_="highlight") or table
            outer.replace_with(_code(code, outer))
    return root.decode_contents()


def _code(cell: Tag, outer: Tag) -> Tag:
    """The code in a cell, in the language that the box around it names."""
    for end in cell.find_all("br"):
        end.replace_with("\n")
    names = [str(name) for name in outer.get_attribute_list("class") if name != "highlight"]
    soup = BeautifulSoup("", "lxml")
    block, inner = soup.new_tag("pre"), soup.new_tag("code")
    if names and names[0] not in {"None", "plain"}:
        inner["class"] = f"language-{names[0]}"
    inner.string = cell.get_text()
    block.append(inner)
    return block
