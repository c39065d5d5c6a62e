"""A move to another industry and the traps in words and bars, on a framework made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.core.checking.traps import LowerLevel, Trap, TrapKind, traps
from planner.core.gaps import Basis, Interval
from planner.core.graph import PromotionGraph
from planner.core.model import Move, MoveKind
from planner.core.people import Person, Rater, Rating
from planner.core.roles.transfer import (
    RoleTransfer,
    TrackPortability,
    Transfer,
    tracks_by_portability,
    transfer,
)
from planner.core.text import Texts
from planner.files.texts import load_texts
from planner.report.copies.chart_tables import kept_table, role_transfer_table
from planner.report.industry.bars import role_bars, skill_bars, track_bars
from planner.report.industry.words import (
    change_words,
    industries_words,
    points_words,
    present_words,
    tracks_words,
    unrated_note,
    why_words,
)
from planner.report.roles.experience_words import way_words
from planner.report.roles.trap_words import trap_words, traps_words
from tests.catalogues import TODAY, small_catalogue, small_person

PORTABILITY = {"negotiation": 0.8, "law": 0.5}
SMALL = replace(
    small_catalogue(),
    skills=tuple(replace(one, portability=PORTABILITY[one.id]) for one in small_catalogue().skills),
)
GRAPH = PromotionGraph(SMALL)
LIN = replace(small_person(), industry="software")


@pytest.fixture
def texts() -> Texts:
    return load_texts("en", Path(), None)


def moved(industry: str = "banking", person: Person = LIN, *levels: float) -> Transfer:
    ratings = [
        Rating(entry=n, skill=skill, level=level, by=Rater.AGREED, on=date(2025, 1, 1))
        for n, (skill, level) in enumerate(zip(PORTABILITY, levels or (3.0,), strict=False), 1)
    ]
    return transfer(GRAPH, person, ratings, industry, basis=Basis.AGREED, as_of=TODAY)


def test_what_is_said_above(texts: Texts) -> None:
    homeless = replace(LIN, industry="")
    assert industries_words(moved(), "Lin", texts) == "Lin: from software to banking"
    assert industries_words(moved(""), "Lin", texts) == "Lin: from software to another industry"
    assert industries_words(moved("Software"), "Lin", texts) == "Lin: in Software"
    assert industries_words(moved("banking", homeless), "Lin", texts) == "Lin: to banking"
    assert why_words(moved(), texts) == ""
    assert why_words(moved("software"), texts).startswith("This is the person's own industry")
    assert why_words(moved("software", homeless), texts).startswith("No industry is entered")
    # Of the manager 2.4 is kept where 2 is required.
    assert present_words(moved(), SMALL, texts) == (
        "Present role Account manager: 100 % now, 100 % there"
    )
    gone = replace(LIN, role="gone", positions=())
    assert present_words(moved("banking", gone), SMALL, texts) == ""
    assert unrated_note(moved("banking", LIN, 3.0, 2.0), texts) == ""
    assert unrated_note(moved(), texts).startswith("1 skill that roles ask for is unrated")


def test_what_is_said_of_a_role(texts: Texts) -> None:
    lost = RoleTransfer(role="r", now=Interval(0.8, 0.9), there=Interval(0.58, 0.68))
    assert change_words(lost, texts) == "80–90 % now, 58–68 % there"
    assert points_words(lost, texts) == "−22"
    unknown = RoleTransfer(role="r", now=None, there=None)
    assert change_words(unknown, texts) == "readiness unknown"
    assert points_words(unknown, texts) == "–"


def test_the_track_that_keeps_more_is_named_from_the_numbers(texts: Texts) -> None:
    client = TrackPortability(track="client", kept=0.78, roles=())
    line = TrackPortability(track="line", kept=0.77, roles=())
    said = tracks_words((client, line), SMALL, texts)
    assert said.startswith("Client track carries over better than Line track")
    assert "keep 78 % of what they ask for, against 77 %" in said
    assert "(§4)" in said
    # The other way round the article is not called to witness.
    turned = tracks_words((line, client), SMALL, texts)
    assert turned.startswith("Line track carries over better")
    assert "§4" not in turned
    assert tracks_words((client,), SMALL, texts) == ""


def test_bars_of_skills_stand_by_what_is_lost(texts: Texts) -> None:
    # Of negotiation 3 − 2.4 = 0.6 is lost, of law 2 − 1 = 1; the scale ends at 5.
    law, negotiation = skill_bars(moved("banking", LIN, 3.0, 2.0), SMALL, texts)
    assert (law.thing, law.kept, law.before, law.words) == ("law", 0.2, 0.4, "2 → 1")
    assert negotiation.kept == pytest.approx(0.48)
    assert (negotiation.before, negotiation.words) == (0.6, "3 → 2.4")
    assert negotiation.note == "portability 0.8"
    assert law.spoken == "Contract law: held 2, kept 1, portability 0.5"


def test_bars_of_roles_begin_with_the_present_one(texts: Texts) -> None:
    bars = role_bars(moved("banking", LIN, 3.0, 2.0), GRAPH, LIN, texts)
    assert [bar.thing for bar in bars] == [
        *("", "manager", "director", "line-manager"),
        *("", "junior", "lead", "cto"),
    ]
    notes = {bar.thing: bar.note for bar in bars if bar.thing}
    assert notes["manager"] == "present role"
    assert notes["director"] == "next role"
    assert notes["cto"] == "target"
    director, officer = bars[2], bars[-1]
    assert (director.words, director.before) == ("80 % → 58 %", 0.8)
    assert director.kept == director.at_most == pytest.approx(0.58)
    assert director.spoken == "Regional client director: 80 % now, 58 % there, next role"
    assert (officer.words, officer.kept, officer.at_most) == ("readiness unknown", 0.0, 0.0)


def test_the_figures_stand_in_the_order_of_the_bars(texts: Texts) -> None:
    found = moved("banking", LIN, 3.0, 2.0)
    lost = [row[0] for row in kept_table(found, SMALL, texts).rows]
    assert lost == ["Contract law", "Negotiation"]
    roles = ("manager", "director", "line-manager", "junior", "lead", "cto")
    said = [row[0] for row in role_transfer_table(found, GRAPH, texts).rows]
    assert said == [SMALL.role(role).name.en for role in roles]


def test_somebody_in_no_known_role_sees_all_roles_alike(texts: Texts) -> None:
    gone = replace(LIN, role="gone", positions=(), target=None)
    bars = role_bars(moved("banking", gone), GRAPH, gone, texts)
    assert [bar.thing for bar in bars if not bar.thing] == [""]
    assert len(bars) == 7


def test_bars_of_tracks(texts: Texts) -> None:
    client, line = track_bars(tracks_by_portability(SMALL), SMALL, texts)
    assert (client.thing, client.words, client.colour) == ("client", "78 %", "track-0")
    assert (line.words, line.spoken) == ("77 %", "Line track keeps 77 %")


def test_every_trap_has_its_words(texts: Texts) -> None:
    door = Move(from_role="manager", to_role="cto", kind=MoveKind.DUAL_LADDER)
    said = {
        trap.kind: trap_words(trap, SMALL, texts)
        for trap in (
            *(Trap(kind=kind, role="cto") for kind in TrapKind if kind.value in _PLAIN),
            Trap(kind=TrapKind.CLOSED_GATE, role="cto", tracks=("client", "gone")),
            Trap(
                kind=TrapKind.LOWER_LEVEL,
                role="cto",
                move=door,
                lower=LowerLevel(skill="law", level=3.0, lower=2.5),
            ),
            Trap(kind=TrapKind.ONE_WAY, role="manager", move=door),
        )
    }
    assert set(said) == set(TrapKind)
    assert said[TrapKind.ONE_WAY] == "One-way door to Chief technology officer (dual ladder)"
    assert said[TrapKind.LOWER_LEVEL] == (
        "Contract law falls from 3 as Account manager to 2.5 here, with no reason given."
    )
    assert said[TrapKind.CLOSED_GATE].endswith("missing: Client track, gone.")
    assert said[TrapKind.NO_WAY_IN] == "No move leads here, and it is no entry role."


_PLAIN = ("no-way-in", "unreached", "behind-gate", "no-way-out")


def test_how_many_traps_there_are(texts: Texts) -> None:
    fault = Trap(kind=TrapKind.NO_WAY_OUT, role="cto")
    assert traps_words((), texts) == "This catalogue has no traps."
    assert traps_words((fault,), texts) == "1 fault to mend"
    found = traps(GRAPH)
    # Nothing leads on from the officer; to junior, lead and the line manager's rise no way back.
    assert [trap.role for trap in found if trap.kind is TrapKind.NO_WAY_OUT] == ["cto"]
    assert traps_words(found, texts).startswith("1 fault to mend; 4 one-way doors, which are no")


def test_no_way_that_fulfils_what_is_asked(texts: Texts) -> None:
    assert way_words(None, SMALL, texts).startswith("No way from your role fulfils that")
