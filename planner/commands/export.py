"""`export`: everything about people to a file that can be imported again."""

from __future__ import annotations

from planner.core.errors import PlannerError
from planner.core.people import Person
from planner.core.text import message
from planner.files.exporting import export_people
from planner.report.keeping.export_words import export_words, private_words
from planner.store.store import Store
from planner.terminal import DONE, Terminal


def run(terminal: Terminal) -> int:
    """Write everything about the people named, or about everybody, and say how much it is."""
    options = terminal.options
    private = not options.without_private
    with terminal.store() as store:
        careers = store.careers_of(_people(terminal, store))
        counts = export_people(careers, options.to, private=private, store=store.path)
    terminal.output.say(export_words(counts, str(options.to)))
    terminal.output.say(private_words(counts, private=private))
    return DONE


def _people(terminal: Terminal, store: Store) -> tuple[Person, ...]:
    """Return the people named, each once, or everybody in the order of the store."""
    if terminal.options.people:
        named = [terminal.person_called(wanted, store) for wanted in terminal.options.people]
        return tuple(dict.fromkeys(named))
    people = store.people(terminal.known_catalogue(store))
    if not people:
        raise PlannerError(
            message("There is nobody to export."), effect=message("Nothing was written.")
        )
    return people
