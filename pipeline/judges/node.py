"""What the judges from Node need: their packages, Node itself, and a browser."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from pipeline.judges import java

MODULES = Path(__file__).parent / "node_modules"

_FETCH = "“make judges” fetches it, with the others from npm"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing_module(name: str) -> str:
    """Why a Node package can't be used, and how to install it; "" if it is there."""
    return "" if (MODULES / name).is_dir() else f"{name} is not installed: {_FETCH}"


def missing_node() -> str:
    """Why Node can't be run here; "" if it can."""
    return "" if executable() else "no Node on this machine: pip install 'allways[judges]'"


def executable() -> str:
    """The Node that Playwright carries, or the system's; "" if there is none.

    Playwright's comes first because Ace needs Node 20 and Debian 12 has 18.
    """
    if find_spec("playwright"):
        own = java.package_folder("playwright") / "driver" / "node"
        if own.is_file():
            return str(own)
    return shutil.which("node") or ""


def missing_browser() -> str:
    """Why no browser can be run here; "" if it can."""
    return "" if browser() else "no Chromium on this machine: apt-get install chromium"


def browser() -> str:
    """Chromium: the one that ALLWAYS_CHROMIUM names, or the first on the path; "" if none."""
    named = os.environ.get("ALLWAYS_CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, _BROWSERS)), "")
