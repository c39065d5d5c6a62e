"""What was asked of `print`: which options go together, and what they come to."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from planner.command_printing import DOCUMENTS
from planner.core.errors import PlannerError
from planner.core.graph import PromotionGraph
from planner.core.people import Person
from planner.core.text import LANGUAGES, Texts, message
from planner.files.texts import load_texts
from planner.places import shipped_folder
from planner.report.document import CHARTS, What
from planner.report.paper.chart_options import (
    MOST_OVERLAP,
    MOST_SHEETS,
    USUAL_OVERLAP,
    ChartOptions,
    Fit,
)

if TYPE_CHECKING:
    from planner.report.dossier.dossier import Section
    from planner.terminal import Terminal

_SHEETS = re.compile(r"(\d{1,3})\s*[x×X*]\s*(\d{1,3})")
# What each option goes with, where that is not everything.
_GOES_WITH: dict[str, tuple[str, ...]] = {
    "fit": ("map", "path"),
    "poster": ("map", "path"),
    "overlap": ("map", "path"),
    "blank": ("map", "path"),
    "track": ("map",),
    "near": ("map",),
    "role": ("map", "path", "gap", "plan", "compare", "route"),
    "sections": ("dossier",),
    "with_private": ("dossier",),
}
# Both would say which part of the map is drawn, or whose it is.
_EXCLUDE = (("person", "team"), ("role", "track"), ("role", "near"), ("blank", "team"))


def what_to_print(said: argparse.Namespace) -> What:
    """Return what is to be printed; raise PlannerError for options that do not go together."""
    for one, other in _EXCLUDE:
        if _is_given(said, one) and _is_given(said, other):
            raise PlannerError(
                message(
                    "{option} and {other} exclude each other.",
                    option=_name(one),
                    other=_name(other),
                ),
                remedy=message("Leave out one of them."),
            )
    if not said.team and said.person is None:
        _check_without_person(said)
    if said.what is None and not said.team:
        raise PlannerError(
            message("Missing on the command line: {names}.", names="--what"),
            remedy=message("Choose one of {known}.", known=", ".join(DOCUMENTS)),
        )
    what: What = said.what or "dossier"
    for option, whats in _GOES_WITH.items():
        if _is_given(said, option) and what not in whats:
            raise PlannerError(
                message("{option} does not go with a {what}.", option=_name(option), what=what),
                effect=message("Nothing was written."),
                remedy=message("Leave it out; it goes with {known}.", known=", ".join(whats)),
            )
    if said.overlap is not None and not said.poster and said.fit in (None, "page"):
        raise PlannerError(
            message("{option} does not go with a chart on one sheet.", option="--overlap"),
            effect=message("Nothing was written."),
            remedy=message("Leave it out; it goes with --poster, --fit width and --fit true."),
        )
    if said.team and said.to.suffix.lower() in (".svg", ".png"):
        raise PlannerError(
            message("The prints of a team are PDF documents."),
            effect=message("Nothing was written."),
            remedy=message("Name one PDF, or a folder for a file each."),
        )
    return what


def _check_without_person(said: argparse.Namespace) -> None:
    """Raise PlannerError for all that is somebody's: all but a map for the wall."""
    if not said.blank or said.what not in CHARTS:
        raise PlannerError(
            message("Missing on the command line: {names}.", names="PERSON"),
            remedy=message(
                "“people” lists them with their ids; --team prints everybody's, and --what map "
                "--blank a map without anybody."
            ),
        )
    if said.what == "path":
        raise PlannerError(
            message("A path is somebody's, also where it does not name them."),
            effect=message("Nothing was written."),
            remedy=message("Name the PERSON whose path it is, or print a map with --what map."),
        )
    for option in ("near", "role"):
        if _is_given(said, option):
            raise PlannerError(
                message(
                    "{option} begins at the present role of a person, and none is named.",
                    option=_name(option),
                ),
                effect=message("Nothing was written."),
                remedy=message("Name the PERSON, or choose a part of the map with --track."),
            )


def _is_given(said: argparse.Namespace, option: str) -> bool:
    # A length of 0 is given.
    value = getattr(said, option)
    return value is not None and value is not False


def _name(option: str) -> str:
    return "PERSON" if option == "person" else f"--{option.replace('_', '-')}"


def languages_asked_for(terminal: Terminal) -> tuple[Texts, ...]:
    """Return the language spoken, and the other one where both are asked for."""
    languages = [terminal.texts]
    if terminal.options.both_languages:
        folder = shipped_folder("resources") / "i18n"
        languages += [
            load_texts(language, folder, terminal.places.cache)
            for language in LANGUAGES
            if language != terminal.texts.language
        ]
    return tuple(languages)


def sections_asked_for(said: str | None) -> frozenset[Section]:
    """Return the sections of a dossier, all where none are named; raise PlannerError."""
    from planner.report.dossier.dossier import SECTIONS

    if said is None:
        return frozenset(SECTIONS)
    asked = [part.strip() for part in said.split(",") if part.strip()]
    unknown = [part for part in asked if part not in SECTIONS]
    if unknown:
        raise PlannerError(
            message("A dossier has no section “{section}”.", section=unknown[0]),
            remedy=message("Its sections are {sections}.", sections=", ".join(SECTIONS)),
        )
    return frozenset(section for section in SECTIONS if section in asked)


def paper_options(
    said: argparse.Namespace, what: What, graph: PromotionGraph, person: Person, as_of: date
) -> ChartOptions:
    """Return how something is put on paper; raise PlannerError where it makes no sense."""
    if what not in CHARTS:
        return ChartOptions(orientation=said.orientation, style=said.style)
    # Imported here: the terminal imports each command.
    from planner.terminal import unknown

    fit: Fit = "poster" if said.poster else said.fit or "page"
    columns, rows = _sheets(said.poster) if said.poster else (1, 1)
    if said.track is not None:
        tracks = [track.id for track in graph.catalogue.tracks]
        if said.track not in tracks:
            raise unknown(message("There is no track “{id}”.", id=said.track), said.track, tracks)
    return ChartOptions(
        orientation=said.orientation,
        fit=fit,
        columns=columns,
        rows=rows,
        overlap=USUAL_OVERLAP if said.overlap is None else _overlap(said.overlap),
        style=said.style,
        is_blank=said.blank,
        track=said.track or "",
        near=said.near or 0,
        roles=_way(graph, person, said.role, as_of) if said.role else (),
    )


def _sheets(said: str) -> tuple[int, int]:
    """Return columns and rows of `2x3`."""
    found = _SHEETS.fullmatch(said.strip())
    counts = tuple(map(int, found.groups())) if found else (0, 0)
    if not all(1 <= count <= MOST_SHEETS for count in counts):
        raise PlannerError(
            message("“{said}” is no number of sheets for a poster.", said=said),
            remedy=message(
                "Write columns by rows, such as 2x3, each from 1 to {most}.", most=MOST_SHEETS
            ),
        )
    return counts[0], counts[1]


def _overlap(said: str) -> float:
    """Return the strip of `10` or `12.5` in millimetres."""
    try:
        overlap = float(said)
    except ValueError:
        overlap = -1.0
    if not 0 <= overlap <= MOST_OVERLAP:
        raise PlannerError(
            message("“{said}” is no overlap of sheets.", said=said),
            effect=message("Nothing was written."),
            remedy=message("Write millimetres from 0 to {most}, such as 10.", most=MOST_OVERLAP),
        )
    return overlap


def _way(graph: PromotionGraph, person: Person, role: str, as_of: date) -> tuple[str, ...]:
    """Return the roles on the way to a role; raise PlannerError where no move leads there."""
    present = person.position_on(as_of).role
    way: Sequence[str] = ()
    if graph.catalogue.has_role(present):
        way = graph.shortest_way(present, role)
    if not way:
        raise PlannerError(
            message(
                "No move leads from the present role of {name} to “{role}”.",
                name=person.name,
                role=role,
            ),
            remedy=message("Choose another role, or print the whole map."),
        )
    return tuple(way)
