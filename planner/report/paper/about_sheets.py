"""What a file of sheets says of itself: its title and author in each of its languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.report.paper.flow import Sheet

_BETWEEN = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Title, author and language of a document; each is empty where it is not known."""

    title: str
    author: str
    language: str


def about(sheets: Sequence[Sheet]) -> About:
    """Return what sheets say of themselves; the first sheet of each language speaks for it."""
    firsts: dict[str, Sheet] = {}
    for sheet in sheets:
        firsts.setdefault(sheet.language, sheet)
    first, *others = firsts.values()
    # Sheets that name no language say nothing beside those that do.
    told = [first, *(sheet for sheet in others if sheet.language)]
    return About(
        title=_joined(sheet.title for sheet in told),
        author=_joined(sheet.author for sheet in told),
        language=first.language,
    )


def _joined(words: Iterable[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(filter(None, words)))
