"""The tables of the store: rows only, no behaviour.

Numbers (`id`) join the rows; slugs, unique within a catalogue, are what the rest of the planner
knows. Days are proleptic ordinals (`date.toordinal`): small, sortable, and ready for arrays.
Lists that belong to one record and that nothing refers to (the scale, ranks and tracks of a
catalogue, the level descriptions of a skill …) are JSON in the record's row: they are read,
compared and written with it only.
"""

from __future__ import annotations

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

# "CPLN", in the header of each file that is ours.
APPLICATION_ID = 0x43504C4E

# The revisions of migrations/versions in their order; a file's user_version is its place here,
# from 1. They stand here so that a current file is opened without importing Alembic.
REVISIONS = ("0001", "0002")

# Unnamed constraints could never be dropped in SQLite's batch mode.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMES)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _real(name: str) -> Column[float]:
    return Column(name, REAL, nullable=False)


def _to(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(target), nullable=nullable)


catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("slug"),
    _text("version"),
    _text("title_en"),
    _text("title_zh"),
    _text("scale"),
    _text("tracks"),
    _text("ranks"),
    _text("source"),
    _text("licence"),
    _text("attribution_en"),
    _text("attribution_zh"),
    UniqueConstraint("slug"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

skill = Table(
    "skill",
    metadata,
    Column("id", Integer, primary_key=True),
    _to("catalogue_id", "catalogue.id"),
    _text("slug"),
    _number("place"),
    _text("name_en"),
    _text("name_zh"),
    _text("kind"),
    _real("portability"),
    _text("source"),
    _text("levels"),
    _text("hours"),
    _text("practice"),
    UniqueConstraint("catalogue_id", "slug"),
    sqlite_strict=True,
)

role = Table(
    "role",
    metadata,
    Column("id", Integer, primary_key=True),
    _to("catalogue_id", "catalogue.id"),
    _text("slug"),
    _number("place"),
    _text("name_en"),
    _text("name_zh"),
    _text("track"),
    _number("rank"),
    _number("is_end"),
    _text("after"),
    _text("source"),
    _text("purpose_en"),
    _text("purpose_zh"),
    _text("responsibilities"),
    _text("time"),
    _text("kpis"),
    UniqueConstraint("catalogue_id", "slug"),
    sqlite_strict=True,
)

# Requirements and moves come by the ten thousand in one import, and an index more would cost it a
# fifth; what it would save, a scan when a skill or a role is deleted, takes a millisecond.
requirement = Table(
    "requirement",
    metadata,
    _to("role_id", "role.id"),
    _to("skill_id", "skill.id"),
    _number("place"),
    _real("level"),
    _real("weight"),
    _number("is_essential"),
    _text("source"),
    Column("lower_because_en", Text),
    Column("lower_because_zh", Text),
    PrimaryKeyConstraint("role_id", "skill_id"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

move = Table(
    "move",
    metadata,
    _to("from_role_id", "role.id"),
    _to("to_role_id", "role.id"),
    _text("kind"),
    _number("place"),
    Column("years_least", REAL),
    Column("years_most", REAL),
    Column("precondition_en", Text),
    Column("precondition_zh", Text),
    _text("source"),
    PrimaryKeyConstraint("from_role_id", "to_role_id", "kind"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    _to("catalogue_id", "catalogue.id"),
    _text("slug"),
    _text("name"),
    _to("role_id", "role.id"),
    _number("since"),
    _text("industry"),
    _to("target_role_id", "role.id", nullable=True),
    _real("hours_a_week"),
    UniqueConstraint("catalogue_id", "slug"),
    Index(None, "role_id"),
    Index(None, "target_role_id"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

position = Table(
    "position",
    metadata,
    _to("person_id", "person.id"),
    _number("place"),
    _to("role_id", "role.id"),
    _number("since"),
    Column("until", Integer),
    PrimaryKeyConstraint("person_id", "place"),
    Index(None, "role_id"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# A person's ratings by day come from the first index; everybody's newest ones for each skill from
# the second alone, which also answers whether a skill is rated at all.
rating = Table(
    "rating",
    metadata,
    Column("entry", Integer, primary_key=True),
    _to("person_id", "person.id"),
    _to("skill_id", "skill.id"),
    _number("rater"),
    _number("day"),
    Column("level", REAL),
    _text("comment"),
    _text("evidence"),
    CheckConstraint("rater BETWEEN 0 AND 2", name="rater"),
    Index(None, "person_id", "day"),
    Index("ix_rating_newest", "skill_id", "person_id", "rater", "day", "entry", "level"),
    sqlite_strict=True,
)

# A role that a person wants, or has no opening for …
wish = Table(
    "wish",
    metadata,
    _to("person_id", "person.id"),
    _number("place"),
    _to("role_id", "role.id"),
    _text("stance"),
    _number("day"),
    _text("note"),
    PrimaryKeyConstraint("person_id", "place"),
    UniqueConstraint("person_id", "role_id"),
    Index(None, "role_id"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

agenda = Table(
    "agenda",
    metadata,
    _to("catalogue_id", "catalogue.id"),
    _number("place"),
    _text("slug"),
    _text("name_en"),
    _text("name_zh"),
    _text("items"),
    _text("source"),
    PrimaryKeyConstraint("catalogue_id", "place"),
    UniqueConstraint("catalogue_id", "slug"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

action = Table(
    "action",
    metadata,
    _to("person_id", "person.id"),
    _text("slug"),
    _text("title"),
    Column("kind", Text),
    _to("skill_id", "skill.id", nullable=True),
    Column("from_level", REAL),
    Column("to_level", REAL),
    _number("made"),
    Column("start", Integer),
    Column("due", Integer),
    Column("hours", REAL),
    _text("owner"),
    _text("state"),
    Column("finished", Integer),
    Column("meeting", Text),
    _text("notes"),
    _text("evidence"),
    PrimaryKeyConstraint("person_id", "slug"),
    Index(None, "skill_id"),
    sqlite_strict=True,
)

meeting = Table(
    "meeting",
    metadata,
    _to("person_id", "person.id"),
    _text("slug"),
    _number("day"),
    _text("agenda"),
    _text("items"),
    _text("shared"),
    _text("private"),
    Column("closed", Integer),
    Column("next_on", Integer),
    _text("agreed"),
    _text("promised"),
    _text("corrections"),
    Column("target", Text),
    PrimaryKeyConstraint("person_id", "slug"),
    sqlite_strict=True,
)

kpi_result = Table(
    "kpi_result",
    metadata,
    _to("person_id", "person.id"),
    _text("slug"),
    _to("role_id", "role.id"),
    _text("kpi"),
    _text("period"),
    _real("reached"),
    _number("day"),
    _text("note"),
    PrimaryKeyConstraint("person_id", "slug"),
    Index(None, "role_id"),
    sqlite_strict=True,
)

questionnaire = Table(
    "questionnaire",
    metadata,
    _to("catalogue_id", "catalogue.id"),
    _number("place"),
    _text("slug"),
    _text("title_en"),
    _text("title_zh"),
    _text("intro_en"),
    _text("intro_zh"),
    _text("tracks"),
    _text("questions"),
    _text("source"),
    PrimaryKeyConstraint("catalogue_id", "place"),
    UniqueConstraint("catalogue_id", "slug"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)

# Answers outlive the questionnaire that they were given to: its slug is a word, no reference.
track_choice = Table(
    "track_choice",
    metadata,
    _to("person_id", "person.id"),
    _text("slug"),
    _text("questionnaire"),
    _number("day"),
    _text("answers"),
    _text("note"),
    _number("is_shared"),
    PrimaryKeyConstraint("person_id", "slug"),
    sqlite_strict=True,
)

# Alembic's own, so that a new store is born with its revision.
alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

TABLES = (
    catalogue,
    skill,
    role,
    requirement,
    move,
    person,
    position,
    rating,
    wish,
    agenda,
    action,
    meeting,
    kpi_result,
    questionnaire,
    track_choice,
)
