"""The order of the tracks from left to right: moves between them cross as little as they can.

A move from track to track crosses the moves within each track that it passes; how many those are,
the heights of its ends tell. What that leaves open, and more, the ids decide, so that the order
stays when a role comes in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.core.arranging.frame import Frame, Reals

# The price of two tracks that stand against the order of their ids, in the crossings of an average
# move that passes all tracks, shared by their number: where every order is weighed it only decides
# between equals. Where a search has to do, it keeps that near; less where there are many tracks,
# as one of them then matters little.
_HOLD_EXACT, _HOLD, _MANY = 0.001, 3.0, 20
# A role of few moves says little of where its track should stand: a move across from or to a role
# of fewer moves than this counts less, where every order is weighed. A new role comes with few.
_SETTLED, _UNSETTLED = 4, 0.4
# What a move within one rank counts: it runs along a row and meets few lines.
_FLAT = 0.1
# Lines in a track on top of those that it has at a height, as a share of their mean: it evens out
# what one role more would change.
_EVEN = 1.0
# Up to so many tracks, every order is weighed.
_EXACT = 10
_SPRING = 0.1
# Rounds of insertion, and the sums that they may take in all: with hundreds of tracks, none.
_ROUNDS, _SUMS = 10, 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Flow:
    """The moves by the gap between two ranks that they run through (the first axis).

    `between` tells how many join each two tracks there, `within` how many stay in each track;
    `hold` is the price of two tracks that stand against the order of their ids.
    """

    between: Reals
    within: Reals
    hold: float


def order_of_tracks(frame: Frame, check: Callable[[], None]) -> list[int]:
    """Return the numbers of the tracks from left to right; `check` may raise to stop."""
    count = len(frame.tracks)
    if count < 3:
        return list(range(count))
    flow = _flow(frame)
    if count <= _EXACT:
        return _the_right_way_round(_best_order(flow))
    wish = _wished(flow.between.sum(axis=0))
    order = sorted(range(count), key=lambda track: (round(float(wish[track]), 9), track))
    for _ in range(min(_ROUNDS, _SUMS // (count * flow.between.size))):
        before = list(order)
        for track in range(count):
            check()
            order = _best_insertion(flow, order, track)
        if order == before:
            break
    return _the_right_way_round(order)


def _the_right_way_round(order: list[int]) -> list[int]:
    """Return the order or its mirror image, which is as good.

    Two tracks alone decide: what is counted over all of them is turned by a little of each.
    """
    return order if order.index(0) < order.index(len(order) - 1) else order[::-1]


def _flow(frame: Frame) -> _Flow:
    gaps = max(1, len(frame.ranks) - 1)
    count = len(frame.tracks)
    between = np.zeros((gaps, count, count))
    within = np.zeros((gaps, count))
    moves = np.bincount(frame.joins.ravel(), minlength=len(frame.roles))
    unsettled = (moves[frame.joins].min(axis=1) < _SETTLED) & (count <= _EXACT)
    weights = np.where(unsettled, _UNSETTLED, 1.0)
    for (a, b), weight in zip(frame.joins.tolist(), weights.tolist(), strict=True):
        one, two = int(frame.track[a]), int(frame.track[b])
        low, high = sorted((int(frame.rank[a]), int(frame.rank[b])))
        if one == two:
            within[low:high, one] += 1.0
            continue
        if low < high:
            through, share = slice(low, high), weight / (high - low)
        else:
            through, share = slice(max(0, low - 1), low + 1), weight * _FLAT / 2
        between[through, one, two] += share
        between[through, two, one] += share
    within += _EVEN * max(float(within.mean()), 1e-9)
    average = float(between.sum() / 2 * within.mean()) / gaps
    price = _HOLD_EXACT if count <= _EXACT else _HOLD
    hold = price * average / count * min(1.0, (_MANY / count) ** 2)
    return _Flow(between=between, within=within, hold=hold)


def _best_order(flow: _Flow) -> list[int]:
    """Return the cheapest of all orders, each set of tracks on the left being weighed once."""
    count = flow.within.shape[1]
    sets = (np.arange(1 << count)[:, None] >> np.arange(count)) & 1
    to_set = np.einsum("ns,gst->ngt", sets, flow.between)
    passing = np.einsum("ngt,nt->ng", to_set, 1 - sets)
    # What it costs to put a track next to the right of a set.
    price = np.einsum("gt,ngt->nt", flow.within, passing[:, :, None] - to_set)
    price += flow.hold * (np.cumsum(sets[:, ::-1], axis=1)[:, ::-1] - sets)
    least = [0.0, *[np.inf] * ((1 << count) - 1)]
    last = [0] * (1 << count)
    for chosen, prices in enumerate(price.tolist()):
        for track in range(count):
            grown = chosen | 1 << track
            if grown != chosen and least[chosen] + prices[track] < least[grown] - 1e-9:
                least[grown] = least[chosen] + prices[track]
                last[grown] = track
    order = []
    rest = (1 << count) - 1
    while rest:
        order.append(last[rest])
        rest ^= 1 << last[rest]
    return order[::-1]


def _wished(joined: Reals) -> Reals:
    """Return where each track would stand if moves were springs and its id held it by another."""
    count = len(joined)
    pulls = joined.sum(axis=1)
    hold = _SPRING * max(float(pulls.mean()), 1e-9)
    springs = np.diag(pulls + hold) - joined
    return np.asarray(np.linalg.solve(springs, hold * np.arange(count)))


def _best_insertion(flow: _Flow, order: list[int], track: int) -> list[int]:
    """Return the order with `track` where its own lines and those over it cross least."""
    rest = [other for other in order if other != track]
    joined = flow.between[:, rest][:, :, rest]
    # Lines that pass over slot k: those to the right of what stands left of it.
    passing = _sums(np.triu(joined).sum(axis=2) - np.tril(joined).sum(axis=2))
    over = (passing * flow.within[:, [track]]).sum(axis=0)
    # What the track's own lines cross on their way from slot k to each other track.
    own = flow.between[:, track][:, rest]
    thickness = _sums(flow.within[:, rest])
    weight = _sums(own)
    to_right = _sums(own * thickness[:, :-1])
    to_left = _sums(own * thickness[:, 1:])
    right = (to_right[:, -1:] - to_right) - (weight[:, -1:] - weight) * thickness
    left = weight * thickness - to_left
    later = _sums(np.array([[other > track for other in rest]], dtype=np.float64))[0]
    against = later + (track - (np.arange(len(order)) - later))
    cost = over + (right + left).sum(axis=0) + flow.hold * against
    now = order.index(track)
    best = int(np.argmin(cost))
    if cost[best] >= cost[now] - 1e-6:
        return order
    return [*rest[:best], track, *rest[best:]]


def _sums(values: Reals) -> Reals:
    """Return the running sums along the second axis, from 0."""
    return np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)
