"""The command line as it is understood: its options, its language, and its complaints."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from planner import __version__
from planner.core.errors import PlannerError
from planner.core.text import LANGUAGES, Language, Message, Texts, message

# Compiled where an error is told, which no start of the window does.
_MISSING = r"the following arguments are required: (.*)"
_UNKNOWN = r"unrecognized arguments: (.*)"
_CHOICE = r"argument (.*?): invalid choice: (.*) \(choose from (.*)\)"
_EXCLUDE = r"argument (.*?): not allowed with argument (.*)"
_UNSAID = r"argument (.*?): expected (?:at least )?one argument"


def options_in(arguments: Sequence[str], texts: Texts) -> argparse.Namespace:
    """Return what a command line says; raise PlannerError where it is not understood."""
    # The window needs no command: its start does without the words of all of them.
    with suppress(PlannerError):
        window = _Parser(texts=texts, has_help=False)
        _add_window_options(window, texts)
        options, others = window.parse_known_args(arguments, argparse.Namespace(command=None))
        if not others:
            return options
    return parser(texts).parse_args(arguments)


def parser(texts: Texts) -> argparse.ArgumentParser:
    """Return the parser of every command, its help worded by `texts`."""
    from planner.command_words import add_commands

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
    _add_window_options(root, texts)
    commands = root.add_subparsers(
        title=tr("commands"), dest="command", metavar="COMMAND", parser_class=_Parser
    )

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, texts=texts, help=words, description=words)

    add_commands(command, tr)
    return root


def _add_window_options(parser: argparse.ArgumentParser, texts: Texts) -> None:
    tr = texts.tr
    parser.add_argument(
        "--store", type=Path, metavar="PATH", help=tr("use this store instead of your own")
    )
    parser.add_argument(
        "--sample", action="store_true", help=tr("use a throw-away copy of the sample team")
    )
    parser.add_argument("--language", choices=LANGUAGES, help=tr("the language to speak"))


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

    def __init__(self, *, texts: Texts, has_help: bool = True, **options: Any) -> None:
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Formatter, texts=texts),
            **options,
        )
        self._positionals.title = texts.tr("arguments")
        self._optionals.title = texts.tr("options")
        if has_help:
            self.add_argument(
                "-h", "--help", action="help", help=texts.tr("show this help and end")
            )

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

    def format_help(self) -> str:
        """Return the help with the colon of the language behind each heading."""
        colon = self._texts.tr("{heading}:", heading="")
        return re.sub(r"(?m)^(\S.*):$", rf"\1{colon}", super().format_help())


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
