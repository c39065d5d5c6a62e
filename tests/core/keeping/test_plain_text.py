"""What a text of one line makes of the lines that come into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.core.career import Action, Meeting, Owner
from planner.core.edits import Edit
from planner.core.keeping.career_edits import action_faults, add_actions, change_action
from planner.core.keeping.person_edits import (
    add_person,
    correct_person,
    person_faults,
    rename_person,
)
from planner.core.keeping.plain_text import blanks_for_breaks, one_line
from planner.core.meeting.edits import add_point, point_fault
from planner.core.people import Person
from planner.core.text import same_text
from tests.catalogues import small_catalogue

DAY = date(2026, 11, 1)
ADA = Person(id="ada", name="Ada", catalogue="c", role="r", since=date(2026, 1, 1))
REST = Action(id="action-1", title="Rest", made=DAY)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Line one\nLine two", "Line one Line two"),
        (" one \r\n\r\n\ttwo\t", "one two"),
        ("one\x0btwo\x0cthree\x85four\u2028five\u2029six", "one two three four five six"),
        ("王\n伟", "王 伟"),
        ("\n", ""),
        # Blanks that nobody broke stay as they were written.
        ("two  blanks, 25\u00a0%\u3000全角", "two  blanks, 25\u00a0%\u3000全角"),
    ],
)
def test_breaks_and_tabs_are_one_blank(words: str, line: str) -> None:
    assert one_line(words) == line


def test_a_part_of_a_line_keeps_the_blanks_at_its_ends() -> None:
    assert blanks_for_breaks(" a\nb\n") == " a b "


def test_thousands_of_blanks_are_no_work() -> None:
    assert one_line(f"a{' ' * 100_000}b\n").endswith(" b")


def kept(edit: Edit) -> object:
    (change,) = edit.changes
    return change.after


def test_names_are_kept_in_one_line() -> None:
    broken = replace(ADA, name="Ada\nLovelace", industry="soft\tware\n")
    whole = replace(ADA, name="Ada Lovelace", industry="soft ware")
    assert kept(add_person(broken)) == whole
    assert kept(correct_person(ADA, broken)) == whole
    renamed = rename_person(ADA, "Ada\nLovelace")
    assert kept(renamed) == replace(ADA, name="Ada Lovelace")
    for edit in (add_person(broken), correct_person(ADA, broken), renamed):
        assert "Ada Lovelace" in dict(edit.label.arguments).values()


def test_titles_and_points_are_kept_in_one_line_and_notes_in_theirs() -> None:
    broken = replace(REST, title="Read\nthe law", notes="one\n\ttwo", evidence="a\nb")
    whole = replace(broken, title="Read the law")
    for edit in (add_actions(ADA, [broken]), change_action(ADA, REST, broken)):
        assert kept(edit) == whole
        assert dict(edit.label.arguments)["title"] == "Read the law"
    met = kept(add_point(ADA, Meeting(id="meeting-1", on=DAY), "Pay\nand rest", Owner.EMPLOYEE))
    assert isinstance(met, Meeting)
    assert [item.text for item in met.items] == [same_text("Pay and rest")]


def test_what_becomes_a_blank_is_no_fault() -> None:
    small = small_catalogue()
    role = small.roles[0].id
    person = replace(ADA, catalogue=small.id, role=role, name="A\r\nB", industry="a\x0bb")
    assert person_faults(person, small, DAY) == {}
    assert list(person_faults(replace(person, name="\r\n"), small, DAY)) == ["name"]
    assert action_faults(replace(REST, title="a\r\nb"), small, DAY) == {}
    assert point_fault("a\r\nb") is None
    assert point_fault("\r\n") is not None
