"""The second schema: what a career holds beside ratings, and templates, all in new tables."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.Integer()
TEXT = sa.Text()
REAL: sa.REAL[float] = sa.REAL()


def upgrade() -> None:
    """Create the new tables; every row of the first schema stays as it is."""
    op.create_table(
        "wish",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("role_id", ID, nullable=False),
        sa.Column("stance", TEXT, nullable=False),
        sa.Column("day", ID, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "place", name="pk_wish"),
        sa.UniqueConstraint("person_id", "role_id", name="uq_wish_person_id_role_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_wish_person_id_person"),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name="fk_wish_role_id_role"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index("ix_wish_role_id", "wish", ["role_id"])
    op.create_table(
        "agenda",
        sa.Column("catalogue_id", ID, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("name_en", TEXT, nullable=False),
        sa.Column("name_zh", TEXT, nullable=False),
        sa.Column("items", TEXT, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("catalogue_id", "place", name="pk_agenda"),
        sa.UniqueConstraint("catalogue_id", "slug", name="uq_agenda_catalogue_id_slug"),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue.id"], name="fk_agenda_catalogue_id_catalogue"
        ),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "action",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("kind", TEXT),
        sa.Column("skill_id", ID),
        sa.Column("from_level", REAL),
        sa.Column("to_level", REAL),
        sa.Column("made", ID, nullable=False),
        sa.Column("start", ID),
        sa.Column("due", ID),
        sa.Column("hours", REAL),
        sa.Column("owner", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("finished", ID),
        sa.Column("meeting", TEXT),
        sa.Column("notes", TEXT, nullable=False),
        sa.Column("evidence", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "slug", name="pk_action"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_action_person_id_person"),
        sa.ForeignKeyConstraint(["skill_id"], ["skill.id"], name="fk_action_skill_id_skill"),
        sqlite_strict=True,
    )
    op.create_index("ix_action_skill_id", "action", ["skill_id"])
    op.create_table(
        "meeting",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("day", ID, nullable=False),
        sa.Column("agenda", TEXT, nullable=False),
        sa.Column("items", TEXT, nullable=False),
        sa.Column("shared", TEXT, nullable=False),
        sa.Column("private", TEXT, nullable=False),
        sa.Column("closed", ID),
        sa.Column("next_on", ID),
        sa.Column("agreed", TEXT, nullable=False),
        sa.Column("promised", TEXT, nullable=False),
        sa.Column("corrections", TEXT, nullable=False),
        sa.Column("target", TEXT),
        sa.PrimaryKeyConstraint("person_id", "slug", name="pk_meeting"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_meeting_person_id_person"),
        sqlite_strict=True,
    )
    op.create_table(
        "kpi_result",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("role_id", ID, nullable=False),
        sa.Column("kpi", TEXT, nullable=False),
        sa.Column("period", TEXT, nullable=False),
        sa.Column("reached", REAL, nullable=False),
        sa.Column("day", ID, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "slug", name="pk_kpi_result"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_kpi_result_person_id_person"
        ),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name="fk_kpi_result_role_id_role"),
        sqlite_strict=True,
    )
    op.create_index("ix_kpi_result_role_id", "kpi_result", ["role_id"])
    op.create_table(
        "questionnaire",
        sa.Column("catalogue_id", ID, nullable=False),
        sa.Column("place", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("title_en", TEXT, nullable=False),
        sa.Column("title_zh", TEXT, nullable=False),
        sa.Column("intro_en", TEXT, nullable=False),
        sa.Column("intro_zh", TEXT, nullable=False),
        sa.Column("tracks", TEXT, nullable=False),
        sa.Column("questions", TEXT, nullable=False),
        sa.Column("source", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("catalogue_id", "place", name="pk_questionnaire"),
        sa.UniqueConstraint("catalogue_id", "slug", name="uq_questionnaire_catalogue_id_slug"),
        sa.ForeignKeyConstraint(
            ["catalogue_id"], ["catalogue.id"], name="fk_questionnaire_catalogue_id_catalogue"
        ),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "track_choice",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("slug", TEXT, nullable=False),
        sa.Column("questionnaire", TEXT, nullable=False),
        sa.Column("day", ID, nullable=False),
        sa.Column("answers", TEXT, nullable=False),
        sa.Column("note", TEXT, nullable=False),
        sa.Column("is_shared", ID, nullable=False),
        sa.PrimaryKeyConstraint("person_id", "slug", name="pk_track_choice"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name="fk_track_choice_person_id_person"
        ),
        sqlite_strict=True,
    )
