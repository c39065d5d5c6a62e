"""What does not hold together within the store's rows."""

from __future__ import annotations

from sqlalchemy import Connection

from planner.core.text import Message, message


def findings(connection: Connection) -> tuple[Message, ...]:
    """Return the damage that SQLite finds and the references that lead nowhere or elsewhere."""
    found = [
        message("The file is damaged: {detail}", detail=detail)
        for (detail,) in connection.exec_driver_sql("PRAGMA quick_check(10)")
        if detail != "ok"
    ]
    found += [
        message(
            "A row of “{table}” refers to a row of “{parent}” that is not there.",
            table=table,
            parent=parent,
        )
        for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return tuple(found)
