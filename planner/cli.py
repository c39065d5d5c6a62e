"""The command line: it opens the window, or lets the terminal answer."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

_WITHOUT_QT = (
    "tomllib",
    "planner.store.database",
    "planner.core.keeping.person_edits",
    "planner.files.layout_cache",
    "planner.files.window_settings",
    "planner.logging_setup",
    "planner.report.gaps.words",
    "planner.report.gaps.level_marks",
    "planner.report.map.map_drawing",
    "planner.report.map.part",
    "planner.report.map.walk",
    "planner.report.roles.card",
)
REFUSED = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when done, 1 when a check found problems, 2 when refused."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Modules are made to stay: the collector of cycles would look through them in vain.
    gc.disable()
    try:
        return _run(given)
    finally:
        gc.enable()


def _run(given: list[str]) -> int:
    # Imported here and below: without the collector, and no more than the command needs.
    from planner.command_line import language_in, options_in
    from planner.core.errors import PlannerError
    from planner.files.texts import load_texts
    from planner.places import places, shipped_folder
    from planner.terminal_output import Output

    cache = places().cache
    # What matplotlib keeps of the fonts lies with our own; it would make two folders more.
    os.environ.setdefault("MPLCONFIGDIR", str(cache / "matplotlib"))
    texts = load_texts(language_in(given), shipped_folder("resources") / "i18n", cache)
    output = Output(texts)
    try:
        options = options_in(given, texts)
        if options.command in (None, "demo"):
            # Qt's own hook makes every import after it slower: what does without Qt comes first.
            for module in _WITHOUT_QT:
                import_module(module)
            from planner.app import run_window

            is_sample = options.command == "demo" or options.sample
            code: int = run_window(options.store, sample=is_sample, language=options.language)
            return code
        from planner.terminal import Terminal

        gc.enable()
        return Terminal(options, texts, output).run()
    except PlannerError as error:
        output.refuse(error)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
