"""Dossiers in the tests: somebody of the sample team, or somebody of whom nothing is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from planner.core.career import Career
from planner.core.gaps import Basis, gaps_to_every_role
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.text import Texts
from planner.files.documents import read_files
from planner.report.document import Document
from planner.report.dossier.dossier import SECTIONS, Dossier, Section
from planner.report.pages import PageContext

TODAY = date(2026, 11, 23)
NOTE = "Nobody but the manager reads this about the zebra crossing"


def sample(root: Path, person: str) -> tuple[Catalogue, Career]:
    """Return the shipped catalogue and somebody of the sample team."""
    read = read_files([root / "data"], today=TODAY)
    (catalogue,) = read.catalogues
    (career,) = [career for career in read.people if career.person.id == person]
    return catalogue, career


def newcomer(catalogue: Catalogue, name: str = "Zhao Ning") -> Career:
    """Return somebody with a role and a name, and nothing else."""
    person = Person(
        id="newcomer",
        name=name,
        catalogue=catalogue.id,
        role="account-manager",
        since=date(2026, 10, 1),
    )
    return Career(person=person)


def with_note(career: Career) -> Career:
    """Return a career whose newest closed one-on-one has `NOTE` as its private note."""
    last = max((one for one in career.meetings if one.is_closed), key=lambda one: one.on)
    meetings = tuple(
        replace(one, private=NOTE) if one is last else replace(one, private="")
        for one in career.meetings
    )
    return replace(career, meetings=meetings)


def dossier_of(
    catalogue: Catalogue,
    career: Career,
    *languages: Texts,
    sections: Iterable[Section] = SECTIONS,
    with_private: bool = False,
    paper: str = "a4",
    as_of: date = TODAY,
) -> Document:
    """Return the dossier of somebody."""
    graph = PromotionGraph(catalogue)
    gaps = gaps_to_every_role(graph, career.person, career.ratings, basis=Basis.AGREED, as_of=as_of)
    context = PageContext(
        graph=graph,
        person=career.person,
        gaps=gaps,
        basis=Basis.AGREED,
        as_of=as_of,
        today=TODAY,
        texts=languages[0],
        paper=paper,
        career=career,
        with_private=with_private,
    )
    chosen = Dossier(languages=languages, sections=frozenset(sections))
    return Document(what="dossier", context=context, dossier=chosen)
