"""One saved rating, against a bare commit with the same pragmas into the same tables."""

from __future__ import annotations

import gc
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.core.edits import Change, Edit, Key
from planner.core.keeping.person_edits import add_person, rate
from planner.core.model import Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.text import message
from planner.store.connecting import connect
from planner.store.database import open_store
from planner.store.store import Store
from tests.bench.rows import Row
from tests.generated import career_catalogue

_TODAY = date(2026, 1, 1)
_ROUNDS = 1500
_BARE = "INSERT INTO rating VALUES (?, ?, ?, ?, ?, ?, ?, ?)"


def measure() -> list[Row]:
    """Return the ratio, commit by commit in turns, so that both meet the same disk."""
    catalogue = career_catalogue(roles=25, tracks=3, ranks=6)
    person = Person(
        id="lin",
        name="Lin",
        catalogue=catalogue.id,
        role=catalogue.roles[0].id,
        since=_TODAY,
    )
    with tempfile.TemporaryDirectory(prefix="career-planner-") as name:
        folder = Path(name)
        _filled(folder / "bare.db", catalogue, person).close()
        store = _filled(folder / "ours.db", catalogue, person)
        connection = connect(folder / "bare.db")
        ours, bare = [], []
        gc.collect()
        try:
            for _ in range(_ROUNDS):
                entry = store.next_entry()
                start = perf_counter()
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(_BARE, (entry, 1, 1, 0, _TODAY.toordinal(), 2.5, "", ""))
                connection.execute("COMMIT")
                between = perf_counter()
                rating = Rating(
                    entry=entry,
                    skill=catalogue.skills[0].id,
                    level=2.5,
                    by=Rater.SELF,
                    on=_TODAY,
                )
                store.apply(rate(person, rating, catalogue))
                ours.append(perf_counter() - between)
                bare.append(between - start)
        finally:
            connection.close()
            store.close()
    return [
        Row(
            what="(d) one saved rating",
            ours=median(ours) * 1e6,
            unit="µs",
            yardstick=median(bare) * 1e6,
            against="bare sqlite3 commit, same pragmas",
            goal=3,
        )
    ]


def _filled(path: Path, catalogue: Catalogue, person: Person) -> Store:
    store = open_store(path, today=_TODAY)
    records = (
        (Key("catalogue", catalogue.id), catalogue.head),
        *((Key("skill", catalogue.id, skill.id), skill) for skill in catalogue.skills),
        *((Key("role", catalogue.id, role.id), role) for role in catalogue.roles),
        *((Key("move", catalogue.id, move.id), move) for move in catalogue.moves),
    )
    store.apply(
        Edit(message("Import"), tuple(Change(key, None, record) for key, record in records))
    )
    store.apply(add_person(person))
    return store
