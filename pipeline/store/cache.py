"""Where the cache is."""

import os
from pathlib import Path

from pipeline.errors import SettingsError


def cache_folder() -> Path:
    """Where clips and ledgers are kept: ALLWAYS_CACHE, else the user's cache folder.

    Raises `SettingsError` where neither is known.
    """
    own = os.environ.get("ALLWAYS_CACHE")
    shared = os.environ.get("XDG_CACHE_HOME", "")
    if not shared.startswith("/"):  # the XDG specification: a relative one counts for nothing
        shared = "~/.cache"
    try:
        return Path(own or f"{shared}/allways").expanduser().absolute()
    except (RuntimeError, OSError) as error:  # no home, no such user; a current folder that is gone
        raise SettingsError(
            "no home folder is known here, to keep the cache in.",
            remedy="Set ALLWAYS_CACHE to a folder where you may write.",
        ) from error
