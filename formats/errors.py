"""The error of a format that can't be made."""


class FormatError(Exception):
    """Why a format can't be made of a post, and what to do about it; both for people."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
