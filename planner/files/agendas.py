"""The templates that come with the planner, for catalogues that have none: agendas, questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.model import Agenda
from planner.core.questionnaire import Questionnaire

if TYPE_CHECKING:
    from planner.files.forms import Document


def read_agendas(file: Path) -> tuple[Agenda, ...]:
    """Return the templates under the key `agendas` of a document; none where there is no file."""
    document = _document(file)
    return document.agendas if document else ()


def read_questionnaires(file: Path) -> tuple[Questionnaire, ...]:
    """Return those under the key `questionnaires` of a document; none where there is no file."""
    document = _document(file)
    return document.questionnaires if document else ()


def _document(file: Path) -> Document | None:
    # Imported here: a catalogue with templates of its own needs no reader.
    from planner.files.forms import document_validator
    from planner.files.mending import read_document
    from planner.files.yaml_text import parse_yaml

    if not file.is_file():
        return None
    form, validator = document_validator()
    return read_document(parse_yaml(file.read_text(encoding="utf-8")), form, validator).value
