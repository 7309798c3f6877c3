"""A small file of each kind that people have: what tests of every reader start from."""

import io
import zipfile

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_WXR = (
    _XML + '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Blog</title>'
    "<link>https://a.example</link><wp:wxr_version>1.2</wp:wxr_version><item><title>One</title>"
    "<link>https://a.example/one</link><dc:creator>jo</dc:creator>"
    "<content:encoded><![CDATA[<!-- wp:paragraph --><p>Words [caption]of[/caption] one.</p>"
    "]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
    "<wp:post_id>1</wp:post_id><wp:post_date>2024-01-02 03:04:05</wp:post_date>"
    "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
    '<category domain="post_tag" nicename="a"><![CDATA[A]]></category></item></channel></rss>'
)
_RSS = (
    _XML + "<rss version='2.0'><channel><title>Blog</title><item><title>One</title>"
    "<link>https://a.example/1</link><description>&lt;p&gt;Words of one.&lt;/p&gt;</description>"
    "<pubDate>Tue, 02 Jan 2024 03:04:05 +0000</pubDate></item></channel></rss>"
)
_ATOM = (
    _XML + "<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog</title><id>a</id><entry>"
    "<title>One</title><id>b</id><updated>2024-01-02T03:04:05Z</updated>"
    "<content type='html'>&lt;p&gt;Words of one.&lt;/p&gt;</content></entry></feed>"
)
_JSON_FEED = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": [{"id": "1",'
    ' "title": "One", "content_html": "<p>Words.</p>", "date_published": "2024-01-02T03:04:05Z"}]}'
)
_GHOST = (
    '{"db": [{"meta": {"version": "5.0"}, "data": {"posts": [{"id": "1", "title": "One",'
    ' "slug": "one", "html": "<p>Words.</p>", "status": "published", "type": "post",'
    ' "mobiledoc": null, "published_at": "2024-01-02T03:04:05.000Z"}], "tags": [],'
    ' "posts_tags": [], "users": [], "posts_authors": []}}]}'
)
_WORDS = (
    "Words of **one**, and [a link](https://a.example/).\n\n- a\n  - b\n\n"
    "| a | b |\n|-|-|\n| c | d |\n"
)


def _packed(files: dict[str, str]) -> bytes:
    """A zip file: the first file is not compressed, as books and documents have it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            first = not archive.namelist()
            kind = zipfile.ZIP_STORED if first else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), text, kind)
    return data.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCX = _packed(
    {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
        ' PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/>"
        "</w:pPr><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>Words.</w:t></w:r></w:p>"
        "</w:body></w:document>",
    }
)
_ODT = _packed(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:'
        'xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:body><office:text><text:h text:outline-level="1">One</text:h><text:p>Words.'
        "</text:p></office:text></office:body></office:document-content>",
    }
)
_EPUB = _packed(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument'
        ':xmlns:container"><rootfiles><rootfile full-path="a.opf" media-type="application/oebps-'
        'package+xml"/></rootfiles></container>',
        "a.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>B</dc:title><dc:language>en'
        '</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/'
        'xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        "a.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head>'
        "<body><h1>One</h1><p>Words.</p></body></html>",
    }
)

SAMPLES: dict[str, bytes] = {
    "yaml.md": f"---\ntitle: One\ndate: 2024-01-02\ntags: [a]\n---\n\n{_WORDS}".encode(),
    "toml.md": f'+++\ntitle = "One"\n[extra]\na = 1\n+++\n\n{_WORDS}'.encode(),
    "json.md": f'{{\n"title": "One"\n}}\n\n{_WORDS}'.encode(),
    "bare.md": f"# One\n\n{_WORDS}\n[^1]: Note.\n\n```py\nx\n```\n".encode(),
    "shortcodes.md": b"# One\n\n{{< figure src='a.png' >}} {% if a %}b{% endif %} [a b]c[/a]\n",
    "one.mdx": b"import A from 'a'\n\n# One\n\n<A b={c}>Words.</A>\n\n{d}\n",
    "one.html": b"<html lang='en'><head><title>One</title></head><body><article><h1>One</h1>"
    b"<p>Words of <em>one</em>.</p><table><tr><td>a</td></tr></table></article></body></html>",
    "docs.html": b'<html><head><title>One</title><style type="text/css">ol{margin:0;padding:0}'
    b".c1{font-weight:700}</style></head><body class='doc-content'><h1>One</h1>"
    b"<p><span class='c1'>Words</span></p></body></html>",
    "word.html": b"<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><title>One</title>"
    b"<meta name=Generator content='Microsoft Word 15'><meta content=Word.Document name=ProgId>"
    b"</head><body lang=EN-GB><h1>One</h1><p class=MsoListParagraph style='mso-list:l0 level1'>"
    b"<![if !supportLists]><span>1.</span><![endif]>Words</p></body></html>",
    "office.html": b"<html><head><title>One</title><meta name='generator' content='LibreOffice 7'>"
    b"</head><body lang='en-GB'><h1>One</h1><p>Words<a class='sdfootnoteanc' name='sdfootnote1anc'"
    b" href='#sdfootnote1sym'><sup>1</sup></a></p><div id='sdfootnote1'><p>"
    b"<a class='sdfootnotesym' href='#sdfootnote1anc'>1</a> Note</p></div></body></html>",
    "2024-01-02_One-0123456789ab.html": b"<html><head><title>One</title></head><body>"
    b'<article class="h-entry"><header><h1 class="p-name">One</h1></header>'
    b'<section data-field="body" class="e-content"><p>Words.</p></section><footer><p>'
    b'<a href="https://medium.com/p/0123456789ab"><time class="dt-published"'
    b' datetime="2024-01-02T03:04:05.000Z">2024</time></a></p></footer></article></body></html>',
    "12345678.one.html": b"<p>Words <em>of</em> it</p><div class='subscription-widget-wrap'></div>",
    "archive.txt": ("Blog\n\nOne\n\nWords of one.\n\n" + "Two\n\nWords of two.\n\n" * 3).encode(),
    "one.rst": b"One\n===\n\n:date: 2024-01-02\n:tags: a\n\nWords of *one*.\n\n.. note:: A note.\n",
    "wxr.xml": _WXR.encode(),
    "feed.xml": _RSS.encode(),
    "feed.rss": _RSS.encode(),
    "feed.atom": _ATOM.encode(),
    "blog.atom": _ATOM.replace("<id>a</id>", "<id>tag:blogger.com,1999:a</id>").encode(),
    "feed.json": _JSON_FEED.encode(),
    "ghost.json": _GHOST.encode(),
    "one.docx": _DOCX,
    "one.odt": _ODT,
    "one.rtf": rb"{\rtf1\ansi{\info{\title One}}{\b One}\par Words of one.\par}",
    "book.epub": _EPUB,
}
"""The bytes of a file of each kind, by a name that such files have."""
