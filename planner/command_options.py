"""Options that several commands of the terminal share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Literal

from planner.core.gaps import Basis


def add_person(
    parser: argparse.ArgumentParser,
    tr: Callable[..., str],
    name: str = "person",
    nargs: Literal["?", "*"] | None = None,
) -> None:
    """Let a person be named: one, or where `nargs` says so perhaps one, or any number."""
    parser.add_argument(
        name,
        nargs=nargs,
        metavar="PERSON",
        help=tr("an id, or the whole name where only one person has it"),
    )


def add_json(parser: argparse.ArgumentParser, tr: Callable[..., str]) -> None:
    """Let the answer be JSON."""
    parser.add_argument("--json", action="store_true", help=tr("print JSON"))


def add_catalogue(parser: argparse.ArgumentParser, tr: Callable[..., str]) -> None:
    """Let the catalogue be named."""
    parser.add_argument(
        "--catalogue", metavar="ID", help=tr("the catalogue, where an id is ambiguous")
    )


def add_basis(parser: argparse.ArgumentParser, tr: Callable[..., str]) -> None:
    """Let it be said whose ratings count, and as of which day."""
    parser.add_argument(
        "--basis",
        choices=[basis.value for basis in Basis],
        default=Basis.AGREED.value,
        help=tr("whose ratings count"),
    )
    parser.add_argument("--as-of", metavar="DATE", help=tr("the day to look at, YYYY-MM-DD"))


def add_view(parser: argparse.ArgumentParser, tr: Callable[..., str]) -> None:
    """Let it be said how a question is looked at, and that the answer be JSON."""
    add_basis(parser, tr)
    add_catalogue(parser, tr)
    add_json(parser, tr)
