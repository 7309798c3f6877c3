"""A post that is ready to be spoken, as every process of a run knows it.

A worker loads this module, and none of what reads and scripts posts.
"""

from dataclasses import dataclass

from formats.model import EasyText, Media, Post
from pipeline.errors import AllwaysError
from pipeline.findings import Finding
from pipeline.narrate.narration import NarrationScript
from pipeline.script.framing import Frame
from pipeline.settings import VoiceSettings


@dataclass(frozen=True, slots=True)
class ReadyPost:
    """One post, read, split and scripted: all that is needed to make its files.

    `frame` has the sentences around it; `scripts` are the texts to be spoken, the post's own
    first. `easy` is the easy-read edition that people wrote, or why it can't be read; None where
    there is none. `easy_findings` are what an editor must know of it, and `easy_heard` is that
    edition itself, ready to be spoken, where it is.
    """

    post: Post
    frame: Frame
    media: tuple[Media, ...]
    scripts: tuple[NarrationScript, ...]
    easy: EasyText | AllwaysError | None = None
    easy_findings: tuple[Finding, ...] = ()
    easy_heard: "ReadyPost | None" = None

    @property
    def voice(self) -> VoiceSettings:
        """The voice that reads the post."""
        return self.scripts[0].voice

    @property
    def size(self) -> int:
        """The number of characters that are spoken in it."""
        parts = (part for script in self.all_scripts for part in script.parts)
        return sum(len(line.text) for part in parts for line in part.lines)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its clips."""
        return tuple(key for script in self.all_scripts for key in script.keys)

    @property
    def all_scripts(self) -> tuple[NarrationScript, ...]:
        """Every text that is spoken for this post."""
        return (*self.scripts, *(self.easy_heard.scripts if self.easy_heard else ()))
