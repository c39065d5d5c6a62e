"""Whose rating it is that somebody presses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from planner.core.gaps import Basis
from planner.core.keeping.person_edits import add_person, rate
from planner.core.people import Rater, Rating
from planner.core.text import Language, Texts
from planner.gui.state.rating import rater_at_work
from planner.gui.workspace import Workspace
from planner.store.store import Store
from tests.gap_sample import TODAY, sample_catalogue, sample_person, sample_ratings
from tests.gui.pages.gaps.test_page import put


@pytest.fixture
def alone(
    qapp: QApplication, empty_store: Store, texts_in: Callable[[Language], Texts]
) -> Iterator[Workspace]:
    """A workspace with one person, whom nobody has rated."""
    put(empty_store, sample_catalogue(), sample_person(), ())
    made = Workspace(empty_store, texts_in, "en", lambda: TODAY)
    made.open_person("sample", "lin-wei")
    yield made
    made.deleteLater()


def rated_by(by: Rater, workspace: Workspace) -> None:
    rating: Rating = replace(sample_ratings()[0], by=by, entry=workspace.store.next_entry())
    workspace.do(rate(sample_person(), rating, sample_catalogue()))


def test_who_is_alone_rates_for_oneself(alone: Workspace) -> None:
    assert rater_at_work(alone) is Rater.SELF
    rated_by(Rater.SELF, alone)
    assert rater_at_work(alone) is Rater.SELF


@pytest.mark.parametrize("by", [Rater.MANAGER, Rater.AGREED])
def test_who_was_rated_by_another_agrees_with_somebody(alone: Workspace, by: Rater) -> None:
    rated_by(by, alone)
    assert rater_at_work(alone) is Rater.AGREED


def test_who_has_others_beside_agrees_with_somebody(alone: Workspace) -> None:
    alone.do(add_person(replace(sample_person(), id="other", name="Other")))
    assert rater_at_work(alone) is Rater.AGREED


@pytest.mark.parametrize("basis", [Basis.MANAGER, Basis.SELF])
def test_a_basis_of_one_rater_is_that_rater(alone: Workspace, basis: Basis) -> None:
    alone.set_basis(basis)
    assert rater_at_work(alone) is Rater(basis.value)
