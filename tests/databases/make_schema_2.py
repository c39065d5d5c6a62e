"""Make `schema-2.db`, a small store of the second schema.

Run it with `python -m tests.databases.make_schema_2`. The file is frozen, as `schema-1.db` is: it
holds one record of each kind that came with the second schema, with every field in use, and shows
that they survive every later migration.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from planner.core.career import Career
from planner.core.model import Catalogue
from planner.store.database import open_store
from tests.databases.make_schema_1 import PEOPLE as RATED
from tests.store.sample import (
    AGENDAS,
    BO,
    CATALOGUE,
    CHOICE,
    COURSE,
    LIN,
    QUESTIONNAIRES,
    RECORD,
    RESULT,
    WISHES,
    catalogue_created,
    created,
    joined,
)

FILE = Path(__file__).parent / "schema-2.db"

WITH_TEMPLATES: Catalogue = replace(
    CATALOGUE, head=replace(CATALOGUE.head, agendas=AGENDAS, questionnaires=QUESTIONNAIRES)
)
CAREERS: tuple[Career, ...] = (
    Career(
        person=replace(LIN, wishes=WISHES),
        ratings=dict(RATED)[LIN],
        actions=(COURSE,),
        meetings=(RECORD,),
        kpi_results=(RESULT,),
        track_choices=(CHOICE,),
    ),
    Career(person=BO),
)


def main() -> int:
    """Write the file; refuse to overwrite it."""
    if FILE.exists():
        sys.stderr.write(f"{FILE.name} is frozen.\n")
        return 1
    store = open_store(FILE)
    try:
        store.apply(
            joined(
                catalogue_created(WITH_TEMPLATES), created(*(career.person for career in CAREERS))
            )
        )
        for career in CAREERS:
            parts = (
                *(*career.ratings, *career.actions, *career.meetings),
                *(*career.kpi_results, *career.track_choices),
            )
            store.apply(created(*parts, person=career.person.id))
    finally:
        store.close()
    FILE.chmod(0o644)
    return 0


if __name__ == "__main__":
    sys.exit(main())
