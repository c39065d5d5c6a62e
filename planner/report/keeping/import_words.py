"""What an import brought, in words."""

from __future__ import annotations

from planner.core.text import Message, message, message_n


def import_words(*, catalogues: int, people: int, ratings: int) -> Message:
    """Return what was imported, each kind with its number; of what there is none nothing is said.

    At least one of the numbers is above 0.
    """
    kinds = (
        message_n("{count} catalogue", "{count} catalogues", catalogues),
        message_n("{count} person", "{count} people", people),
        message_n("{count} rating", "{count} ratings", ratings),
    )
    what = [kind for kind in kinds if kind.count]
    match what:
        case [first, second, third]:
            listed = message(
                "{first}, {second} and {third}", first=first, second=second, third=third
            )
        case [first, second]:
            listed = message("{first} and {second}", first=first, second=second)
        case _:
            listed = what[0]
    return message("{things} imported.", things=listed)
