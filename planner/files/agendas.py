"""The templates for agendas that come with the planner, for catalogues that have none."""

from __future__ import annotations

from pathlib import Path

from planner.core.model import Agenda


def read_agendas(file: Path) -> tuple[Agenda, ...]:
    """Return the templates under the key `agendas` of a document; none where there is no file."""
    # Imported here: a catalogue with templates of its own needs no reader.
    from planner.files.forms import document_validator
    from planner.files.mending import read_document
    from planner.files.yaml_text import parse_yaml

    if not file.is_file():
        return ()
    form, validator = document_validator()
    read = read_document(parse_yaml(file.read_text(encoding="utf-8")), form, validator)
    return read.value.agendas
