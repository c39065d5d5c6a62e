"""The error that is the person's to mend, as opposed to a fault of the program."""

from __future__ import annotations

from planner.core.text import Message


class PlannerError(Exception):
    """Something that a person did or met: what happened, what it means for the data, what to do."""

    def __init__(
        self, happened: Message, *, effect: Message | None = None, remedy: Message | None = None
    ) -> None:
        super().__init__(happened.text)
        self.happened = happened
        self.effect = effect
        self.remedy = remedy

    @property
    def sentences(self) -> tuple[Message, ...]:
        """What there is to say, in the order in which it is said."""
        return tuple(part for part in (self.happened, self.effect, self.remedy) if part)
