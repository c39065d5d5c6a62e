"""The SQL that reads, against the tables that SQLAlchemy describes, and when that is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from planner.store import queries, revisions, schema
from planner.store.store import Store
from tests.store.sample import BO, CATALOGUE, LIN, changed

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize(
    ("query", "table"),
    [
        (queries.heads, schema.catalogue),
        (queries.skills, schema.skill),
        (queries.roles, schema.role),
    ],
)
def test_whole_rows_stand_in_the_order_of_the_table(filled: Store, few: bool, query, table) -> None:  # type: ignore[no-untyped-def]
    sql = query(few)
    with filled._connections.driver() as connection:
        read = connection.execute(sql, ["[]"] * sql.count("?"))
        assert [column[0] for column in read.description] == table.columns.keys()


def test_the_tables_are_known_without_their_description() -> None:
    assert [table.name for table in schema.TABLES] == list(revisions.TABLES)


def test_reading_needs_no_sqlalchemy_and_a_change_does(filled: Store) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from planner.store.database import open_store\n"
        "store = open_store(Path(sys.argv[1]))\n"
        "store.catalogue(sys.argv[2])\n"
        "for person in store.people(): store.ratings(person.catalogue, person.id)\n"
        "print('sqlalchemy' in sys.modules)\n"
        "store.integrity()\n"
        "print('sqlalchemy' in sys.modules)\n"
        "store.close()\n"
    )
    filled.back_up()
    done = subprocess.run(
        [sys.executable, "-c", code, str(filled.path), CATALOGUE.id],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["False", "True"], done.stderr


def test_what_was_read_from_before_the_first_change_goes_on(filled: Store) -> None:
    filled.close()
    assert filled.people() == (LIN, BO)
    (before,) = filled._connections._idle
    filled.apply(changed(BO, None))
    with filled._connections.driver() as connection:
        assert connection is before
    assert filled.people() == (LIN,)
