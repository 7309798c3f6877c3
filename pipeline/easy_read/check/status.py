"""The rule for the state of a text (ER-H02); what its page says of it is in `look`."""

from collections.abc import Iterator

from pipeline.easy_read.check.subject import Checked, Told
from pipeline.easy_read.state import SIGNED, digest_of


def signed_another(text: Checked) -> Iterator[Told]:
    """The file has a signature for another text."""
    signed = text.file.fact(SIGNED)
    now = digest_of(text.file, {name: media.data for name, media in text.pictures.items()})
    if signed and signed != now:
        message = "Words or pictures were changed after this was signed."
        yield Told(message, "Let the group check it again, and sign it again.")
