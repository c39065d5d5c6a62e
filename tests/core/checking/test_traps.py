"""The traps of small frameworks drawn by hand, and one-way doors against another search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.checking import traps as traps_module
from planner.core.checking.traps import LowerLevel, Trap, TrapKind, Ways, one_way_doors, traps
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Requirement,
    Role,
    Scale,
    Track,
)
from planner.core.text import same_text
from planner.files.documents import read_files

PROMOTION, CHANGE = MoveKind.PROMOTION, MoveKind.TRACK_CHANGE


def framework(
    roles: Mapping[str, tuple[str, int, tuple[str, ...]]],
    moves: Sequence[tuple[str, str, MoveKind]],
    ends: Sequence[str] = (),
    requires: Mapping[str, tuple[Requirement, ...]] | None = None,
) -> PromotionGraph:
    """Return roles as track, rank and gates, joined by moves."""
    tracks = dict.fromkeys(track for track, _, _ in roles.values())
    return PromotionGraph(
        Catalogue(
            head=CatalogueHead(
                id="f",
                version="1",
                title=same_text("F"),
                scale=Scale(levels=(Level(number=0.0, name=same_text("0")),)),
                tracks=tuple(Track(id=track, name=same_text(track)) for track in tracks),
            ),
            skills=(),
            roles=tuple(
                Role(
                    id=id_,
                    name=same_text(id_),
                    track=track,
                    rank=rank,
                    after=after,
                    end=id_ in ends,
                    requires=(requires or {}).get(id_, ()),
                    order=order,
                )
                for order, (id_, (track, rank, after)) in enumerate(roles.items())
            ),
            moves=tuple(
                Move(from_role=start, to_role=end, kind=kind, order=order)
                for order, (start, end, kind) in enumerate(moves)
            ),
        )
    )


def told(found: Sequence[Trap]) -> list[tuple[str, str]]:
    return [(trap.kind.value, trap.role) for trap in found]


#  chief      rank 3   asks for both tracks
#    ▲ ▲
#   am ⇄ lm   rank 2
#    ▲   ▲
#   ja   tl   rank 1
JOINED = {
    "ja": ("client", 1, ()),
    "tl": ("line", 1, ()),
    "am": ("client", 2, ()),
    "lm": ("line", 2, ()),
    "chief": ("joint", 3, ("client", "line")),
}
UP = (
    ("ja", "am", PROMOTION),
    ("tl", "lm", PROMOTION),
    ("am", "chief", PROMOTION),
    ("lm", "chief", PROMOTION),
)
TO_AND_FRO = (("am", "lm", CHANGE), ("lm", "am", CHANGE))


def test_only_doors_that_nothing_leads_back_through_are_told() -> None:
    found = traps(framework(JOINED, UP + TO_AND_FRO, ends=["chief"]))
    assert told(found) == [("one-way", role) for role in ("ja", "tl", "am", "lm")]
    assert [trap.move.to_role for trap in found if trap.move] == ["am", "lm", "chief", "chief"]


def test_doors_that_are_no_promotions_come_first() -> None:
    found = traps(framework(JOINED, (*UP, TO_AND_FRO[0]), ends=["chief"]))
    assert told(found)[0] == ("one-way", "am")
    assert found[0].move is not None
    assert found[0].move.to_role == "lm"


def test_nobody_can_have_held_two_tracks_that_nothing_joins() -> None:
    found = traps(framework(JOINED, UP, ends=["chief"]))
    gate = found[0]
    # Whoever comes from the one lacks the other.
    assert (gate.kind, gate.role) == (TrapKind.CLOSED_GATE, "chief")
    assert len(gate.tracks) == 1
    assert set(gate.tracks) <= {"client", "line"}


def test_a_gate_names_the_track_that_nobody_ever_holds() -> None:
    roles = {**JOINED, "chief": ("joint", 3, ("client", "joint"))}
    found = traps(framework(roles, UP + TO_AND_FRO, ends=["chief"]))
    assert found[0] == Trap(kind=TrapKind.CLOSED_GATE, role="chief", tracks=("joint",))


def test_what_lies_behind_a_closed_gate_is_told_apart() -> None:
    roles = {**JOINED, "owner": ("joint", 4, ())}
    found = traps(framework(roles, (*UP, ("chief", "owner", PROMOTION)), ends=["owner"]))
    assert told(found)[:2] == [("closed-gate", "chief"), ("behind-gate", "owner")]


def test_a_gate_opens_to_whoever_comes_round_by_the_other_track() -> None:
    # Only tl → lm → am has both; ja never has.
    ways = Ways(framework(JOINED, (*UP, TO_AND_FRO[1]), ends=["chief"]))
    assert ways.closed_gates == ()


def test_whoever_begins_behind_a_gate_has_brought_what_it_asks_for() -> None:
    roles = {"a": ("joint", 1, ("client",)), "b": ("client", 2, ("client",))}
    assert Ways(framework(roles, [("a", "b", PROMOTION)], ends=["b"])).closed_gates == ()


def test_roles_with_no_way_in_or_out_and_circles_that_nobody_enters() -> None:
    roles = {
        "a": ("t", 1, ()),
        "b": ("t", 2, ()),
        "alone": ("t", 2, ()),
        "x": ("t", 3, ()),
        "y": ("t", 3, ()),
    }
    moves = [("a", "b", PROMOTION), ("x", "y", CHANGE), ("y", "x", CHANGE), ("b", "b", CHANGE)]
    found = told(traps(framework(roles, moves)))
    assert found == [
        ("no-way-in", "alone"),
        ("unreached", "x"),
        ("unreached", "y"),
        ("no-way-out", "b"),
        ("no-way-out", "alone"),
        ("one-way", "a"),
    ]


def test_a_level_that_falls_along_a_promotion() -> None:
    asked = {
        "a": (Requirement(skill="s", level=3.0), Requirement(skill="t", level=2.0)),
        "b": (
            Requirement(skill="s", level=1.5),
            Requirement(skill="t", level=1.0, lower_because=same_text("Others do it.")),
        ),
    }
    asked["c"] = asked["a"]
    graph = framework(
        {"a": ("t", 1, ()), "b": ("t", 2, ()), "c": ("t", 1, ())},
        # It is told along the first of both.
        [("a", "b", PROMOTION), ("c", "b", PROMOTION)],
        ["b"],
        asked,
    )
    fallen = [trap for trap in traps(graph) if trap.kind is TrapKind.LOWER_LEVEL]
    assert [(trap.role, trap.lower) for trap in fallen] == [
        ("b", LowerLevel(skill="s", level=3.0, lower=1.5))
    ]
    sideways = framework({"a": ("t", 1, ()), "b": ("t", 2, ())}, [("a", "b", CHANGE)], ["b"], asked)
    assert [trap.kind for trap in traps(sideways)] == [TrapKind.ONE_WAY]


def test_too_many_ways_of_having_held_tracks_are_not_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Nobody holds both, but that is no longer looked for: no gate is called closed by mistake.
    monkeypatch.setattr(traps_module, "MOST_STATES", 1)
    assert Ways(framework(JOINED, UP, ends=["chief"])).closed_gates == ()
    never = {**JOINED, "chief": ("joint", 3, ("joint",))}
    (gate,) = Ways(framework(never, UP, ends=["chief"])).closed_gates
    assert (gate[0].id, gate[1]) == ("chief", ("joint",))


def test_an_empty_catalogue_has_no_traps() -> None:
    assert traps(framework({}, [])) == ()


IDS = "abcdef"


@given(st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=14))
def test_doors_are_those_with_no_path_back(pairs: set[tuple[str, str]]) -> None:
    graph = framework(dict.fromkeys(IDS, ("t", 1, ())), [(*pair, CHANGE) for pair in sorted(pairs)])
    plain = networkx.DiGraph(sorted(pairs))
    assert {(move.from_role, move.to_role) for move in one_way_doors(graph)} == {
        (start, end) for start, end in pairs if not networkx.has_path(plain, end, start)
    }


@given(
    pairs=st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=14),
    gates=st.dictionaries(
        st.sampled_from(IDS), st.sets(st.sampled_from("xyz"), min_size=1), max_size=3
    ),
)
def test_gates_are_closed_where_no_walk_passes_them(
    pairs: set[tuple[str, str]], gates: dict[str, set[str]]
) -> None:
    tracks = dict(zip(IDS, "xyzxyz", strict=True))
    roles = {
        id_: (tracks[id_], 1 if id_ in "ab" else 2, tuple(sorted(gates.get(id_, ()))))
        for id_ in IDS
    }
    ways = Ways(framework(roles, [(*pair, CHANGE) for pair in sorted(pairs)]))
    entered = _entered_by_walking(roles, pairs)
    shut = {role.id for role, _ in ways.closed_gates} | {role.id for role in ways.behind_gates}
    unreached = {role.id for role in ways.unreached}
    assert shut | unreached == set(IDS) - entered


def _entered_by_walking(
    roles: Mapping[str, tuple[str, int, tuple[str, ...]]], pairs: set[tuple[str, str]]
) -> set[str]:
    """Every role that some walk enters: each with every set of tracks, no pruning."""
    ends = {end for start, end in pairs if start != end}
    seen = {
        (id_, frozenset((track, *after)))
        for id_, (track, rank, after) in roles.items()
        if rank == 1 or id_ not in ends
    }
    ahead = list(seen)
    while ahead:
        at, held = ahead.pop()
        for start, end in pairs:
            track, _, after = roles[end]
            state = (end, held | {track})
            if start == at and held >= set(after) and state not in seen:
                seen.add(state)
                ahead.append(state)
    return {id_ for id_, _ in seen}


def test_the_shipped_catalogue_has_no_trap_but_doors(root: Path) -> None:
    (catalogue,) = read_files(
        [root / "data"], known=lambda _name: None, today=date(2026, 11, 23)
    ).catalogues
    found = traps(PromotionGraph(catalogue))
    assert {trap.kind for trap in found} == {TrapKind.ONE_WAY}
    doors = {trap.move.id for trap in found if trap.move}
    # The article's own: whoever becomes an architect does not come back.
    assert "account-manager/solutions-architect/career-change" in doors
    # An account manager may lead a team, and return.
    assert "account-manager/line-manager/track-change" not in doors
    ranks = [trap.move.kind is PROMOTION for trap in found if trap.move]
    assert all(before <= after for before, after in pairwise(ranks))
