"""The rows of two roles side by side as values: what each role says, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.report.map.words import DOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement: a bar and a figure, where it has them, its words, and a small note.

    `bar` is filled up to its first fraction and outlined up to its second. An item of a list
    `is_item`.
    """

    words: str = ""
    note: str = ""
    figure: str = ""
    bar: tuple[float, float] | None = None
    colour: str = "text"
    is_item: bool = False
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one role has to say in a row.

    `level` is that of a required skill, `description` what it looks like; `mark` says by how much
    it is higher than the other role's.
    """

    lines: tuple[Line, ...] = ()
    level: float | None = None
    mark: str = ""
    description: str = ""

    @property
    def words(self) -> str:
        """Everything it says, a line each."""
        return "\n".join(
            DOT.join(filter(None, (f"{line.figure} {line.words}".strip(), self.mark, line.note)))
            for line in self.lines
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareRow:
    """A row: the heading of a part, skills, or what both roles say of one thing.

    A skill that both require is the head of its row; of two that one role alone requires each
    stands on its own side.
    """

    kind: Literal["part", "skill", "text"]
    head: str = ""
    note: str = ""
    first: Side = Side()
    second: Side = Side()

    @property
    def sides(self) -> tuple[Side, Side]:
        """What both roles say."""
        return self.first, self.second
