"""What Graphviz `dot` makes of a catalogue: the outside measure of the layout."""

from __future__ import annotations

import itertools
import warnings
from collections import defaultdict

import pygraphviz  # type: ignore[import-untyped]

from planner.core.model import Catalogue
from tests.crossings import joined

# The sizes of a box and its gaps, as the product draws them, in the inches that dot reckons in.
_WIDTH, _HEIGHT, _SIDE, _BETWEEN = 176 / 72, 58 / 72, 24 / 72, 56 / 72


def dot_places(catalogue: Catalogue) -> dict[str, tuple[float, float]]:
    """Return the centres that `dot` gives the roles: the same ranks, the tracks as clusters."""
    graph = pygraphviz.AGraph(directed=True, strict=True)
    graph.graph_attr.update(rankdir="BT", newrank="true", nodesep=str(_SIDE), ranksep=str(_BETWEEN))
    graph.node_attr.update(
        shape="box", fixedsize="true", width=str(_WIDTH), height=str(_HEIGHT), label=""
    )
    rank = {role.id: role.rank for role in catalogue.roles}
    by_track: defaultdict[str, list[str]] = defaultdict(list)
    by_rank: defaultdict[int, list[str]] = defaultdict(list)
    for role in catalogue.roles:
        by_track[role.track].append(role.id)
        by_rank[role.rank].append(role.id)
    for track, roles in by_track.items():
        for role_id in roles:
            graph.add_node(role_id)
        graph.add_subgraph(roles, name=f"cluster_{track}")
    for number, roles in by_rank.items():
        graph.add_node(f"spine {number}", style="invis", width="0.01", label="")
        graph.add_subgraph([f"spine {number}", *roles], rank="same")
    for lower, upper in itertools.pairwise(sorted(by_rank)):
        graph.add_edge(f"spine {lower}", f"spine {upper}", style="invis")
    for a, b in joined(catalogue):
        low, high = (a, b) if rank[a] <= rank[b] else (b, a)
        graph.add_edge(low, high)
    with warnings.catch_warnings():
        # dot's remarks on labels and sizes say nothing of the places.
        warnings.simplefilter("ignore", RuntimeWarning)
        graph.layout(prog="dot")
    places = {}
    for role_id in rank:
        x, y = graph.get_node(role_id).attr["pos"].split(",")
        places[role_id] = (float(x), -float(y))
    return places
