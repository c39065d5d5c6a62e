"""Make `schema-1.db`, a small store of the first schema: `python -m tests.databases.make_schema_1`.

The file is frozen: it was made once, by the planner of that schema, and shows that its rows survive
every later migration. The values below say what is in it.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from planner.core.people import Person, Rater, Rating
from planner.store.database import open_store
from tests.store.sample import BO, CATALOGUE, LIN, catalogue_created, created, joined

FILE = Path(__file__).parent / "schema-1.db"

PEOPLE: tuple[tuple[Person, tuple[Rating, ...]], ...] = (
    (
        LIN,
        (
            Rating(
                entry=2,
                skill="listening",
                level=None,
                by=Rater.MANAGER,
                on=date(2024, 12, 31),
                comment="不适用",
            ),
            Rating(entry=1, skill="negotiation", level=2.5, by=Rater.SELF, on=date(2026, 5, 1)),
            Rating(
                entry=3,
                skill="negotiation",
                level=4.62,
                by=Rater.AGREED,
                on=date(2026, 5, 1),
                evidence="https://example.org/deal",
            ),
        ),
    ),
    (BO, ()),
)


def main() -> int:
    """Write the file; refuse to overwrite it."""
    if FILE.exists():
        sys.stderr.write(f"{FILE.name} is frozen.\n")
        return 1
    store = open_store(FILE)
    try:
        store.apply(
            joined(catalogue_created(CATALOGUE), created(*(person for person, _ in PEOPLE)))
        )
        for person, ratings in PEOPLE:
            store.apply(created(*ratings, catalogue=person.catalogue, person=person.id))
    finally:
        store.close()
    FILE.chmod(0o644)
    return 0


if __name__ == "__main__":
    sys.exit(main())
