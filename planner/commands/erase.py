"""`erase`: every trace of a person out of the store's bytes, and where copies may remain."""

from __future__ import annotations

from planner.core.errors import PlannerError
from planner.core.keeping.disclosure import counts_of
from planner.core.text import message
from planner.report.keeping.erase_words import copies_text, elsewhere_words, erased_words
from planner.terminal import DONE, Terminal


def run(terminal: Terminal) -> int:
    """Erase the person who is named; say what is gone and what may still hold it."""
    nothing = message("Nothing was erased.")
    if terminal.options.sample:
        raise PlannerError(
            message("The sample team is a throw-away copy; there is nothing to erase."),
            effect=nothing,
            remedy=message("Leave out --sample."),
        )
    with (
        terminal.without_window(
            nothing, message("Close the window first, or erase from its menu.")
        ),
        terminal.store() as store,
    ):
        person = terminal.person(store)
        counts = counts_of((store.career(person.catalogue, person.id),))
        store.erase(person.catalogue, person.id)
        copies = store.copies()
    say = terminal.output.say
    say(erased_words(person.id, counts))
    terminal.output.write("\n" + copies_text(copies, terminal.texts) + "\n")
    say(elsewhere_words())
    return DONE
