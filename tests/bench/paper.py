"""Maps on paper: a laid-out map as a PDF against Graphviz's dot and matplotlib with networkx.

A map is laid out when its roles, the ways of its moves and the places of their years are known, as
the window holds it; what the ways take is told beside it. dot lays its graph out within its time.
All draw the roles and the tracks with their names, and the moves with their years.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter

import pygraphviz  # type: ignore[import-untyped]

from planner.core.graph import PromotionGraph
from planner.core.layout import layout
from planner.core.model import Catalogue
from planner.files.texts import load_texts
from planner.gui.paper.sheet_painter import SheetPainter, gui_application
from planner.places import shipped_folder
from planner.report.map.map_drawing import MapDrawing, map_drawing
from planner.report.map.roles import box_size
from planner.report.map.state import map_state
from planner.report.map.words import years_words
from planner.report.paper.flow import PlacedDrawing, Sheet
from tests.bench.rows import Row
from tests.generated import career_catalogue

# Roles, tracks, ranks, and how often each is drawn.
_CASES = ((20, 3, 5, 9), (200, 8, 8, 7), (1000, 12, 12, 3))
_MARGIN = 45.0
# matplotlib is to take so many times as long.
_FASTER = 5
_POINTS_AN_INCH = 72


def measure() -> Sequence[Row]:
    """Return the median times, and the bytes, of each size."""
    resources = shipped_folder("resources")
    application = gui_application(resources)
    painter = SheetPainter(resources)
    texts = load_texts("en", resources / "i18n", None)
    rows: list[Row] = []
    for roles, tracks, ranks, times in _CASES:
        catalogue = career_catalogue(roles, tracks, ranks)
        measured = painter.press().measure
        placed = layout(catalogue, box_size(catalogue, measured))
        state = map_state(PromotionGraph(catalogue), None, {}, date(2026, 1, 1))
        start = perf_counter()
        drawing = map_drawing(catalogue, placed, state, texts, measured)
        ways = perf_counter() - start
        ours, our_bytes = _timed(partial(_ours, painter, drawing), times)
        dots, dot_bytes = _timed(partial(_dots, catalogue, drawing), times)
        plots, _ = _timed(partial(_plotted, catalogue, drawing), min(times, 3))
        what = f"(paper) map of {roles:,} roles and {len(catalogue.moves):,} moves as a PDF"
        rows += [
            Row(
                what=f"{what} (the ways of its moves: {1000 * ways:.0f} ms)",
                ours=1000 * ours,
                unit="ms",
                yardstick=1000 * dots,
                against="Graphviz dot, layout included",
                goal=1.0,
            ),
            Row(
                what=f"{what}, bytes",
                ours=our_bytes,
                unit="bytes",
                yardstick=dot_bytes,
                against="Graphviz dot",
                goal=1.0,
            ),
            Row(
                what=what,
                ours=1000 * ours,
                unit="ms",
                yardstick=1000 * plots,
                against="matplotlib with networkx",
                goal=1 / _FASTER,
            ),
        ]
    del application
    return rows


def _timed(work: Callable[[], bytes], times: int) -> tuple[float, int]:
    """Return the median time after a first call, which loads libraries, and the bytes."""
    written = len(work())
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append(perf_counter() - start)
    return median(found), written


def _ours(painter: SheetPainter, drawing: MapDrawing) -> bytes:
    whole = drawing.whole()
    sheet = Sheet(
        width=whole.width + 2 * _MARGIN,
        height=whole.height + 2 * _MARGIN,
        shapes=(),
        title="Map",
        drawings=(PlacedDrawing(whole, _MARGIN, _MARGIN, 1.0),),
    )
    return painter.pdf([sheet])


def _dots(catalogue: Catalogue, drawing: MapDrawing) -> bytes:
    """Draw the same graph by the program `dot`, else by its library, which starts no process."""
    text = _dot_text(catalogue, drawing)
    if program := which("dot"):
        done = subprocess.run(
            [program, "-Tpdf"], input=text.encode(), capture_output=True, check=True
        )
        return done.stdout
    graph = pygraphviz.AGraph(text)
    with _quiet(), warnings.catch_warnings():
        # dot's remarks on labels and sizes say nothing of the drawing.
        warnings.simplefilter("ignore", RuntimeWarning)
        made: bytes = graph.draw(format="pdf", prog="dot")
    return made


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the remarks of C libraries off standard error."""
    kept = os.dup(2)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _dot_text(catalogue: Catalogue, drawing: MapDrawing) -> str:
    box = next(iter(drawing.boxes.values()))
    lines = [
        "digraph {",
        f"rankdir=BT newrank=true nodesep={24 / 72} ranksep={56 / 72}",
        f"node [shape=box fixedsize=true width={box.width / 72} height={box.height / 72} "
        "fontsize=13]",
        "edge [fontsize=12]",
    ]
    by_track: defaultdict[str, list[str]] = defaultdict(list)
    by_rank: defaultdict[int, list[str]] = defaultdict(list)
    for role in catalogue.roles:
        by_track[role.track].append(role.id)
        by_rank[role.rank].append(role.id)
        lines.append(f'"{role.id}" [label="{role.name.en}"]')
    names = {track.id: track.name.en for track in catalogue.tracks}
    for track, roles in by_track.items():
        inside = " ".join(f'"{role}"' for role in roles)
        lines.append(f'subgraph "cluster_{track}" {{ label="{names[track]}" {inside} }}')
    for number, roles in by_rank.items():
        inside = " ".join(f'"{role}"' for role in roles)
        lines.append(f'"spine {number}" [style=invis width=0.01 label=""]')
        lines.append(f'{{ rank=same "spine {number}" {inside} }}')
    for lower, upper in itertools.pairwise(sorted(by_rank)):
        lines.append(f'"spine {lower}" -> "spine {upper}" [style=invis]')
    for move in catalogue.moves:
        words = years_words(move.years, drawing.texts) if move.years else ""
        # As a `label`, dot fails an assertion of its own over moves within a rank.
        label = f' [xlabel="{words}"]' if words else ""
        lines.append(f'"{move.from_role}" -> "{move.to_role}"{label}')
    return "\n".join([*lines, "}"])


def _plotted(catalogue: Catalogue, drawing: MapDrawing) -> bytes:
    import matplotlib as mpl

    # Else it would look for a screen.
    mpl.use("pdf")
    import matplotlib.pyplot as plt
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    places = {role: (box.x, -box.y) for role, box in drawing.boxes.items()}
    graph.add_nodes_from(places)
    years = {}
    for move in catalogue.moves:
        graph.add_edge(move.from_role, move.to_role)
        if move.years:
            years[move.from_role, move.to_role] = years_words(move.years, drawing.texts)
    figure = plt.figure(figsize=(drawing.width / _POINTS_AN_INCH, drawing.height / _POINTS_AN_INCH))
    axes = figure.add_axes((0, 0, 1, 1))
    labels = {role.id: role.name.en for role in catalogue.roles}
    networkx.draw_networkx_nodes(graph, places, ax=axes, node_shape="s", node_size=2000)
    networkx.draw_networkx_edges(graph, places, ax=axes, node_shape="s", node_size=2000)
    networkx.draw_networkx_labels(graph, places, labels, ax=axes, font_size=13)
    networkx.draw_networkx_edge_labels(graph, places, years, ax=axes, font_size=12, rotate=False)
    buffer = BytesIO()
    figure.savefig(buffer, format="pdf")
    plt.close(figure)
    return buffer.getvalue()
