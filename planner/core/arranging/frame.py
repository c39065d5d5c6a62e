"""What the layout sees of a catalogue: roles as numbers in an order of its own, and their joins."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.core.model import Catalogue

Indices = NDArray[np.intp]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The roles by ascending id, so that the order in a file does not matter.

    `track` and `rank` number each role's track and rank from 0, `joins` are the pairs of roles that
    moves of any kind join, each pair once and smaller number first.
    """

    roles: tuple[str, ...]
    tracks: tuple[str, ...]
    ranks: tuple[int, ...]
    track: Indices
    rank: Indices
    joins: Indices

    def ends(self) -> Indices:
        """Return each join twice, from either end: (role, the role that it is joined to)."""
        return np.concatenate([self.joins, self.joins[:, ::-1]])

    def cells(self) -> dict[tuple[int, int], list[int]]:
        """Return the roles of each (track, rank) that has any, in ascending order."""
        found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for role, cell in enumerate(zip(self.track.tolist(), self.rank.tolist(), strict=True)):
            found[cell].append(role)
        return dict(sorted(found.items()))


def frame_of(catalogue: Catalogue) -> Frame:
    """Return what the layout sees of a catalogue; tracks and ranks without roles are left out."""
    roles = sorted(catalogue.roles, key=lambda role: role.id)
    number = {role.id: index for index, role in enumerate(roles)}
    tracks = sorted({role.track for role in roles})
    ranks = sorted({role.rank for role in roles})
    track_number = {track: index for index, track in enumerate(tracks)}
    rank_number = {rank: index for index, rank in enumerate(ranks)}
    ends = ((number[move.from_role], number[move.to_role]) for move in catalogue.moves)
    joins = sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})
    return Frame(
        roles=tuple(number),
        tracks=tuple(tracks),
        ranks=tuple(ranks),
        track=np.array([track_number[role.track] for role in roles], dtype=np.intp),
        rank=np.array([rank_number[role.rank] for role in roles], dtype=np.intp),
        joins=np.array(joins, dtype=np.intp).reshape(-1, 2),
    )
