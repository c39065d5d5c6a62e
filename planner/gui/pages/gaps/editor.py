"""The editor of one rating, in its place on the page: level, rater, day, comment, evidence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Scale, Skill
from planner.core.people import Rater
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.pages.gaps.details import rater_title
from planner.gui.state.rating import LONGEST_WORDS, Draft
from planner.gui.widgets.arrangement.contents import press_focused_button
from planner.gui.widgets.choices.plain_keys import is_plain
from planner.gui.widgets.display.focus_ring import FocusRing
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.inputs.evidence_field import EvidenceField
from planner.gui.widgets.inputs.fields import DayField
from planner.gui.widgets.inputs.line_edit import LineEdit
from planner.gui.widgets.inputs.number_field import NumberField

_LEVEL_ROLE = Qt.ItemDataRole.UserRole
_STEP = 0.5
_POINTS = ".,"
# The padding of an item, and what Qt itself leaves free beside its words.
_PAD_X, _PAD_Y = 11, 5
_RATERS = (Rater.AGREED, Rater.MANAGER, Rater.SELF)


class GapsEditor(QWidget):
    """Edits one rating; `saved` (Draft) or `closed`."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skill = ""
        self._scale: Scale | None = None
        self._title = plain_label(strong=True, wraps=True)
        self.levels = _LevelList()
        self.number = _LevelField()
        self.number.setSingleStep(_STEP)
        self.rater = QComboBox()
        self.day = DayField()
        self.comment = LineEdit()
        self.comment.setMaxLength(LONGEST_WORDS)
        self.evidence = EvidenceField(evidence, icons, LONGEST_WORDS)
        self.save_button, self.cancel_button = QPushButton(), QPushButton()
        self.save_button.setProperty("kind", "primary")
        self._labels = [plain_label(tone="quiet", size="small") for _ in range(5)]
        self._lay_out()
        self.levels.currentRowChanged.connect(self._on_level_chosen)
        self.levels.typed_on.connect(self.number.go_on_from)
        self.levels.itemDoubleClicked.connect(self._on_save)
        self.number.valueChanged.connect(self._on_number_changed)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        fields = (self.number, self.rater, self.day, self.comment, self.evidence)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        both = QHBoxLayout()
        both.setSpacing(16)
        column.addLayout(both, 1)
        both.addWidget(self.levels, 5)
        right = QVBoxLayout()
        both.addLayout(right, 4)
        form = self._form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        right.addLayout(form)
        for label, field in zip(self._labels, fields, strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        right.addStretch(1)
        buttons = QHBoxLayout()
        right.addLayout(buttons)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)

    @property
    def skill(self) -> str:
        """The skill being rated, empty while nothing is."""
        return self._skill

    def retranslate(self, texts: Texts) -> None:
        """Word the fields in another language; what has been filled in stays."""
        tr = texts.tr
        words = (tr("Level"), tr("Rated by"), tr("Day"), tr("Comment"), tr("Evidence"))
        fields: tuple[QWidget, ...] = (
            self.number,
            self.rater,
            self.day,
            self.comment,
            self.evidence,
        )
        for label, field, word in zip(self._labels, fields, words, strict=True):
            label.setText(word)
            field.setAccessibleName(word)
        self.evidence.retranslate(texts)
        self.levels.setAccessibleName(tr("Levels"))
        chosen = self.rater.currentIndex()
        self.rater.clear()
        self.rater.addItems([rater_title(rater, texts) for rater in _RATERS])
        self.rater.setCurrentIndex(max(0, chosen))
        self.save_button.setText(tr("Save"))
        self.save_button.setToolTip(tr("Save this rating (Enter)"))
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Close without saving (Esc)"))
        locale = QLocale(texts.language)
        self.number.setLocale(locale)
        self.day.setLocale(locale)

    def show_skill(
        self,
        skill: Skill,
        scale: Scale,
        texts: Texts,
        draft: Draft,
        today: date,
        *,
        imagines: bool = False,
    ) -> None:
        """Begin a rating from `draft`; what is filled in already for this skill stays.

        Where something is imagined it is a level alone, which nobody gives.
        """
        is_same = self._skill == skill.id
        if is_same:
            draft = self.draft()
        self._skill = skill.id
        self._scale = scale
        name = texts.pick(skill.name)
        title = texts.tr("What if: {changes}", changes=name)
        self._title.setText(breakable(title if imagines else texts.tr("Rate {skill}", skill=name)))
        for field in (self.rater, self.day, self.comment, self.evidence):
            self._form.setRowVisible(field, not imagines)
        with QSignalBlocker(self.levels), QSignalBlocker(self.number):
            self.number.setRange(scale.lowest, scale.highest)
            self.day.setMaximumDate(QDate(today.year, today.month, today.day))
            self._fill_levels(skill, scale, texts)
        self.rater.setCurrentIndex(_RATERS.index(draft.by))
        self.day.show_day(draft.on)
        self.comment.setText(draft.comment)
        self.evidence.setText(draft.evidence)
        self._choose(draft.level)

    def draft(self) -> Draft:
        """Return the rating as it is filled in."""
        item = self.levels.currentItem()
        is_applicable = item.data(_LEVEL_ROLE) is not None
        day = self.day.date()
        return Draft(
            skill=self._skill,
            level=self.number.value() if is_applicable else None,
            by=_RATERS[max(0, self.rater.currentIndex())],
            on=date(day.year(), day.month(), day.day()),
            comment=self.comment.text().strip(),
            evidence=self.evidence.text().strip(),
        )

    def end(self) -> None:
        """Forget what was filled in."""
        self._skill = ""

    def _fill_levels(self, skill: Skill, scale: Scale, texts: Texts) -> None:
        self.levels.clear()
        for level in scale.levels:
            heading = texts.tr(
                "{number} {name}", number=texts.number(level.number), name=texts.pick(level.name)
            )
            described = dict(skill.levels).get(level.number)
            words = heading
            if described is not None:
                words = texts.tr("{level} — {words}", level=heading, words=texts.pick(described))
            item = QListWidgetItem(breakable(words))
            item.setData(_LEVEL_ROLE, level.number)
            self.levels.addItem(item)
        item = QListWidgetItem(texts.tr("Not applicable to this person"))
        self.levels.addItem(item)
        self.levels.fit()

    def _choose(self, level: float | None) -> None:
        with QSignalBlocker(self.levels), QSignalBlocker(self.number):
            row = self.levels.count() - 1
            if level is not None and self._scale is not None:
                row = self._scale.levels.index(self._scale.at_most(level))
                self.number.setValue(level)
            self.levels.setCurrentRow(row)
            self.number.setEnabled(level is not None)

    def _on_level_chosen(self, row: int) -> None:
        if row < 0:
            return
        level = self.levels.item(row).data(_LEVEL_ROLE)
        self.number.setEnabled(level is not None)
        if level is not None:
            with QSignalBlocker(self.number):
                self.number.setValue(level)

    def _on_number_changed(self, value: float) -> None:
        self._choose(value)

    def _on_save(self) -> None:
        self.number.interpretText()
        self.saved.emit(self.draft())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, close on Escape; Enter on a button presses that."""
        if press_focused_button(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _LevelField(NumberField):
    """A level between two of the list, too."""

    def go_on_from(self, said: str) -> None:
        """Take the focus and the first keys of a number, to be typed to its end."""
        was_enabled = self.isEnabled()
        self.setEnabled(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lineEdit().setText(said.replace(".", self.locale().decimalPoint()))
        if not was_enabled:
            self.valueChanged.emit(self.value())


class _LevelList(QListWidget):
    """Levels with their descriptions, each over as many lines as it needs.

    Digits choose a level by its number; `typed_on` (text) when they begin a number between two.
    """

    typed_on = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        FocusRing(self)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def fit(self) -> None:
        """Give each level its height: Qt's own forgets the padding."""
        self.ensurePolished()
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(1, self.viewport().width() - 2 * _PAD_X), 10_000)
        for row in range(self.count()):
            item = self.item(row)
            lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(0, lines.height() + 2 * _PAD_Y))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digits, of which a point makes the beginning of another number."""
        said, level = event.text(), self._level(self.currentRow())
        if is_plain(event) and said.isdecimal():
            self._type(said)
        elif is_plain(event) and said and said in _POINTS and level is not None:
            self._typed = ""
            self.typed_on.emit(f"{level:g}.")
        else:
            self._typed = ""
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        """Choose the level of the digits typed; where none begins so, hand them on."""
        levels = [self._level(row) for row in range(self.count())]
        numbers = ["" if level is None else f"{level:g}" for level in levels]
        highest = max((level for level in levels if level is not None), default=0.0)
        typed = self._typed + digit
        self._typed = typed if float(typed) <= highest else digit
        if self._typed in numbers:
            self.setCurrentRow(numbers.index(self._typed))
        elif not any(number.startswith(self._typed) for number in numbers):
            said, self._typed = self._typed, ""
            self.typed_on.emit(said)

    def _level(self, row: int) -> float | None:
        level: float | None = self.item(row).data(_LEVEL_ROLE) if row >= 0 else None
        return level

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Begin a number anew when the focus comes back."""
        super().focusOutEvent(event)
        self._typed = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
