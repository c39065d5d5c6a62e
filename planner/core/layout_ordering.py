"""Where in its track each role would like to stand: the start of the search for few crossings."""

from __future__ import annotations

import numpy as np

from planner.core.layout_frame import Frame, Indices, Reals

# How strongly the order of the ids holds a role back, against a move that pulls with 1.
_HOLD = 0.05
# How strongly a move to another track pulls towards that side.
_ACROSS = 0.3
_ROUNDS = 200


def wished_places(frame: Frame, place: Indices) -> Reals:
    """Return a place for each role, from 0 (left) to 1 (right) in its track.

    It is where springs along the moves come to rest, each role being held by its place among the
    ids of the track: one optimum that a role more or less shifts but a little. `place` tells the
    place of each track from the left.
    """
    count = len(frame.roles)
    held = np.zeros(count)
    for track in range(len(frame.tracks)):
        members = np.flatnonzero(frame.track == track)
        held[members] = (np.arange(len(members)) + 0.5) / len(members)
    # Each join pulls at both of its ends.
    ends = np.concatenate([frame.joins, frame.joins[:, ::-1]])
    at, to = place[frame.track[ends[:, 0]]], place[frame.track[ends[:, 1]]]
    left = np.bincount(ends[to < at, 0], minlength=count)
    right = np.bincount(ends[to > at, 0], minlength=count)
    near = ends[to == at]
    fixed = _HOLD * held + _ACROSS * right
    stiffness = _HOLD + _ACROSS * (left + right) + np.bincount(near[:, 0], minlength=count)
    wish = held
    for _ in range(_ROUNDS):
        pulled = np.bincount(near[:, 0], weights=wish[near[:, 1]], minlength=count)
        wish = (fixed + pulled) / stiffness
    return np.asarray(wish)
