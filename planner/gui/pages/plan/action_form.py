"""The fields of an action: shown, read, and their faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from planner.core.career import Action, ActionState, Owner
from planner.core.keeping.career_edits import LONGEST_TITLE
from planner.core.model import Catalogue, PracticeKind
from planner.core.text import Message, Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.plan.action_fields import (
    HoursField,
    LevelCombo,
    SkillCombo,
    WordsField,
    number_locale,
)
from planner.gui.state.rating import LONGEST_WORDS
from planner.gui.theme import Theme
from planner.gui.widgets.inputs.evidence_field import EvidenceField
from planner.gui.widgets.inputs.fields import DayField, Field
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.report.gaps.words import practice_kind
from planner.report.plan.words import owner_name, state_name

_COLUMNS = 4
_NOTE_LINES = 3
# Row, column and span of each field.
_PLACES = {
    "title": (0, 0, 4),
    "skill": (1, 0, 2),
    "from_level": (1, 2, 1),
    "to_level": (1, 3, 1),
    "kind": (2, 0, 1),
    "state": (2, 1, 1),
    "owner": (2, 2, 1),
    "hours": (2, 3, 1),
    "start": (3, 0, 1),
    "due": (3, 1, 1),
    "finished": (3, 2, 1),
    "notes": (4, 0, 2),
    "evidence": (4, 2, 2),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRules:
    """What the form asks of the core: the step to propose in a skill, hours, another state."""

    step_in: Callable[[str], tuple[float | None, float | None]]
    hours_of: Callable[[Action], float | None]
    in_state: Callable[[Action, ActionState], Action]


class ActionForm(QWidget):
    """Shows and reads an action; `committed` when a field was changed to the end."""

    committed = Signal()

    def __init__(self, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Action | None = None
        self._rules: ActionRules | None = None
        self._texts: Texts | None = None
        self.title = LineEdit()
        # Longer than is allowed, so that a slip is told rather than cut.
        self.title.setMaxLength(4 * LONGEST_TITLE)
        self.skill, self.low, self.high = SkillCombo(), LevelCombo(), LevelCombo()
        self.kind, self.state, self.owner = QComboBox(), QComboBox(), QComboBox()
        self.hours = HoursField()
        self.start, self.due, self.closed_on = (DayField(open_word=" ") for _ in range(3))
        self.notes = WordsField()
        self.evidence = EvidenceField(evidence, icons, LONGEST_WORDS)
        editors: tuple[QWidget, ...] = (
            self.title,
            self.skill,
            self.low,
            self.high,
            self.kind,
            self.state,
            self.owner,
            self.hours,
            self.start,
            self.due,
            self.closed_on,
            self.notes,
            self.evidence,
        )
        self.fields = {name: Field(editor) for name, editor in zip(_PLACES, editors, strict=True)}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for name, (row, column, span) in _PLACES.items():
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self.fields[name], row, column, 1, span, top)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self._connect()

    def _connect(self) -> None:
        days = (self.start, self.due, self.closed_on)
        for line in (self.title, self.hours, *days, self.evidence.line):
            line.editingFinished.connect(self._on_committed)
        for combo in (self.low, self.high, self.kind, self.owner):
            combo.activated.connect(self._on_committed)
        self.notes.left.connect(self._on_committed)
        self.skill.activated.connect(self._on_skill)
        self.state.activated.connect(self._on_state)

    @property
    def base(self) -> Action:
        """The action as it was saved last, or the draft as it began; raise LookupError for none."""
        if self._action is None:
            raise LookupError("no action is being edited")
        return self._action

    @property
    def has_fault(self) -> bool:
        """Whether something is wrong with what is filled in."""
        return any(field.fault for field in self.fields.values())

    def apply_theme(self, theme: Theme) -> None:
        """Take another text size."""
        height = round(theme.pixels("body") * 1.4 * _NOTE_LINES) + 14
        self.notes.setFixedHeight(height)
        self.evidence.dress()

    def begin(self, action: Action, catalogue: Catalogue, texts: Texts, rules: ActionRules) -> None:
        """Fill the fields with an action."""
        self._rules = rules
        self._word(catalogue, texts)
        self._fill(action)
        self.show_faults({})

    def show_again(self, action: Action, catalogue: Catalogue, texts: Texts) -> None:
        """Show the action as it is by now; what is filled in and not saved yet stays."""
        before, filled = self._action, self.read()
        self._word(catalogue, texts)
        if before is not None and action != before:
            self._fill(replace(action, **_changes(before, filled)))
            self._action = action
        self._show_estimate()

    def saved(self, action: Action) -> None:
        """Take note that what is filled in is saved as this action."""
        self._action = action

    def read(self) -> Action:
        """Return the action as it is filled in; raise LookupError where there is none."""
        base = self.base
        skill = self.skill.unknown or self.skill.chosen_id() or None
        state = ActionState(self.state.currentData())
        kind = self.kind.currentData()
        return replace(
            base,
            title=self.title.text().strip(),
            kind=PracticeKind(kind) if kind else None,
            skill=skill,
            from_level=self.low.level(),
            to_level=self.high.level(),
            start=self.start.day(),
            due=self.due.day(),
            hours=self.hours.hours(),
            owner=Owner(self.owner.currentData()),
            state=state,
            finished=(self.closed_on.day() or base.finished) if _closes(state) else None,
            notes=self.notes.toPlainText().strip(),
            evidence=self.evidence.text().strip(),
        )

    def show_faults(self, faults: Mapping[str, Message]) -> None:
        """Show each fault at its field."""
        for name, field in self.fields.items():
            fault = faults.get(name)
            field.show_fault(self._texts.word(fault) if fault and self._texts else "")

    def focus_first_fault(self) -> None:
        """Put the cursor into the first field with a fault."""
        for field in self.fields.values():
            if field.fault:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def _word(self, catalogue: Catalogue, texts: Texts) -> None:
        self._texts = texts
        tr = texts.tr
        names = {
            "title": tr("What is to be done"),
            "skill": tr("Skill"),
            "from_level": tr("From level"),
            "to_level": tr("To level"),
            "kind": tr("Kind"),
            "state": tr("State"),
            "owner": tr("Who does it"),
            "hours": tr("Hours"),
            "start": tr("Start"),
            "due": tr("Due"),
            "finished": tr("Finished on"),
            "notes": tr("Notes"),
            "evidence": tr("Evidence"),
        }
        for name, words in names.items():
            self.fields[name].name(words)
        self.evidence.retranslate(texts)
        locale = number_locale(texts)
        for widget in (self.low, self.high, self.hours, self.start, self.due, self.closed_on):
            widget.setLocale(locale)
        self.skill.offer(catalogue, texts, tr("No skill"))
        for combo in (self.low, self.high):
            combo.offer(catalogue.scale, texts, tr("none"))
        kinds = [(kind.value, practice_kind(kind, texts)) for kind in PracticeKind]
        _offer(self.kind, [("", tr("not for learning")), *kinds])
        _offer(self.state, [(state.value, state_name(state, texts)) for state in ActionState])
        _offer(self.owner, [(owner.value, owner_name(owner, texts)) for owner in Owner])

    def _fill(self, action: Action) -> None:
        self._action = action
        for line, text in ((self.title, action.title), (self.evidence, action.evidence)):
            if line.text() != text:
                line.setText(text)
        if self.notes.toPlainText() != action.notes:
            self.notes.setPlainText(action.notes)
        self.skill.choose(action.skill)
        self.low.choose_level(action.from_level)
        self.high.choose_level(action.to_level)
        for combo, id_ in (
            (self.kind, action.kind.value if action.kind else ""),
            (self.state, action.state.value),
            (self.owner, action.owner.value),
        ):
            combo.setCurrentIndex(combo.findData(id_))
        self.hours.show_hours(action.hours)
        self.start.show_day(action.start)
        self.due.show_day(action.due)
        self.closed_on.show_day(action.finished)
        self._show_what_applies()
        self._show_estimate()

    def _show_what_applies(self) -> None:
        closes = _closes(ActionState(self.state.currentData()))
        self.fields["finished"].setVisible(closes)

    def _show_estimate(self) -> None:
        """Say in the empty field of the hours which hours count instead."""
        if self._texts is None or self._rules is None:
            return
        hours = self._rules.hours_of(replace(self.read(), hours=None))
        words = self._texts.tr("no estimate")
        if hours is not None:
            words = self._texts.tr("≈ {hours}", hours=self._texts.number(hours, 1))
        self.hours.setSpecialValueText(words)

    def _on_skill(self) -> None:
        """Propose the step that is missing in the skill chosen."""
        if self._rules is not None:
            low, high = self._rules.step_in(self.skill.chosen_id())
            self.low.choose_level(low)
            self.high.choose_level(high)
        self._on_committed()

    def _on_state(self) -> None:
        if self._rules is not None and self._action is not None:
            state = ActionState(self.state.currentData())
            self.closed_on.show_day(self._rules.in_state(self._action, state).finished)
        self._on_committed()

    def _on_committed(self) -> None:
        if self._action is not None:
            self._show_what_applies()
            self._show_estimate()
            self.committed.emit()


def _closes(state: ActionState) -> bool:
    return state in (ActionState.DONE, ActionState.DROPPED)


def _offer(combo: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Offer words for ids; the choice stays."""
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for id_, words in entries:
            combo.addItem(words, id_)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))


def _changes(before: Action, filled: Action) -> dict[str, Any]:
    """Return the fields that were filled in otherwise than they were saved."""
    return {
        field.name: getattr(filled, field.name)
        for field in fields(Action)
        if getattr(filled, field.name) != getattr(before, field.name)
    }
