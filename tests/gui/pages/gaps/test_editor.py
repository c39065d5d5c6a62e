"""A level between two named ones is typed in the editor's list as in its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.core.model import Level, Scale
from planner.core.people import Rater
from planner.core.text import Text, Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.gaps.editor import GapsEditor
from planner.gui.state.rating import Draft
from planner.gui.tasks import Tasks
from tests.gap_sample import sample_catalogue
from tests.gui.answers import Answers

TODAY = date(2026, 11, 23)
# 0 to 100 by quarters: most digits begin the number of no level.
QUARTERS = tuple(float(number) for number in (0, 25, 50, 75, 100))


def scale_of(numbers: tuple[float, ...]) -> Scale:
    levels = tuple(Level(number=number, name=Text(en=f"Level {number:g}")) for number in numbers)
    return replace(sample_catalogue().scale, levels=levels)


@pytest.fixture
def editor(
    qtbot: QtBot, tasks: Tasks, answers: Answers, icons: Icons, texts: Texts
) -> Iterator[GapsEditor]:
    made = GapsEditor(EvidenceDoor(tasks, answers), icons)
    made.retranslate(texts)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


def begin(
    editor: GapsEditor, texts: Texts, numbers: tuple[float, ...], level: float | None = 2.0
) -> None:
    skill = sample_catalogue().skills[0]
    draft = Draft(skill=skill.id, level=level, by=Rater.AGREED, on=TODAY)
    editor.end()
    editor.show_skill(skill, scale_of(numbers), texts, draft, TODAY)
    editor.levels.setFocus()


def typed(qtbot: QtBot, keys: str) -> None:
    for key in keys:
        qtbot.keyClicks(QApplication.focusWidget(), key)


@pytest.mark.parametrize(
    ("numbers", "keys", "level", "row"),
    [
        (tuple(map(float, range(8))), "4", 4.0, 4),
        (tuple(map(float, range(8))), "4.5", 4.5, 4),
        (tuple(map(float, range(8))), "6,25", 6.25, 6),
        (tuple(map(float, range(8))), "0.05", 0.05, 0),
        (tuple(map(float, range(8))), "35", 5.0, 5),
        (tuple(map(float, range(11))), "10", 10.0, 10),
        (tuple(map(float, range(11))), "19", 9.0, 9),
        (QUARTERS, "75", 75.0, 3),
        (QUARTERS, "45", 45.0, 1),
        (QUARTERS, "62.5", 62.5, 2),
    ],
)
def test_numbers_are_typed_in_the_list(
    editor: GapsEditor,
    texts: Texts,
    qtbot: QtBot,
    numbers: tuple[float, ...],
    keys: str,
    level: float,
    row: int,
) -> None:
    begin(editor, texts, numbers)
    typed(qtbot, keys)
    assert editor.draft().level == pytest.approx(level)
    assert editor.levels.currentRow() == row


def test_a_number_ends_not_applicable(editor: GapsEditor, texts: Texts, qtbot: QtBot) -> None:
    begin(editor, texts, QUARTERS, level=None)
    assert editor.draft().level is None
    typed(qtbot, "4")
    assert editor.draft().level == 4.0
    assert editor.levels.currentRow() == 0
