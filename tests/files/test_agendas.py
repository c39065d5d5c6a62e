"""The templates that come with the planner, read for catalogues that have none."""

from __future__ import annotations

from pathlib import Path

from planner.core.model import Agenda
from planner.core.text import Source, Text, same_text
from planner.files.agendas import read_agendas


def test_the_templates_of_a_document_are_read(tmp_path: Path) -> None:
    file = tmp_path / "agendas.yaml"
    file.write_text(
        "agendas:\n"
        "  - id: regular\n"
        "    name: {en: Regular, zh: 例行}\n"
        "    source: editorial\n"
        "    items: [{en: Next step, zh: 下一步}, Anything else]\n",
        encoding="utf-8",
    )
    assert read_agendas(file) == (
        Agenda(
            id="regular",
            name=Text(en="Regular", zh="例行"),
            items=(Text(en="Next step", zh="下一步"), same_text("Anything else")),
            source=Source("editorial"),
        ),
    )


def test_without_the_file_there_are_none(tmp_path: Path) -> None:
    assert read_agendas(tmp_path / "agendas.yaml") == ()


def test_the_shipped_ones_are_those_of_the_issue(root: Path) -> None:
    agendas = read_agendas(root / "data" / "agendas.yaml")
    assert [agenda.id for agenda in agendas] == ["regular", "career", "appraisal", "joint-review"]
    for agenda in agendas:
        assert agenda.name.is_complete
        assert agenda.items
        assert all(item.is_complete for item in agenda.items)
