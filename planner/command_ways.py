"""The words of the commands that tell of ways onwards: routes, comparing roles, what-if."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from planner.command_options import add_catalogue, add_json, add_person, add_view
from planner.core.errors import PlannerError
from planner.core.model import MoveKind
from planner.core.text import message


def add_way_commands(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    """Add the commands that tell of ways onwards."""
    _add_routes(command, tr)
    _add_comparison(command, tr)
    _add_what_if_commands(command, tr)
    _add_transfer(command, tr)


def _add_routes(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    routes = command("routes", tr("the best ways to a role, by years, hours and moves"))
    add_person(routes, tr)
    routes.add_argument("role", metavar="ROLE")
    for option, words in (
        ("--through", tr("only ways that pass this role; may be said several times")),
        ("--avoid", tr("only ways that do not pass this role; may be said several times")),
    ):
        routes.add_argument(option, action="append", default=[], metavar="ROLE", help=words)
    routes.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in MoveKind],
        help=tr("only ways by moves of this kind; may be said several times"),
    )
    routes.add_argument("--max-moves", metavar="N", help=tr("at most so many moves"))
    add_view(routes, tr)


def _add_comparison(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    comparing = command("compare", tr("two roles of a catalogue side by side"))
    comparing.add_argument("roles", nargs=2, metavar="ROLE")
    add_catalogue(comparing, tr)
    add_json(comparing, tr)


def _add_what_if_commands(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    imagining = command(
        "what-if", tr("the gaps of a person of whom something is imagined; nothing is saved")
    )
    add_person(imagining, tr)
    imagining.add_argument(
        "--set",
        action="extend",
        nargs="+",
        metavar="SKILL=LEVEL",
        help=tr("imagine this level of a skill, or n/a"),
    )
    imagining.add_argument(
        "--hours", type=_hours, metavar="N", help=tr("imagine so many hours a week for practice")
    )
    imagining.add_argument(
        "--industry",
        metavar="X",
        help=tr("imagine this industry: in another than one's own a level counts in part"),
    )
    imagining.add_argument(
        "--present-role",
        metavar="ROLE",
        help=tr("imagine this present role, taken up on that day"),
    )
    imagining.add_argument(
        "--role",
        metavar="ROLE",
        help=tr("the role to compare with; the next roles when left out"),
    )
    add_view(imagining, tr)
    stepping = command(
        "next-steps",
        tr(
            "every single step up in a skill: its hours, the readiness that it adds for a role or "
            "over those within reach, and the roles that it makes ready; the most readiness by "
            "hour first"
        ),
    )
    stepping.epilog = tr(
        "Within reach are the roles to which moves lead from the present role, any number of them, "
        "whatever they ask for, but those that are not wanted. JSON: person, role, for_role (null "
        "for all within reach), catalogue, basis, as_of, within_reach (ids), not_wanted (how many "
        "are left out), steps (skill, from, to, hours, readiness_added, makes_ready, per_hour, "
        "essential_in; hours and per_hour are null where nobody says the hours) and "
        "keeps_most_doors_open (skill, essential_in, open_in; null for one role), the skill that "
        "is essential in the most roles within reach."
    )
    add_person(stepping, tr)
    stepping.add_argument(
        "--role",
        metavar="ROLE",
        help=tr("the role to count for; all within reach when left out"),
    )
    add_view(stepping, tr)


def _add_transfer(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    transfer = command("transfer", tr("what a person keeps in another industry"))
    add_person(transfer, tr)
    transfer.add_argument(
        "--industry", required=True, metavar="NAME", help=tr("the industry to move to")
    )
    add_view(transfer, tr)


def _hours(said: str) -> float:
    """Return the hours that were written; raise PlannerError where that is no number."""
    try:
        return float(said)
    except ValueError:
        raise PlannerError(
            message("“{hours}” is no number of hours.", hours=said),
            remedy=message("Enter more than 0 and at most 168 hours."),
        ) from None
