"""What erasing a person takes away, and where copies of it may remain, in words."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from planner.core.keeping.disclosure import Counts
from planner.core.text import Message, Texts, message, message_n
from planner.report.keeping.export_words import kept_words

Copies = Sequence[tuple[Path, datetime]]


def lost_words(counts: Counts) -> Message:
    """Return what goes for ever with a person."""
    return message("{kept} go for ever; undo cannot bring them back.", kept=kept_words(counts))


def erased_words(person: str, counts: Counts) -> Message:
    """Return what has gone for ever; `person` is an id or a name."""
    return message(
        "Every trace of “{person}” was erased from this file: {kept}.",
        person=person,
        kept=kept_words(counts),
    )


def copies_words(copies: Copies) -> Message:
    """Return how many copies the planner itself made that may still hold the person."""
    if not copies:
        return message("The planner has made no backup that could still hold them.")
    return message_n(
        "{count} backup beside the data may still hold them; it is not touched.",
        "{count} backups beside the data may still hold them; they are not touched.",
        len(copies),
    )


def elsewhere_words() -> Message:
    """Return what the planner cannot know of."""
    return message(
        "What was exported, printed, put into a calendar or copied by hand is not touched either, "
        "nor what stands about them in the notes of others."
    )


def copies_text(copies: Copies, texts: Texts) -> str:
    """Return each copy with its day, and the command that would remove them all; a line each."""
    if not copies:
        return texts.word(copies_words(copies))
    lines = [texts.tr("Copies that the planner made:")]
    lines += [
        texts.tr(
            "{day}, {time}: {file}", day=texts.date(made.date()), time=f"{made:%H:%M}", file=file
        )
        for file, made in copies
    ]
    lines += ["", texts.tr("This removes them all, for everybody in them:"), removal(copies)]
    return "\n".join(lines)


def removal(copies: Copies, system: str = sys.platform) -> str:
    """Return the command of a shell that removes the copies."""
    if system == "win32":
        return "del " + " ".join(f'"{path}"' for path, _ in copies)
    return "rm " + " ".join(shlex.quote(str(path)) for path, _ in copies)
