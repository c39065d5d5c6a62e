"""The words of the commands that tell of ways onwards: routes, and two roles side by side."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from planner.command_options import add_basis, add_catalogue, add_json
from planner.core.model import MoveKind


def add_way_commands(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    """Add the commands that tell of ways onwards."""
    _add_routes(command, tr)
    _add_comparison(command, tr)


def _add_routes(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    routes = command("routes", tr("the best ways to a role, by years, hours and moves"))
    routes.add_argument("person", metavar="PERSON")
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
    add_basis(routes, tr)
    add_catalogue(routes, tr)
    add_json(routes, tr)


def _add_comparison(
    command: Callable[[str, str], argparse.ArgumentParser], tr: Callable[..., str]
) -> None:
    comparing = command("compare", tr("two roles of a catalogue side by side"))
    comparing.add_argument("roles", nargs=2, metavar="ROLE")
    add_catalogue(comparing, tr)
    add_json(comparing, tr)
