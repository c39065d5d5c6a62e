"""The options of `print`: what, whose, on which paper, and what belongs to some prints alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from planner.command_options import add_person
from planner.report.paper.chart_options import (
    MOST_NEAR,
    ORIENTATIONS,
    PAPER_NAMES,
    STYLES,
    USUAL_OVERLAP,
)

# What `print` puts on paper.
DOCUMENTS = ("map", "path", "gap", "plan", "meeting", "compare", "route", "dossier")


def add_printing(printing: argparse.ArgumentParser, tr: Callable[..., str]) -> None:
    """Let it be said what is put on paper, and how."""
    add_person(printing, tr, nargs="?")
    printing.add_argument(
        "--team",
        action="store_true",
        help=tr("everybody's, into one PDF, or a file each into a folder"),
    )
    printing.add_argument(
        "--what", choices=DOCUMENTS, help=tr("what to print; of a team a dossier when left out")
    )
    printing.add_argument("--to", type=Path, required=True, metavar="FILE.pdf|svg|png")
    printing.add_argument(
        "--role",
        metavar="ROLE",
        help=tr(
            "the role of a gap, a plan or a comparison, else the next one; that ways and a path "
            "lead to, else the target; on a map only the way to it is drawn"
        ),
    )
    paper = printing.add_argument_group(tr("paper"))
    paper.add_argument("--paper", choices=PAPER_NAMES, default="a4")
    paper.add_argument(
        "--orientation", choices=ORIENTATIONS, default="best", help=tr("how the sheets are held")
    )
    paper.add_argument(
        "--style",
        choices=STYLES,
        default="colour",
        help=tr("in colour, in black and white, or in large print"),
    )
    paper.add_argument(
        "--both-languages",
        action="store_true",
        help=tr(
            "each page in English and in Chinese, one after the other; a poster whole in one, then "
            "in the other"
        ),
    )
    charts = printing.add_argument_group(tr("for a map or a path"))
    size = charts.add_mutually_exclusive_group()
    size.add_argument(
        "--fit",
        choices=("page", "width", "true"),
        help=tr("on one sheet, as wide as one, or at the size at which names are 9 points"),
    )
    size.add_argument(
        "--poster",
        metavar="2x3",
        help=tr("on so many sheets, columns by rows, glued together as one more sheet shows"),
    )
    charts.add_argument(
        "--overlap",
        metavar="MM",
        help=tr(
            "the strip that neighbouring sheets share, in millimetres; {usual} when left out",
            usual=USUAL_OVERLAP,
        ),
    )
    charts.add_argument(
        "--blank",
        action="store_true",
        help=tr("leave the person out; a map needs no PERSON then"),
    )
    part = charts.add_mutually_exclusive_group()
    part.add_argument("--track", metavar="ID", help=tr("only this track of the map"))
    part.add_argument(
        "--near",
        type=int,
        choices=range(1, MOST_NEAR + 1),
        metavar="N",
        help=tr("only the roles within so many moves of the present one"),
    )
    dossier = printing.add_argument_group(tr("for a dossier"))
    dossier.add_argument(
        "--sections",
        metavar="A,B,C",
        help=tr("these alone of standing, next, target, history, plan, routes, agreements, kpis"),
    )
    dossier.add_argument(
        "--with-private",
        action="store_true",
        help=tr("with the manager's private notes, and a word of it on every page"),
    )
