"""The ways to the states of the dossier: its preview, and the window for a whole team."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from planner.core.keeping.career_edits import remove_career
from planner.gui.dossiers.window import TeamDossiers
from planner.gui.paper.dossier_choices import DossierChoice, DossierChoices
from planner.gui.paper.dossier_settings import DossierSettings
from planner.gui.paper.preview import Preview
from tests.screens.stage import HEIGHT, WIDTH, Stage, State, require


def _preview(stage: Stage) -> Preview:
    stage.window.actions_by_key["dossier"].trigger()
    shown = cast("Preview", stage.shown(Preview))
    shown.resize(WIDTH, HEIGHT)
    return shown


def _choices(shown: Preview) -> DossierChoices:
    column = shown.column
    assert isinstance(column, DossierSettings)
    return column.choices


def _private(stage: Stage) -> QWidget:
    shown = _preview(stage)
    choices = _choices(shown)
    choices.private.click()
    choices.language.setCurrentIndex(choices.language.findData("both"))
    choices.language.activated.emit(choices.language.currentIndex())
    stage.settle()
    require(choices.warning.isVisible(), "no warning")
    require(choices.choice == DossierChoice(speech="both", with_private=True), "not chosen")
    return shown


def _newcomer(stage: Stage) -> QWidget:
    """Nobody has rated them, and they aim at nothing."""
    workspace = stage.workspace
    person = workspace.person
    assert person is not None
    from dataclasses import replace

    from planner.core.keeping.person_edits import add_person

    new = replace(person, id="newcomer", name="Zhao Ning", target=None, positions=())
    workspace.do(add_person(new))
    stage.open_person((new.catalogue, new.id))
    shown = _preview(stage)
    require(_choices(shown).sections.more(5), "nothing is said of ways to no target")
    return shown


def _team(stage: Stage) -> TeamDossiers:
    stage.window.show_page("team")
    stage.wait("the team", lambda: stage.team.read is not None)
    stage.team.header.dossiers_button.click()
    shown = cast("TeamDossiers", stage.shown(TeamDossiers))
    stage.settle()
    require(shown.people.ticked, "nobody is ticked")
    return shown


def _team_written(stage: Stage) -> QWidget:
    shown = _team(stage)
    for row in range(2, shown.people.list.count()):
        shown.people.list.item(row).setCheckState(
            shown.people.list.item(row).checkState().Unchecked
        )
    shown.choices.sections.item(1).setCheckState(shown.people.list.item(2).checkState())
    folder = stage.workspace.store.path.parent / "dossiers"
    folder.mkdir()
    stage.answers.files.append((folder,))
    shown.write_button.click()
    stage.wait("the files", lambda: len(list(folder.glob("*.pdf"))) == 2)
    stage.settle()
    require(shown.folder_button.isVisible(), "no way to the folder")
    return shown


def _team_writing(stage: Stage) -> QWidget:
    shown = _team(stage)
    stage.answers.files.append((stage.workspace.store.path.parent / "team.pdf",))
    shown.into.setCurrentIndex(1)
    shown.write_button.click()
    stage.wait("some progress", lambda: shown.bar.value() > 2)
    picture = shown
    require(picture.stop_button.isVisible(), "no way to stop")
    return picture


def _team_nobody(stage: Stage) -> QWidget:
    shown = _team(stage)
    shown.people.filter.setText({"en": "manager", "zh_CN": "经理"}[stage.workspace.texts.language])
    shown.people.none.click()
    shown.choices.private.click()
    return shown


def _team_of_one(stage: Stage) -> QWidget:
    for person in stage.workspace.store.people("am-lm")[1:]:
        stage.workspace.do(remove_career(stage.workspace.store.career("am-lm", person.id)))
    return _team(stage)


def dossier_states() -> tuple[State, ...]:
    """Return every state of the dossier."""
    return (
        State("dossier", "sample", _preview),
        State("dossier-private", "sample", _private),
        State("dossier-newcomer", "sample", _newcomer),
        State("team-dossiers", "sample", _team),
        State("team-dossiers-some", "sample", _team_nobody),
        State("team-dossiers-writing", "sample", _team_writing),
        State("team-dossiers-written", "sample", _team_written),
        State("team-dossiers-of-one", "sample", _team_of_one),
    )
