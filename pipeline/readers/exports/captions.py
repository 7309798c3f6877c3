"""Pictures with captions as Blogger and WordPress had them before HTML did: a table, or a box."""

from bs4 import BeautifulSoup, Tag

from pipeline.readers.html.document import tree

_TABLE, _BOX = "tr-caption-container", "wp-caption"


def figures(text: str) -> str:
    """HTML in which such pictures are figures."""
    if _TABLE not in text and _BOX not in text:
        return text
    root = tree(text)
    for table in root.find_all("table", class_=_TABLE):
        caption = table.find("td", class_="tr-caption")
        image = table.find("img")
        if caption and image:
            table.replace_with(_figure(image, caption))
    for box in root.find_all("div", class_=_BOX):
        box.name = "figure"
        for caption in box.find_all(class_="wp-caption-text"):
            caption.name = "figcaption"
    return root.decode_contents()


def _figure(image: Tag, caption: Tag) -> Tag:
    figure = BeautifulSoup("", "lxml").new_tag("figure")
    figure.append(image.extract())
    caption.name = "figcaption"
    figure.append(caption.extract())
    return figure
