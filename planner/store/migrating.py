"""From an older schema to the newest, all or nothing."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from planner.core.text import Message
from planner.store import schema
from planner.store.faults import damaged, told

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, file: Path, effect: Message, scripts: Path = SCRIPTS) -> None:
    """Run the missing revisions in one transaction; raise PlannerError, all undone.

    The backup is the caller's.
    """
    from alembic.command import upgrade
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with told(file, effect), engine.connect() as connection:
        # Batch mode copies and drops tables: with the keys on, children would be deleted too; and
        # inside a transaction the pragma does nothing.
        pragma = connection.connection.cursor()
        pragma.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                upgrade(config, "head")
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    raise damaged(file)
                if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                    raise damaged(file)
                connection.exec_driver_sql(f"PRAGMA user_version={len(schema.REVISIONS)}")
        finally:
            pragma.execute("PRAGMA foreign_keys=ON")
            pragma.close()
