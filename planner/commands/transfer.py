"""`transfer`: what a person keeps in another industry, and which roles carry over best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.keeping.plain_text import one_line
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.planning.what_if import check_industry
from planner.core.roles.transfer import TrackPortability, Transfer, tracks_by_portability, transfer
from planner.report.industry.rows import (
    kept_rows,
    plain_transfer,
    role_transfer_rows,
    track_rows,
)
from planner.report.industry.words import (
    industries_words,
    present_words,
    tracks_words,
    transfer_rule,
    unrated_note,
    why_words,
)

if TYPE_CHECKING:
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell of the move; raise PlannerError for an unknown person or an odd industry."""
    industry = one_line(terminal.options.industry).strip()
    check_industry(industry)
    with terminal.store() as store:
        person = terminal.person(store)
        graph = PromotionGraph(store.catalogue(person.catalogue))
        ratings = store.ratings(person.catalogue, person.id)
    found = transfer(
        graph,
        person,
        ratings,
        industry,
        basis=Basis(terminal.options.basis),
        as_of=terminal.day_looked_at(),
    )
    catalogue = graph.catalogue
    tracks = tracks_by_portability(catalogue)
    return terminal.answer(
        plain_transfer(found, catalogue, tracks),
        lambda: _lines(terminal, found, tracks, person, catalogue),
    )


def _lines(
    terminal: Terminal,
    found: Transfer,
    tracks: tuple[TrackPortability, ...],
    person: Person,
    catalogue: Catalogue,
) -> str:
    texts = terminal.texts
    heading = [
        industries_words(found, person.name, texts),
        texts.tr("As of {day}", day=texts.date(found.as_of)),
        why_words(found, texts),
        present_words(found, catalogue, texts),
    ]
    tables = [terminal.table(role_transfer_rows(found, catalogue, texts))]
    if found.skills:
        tables.insert(0, terminal.table(kept_rows(found, catalogue, texts)))
    tables.append(terminal.table(track_rows(tracks, catalogue, texts)))
    foot = (unrated_note(found, texts), tracks_words(tracks, catalogue, texts))
    return "\n\n".join(
        [
            "\n".join(filter(None, heading)),
            *tables,
            "\n".join(filter(None, (*foot, transfer_rule(texts)))),
        ]
    )
