"""What a part of the benchmarks reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: a measure against its yardstick, and the goal for the ratio.

    `ours` and `yardstick` are in `unit`; without a yardstick the goal is for `ours` itself.
    """

    what: str
    ours: float
    unit: str
    yardstick: float | None = None
    against: str = ""
    goal: float

    @property
    def ratio(self) -> float:
        """Ours by the yardstick's; ours itself where there is none."""
        return self.ours / self.yardstick if self.yardstick is not None else self.ours

    @property
    def reached(self) -> bool:
        """Tell whether the goal is reached."""
        return self.ratio <= self.goal
