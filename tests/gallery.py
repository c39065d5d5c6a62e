"""Picture every print: `python -m tests.gallery [PRINT…] [--language en|zh_CN] [--dpi 96]`.

Each is printed by the terminal, of the sample team and of a framework of 200 roles, and comes as a
PDF and a picture a page into `gallery/<print>-<language>…`. A part of its name selects a print. The
exit code is 1 where the terminal refused one, or had something to complain of.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from planner.cli import main as terminal
from planner.core.career import Action, Career
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.text import LANGUAGES, Language
from planner.opening import import_files
from planner.places import shipped_folder
from planner.store.database import open_store
from tests.generated import career_catalogue
from tests.stored import put_career

FOLDER = Path("gallery")
KINDS = ("map", "path", "gap", "plan", "meeting", "compare", "route", "dossier")
CHARTS = (
    ("map-track", "map --track client --blank"),
    ("map-near", "map --near 1"),
    ("map-way", "map --role chief-customer-officer"),
    ("map-blank", "map --blank"),
    ("map-poster", "map --poster 3x2"),
    ("map-poster-bw", "map --poster 2x2 --style bw"),
    ("map-poster-large", "map --poster 4x3 --style large"),
    ("map-width", "map --fit width"),
    ("map-true", "map --fit true --paper a3"),
    ("map-a5", "map --paper a5"),
    ("map-a0", "map --paper a0"),
    ("path-role", "path --role line-manager"),
    ("path-blank", "path --blank --paper tabloid"),
    ("path-poster", "path --poster 3x1"),
)
OF_THE_FRAMEWORK = (
    ("map", "map"),
    ("map-bw", "map --style bw"),
    ("map-near", "map --near 1"),
    ("map-a1", "map --paper a1"),
    ("map-poster", "map --poster 4x3 --paper a3"),
    ("path", "path"),
    ("gap", "gap"),
    ("plan", "plan"),
    ("compare", "compare"),
    ("route", "route"),
    ("dossier", "dossier"),
)


@dataclass(frozen=True, slots=True)
class Print:
    """One print: its name, whose it is, and what the terminal is asked for."""

    name: str
    stored: str
    arguments: tuple[str, ...]


def prints() -> Iterator[Print]:
    """Yield every print."""
    of_sample = [(what, what) for what in KINDS]
    of_sample += [(f"{what}-bw", f"{what} --style bw") for what in KINDS]
    of_sample += [(f"{what}-large", f"{what} --style large") for what in KINDS]
    of_sample += [(f"{what}-both", f"{what} --both-languages") for what in KINDS]
    of_sample += [(f"{what}-a5", f"{what} --paper a5") for what in KINDS[2:]]
    for name, arguments in (*of_sample, *CHARTS):
        yield Print(f"sample-{name}", "sample", ("sample-am", "--what", *arguments.split()))
    yield Print("sample-team", "sample", ("--team", "--sections", "standing,plan"))
    for name, arguments in OF_THE_FRAMEWORK:
        words = ("somebody", "--what", *arguments.split())
        yield Print(f"framework-{name}", "framework", words)


def _somebody(catalogue: Catalogue, today: date) -> Career:
    """Return somebody early on a way through the framework, with ratings and a plan."""
    graph = PromotionGraph(catalogue)
    ways = (
        graph.shortest_way(start.id, end.id)
        for start in catalogue.roles
        for end in catalogue.roles
        if start.rank == 2 and end.rank == 5 and start.requires and end.requires
    )
    start, *_, end = max(ways, key=len)
    person = Person(
        id="somebody",
        name="Zhao Ning",
        catalogue=catalogue.id,
        role=start,
        since=today - timedelta(days=500),
        target=end,
    )
    ratings = tuple(
        Rating(
            entry=entry,
            skill=skill.id,
            level=1.0 + entry % 3,
            by=Rater.AGREED,
            on=today - timedelta(days=30 * entry),
        )
        for entry, skill in enumerate(catalogue.skills[::2])
    )
    actions = tuple(
        Action(
            id=f"action-{number}",
            title=f"Practise {skill.name.en.lower()} with a colleague",
            skill=skill.id,
            hours=10.0 * number + 10,
            made=today,
        )
        for number, skill in enumerate(catalogue.skills[:4])
    )
    return Career(person=person, ratings=ratings, actions=actions)


def _set_up(folder: Path, today: date) -> None:
    """Make the stores that are printed from."""
    for name, language in product(("sample", "framework"), LANGUAGES):
        place = _place(folder, name, language)
        with closing(open_store(place, backups=folder / "backups", today=today)) as store:
            if name == "sample":
                import_files(store, [shipped_folder("data")], today, sample_in=language)
            else:
                catalogue = career_catalogue(200, 8, 8)
                put_career(store, catalogue, _somebody(catalogue, today))


def _place(folder: Path, stored: str, language: Language) -> Path:
    return folder / f"{stored}-{language}.db"


def _make(one: Print, language: Language, folder: Path, dpi: int) -> int:
    """Print, and picture each page; return the exit code of the terminal."""
    file = FOLDER / f"{one.name}-{language.partition('_')[0]}.pdf"
    store = str(_place(folder, one.stored, language))
    arguments = ("--store", store, "--language", language, "print", *one.arguments)
    code = terminal([*arguments, "--to", str(file)])
    if not code:
        pages = ["pdftoppm", "-r", str(dpi), "-png", str(file), str(file.with_suffix(""))]
        subprocess.run(pages, check=True)
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the pictures asked for; return 1 where one could not be made."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery")
    parser.add_argument("prints", nargs="*")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--dpi", type=int, default=96)
    said = parser.parse_args(arguments)
    FOLDER.mkdir(exist_ok=True)
    # One application for all: else each print would start Qt anew.
    from planner.gui.paper.sheet_painter import gui_application

    application = gui_application(shipped_folder("resources"))
    today, refused = date.today(), 0
    with tempfile.TemporaryDirectory() as folder:
        _set_up(Path(folder), today)
        for one in prints():
            if said.prints and not any(part in one.name for part in said.prints):
                continue
            for language in [said.language] if said.language else LANGUAGES:
                refused |= _make(one, language, Path(folder), said.dpi)
    del application
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
