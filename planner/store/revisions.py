"""What a file of ours is known by: its mark, its tables, and the revisions of its schema.

It stands apart from `schema`, so that a current file is opened without SQLAlchemy and Alembic.
"""

from __future__ import annotations

# "CPLN", in the header of each file that is ours.
APPLICATION_ID = 0x43504C4E

# The revisions of migrations/versions in their order; a file's user_version is its place here,
# from 1.
REVISIONS = ("0001",)

TABLES = ("catalogue", "skill", "role", "requirement", "move", "person", "position", "rating")
