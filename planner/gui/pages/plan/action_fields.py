"""The inputs of an action: a skill, a level of the scale, hours that may be left open, words."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner.core.model import Catalogue, Scale
from planner.core.text import Texts
from planner.gui.widgets.inputs.number_field import NumberField
from planner.gui.widgets.inputs.search_combo import SearchCombo

# Beyond what is allowed, so that a slip is told rather than cut.
_MOST_HOURS = 999_999.0
_OPEN = -1.0


class SkillCombo(SearchCombo):
    """Chooses a skill of a catalogue, in its order."""

    def offer(self, catalogue: Catalogue | None, texts: Texts, none_word: str = "") -> None:
        """Offer a catalogue's skills, and with a word for it none at all; keep the choice."""
        with self.offering():
            if none_word:
                self.add(none_word, "")
            for skill in catalogue.skills if catalogue is not None else ():
                self.add_named(skill.name, skill.id, texts)


class LevelCombo(SearchCombo):
    """Chooses a level by its name; one between two names is typed as a number."""

    def offer(self, scale: Scale | None, texts: Texts, none_word: str) -> None:
        """Offer the levels of a scale, or none at all; keep the choice."""
        chosen = self.level()
        self._unknown_words = texts.tr("No level has this name. Choose one, or type a number.")
        self.blockSignals(True)
        self.clear()
        self.add(none_word, None)
        for level in scale.levels if scale is not None else ():
            number, name = texts.number(level.number), texts.pick(level.name)
            self.add(texts.tr("{number} {name}", number=number, name=name), level.number)
        self.choose_level(chosen)
        self.blockSignals(False)

    def level(self) -> float | None:
        """Return the level chosen, None for none."""
        level = self.currentData()
        return None if level is None else float(level)

    def choose_level(self, level: float | None) -> None:
        """Choose a level, named or not."""
        levels = [self.itemData(place) for place in range(self.count())]
        if level is not None and level not in levels:
            self.add(self.locale().toString(level, "g", 6), level)
            levels.append(level)
        self.setCurrentIndex(levels.index(level))

    def _on_left(self) -> None:
        """Choose the level of a number that was typed, else what has the words in its name."""
        level, is_number = self.locale().toDouble(self.currentText().strip())
        if not is_number:
            super()._on_left()
            return
        before = self.currentIndex()
        self.choose_level(level)
        self.setEditText(self.itemText(self.currentIndex()))
        if self.currentIndex() != before:
            self.activated.emit(self.currentIndex())


class HoursField(NumberField):
    """Hours that may be left open; then it says which hours count instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setRange(_OPEN, _MOST_HOURS)
        self.setKeyboardTracking(False)
        self.show_hours(None)

    def hours(self) -> float | None:
        """Return the hours, None where they are left open."""
        value = self.value()
        return None if value < 0 else value

    def show_hours(self, hours: float | None) -> None:
        """Show hours, or leave them open."""
        self.setValue(_OPEN if hours is None else hours)

    def valueFromText(self, text: str) -> float:
        """Return the number that was typed; nothing typed leaves the hours open."""
        said = text.strip()
        if not said or said == self.specialValueText():
            return _OPEN
        number, _ = self.locale().toDouble(said)
        return number

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Let the field be emptied."""
        if not text.strip():
            return QValidator.State.Acceptable, text, pos
        return super().validate(text, pos)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class WordsField(QPlainTextEdit):
    """Words over several lines; `left` when the cursor leaves them. Tab goes on to the next."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the words are whole now."""
        super().focusOutEvent(event)
        self.left.emit()


def number_locale(texts: Texts) -> QLocale:
    """Return the locale in which numbers and days are typed."""
    return QLocale(texts.language)
