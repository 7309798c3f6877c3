"""What the environment asks for: the moment that counts as now, and the size of the cache."""

import os
import re
from datetime import UTC, datetime

from pipeline.errors import SettingsError
from pipeline.publish.request import CACHE_LIMIT

EPOCH = "SOURCE_DATE_EPOCH"
LIMIT = "ALLWAYS_CACHE_LIMIT"

_GIGABYTE = 10**9
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def now() -> datetime:
    """The time with its zone: that of SOURCE_DATE_EPOCH, in UTC, where it is set.

    So its specification has it (https://reproducible-builds.org/specs/source-date-epoch/).
    Raises `SettingsError` where it is no number of seconds.
    """
    asked = os.environ.get(EPOCH, "")
    if not asked:
        return datetime.now().astimezone()
    try:
        return datetime.fromtimestamp(int(asked), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(
            f"{EPOCH} is “{asked}”, and must be seconds since 1970.",
            remedy=f"Set it to a whole number, as in {EPOCH}=1767225600, or not at all.",
        ) from error


def cache_limit() -> int:
    """How many bytes of clips and covers the cache may hold. Raises `SettingsError`."""
    asked = os.environ.get(LIMIT, "")
    if not asked:
        return CACHE_LIMIT
    if not _NUMBER.fullmatch(asked):
        raise SettingsError(
            f"{LIMIT} is “{asked}”, and must be gigabytes.",
            remedy=f"Set it to a number, as in {LIMIT}=5 or {LIMIT}=0.5, or not at all.",
        )
    return int(float(asked) * _GIGABYTE)
