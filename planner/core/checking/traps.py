"""The traps of a promotion graph: one-way doors, roles nobody reaches, roles with no way out.

A one-way door is a move after which no moves lead back to the role that it leaves; that is how most
careers are made, and no fault. The others are faults of a catalogue, which `checks` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from itertools import count

from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move, MoveKind, Role

# So many ways of having held tracks are told apart; beyond, every track entered counts as held.
MOST_STATES = 20_000


class TrapKind(StrEnum):
    """What sort of trap it is; the graver ones come first."""

    NO_WAY_IN = "no-way-in"
    UNREACHED = "unreached"
    CLOSED_GATE = "closed-gate"
    BEHIND_GATE = "behind-gate"
    NO_WAY_OUT = "no-way-out"
    LOWER_LEVEL = "lower-level"
    ONE_WAY = "one-way"


@dataclass(frozen=True, slots=True, kw_only=True)
class LowerLevel:
    """A skill of which a role asks for less than the role before it, with no reason given."""

    skill: str
    level: float
    lower: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A trap, told of `role`.

    `move` is the one-way door out of it, or the promotion that leads to it along which a level
    falls. `tracks` are those in which nobody can have held a role before it.
    """

    kind: TrapKind
    role: str
    move: Move | None = None
    lower: LowerLevel | None = None
    tracks: tuple[str, ...] = ()


def traps(graph: PromotionGraph) -> tuple[Trap, ...]:
    """Return every trap, the graver kinds first, then in the catalogue's order.

    Of the one-way doors those come first that are no promotions.
    """
    catalogue = graph.catalogue
    ways = Ways(graph)
    found = [
        Trap(kind=kind, role=role.id)
        for kind, roles in (
            (TrapKind.NO_WAY_IN, ways.without_way_in),
            (TrapKind.UNREACHED, ways.unreached),
        )
        for role in roles
    ]
    found += [
        Trap(kind=TrapKind.CLOSED_GATE, role=role.id, tracks=tracks)
        for role, tracks in ways.closed_gates
    ]
    found += [Trap(kind=TrapKind.BEHIND_GATE, role=role.id) for role in ways.behind_gates]
    found += [Trap(kind=TrapKind.NO_WAY_OUT, role=role.id) for role in ways.without_way_out]
    fallen: dict[tuple[str, str], Trap] = {}
    for move in sorted(catalogue.moves, key=lambda move: move.order):
        for lower in lower_levels(catalogue, move):
            trap = Trap(kind=TrapKind.LOWER_LEVEL, role=move.to_role, move=move, lower=lower)
            # One reason mends a skill of a role, however many promotions lead there.
            fallen.setdefault((trap.role, lower.skill), trap)
    found += fallen.values()
    doors = sorted(one_way_doors(graph), key=lambda move: move.kind is MoveKind.PROMOTION)
    found += [Trap(kind=TrapKind.ONE_WAY, role=move.from_role, move=move) for move in doors]
    return tuple(found)


def one_way_doors(graph: PromotionGraph) -> Iterator[Move]:
    """Yield the moves after which no moves lead back, gates aside, in the catalogue's order."""
    group = graph.mutual_groups()
    for role in graph.catalogue.roles:
        for move in graph.moves_out(role.id):
            if group[move.from_role] != group[move.to_role]:
                yield move


def lower_levels(catalogue: Catalogue, move: Move) -> Iterator[LowerLevel]:
    """Yield the levels that fall along a promotion with no reason given."""
    if move.kind is not MoveKind.PROMOTION or move.from_role == move.to_role:
        return
    before = {asked.skill: asked.level for asked in catalogue.role(move.from_role).requires}
    for asked in catalogue.role(move.to_role).requires:
        level = before.get(asked.skill, asked.level)
        if asked.level < level and not asked.lower_because:
            yield LowerLevel(skill=asked.skill, level=level, lower=asked.level)


class Ways:
    """Which roles can be entered and left, from where people begin.

    People begin in a role of the lowest rank, and in one that no move leads to. Each list stands in
    the catalogue's order.
    """

    def __init__(self, graph: PromotionGraph) -> None:
        roles = graph.catalogue.roles
        self._graph = graph
        self.entry = min((role.rank for role in roles), default=1)
        entered = {
            role.id
            for role in roles
            if any(move.from_role != role.id for move in graph.moves_in(role.id))
        }
        self.without_way_in = tuple(
            role for role in roles if role.id not in entered and role.rank > self.entry
        )
        self.without_way_out = tuple(
            role
            for role in roles
            if not role.end and all(move.to_role == role.id for move in graph.moves_out(role.id))
        )
        begins = [role for role in roles if role.rank == self.entry or role.id not in entered]
        reached = set[str]()
        for role in begins:
            if role.id not in reached:
                reached |= graph.reach(role.id, lambda _move: True)
        self.unreached = tuple(role for role in roles if role.id not in reached)
        passed = self._passed(begins)
        shut = [role for role in roles if role.id in reached and role.id not in passed]
        self.closed_gates = tuple(
            (role, missing) for role in shut if (missing := self._missing(role, passed))
        )
        closed = {role.id for role, _ in self.closed_gates}
        self.behind_gates = tuple(role for role in shut if role.id not in closed)

    def _passed(self, begins: list[Role]) -> dict[str, list[frozenset[str]]]:
        """Return the roles that can be entered, with the tracks that may have been held there.

        Only tracks that some gate asks for are told apart, and only the most of them are kept.
        Whoever begins in a role with a gate is taken to have brought what it asks for.
        """
        catalogue = self._graph.catalogue
        gates = {track for role in catalogue.roles for track in role.after}
        number = count()
        ahead: list[tuple[int, int, str, frozenset[str]]] = []
        passed: dict[str, list[frozenset[str]]] = {}

        def enter(role: Role, held: frozenset[str]) -> None:
            now = held | ({role.track} & gates)
            known = passed.setdefault(role.id, [])
            if any(now <= other for other in known):
                return
            known[:] = [other for other in known if not other <= now]
            known.append(now)
            # Whoever has held most goes first: the others often need not go at all.
            heappush(ahead, (-len(now), next(number), role.id, now))

        for role in begins:
            enter(role, frozenset(role.after))
        steps = 0
        while ahead:
            _, _, at, held = heappop(ahead)
            if held not in passed[at]:
                continue
            steps += 1
            if steps > MOST_STATES:
                return self._passed_by_all(begins)
            for move in self._graph.moves_out(at):
                new = catalogue.role(move.to_role)
                if held.issuperset(new.after):
                    enter(new, held)
        return passed

    def _passed_by_all(self, begins: list[Role]) -> dict[str, list[frozenset[str]]]:
        """Return the same where whatever one person may have held, everybody has."""
        catalogue = self._graph.catalogue
        entered = {role.id for role in begins}
        held = {track for role in begins for track in (role.track, *role.after)}
        grows = True
        while grows:
            grows = False
            for role in sorted(entered):
                for move in self._graph.moves_out(role):
                    new = catalogue.role(move.to_role)
                    if new.id not in entered and held.issuperset(new.after):
                        entered.add(new.id)
                        held.add(new.track)
                        grows = True
        return {role: [frozenset(held)] for role in entered}

    def _missing(self, role: Role, passed: dict[str, list[frozenset[str]]]) -> tuple[str, ...]:
        """Return the tracks that nobody at its door can have held, empty where nobody is there.

        Where each of them was held by somebody, but never all by one person, those are all of
        which one who held the most lacks one.
        """
        held = [
            tracks
            for move in self._graph.moves_in(role.id)
            for tracks in passed.get(move.from_role, ())
        ]
        if not held:
            return ()
        anybody = frozenset[str]().union(*held)
        never = tuple(track for track in role.after if track not in anybody)
        if never:
            return never
        most = max(held, key=lambda tracks: len(tracks.intersection(role.after)))
        return tuple(track for track in role.after if track not in most)
