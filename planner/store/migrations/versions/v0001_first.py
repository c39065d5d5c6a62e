"""The first schema: catalogues, people, positions and ratings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.Integer()
TEXT = sa.Text()
REAL: sa.REAL[float] = sa.REAL()


def upgrade() -> None:
    """Create the tables of the first schema."""
    _create_framework()
    _create_people()


def _create_framework() -> None:
    op.create_table(
        "catalogue",
        sa.Column("id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("title_en", TEXT, nullable=False),
        sa.Column("title_zh", TEXT, nullable=False),
        sa.Column("scale", TEXT, nullable=False),
        sa.Column("tracks", TEXT, nullable=False),
        sa.Column("ranks", TEXT, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("licence", TEXT, nullable=False),
        sa.Column("attribution_en", TEXT, nullable=False),
        sa.Column("attribution_zh", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue"),
        sa.UniqueConstraint("slug", name="uq_catalogue_slug"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "skill",
        sa.Column("id", ID, nullable=False),
        sa.Column("catalogue_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("name_zh", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("portability", REAL, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("levels", TEXT, nullable=False),
        sa.Column("hours", TEXT, nullable=False),
        sa.Column("practice", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_skill"),
        sa.UniqueConstraint("catalogue_id", "slug", name="uq_skill_catalogue_id_slug"),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue.id"], name="fk_skill_catalogue_id_catalogue"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "role",
        sa.Column("id", ID, nullable=False),
        sa.Column("catalogue_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("name_zh", TEXT, nullable=False),
        sa.Column("track", TEXT, nullable=False),
        sa.Column("rank", ID, nullable=False),
        sa.Column("is_end", ID, nullable=False),
        sa.Column("after", TEXT, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("purpose_en", TEXT, nullable=False),
        sa.Column("purpose_zh", TEXT, nullable=False),
        sa.Column("responsibilities", TEXT, nullable=False),
        sa.Column("time", TEXT, nullable=False),
        sa.Column("kpis", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_role"),
        sa.UniqueConstraint("catalogue_id", "slug", name="uq_role_catalogue_id_slug"),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue.id"], name="fk_role_catalogue_id_catalogue"
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "requirement",
        sa.Column("role_id", ID, nullable=False),
        sa.Column("skill_id", ID, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("level", REAL, nullable=False),
        sa.Column("weight", REAL, nullable=False),
        sa.Column("is_essential", ID, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("lower_because_en", TEXT),
        sa.Column("lower_because_zh", TEXT),
        sa.PrimaryKeyConstraint("role_id", "skill_id", name="pk_requirement"),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name="fk_requirement_role_id_role"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_requirement_skill_id_skill"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "move",
        sa.Column("from_role_id", ID, nullable=False),
        sa.Column("to_role_id", ID, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("years_least", REAL),
        sa.Column("years_most", REAL),
        sa.Column("precondition_en", TEXT),
        sa.Column("precondition_zh", TEXT),
        sa.Column("source", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("from_role_id", "to_role_id", "kind", name="pk_move"),
        sa.ForeignKeyConstraint(["from_role_id"], ["role.id"], name="fk_move_from_role_id_role"),
        sa.ForeignKeyConstraint(["to_role_id"], ["role.id"], name="fk_move_to_role_id_role"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _create_people() -> None:
    op.create_table(
        "person",
        sa.Column("id", ID, nullable=False),
        sa.Column("catalogue_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("role_id", ID, nullable=False),
        sa.Column("since", ID, nullable=False),
        sa.Column("industry", TEXT, nullable=False),
        sa.Column("target_role_id", ID),
        sa.Column("hours_a_week", REAL, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("catalogue_id", "slug", name="uq_person_catalogue_id_slug"),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue.id"], name="fk_person_catalogue_id_catalogue"
        ),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name="fk_person_role_id_role"),
        sa.ForeignKeyConstraint(
            ["target_role_id"], ["role.id"], name="fk_person_target_role_id_role"
        ),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_person_role_id", "person", ["role_id"])
    op.create_index("ix_person_target_role_id", "person", ["target_role_id"])
    op.create_table(
        "position",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("role_id", ID, nullable=False),
        sa.Column("since", ID, nullable=False),
        sa.Column("until", ID),
        sa.PrimaryKeyConstraint("person_id", "place", name="pk_position"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_position_person_id_person"),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name="fk_position_role_id_role"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index("ix_position_role_id", "position", ["role_id"])
    op.create_table(
        "rating",
        sa.Column("entry", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("skill_id", ID, nullable=False),
        sa.Column("rater", ID, nullable=False),
        sa.Column("day", ID, nullable=False),
        sa.Column("level", REAL),
        sa.Column("comment", TEXT, nullable=False),
        sa.Column("evidence", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_rating"),
        sa.CheckConstraint("rater BETWEEN 0 AND 2", name="ck_rating_rater"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_rating_person_id_person"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_rating_skill_id_skill"),
        sqlite_strict=True,
    )
    op.create_index("ix_rating_person_id_day", "rating", ["person_id", "day"])
    op.create_index(
        "ix_rating_newest",
        "rating",
        ["skill_id", "person_id", "rater", "day", "entry", "level"],
    )
