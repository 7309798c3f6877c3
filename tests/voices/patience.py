"""A clock that waiting moves on: hours of back-off pass in no time, and are counted."""

from dataclasses import dataclass, field

from pipeline.voices.client import Patience


@dataclass(frozen=True, slots=True)
class Clock:
    """`waits` are the seconds of each wait that was asked for."""

    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        """The seconds that have been waited in all."""
        return sum(self.waits)

    def sleep(self, seconds: float) -> None:
        """Let so many seconds pass."""
        self.waits.append(seconds)

    def patience(self, *, chance: float = 1, read: float = 10) -> Patience:
        """Waiting by this clock; but for `read`, which is the time of this machine."""
        return Patience(self.now, self.sleep, lambda: chance, read=read)
