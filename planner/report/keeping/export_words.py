"""What was handed out about people, in words."""

from __future__ import annotations

from planner.core.keeping.disclosure import Counts
from planner.core.text import Message, message, message_n


def kept_words(counts: Counts) -> Message:
    """Return how much is kept about people, each kind with its number, also where it is none."""
    return message(
        "{ratings}, {actions}, {meetings} and {kpi_results}",
        ratings=message_n("{count} rating", "{count} ratings", counts.ratings),
        actions=message_n("{count} action", "{count} actions", counts.actions),
        meetings=message_n("{count} one-on-one", "{count} one-on-ones", counts.meetings),
        kpi_results=message_n("{count} KPI result", "{count} KPI results", counts.kpi_results),
    )


def export_words(counts: Counts, file: str) -> Message:
    """Return what was written to which file."""
    return message(
        "{people}, {kept} written to {file}",
        people=message_n("{count} person", "{count} people", counts.people),
        kept=kept_words(counts),
        file=file,
    )


def private_words(counts: Counts, *, private: bool) -> Message:
    """Return how many private notes were included or left out."""
    if not counts.private_notes:
        return message("There are no private notes.")
    if private:
        return message_n(
            "{count} private note is included.",
            "{count} private notes are included.",
            counts.private_notes,
        )
    return message_n(
        "{count} private note is left out.",
        "{count} private notes are left out.",
        counts.private_notes,
    )


def discreet_words(*, private: bool) -> Message:
    """Return the same without a number, for a screen at which the employee looks on."""
    if private:
        return message("Private notes are in the file: keep it to yourself.")
    return message("Private notes are not in the file.")
