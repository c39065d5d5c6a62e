"""The command line: it opens the window, or lets the terminal answer."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from planner.command_line import language_in, parser
from planner.core.errors import PlannerError
from planner.files.texts import load_texts
from planner.places import places, shipped_folder
from planner.terminal_output import Output

REFUSED = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when done, 1 when a check found problems, 2 when refused."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    texts = load_texts(language_in(given), shipped_folder("resources") / "i18n", places().cache)
    output = Output(texts)
    try:
        options = parser(texts).parse_args(given)
        if options.command in (None, "demo"):
            return _window(options)
        # Imported here: the window needs none of the commands.
        from planner.terminal import Terminal

        return Terminal(options, texts, output).run()
    except PlannerError as error:
        output.refuse(error)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


def _window(options: Namespace) -> int:
    # Imported here: no command needs Qt's window.
    from planner.app import run_window

    code: int = run_window(
        options.store,
        sample=options.command == "demo" or options.sample,
        language=options.language,
    )
    return code
