"""The states of the window that have a picture, and the way to each."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from planner.core.keeping.career_edits import remove_career
from planner.core.keeping.person_edits import add_person, rate
from planner.core.people import Person
from planner.core.text import Language
from planner.gui.pages.team.page import TeamPage
from planner.gui.paper.preview import Preview
from planner.gui.window.about import About
from planner.gui.window.help import TOPICS, HelpWindow
from tests.screens import assess_states, keep_states, meeting_states
from tests.screens.choice_states import choice_states
from tests.screens.compare_states import compare_states
from tests.screens.dossier_states import dossier_states
from tests.screens.industry_states import industry_states
from tests.screens.plan_states import plan_states
from tests.screens.route_states import route_states
from tests.screens.stage import HEIGHT, TODAY, WIDTH, Stage, State, rated, require
from tests.screens.what_if_states import what_if_states

NEXT, TARGET = "regional-client-director", "chief-customer-officer"


def _choices(stage: Stage) -> None:
    require(stage.window.welcome.career.isVisible(), "no first start")


def _career(stage: Stage) -> None:
    stage.window.welcome.begin_career()
    require(len(stage.window.welcome.forms) == 1, "no form for one person")


def _team(stage: Stage) -> None:
    stage.window.welcome.begin_team()
    require(len(stage.window.welcome.forms) > 1, "no rows for a team")


def _career_faults(stage: Stage) -> None:
    _career(stage)
    stage.window.welcome.begin.click()
    require(stage.window.welcome.forms[0].fields["name"].fault, "no fault at the name")


def _map_you(stage: Stage) -> None:
    person = stage.workspace.person
    assert person is not None
    stage.workspace.select_role(person.role)
    require(stage.window.workbench.inspector.isVisible(), "no inspector")


def _map_role(role: str, stage: Stage) -> None:
    stage.workspace.select_role(role)
    require(stage.workspace.selected_role == role, f"{role} is not selected")


def _map_search(stage: Stage) -> None:
    stage.map.bar.begin_search({"en": "dire", "zh_CN": "总监"}[stage.workspace.texts.language])
    require("director" in stage.workspace.selected_role, "the search found nothing")


def _map_table(stage: Stage) -> None:
    stage.map.bar.twin_button("table").click()
    require(stage.map.table.isVisible(), "no table")


def _map_near(stage: Stage) -> None:
    stage.map.bar.scope.setCurrentIndex(1)
    stage.map.bar.scope.activated.emit(1)
    stage.settle()
    require(stage.map.bar.around.isVisible(), "no neighbourhood")


def _map_whole(stage: Stage) -> None:
    stage.map.bar.scope.setCurrentIndex(0)
    stage.map.bar.scope.activated.emit(0)
    stage.settle()
    catalogue, shown = stage.workspace.catalogue, stage.map.view.map
    assert catalogue is not None
    assert shown is not None
    require(len(shown.drawing.catalogue.roles) == len(catalogue.roles), "not the whole map")


def _map_bare_role(stage: Stage) -> None:
    _map_role(stage.role_without_requirements(), stage)
    stage.settle()


def _gaps(stage: Stage) -> None:
    stage.show_gap(NEXT)


def _gaps_table(stage: Stage) -> None:
    gaps = stage.show_gap(NEXT)
    gaps.aside.turn_tables()
    stage.settle()
    require(gaps.charts.levels.shows_table, "no table")


def _gaps_editor(stage: Stage) -> None:
    gaps = stage.show_gap(NEXT)
    gaps.edit_rating(gaps.pane.table.picked_skill)
    require(gaps.pane.is_editing, "no editor")


def _gaps_rule(stage: Stage) -> None:
    gaps = stage.show_gap(NEXT)
    gaps.header.rule_button.click()
    require(gaps.is_rule_open, "no rule")


def _gaps_history(stage: Stage) -> None:
    gaps = stage.show_gap(NEXT)
    gaps.pane.table.pick("contract-law")
    gaps.aside.turn()
    stage.settle()
    require(gaps.aside.history.skill.chart.has_figure, "no history")


def _gaps_history_table(stage: Stage) -> None:
    _gaps_history(stage)
    for card in (stage.gaps.aside.history.skill, stage.gaps.aside.history.role):
        card.twin.click()
    require(stage.gaps.aside.history.skill.table.isVisible(), "no table")


def _gaps_reached(stage: Stage) -> None:
    """Rate everything that the role asks for as high as the scale goes."""
    workspace, gaps = stage.workspace, stage.show_gap(NEXT)
    catalogue, person = workspace.catalogue, workspace.person
    assert catalogue is not None
    assert person is not None
    for required in catalogue.role(NEXT).requires:
        rating = rated(workspace.store.next_entry(), required.skill, 5.0)
        workspace.do(rate(person, rating, catalogue))
    stage.settle()
    require(gaps.gap and not any(skill.is_open for skill in gaps.gap.skills), "still a gap")


def _gaps_unrated(stage: Stage) -> None:
    new = Person(id="new", name="Ada", catalogue="am-lm", role="account-manager", since=TODAY)
    stage.workspace.do(add_person(new))
    stage.open_person(("am-lm", "new"))
    stage.show_gap(NEXT)


def _gaps_filter(stage: Stage) -> None:
    gaps = stage.show_gap(NEXT)
    gaps.focus_filter()
    gaps.pane.filter.setText("zzz")
    require(not gaps.pane.order.rowCount(), "the filter leaves something")


def _gaps_bare_role(stage: Stage) -> None:
    stage.show_gap(stage.role_without_requirements())


def _gaps_chooser(stage: Stage) -> None:
    stage.show_gap(NEXT).header.chooser.open()


def _gaps_chooser_none(stage: Stage) -> None:
    _gaps_chooser(stage)
    field = QApplication.focusWidget()
    require(isinstance(field, QLineEdit), "no field to search in")
    field.setText("chuji")
    stage.settle()


def _gaps_first(stage: Stage) -> None:
    stage.window.show_page("gaps")
    stage.settle()
    require(stage.gaps.gap and stage.gaps.gap.skills, "no gap")


def _team_page(stage: Stage) -> TeamPage:
    stage.window.show_page("team")
    stage.wait("the team", lambda: stage.team.read is not None)
    stage.team.pane.matrix.setFocus()
    stage.team.pane.matrix.pick("sample-am", "contract-law")
    stage.wait("the chart", lambda: stage.team.aside.cell.chart.has_figure)
    return stage.team


def _team_shown(stage: Stage) -> None:
    require(_team_page(stage).pane.model.rowCount() > 1, "no team")


def _team_table(stage: Stage) -> None:
    team = _team_page(stage)
    team.charts.turn_tables()
    stage.settle()
    require(team.pane.cover_table.isVisible(), "no table")


def _team_role(stage: Stage) -> None:
    team = _team_page(stage)
    team.aside.roles.list.chosen.emit("line-manager")
    stage.settle()
    stage.wait("the chart", lambda: team.aside.cell.chart.has_figure)
    require(team.read and team.read.comparison.role == "line-manager", "not compared")


def _team_rule(stage: Stage) -> None:
    _team_page(stage).header.rule_button.click()
    require(stage.team.is_rule_open, "no rule")


def _team_filter(stage: Stage) -> None:
    team = _team_page(stage)
    team.focus_filter()
    language = stage.workspace.texts.language
    team.pane.people_filter.setText({"en": "manager", "zh_CN": "经理"}[language])
    team.pane.skill_filter.setText({"en": "plan", "zh_CN": "规划"}[language])
    stage.wait("the chart", lambda: team.aside.cell.chart.has_figure)


def _team_chooser(stage: Stage) -> None:
    _team_page(stage).header.against.open()


def _team_of_one(stage: Stage) -> None:
    for person in stage.workspace.store.people("am-lm")[1:]:
        career = stage.workspace.store.career("am-lm", person.id)
        stage.workspace.do(remove_career(career))
    require(_team_page(stage).pane.model.rowCount() == 1, "more than one")


def _person(stage: Stage) -> None:
    stage.window.edit_person()
    require(stage.window.workbench.is_editing, "no details")


def _person_faults(stage: Stage) -> None:
    _person(stage)
    form = stage.window.editor.form
    form.name.clear()
    form.name.editingFinished.emit()
    require(form.fields["name"].fault, "no fault at the name")


def _person_new(stage: Stage) -> None:
    stage.window.new_person()
    require(stage.window.editor.is_new, "no new person")


def _people(stage: Stage) -> None:
    stage.window.open_people()
    require(stage.window.people.list.entries(), "no people")


def _find(words: dict[Language, str], stage: Stage) -> None:
    stage.window.open_find()
    finder = stage.window.finder
    finder.field.setText(words[stage.workspace.texts.language])
    require(finder.list.entries() or finder.hint, "Find says nothing")


def _help(topic: str, stage: Stage) -> QWidget:
    stage.window.commands.show_help(topic)
    return stage.shown(HelpWindow)


def _about(stage: Stage) -> QWidget:
    stage.window.commands.show_about()
    return stage.shown(About)


def _menu(title: int, stage: Stage) -> None:
    stage.window.commands.open_menu()
    whole = cast("QMenu", stage.shown(QMenu))
    whole.setActiveAction(whole.actions()[title])
    inner = cast("QMenu", whole.actions()[title].menu())
    stage.wait("the inner menu", inner.isVisible)


def _error(stage: Stage) -> None:
    stage.answers.files.append((stage.framework_file,))
    stage.window.store_commands.restore()
    stage.settle()
    require(stage.window.notices.tone == "error", "no error")


def _imported(stage: Stage) -> None:
    stage.answers.files.append((stage.framework_file,))
    stage.window.store_commands.import_files()
    stage.settle()
    require(stage.window.notices.tone == "done", "no import")
    require(stage.window.notices.text, "the import said nothing")


def _working(stage: Stage) -> None:
    stage.window.parts.tasks.run(
        stage.work_on,
        stage.ignore,
        stage.ignore,
        label=stage.workspace.texts.tr("Reading the files…"),
    )
    stage.wait("the progress", stage.window.progress.isVisible)


def _sample(stage: Stage) -> None:
    stage.window.store_commands.open_sample()
    stage.settle()
    require(stage.window.header.sample.isVisible(), "no sign of the sample")
    stage.wait("the map", lambda: stage.map.view.map is not None)


def _preview(page: str, stage: Stage) -> Preview:
    stage.window.show_page(page)
    stage.settle()
    stage.window.actions_by_key["print"].trigger()
    shown = stage.shown(Preview)
    shown.resize(WIDTH, HEIGHT)
    return shown


def _poster(stage: Stage) -> QWidget:
    shown = _preview("map", stage)
    fit = shown.settings.fit
    fit.setCurrentIndex(fit.findData("poster"))
    fit.activated.emit(fit.currentIndex())
    stage.settle()
    require(shown.settings.sheets.isVisible(), "no columns and rows to choose")
    return shown


def states() -> tuple[State, ...]:
    """Return every state, in the order of a first walk through the program."""
    find = {
        "none": {"en": "", "zh_CN": ""},
        "some": {"en": "dir", "zh_CN": "总监"},
        "nothing": {"en": "zzz", "zh_CN": "zzz"},
    }
    return (
        State("start-choices", "empty", _choices),
        State("start-career", "empty", _career),
        State("start-career-faults", "empty", _career_faults),
        State("start-team", "empty", _team),
        State("map-you", "sample", _map_you),
        State("map-role", "sample", partial(_map_role, "operations-director")),
        State("map-target", "sample", partial(_map_role, TARGET)),
        State("map-search", "sample", _map_search),
        State("map-table", "sample", _map_table),
        State("map-near", "sample", _map_near),
        State("gaps", "sample", _gaps),
        State("gaps-table", "sample", _gaps_table),
        State("gaps-chooser", "sample", _gaps_chooser),
        State("gaps-chooser-none", "sample", _gaps_chooser_none),
        State("gaps-editor", "sample", _gaps_editor),
        State("gaps-rule", "sample", _gaps_rule),
        State("gaps-history", "sample", _gaps_history),
        State("gaps-history-table", "sample", _gaps_history_table),
        State("gaps-evidence", "sample", assess_states.evidence),
        State("assess-start", "sample", assess_states.start),
        State("assess-question", "sample", assess_states.question),
        State("assess-agreeing", "sample", assess_states.agreeing),
        State("assess-unanswered", "sample", assess_states.unanswered),
        State("assess-summary", "sample", assess_states.summary),
        State("assess-stopped", "sample", assess_states.stopped),
        State("past-map", "sample", assess_states.past_map),
        State("past-gaps", "sample", assess_states.past_gaps),
        State("past-days", "sample", assess_states.days),
        State("past-days-fault", "sample", assess_states.days_fault),
        State("staleness", "sample", assess_states.staleness),
        State("gaps-reached", "sample", _gaps_reached),
        State("gaps-unrated", "sample", _gaps_unrated),
        State("gaps-filter", "sample", _gaps_filter),
        *plan_states(),
        *route_states(),
        *what_if_states(),
        *compare_states(),
        *choice_states(),
        State("meeting-empty", "sample", meeting_states.empty),
        State("meeting-prepare", "sample", meeting_states.prepare),
        State("meeting-hold", "sample", meeting_states.hold),
        State("meeting-hidden", "sample", meeting_states.hidden),
        State("meeting-level", "sample", meeting_states.another_level),
        State("meeting-faults", "sample", meeting_states.faults),
        State("meeting-long", "sample", meeting_states.long_names),
        State("meeting-close", "sample", meeting_states.close),
        State("meeting-past", "sample", meeting_states.past),
        State("meeting-search", "sample", meeting_states.search),
        State("meeting-as-of", "sample", meeting_states.as_of),
        State("team", "sample", _team_shown),
        State("team-table", "sample", _team_table),
        State("team-role", "sample", _team_role),
        State("team-rule", "sample", _team_rule),
        State("team-filter", "sample", _team_filter),
        State("team-chooser", "sample", _team_chooser),
        State("team-of-one", "sample", _team_of_one),
        *industry_states(),
        State("person", "sample", _person),
        State("person-faults", "sample", _person_faults),
        State("person-new", "sample", _person_new),
        State("people", "sample", _people),
        *(State(f"find-{key}", "sample", partial(_find, words)) for key, words in find.items()),
        State("menu-file", "sample", partial(_menu, 0)),
        State("menu-view", "sample", partial(_menu, 2)),
        *(State(f"help-{topic}", "sample", partial(_help, topic)) for topic in TOPICS),
        State("about", "sample", _about),
        State("notice-error", "sample", _error),
        State("notice-imported", "sample", _imported),
        State("working", "sample", _working),
        State("sample-team", "empty", _sample),
        State("preview-map", "sample", partial(_preview, "map")),
        State("preview-poster", "sample", _poster),
        State("preview-gaps", "sample", partial(_preview, "gaps")),
        *dossier_states(),
        State("map-signs", "sample", partial(keep_states.role, "line-manager")),
        State("map-signs-table", "sample", keep_states.table),
        State("preview-signs", "sample", keep_states.preview),
        State("map-stance", "sample", keep_states.stance),
        State("map-kpis", "sample", keep_states.kpis),
        State("map-kpi-table", "sample", keep_states.kpi_table),
        State("map-kpi-entry", "sample", keep_states.kpi_entry),
        State("role-change", "sample", partial(keep_states.take_role, "map", NEXT)),
        State("role-change-back", "sample", keep_states.step_back),
        State("role-change-past", "sample", keep_states.past),
        State("role-change-gaps", "sample", partial(keep_states.take_role, "gaps", "")),
        State("erased", "sample", keep_states.erased),
        State("erased-copies", "sample", keep_states.copies),
        State("large-map", "framework", _map_whole),
        State("large-near", "framework", _map_you),
        State("large-bare-role", "framework", _map_bare_role),
        State("large-gaps", "framework", _gaps_first),
        State("large-gaps-bare-role", "framework", _gaps_bare_role),
        State("large-table", "framework", _map_table),
    )
