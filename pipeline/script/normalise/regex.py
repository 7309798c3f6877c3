"""Patterns of the rules: each is compiled when it is first used, since most posts need few."""

import re
from functools import cached_property
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern, and takes from it whatever is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has, `search` for example; kept, so as to be found at once."""
        found = vars(self)[name] = getattr(self._compiled, name)
        return found


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used like that of `re.compile`, whose errors it raises when it is used."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
