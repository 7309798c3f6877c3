"""Everything that can stop a post or a run, each with a place and a remedy.

AllwaysError
├── SettingsError     publication.toml or the command line is wrong: nothing is published (exit 2)
├── ReadError         a post can't be read: that post fails alone
├── SpeakError        a voice failed: the posts that need the clip fail
├── RenderError       a format could not make its files: that post fails alone
└── WriteError        the output can't be written: full disk, no permission
"""


class AllwaysError(Exception):
    """What went wrong, where, and what to do about it; all three are for people."""

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        """Cross a process boundary with place and remedy kept."""
        return _rebuild, (type(self), self.message, self.where, self.remedy)


def _rebuild(kind: type[AllwaysError], message: str, where: str, remedy: str) -> AllwaysError:
    return kind(message, where=where, remedy=remedy)


class SettingsError(AllwaysError):
    """The settings or the command line are wrong."""


class ReadError(AllwaysError):
    """A post can't be read."""


class SpeakError(AllwaysError):
    """A voice did not give the sound that was asked of it."""


class RenderError(AllwaysError):
    """A format could not make its files."""


class WriteError(AllwaysError):
    """A file can't be written."""
