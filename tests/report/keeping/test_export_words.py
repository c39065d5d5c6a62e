"""What was handed out or erased, in words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from planner.core.keeping.disclosure import Counts
from planner.core.text import Texts
from planner.files.texts import load_texts
from planner.report.keeping.erase_words import copies_text, copies_words, lost_words, removal
from planner.report.keeping.export_words import discreet_words, export_words, private_words

COUNTS = Counts(people=1, ratings=1, actions=2, meetings=0, kpi_results=3, private_notes=2)


@pytest.fixture
def texts(root: Path, tmp_path: Path) -> Texts:
    return load_texts("en", root / "resources" / "i18n", tmp_path)


def test_every_kind_is_counted_also_where_there_is_none(texts: Texts) -> None:
    assert texts.word(export_words(COUNTS, "a.yaml")) == (
        "1 person, 1 rating, 2 actions, 0 one-on-ones and 3 KPI results written to a.yaml"
    )
    assert texts.word(lost_words(COUNTS)) == (
        "1 rating, 2 actions, 0 one-on-ones and 3 KPI results go for ever; "
        "undo cannot bring them back."
    )


def test_private_notes_are_said_to_be_in_or_out(texts: Texts) -> None:
    assert texts.word(private_words(COUNTS, private=True)) == "2 private notes are included."
    assert texts.word(private_words(COUNTS, private=False)) == "2 private notes are left out."
    assert texts.word(private_words(Counts(), private=True)) == "There are no private notes."
    # On a screen at which the employee looks on, not even whether there are any is told.
    for private in (True, False):
        assert not any(letter.isdigit() for letter in texts.word(discreet_words(private=private)))


def test_the_copies_are_named_with_their_days(texts: Texts) -> None:
    copies = [
        (Path("/b/planner.db.2026-01-02-030405.daily.backup"), datetime(2026, 1, 2, 3, 4, 5)),
        (Path("/b/planner.db.2026-01-01-120000.asked.backup"), datetime(2026, 1, 1, 12)),
    ]
    said = copies_text(copies, texts)
    assert "2 Jan 2026, 03:04: /b/planner.db.2026-01-02-030405.daily.backup" in said
    assert said.splitlines()[-1] == "rm " + " ".join(str(path) for path, _ in copies)
    assert texts.word(copies_words(copies)).startswith("2 backups")
    assert copies_text((), texts) == texts.word(copies_words(()))


def test_the_command_that_removes_the_copies_is_safe_to_paste() -> None:
    made = datetime(2026, 1, 2, 3, 4)
    copies = [(Path("/my data/a.backup"), made), (Path("/b$(x).backup"), made)]
    assert removal(copies, "linux") == "rm '/my data/a.backup' '/b$(x).backup'"
    assert removal(copies[:1], "win32") == 'del "/my data/a.backup"'
