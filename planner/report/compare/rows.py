"""Two roles side by side as plain data, and as rows of words for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from planner.charts.elements.wrapping import wrapped
from planner.core.model import Move, Role
from planner.core.roles.comparison import RoleComparison
from planner.core.text import Texts
from planner.report.compare.sides import CompareRow
from planner.report.plain import Plain

# In letters of a terminal.
_HEAD, _SIDE = 24, 46


def plain_comparison(comparison: RoleComparison, catalogue: str) -> Plain:
    """Return a comparison with its numbers unrounded; each pair is of the first and the second."""
    return {
        "catalogue": catalogue,
        "roles": [role.id for role in comparison.roles],
        "skills": {
            "both": [
                {
                    "skill": shared.skill,
                    "levels": [shared.first.level, shared.second.level],
                    "weights": [shared.first.weight, shared.second.weight],
                    "essential": [shared.first.essential, shared.second.essential],
                }
                for shared in comparison.both
            ],
            "only": [[one.skill for one in alone] for alone in comparison.only],
            "higher": [list(skills) for skills in comparison.higher],
        },
        "carries_over": list(comparison.carries_over),
        "moves": {
            "between": [_moves(moves) for moves in comparison.moves],
            "shortest": [list(way) for way in comparison.ways],
            "in": [_moves(moves) for moves in comparison.moves_in],
            "out": [_moves(moves) for moves in comparison.moves_out],
        },
    }


def comparison_table(
    rows: Iterable[CompareRow], roles: Sequence[Role], texts: Texts
) -> list[list[str]]:
    """Return the rows under both names, broken into lines that a terminal shows."""
    table = [["", *(_broken(texts.pick(role.name), _SIDE) for role in roles)]]
    for row in rows:
        head = "\n".join(filter(None, (row.head, row.note)))
        table.append([_broken(head, _HEAD), *(_broken(side.words, _SIDE) for side in row.sides)])
    return table


def _moves(moves: Iterable[Move]) -> list[Plain]:
    return [
        {
            "from": move.from_role,
            "to": move.to_role,
            "kind": move.kind.value,
            "years": list(move.years) if move.years else None,
        }
        for move in moves
    ]


def _broken(words: str, width: int) -> str:
    lines = (line for said in words.splitlines() for line in wrapped(said, width, _letters))
    return "\n".join(lines)


def _letters(words: str) -> float:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
