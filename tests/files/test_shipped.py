"""The shipped catalogue and its sample team, read as they are."""

from __future__ import annotations

from pathlib import Path

from planner.core.checks import problems
from planner.core.imports import import_edit
from planner.files.documents import read_files
from planner.files.writing import write_catalogue, write_people
from tests.files.samples import TODAY

DATA = Path(__file__).resolve().parents[2] / "data"


def test_it_has_no_problem() -> None:
    (catalogue,) = read_files([DATA], today=TODAY).catalogues
    assert catalogue.id == "am-lm"
    assert problems(catalogue) == ()


def test_it_is_the_same_when_it_is_written_and_read_again(tmp_path: Path) -> None:
    read = read_files([DATA], today=TODAY)
    (catalogue,) = read.catalogues
    (tmp_path / "catalogue.yaml").write_text(write_catalogue(catalogue), encoding="utf-8")
    (tmp_path / "people.yaml").write_text(write_people(read.people), encoding="utf-8")
    again = read_files([tmp_path], today=TODAY)
    assert again == read
    edit = import_edit(
        again.catalogues,
        again.people,
        stored_catalogues={catalogue.id: catalogue},
        stored_people=read.people,
        next_entry=10_000,
    )
    assert edit.changes == ()
