"""Handing out everything about people as one file, in the form that can be imported again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planner.core.career import Career
from planner.core.errors import PlannerError
from planner.core.keeping.disclosure import Counts, counts_of, without_private
from planner.core.text import message
from planner.files.private_file import write_private
from planner.files.writing import write_people

# Whether a file of this ending is JSON, else YAML.
ENDINGS = {".yaml": False, ".yml": False, ".json": True}


def export_people(careers: Sequence[Career], to: Path, *, private: bool, store: Path) -> Counts:
    """Write everything about people to a file that only its owner can read; return the counts.

    Without `private` the managers' private notes are left out; the counts tell of them all the
    same. `store` is the file that is worked on. Raise PlannerError where the file is that one, has
    another ending than .yaml or .json, or cannot be written.
    """
    nothing = message("Nothing was written.")
    as_json = ENDINGS.get(to.suffix.lower())
    if as_json is None:
        raise PlannerError(
            message("“{file}” is neither called .yaml nor .json.", file=to.name),
            effect=nothing,
            remedy=message("Give the file one of these endings."),
        )
    if to.exists() and to.samefile(store):
        raise PlannerError(
            message("“{file}” is the file that the planner works on.", file=str(to)),
            effect=nothing,
            remedy=message("Choose another file."),
        )
    handed_out = careers if private else [without_private(career) for career in careers]
    write_private(write_people(handed_out, as_json=as_json), to)
    return counts_of(careers)
