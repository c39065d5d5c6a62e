"""From each past schema to the newest, with every row kept, or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from planner.core.career import Career
from planner.core.errors import PlannerError
from planner.store import schema
from planner.store.backup import BEFORE_MIGRATION, list_backups
from planner.store.connecting import connect, engine_on
from planner.store.database import NOT_OPENED
from planner.store.faults import UnreadableFile
from planner.store.migrating import SCRIPTS, migrate
from planner.store.store import Store
from tests.databases import make_schema_2
from tests.databases.make_schema_1 import CATALOGUE, PEOPLE
from tests.store.conftest import OpenStore
from tests.store.sample import (
    AGENDAS,
    BO,
    HEAD,
    LIN,
    PARTS,
    QUESTIONNAIRES,
    WISHES,
    changed,
    created,
    joined,
    rating,
)

DATABASES = Path(__file__).parent.parent / "databases"


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(connect(file, "look")) as connection:
        return connection.execute(query).fetchall()


def shape(file: Path) -> set[tuple[object, ...]]:
    """Every table and index with its definition."""
    return set(rows(file, "SELECT type, name, tbl_name, sql FROM sqlite_schema"))


@pytest.fixture
def empty_revision(path: Path) -> Path:
    """A file of ours from before the first revision."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    return path


def test_the_listed_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    walked = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(walked)) == schema.REVISIONS


def test_the_migrations_end_where_a_new_store_begins(
    empty_revision: Path, tmp_path: Path, open_at: OpenStore
) -> None:
    open_at(empty_revision).close()
    open_at(tmp_path / "new.db").close()
    assert shape(empty_revision) == shape(tmp_path / "new.db")
    for pragma in ("application_id", "user_version"):
        assert rows(empty_revision, f"PRAGMA {pragma}") == rows(
            tmp_path / "new.db", f"PRAGMA {pragma}"
        )


def test_a_verified_backup_is_made_first(empty_revision: Path, open_at: OpenStore) -> None:
    store = open_at(empty_revision)
    (made,) = list_backups(store.backups)
    assert made.reason == BEFORE_MIGRATION
    assert rows(made.path, "SELECT count(*) FROM sqlite_schema") == [(0,)]


def test_no_migration_without_a_backup(empty_revision: Path, open_at: OpenStore) -> None:
    before = empty_revision.read_bytes()
    (empty_revision.parent / "backups").write_text("in the way")
    with pytest.raises(PlannerError, match="Nothing can be written"):
        open_at(empty_revision)
    assert empty_revision.read_bytes() == before


def test_a_store_of_the_first_schema_opens_with_all_its_rows(
    tmp_path: Path, open_at: OpenStore
) -> None:
    path = tmp_path / "planner.db"
    shutil.copy(DATABASES / "schema-1.db", path)
    store = open_at(path)
    assert store.catalogue("am-lm") == CATALOGUE
    assert store.people() == tuple(person for person, _ in PEOPLE)
    for person, ratings in PEOPLE:
        assert store.ratings(person.catalogue, person.id) == ratings
    assert store.integrity() == ()


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but Alembic's own."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name != 'alembic_version'"
    return {str(name): rows(file, f'SELECT * FROM "{name}"') for (name,) in rows(file, query)}


@pytest.mark.parametrize("number", range(1, len(schema.REVISIONS) + 1))
def test_no_row_of_a_past_schema_is_lost_or_changed(
    tmp_path: Path, open_at: OpenStore, number: int
) -> None:
    """There is a frozen file for each schema, and the tables that it has keep what they hold."""
    path = tmp_path / "planner.db"
    shutil.copy(DATABASES / f"schema-{number}.db", path)
    before = contents(path)
    assert {table.name for table in schema.TABLES[:8]} <= set(before)
    assert all(before[table.name] for table in schema.TABLES[:8])
    store = open_at(path)
    store.close()
    after = contents(path)
    assert {table: after[table] for table in before} == before
    assert rows(path, "PRAGMA user_version") == [(len(schema.REVISIONS),)]


def test_a_migrated_store_holds_careers(tmp_path: Path, open_at: OpenStore) -> None:
    path = tmp_path / "planner.db"
    shutil.copy(DATABASES / "schema-1.db", path)
    store = open_at(path)
    before = store.career("am-lm", "lin-wei")
    assert before == Career(person=before.person, ratings=before.ratings)
    head = replace(HEAD, agendas=AGENDAS, questionnaires=QUESTIONNAIRES)
    lin = replace(LIN, wishes=WISHES)
    edit = joined(changed(HEAD, head), changed(LIN, lin), created(*PARTS))
    store.apply(edit)
    store.close()
    again = open_at(path)
    assert again.catalogue("am-lm").head == head
    career = again.career("am-lm", "lin-wei")
    assert career.person == lin
    assert career.ratings == before.ratings
    kept = (career.actions, career.meetings, career.kpi_results, career.track_choices)
    assert {part for parts in kept for part in parts} == set(PARTS)
    assert again.integrity() == ()
    again.apply(edit.inverse())
    assert again.career("am-lm", "lin-wei") == before
    assert again.catalogue("am-lm") == CATALOGUE


def test_a_store_of_the_second_schema_opens_with_all_that_it_holds(
    tmp_path: Path, open_at: OpenStore
) -> None:
    path = tmp_path / "planner.db"
    shutil.copy(DATABASES / "schema-2.db", path)
    store = open_at(path)
    assert store.catalogue("am-lm") == make_schema_2.WITH_TEMPLATES
    assert store.people() == tuple(career.person for career in make_schema_2.CAREERS)
    people = [career.person.id for career in make_schema_2.CAREERS]
    assert store.careers("am-lm", people) == make_schema_2.CAREERS
    assert store.integrity() == ()


# Migrations to come: what must hold for them is shown with made-up ones.

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{newest}"


def upgrade():
    {body}
"""


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SCRIPTS, tmp_path / "mig%rations"))


def migrate_by(store: Store, scripts: Path, body: str) -> None:
    (scripts / "versions" / "next.py").write_text(
        NEXT.format(body=body, newest=schema.REVISIONS[-1])
    )
    store.close()
    engine = engine_on(partial(connect, store.path))
    try:
        migrate(engine, store.path, NOT_OPENED, scripts)
    finally:
        engine.dispose()


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(filled: Store, scripts: Path) -> None:
    filled.apply(created(rating(1), rating(2)))
    body = """
    with op.batch_alter_table("person", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("wish", sa.Text()))
        batch.alter_column("industry", nullable=True)
    """
    migrate_by(filled, scripts, body)
    assert filled.people() == (LIN, BO)
    assert filled.ratings("am-lm", "lin-wei") == (rating(1), rating(2))
    assert filled.integrity() == ()
    (found,) = rows(filled.path, "SELECT sql FROM sqlite_schema WHERE name='person'")
    assert "STRICT" in str(found)
    assert "AUTOINCREMENT" in str(found)


@pytest.mark.parametrize(
    ("body", "error", "said"),
    [
        ('op.execute("DELETE FROM role")', UnreadableFile, "is damaged"),
        (
            'op.execute("PRAGMA ignore_check_constraints=ON")\n'
            '    op.execute("UPDATE rating SET rater=9")\n'
            '    op.execute("PRAGMA ignore_check_constraints=OFF")',
            UnreadableFile,
            "is damaged",
        ),
        ('op.execute("INSERT INTO person (id) VALUES (1)")', PlannerError, "cannot be stored"),
        ('raise RuntimeError("a fault")', RuntimeError, "a fault"),
    ],
    ids=["dangling", "against a check", "refused", "a fault of ours"],
)
def test_a_migration_that_fails_changes_nothing(
    filled: Store, scripts: Path, body: str, error: type[Exception], said: str
) -> None:
    filled.apply(created(rating(1)))
    before = shape(filled.path)
    with pytest.raises(error, match=said):
        migrate_by(
            filled, scripts, f'op.create_table("note", sa.Column("t", sa.Text()))\n    {body}'
        )
    assert shape(filled.path) == before
    assert filled.people() == (LIN, BO)
    assert rows(filled.path, "SELECT version_num FROM alembic_version") == [(schema.REVISIONS[-1],)]
