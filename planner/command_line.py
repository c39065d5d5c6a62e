"""The words of the command line: the commands, their options, and the language to speak."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from planner import __version__
from planner.command_options import add_basis, add_catalogue, add_json, add_person, add_view
from planner.command_printing import add_printing
from planner.command_ways import add_way_commands
from planner.core.errors import PlannerError
from planner.core.people import Rater
from planner.core.text import LANGUAGES, Language, Message, Texts, message

# Compiled where an error is told, which no start of the window does.
_MISSING = r"the following arguments are required: (.*)"
_UNKNOWN = r"unrecognized arguments: (.*)"
_CHOICE = r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)"
_EXCLUDE = r"argument (.*?): not allowed with argument (.*)"
_UNSAID = r"argument (.*?): expected (?:at least )?one argument"


def parser(texts: Texts) -> argparse.ArgumentParser:
    """Return the parser of every command, its help worded by `texts`."""
    tr = texts.tr
    root = _Parser(
        texts=texts,
        prog="career-planner",
        description=tr("See where a career can go, what is missing, and print it."),
        epilog=tr("Without a command the window opens."),
    )
    root.add_argument(
        "--version", action="version", version=__version__, help=tr("say the version and end")
    )
    root.add_argument(
        "--store", type=Path, metavar="PATH", help=tr("use this store instead of your own")
    )
    root.add_argument(
        "--sample", action="store_true", help=tr("use a throw-away copy of the sample team")
    )
    root.add_argument("--language", choices=LANGUAGES, help=tr("the language to speak"))
    commands = root.add_subparsers(
        title=tr("commands"), dest="command", metavar="COMMAND", parser_class=_Parser
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, texts=texts, help=words, description=words)

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
    return root


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


def language_in(arguments: Sequence[str]) -> Language:
    """Return the language asked for, else that of the system.

    Read before parsing, so that a complaint of the parser speaks it too.
    """
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            said = value or "".join(arguments[position + 1 : position + 2])
            return "zh_CN" if said.startswith("zh") else "en"
    return system_language()


def system_language() -> Language:
    """Return the language of the system, English where it is neither of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(variable):
            return "zh_CN" if said.lower().startswith("zh") else "en"
    return "en"


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the language of `texts`, and complains as every other error is told."""

    def __init__(self, *, texts: Texts, **options: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Formatter, texts=texts),
            **options,
        )
        self._positionals.title = texts.tr("arguments")
        self._optionals.title = texts.tr("options")
        self.add_argument("-h", "--help", action="help", help=texts.tr("show this help and end"))

    def error(self, reason: str) -> NoReturn:
        """Raise PlannerError with the reason and the usage."""
        raise PlannerError(_complaint(reason), remedy=message("{usage}", usage=self._usage()))

    def _usage(self) -> str:
        return " ".join(self.format_usage().split())


class _Formatter(argparse.HelpFormatter):
    """Help whose own words speak the language of `texts`."""

    def __init__(self, prog: str, *, texts: Texts) -> None:
        super().__init__(prog)
        self._texts = texts

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the line that shows how a command is written."""
        said = self._texts.tr("usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)


def _complaint(reason: str) -> Message:
    """Return what argparse found, in words that can be translated."""
    if found := re.fullmatch(_MISSING, reason, re.DOTALL):
        return message("Missing on the command line: {names}.", names=found[1])
    if found := re.fullmatch(_UNKNOWN, reason, re.DOTALL):
        return message("Not understood on the command line: {names}.", names=found[1])
    if found := re.fullmatch(_CHOICE, reason, re.DOTALL):
        name, said, known = found.groups()
        return message("{name}: {said} is none of {known}.", name=name, said=said, known=known)
    if found := re.fullmatch(_EXCLUDE, reason, re.DOTALL):
        return message("{option} and {other} exclude each other.", option=found[1], other=found[2])
    if found := re.fullmatch(_UNSAID, reason, re.DOTALL):
        return message("Nothing is said after {name}.", name=found[1])
    return message("The command line is not understood: {reason}.", reason=reason)
