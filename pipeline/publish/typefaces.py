"""The typefaces, all from Python packages: no file depends on those of the machine."""

from importlib.resources import files
from pathlib import Path

import font_source_sans_pro

from formats.model import Face, Typeface
from formats.webfont import web_fonts
from pipeline.store.files import digest, remove, write_all

FAMILY = "Source Sans Pro"

# Noto has a typeface for each script. "Noto Sans" is for Greek, Cyrillic and rarer Latin letters.
_SCRIPTS = (
    "",
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Gujarati",
    "Gurmukhi",
    "Kannada",
    "Malayalam",
    "Oriya",
    "Sinhala",
    "Tamil",
    "Telugu",
    "Thai",
    "Khmer",
    "Lao",
    "Myanmar",
    "Armenian",
    "Georgian",
    "Ethiopic",
    "Symbols",
)

# In the order of the file.
_REGIONS = ("JP", "KR", "SC", "TC", "HK")


def typeface(cache: Path) -> Typeface:
    """Source Sans Pro, whose capital I, figure 1 and small l differ; Noto for all other scripts.

    Typst takes fonts by folder. The package's folder has each weight twice, and Typst took
    sometimes one and sometimes the other; so the two that we use are copied into a folder of
    their own.
    """
    names = (font_source_sans_pro.SourceSansPro, font_source_sans_pro.SourceSansProBold)
    regular, bold = (Path(name).read_bytes() for name in names)
    folder = cache / "typefaces" / digest(regular, bold)[:16]
    hold(cache, folder, {Path(name).name: Path(name).read_bytes() for name in names})
    return Typeface(FAMILY, regular, bold, str(folder.resolve()), others(), web_fonts())


def others() -> tuple[Face, ...]:
    """The typefaces for letters that Source Sans Pro lacks, each read only when needed."""
    noto = str(files("manimgx_fonts"))
    cjk = str(files("manimgx_fonts_cjk").joinpath("NotoSansCJK-VF.otf.ttc"))
    return (
        *(
            Face(f"Noto Sans {script}".strip(), f"{noto}/NotoSans{script}[wght].ttf")
            for script in _SCRIPTS
        ),
        *(Face(f"Noto Sans CJK {name}", cjk, n, name) for n, name in enumerate(_REGIONS)),
    )


def hold(cache: Path, folder: Path, wanted: dict[str, bytes]) -> None:
    """Make a folder of the cache hold exactly these files, byte for byte."""
    there = {path.name: path for path in folder.glob("[!.]*")} if folder.is_dir() else {}
    remove(folder, there.keys() - wanted.keys())
    broken = {
        str((folder / name).relative_to(cache)): data
        for name, data in wanted.items()
        if name not in there or there[name].read_bytes() != data
    }
    write_all(cache, broken.items())
