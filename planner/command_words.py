"""The words of the commands: what each is called and does, and what can be said after it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from planner.command_options import add_basis, add_catalogue, add_json, add_person, add_view
from planner.command_printing import add_printing
from planner.command_ways import add_way_commands
from planner.core.people import Rater


def add_commands(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    """Add every command by `command(name, words)`."""
    command("demo", tr("open the window on the sample team"))
    importing = command("import", tr("import catalogues and people, all or nothing"))
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    for name, words in (("people", tr("list the people")), ("roles", tr("list the roles"))):
        listing = command(name, words)
        add_catalogue(listing, tr)
        add_json(listing, tr)
    gaps = command("gap", tr("what a role asks that a person does not have"))
    add_person(gaps, tr)
    gaps.add_argument("role", nargs="?", metavar="ROLE", help=tr("the next roles when left out"))
    add_view(gaps, tr)
    _add_career_commands(command, tr)
    add_way_commands(command, tr)
    printing = command(
        "print",
        tr("write maps, paths, reports, ways, the plan, a one-on-one or a dossier to a file"),
    )
    add_printing(printing, tr)
    add_basis(printing, tr)
    add_catalogue(printing, tr)
    checking = command("check", tr("check the store and the catalogues, or files"))
    checking.add_argument("files", nargs="*", type=Path, metavar="FILE")
    backing = command("backup", tr("write a verified copy of the store"))
    backing.add_argument("file", nargs="?", type=Path, metavar="FILE")
    restoring = command("restore", tr("put a backup in the place of the store"))
    restoring.add_argument("file", type=Path, metavar="FILE")


def _add_career_commands(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    rating = command("rate", tr("rate a skill of a person, as a new dated row"))
    add_person(rating, tr)
    rating.add_argument("skill", metavar="SKILL")
    rating.add_argument("level", metavar="LEVEL|n/a")
    raters = [rater.value for rater in Rater]
    rating.add_argument("--by", choices=raters, required=True, help=tr("who rates"))
    rating.add_argument("--on", metavar="DATE", help=tr("the day of the rating, YYYY-MM-DD"))
    rating.add_argument("--comment", default="", metavar="TEXT", help=tr("what the rater says"))
    rating.add_argument(
        "--evidence", default="", metavar="TEXT", help=tr("a text, a link or the path of a file")
    )
    add_catalogue(rating, tr)
    history = command("history", tr("ratings and readiness over time"))
    add_person(history, tr)
    history.add_argument(
        "skill", nargs="?", metavar="SKILL", help=tr("readiness for the target when left out")
    )
    add_view(history, tr)
    plan = command("plan", tr("the development plan, and when it would be done"))
    add_person(plan, tr)
    add_catalogue(plan, tr)
    add_json(plan, tr)
    plan.add_argument("--ics", type=Path, metavar="FILE", help=tr("write it as a calendar"))
    team = command("team", tr("levels, coverage and successors of a team"))
    team.add_argument(
        "--role", metavar="ROLE", help=tr("compare with this role; else each one's present role")
    )
    add_view(team, tr)
    exporting = command("export", tr("write everything about people to a file"))
    add_person(exporting, tr, "people", "*")
    exporting.add_argument("--to", type=Path, required=True, metavar="FILE.yaml|json")
    exporting.add_argument(
        "--without-private", action="store_true", help=tr("leave the private notes out")
    )
    add_catalogue(exporting, tr)
    erasing = command("erase", tr("remove every trace of a person from the store"))
    add_person(erasing, tr)
    add_catalogue(erasing, tr)
