"""The rows of a leaning: a reason for each answer, and each track's readiness in its roles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.gaps import Gap
from planner.core.roles.track_choice import Leaning, Reason, TrackReadiness
from planner.gui.pages.choice.view import ChoiceView
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.kept_rows import KeptRows
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.widgets.display.readiness_ring import ReadinessRing
from planner.report.meeting.choice_words import (
    nearness_words,
    readiness_line,
    reason_facts,
    then_words,
    track_name,
)

_STRIPE = 4
_TOP = Qt.AlignmentFlag.AlignTop


class _Reason(QWidget):
    """A question, its answer and what speaks for a track in it, with a stripe in its colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stripe = QFrame()
        self._stripe.setFixedWidth(_STRIPE)
        self._question = plain_label(size="small", tone="quiet", wraps=True)
        self._answer = plain_label(strong=True, wraps=True)
        self._why = plain_label(wraps=True)
        self._facts = plain_label(size="small", tone="quiet", wraps=True)
        self._then = plain_label(size="small", tone="accent", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._stripe)
        words = QVBoxLayout()
        words.setSpacing(1)
        row.addLayout(words, 1)
        for label in (self._question, self._answer, self._why, self._facts, self._then):
            words.addWidget(label)

    def show_reason(self, reason: Reason, view: ChoiceView) -> None:
        texts = view.texts
        colour = view.theme.hex(view.colour(reason.track))
        self._stripe.setStyleSheet(f"background: {colour}; border-radius: 2px;")
        said = (
            (self._question, texts.pick(reason.question.text)),
            (self._answer, texts.pick(reason.answer.text)),
            (self._why, texts.pick(reason.answer.reason)),
            (self._facts, reason_facts(reason, view.catalogue, texts)),
            (self._then, then_words(reason.question, view.choice, view.then, texts)),
        )
        for label, words in said:
            label.setText(breakable(words))
            label.setVisible(bool(words))


class ReasonRows(KeptRows[_Reason]):
    """Shows why answers lean where they lean, the furthest pull first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Reason, 14, parent)

    def show_view(self, view: ChoiceView, found: Leaning) -> None:
        """Show other reasons."""
        for row, reason in zip(self.keep(len(found.reasons)), found.reasons, strict=True):
            row.show_reason(reason, view)


class _Role(QWidget):
    """A role with its readiness as a ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = ReadinessRing(theme)
        self._name = plain_label(strong=True, wraps=True)
        self._line = plain_label(size="small", tone="quiet", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.ring, alignment=_TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words, 1)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._line)
        words.addStretch(1)

    def show_gap(self, gap: Gap, colour: str, view: ChoiceView) -> None:
        texts = view.texts
        name = texts.pick(view.catalogue.role(gap.role).name)
        if gap.role == view.present:
            name = texts.tr("{role} (present role)", role=name)
        line = readiness_line(gap, texts)
        self.ring.apply_theme(view.theme)
        self.ring.show_readiness(gap.readiness, colour, is_unrated=gap.is_unrated)
        self.ring.setAccessibleName(texts.tr("{role}: {readiness}", role=name, readiness=line))
        self._name.setText(breakable(name))
        self._line.setText(breakable(line))


class _Track(QWidget):
    """A track with the roles that stand for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = plain_label(size="small", strong=True, wraps=True)
        self._why = plain_label(size="small", tone="quiet", wraps=True)
        self._roles: KeptRows[_Role] = KeptRows(lambda: _Role(theme), 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._name, self._why, self._roles):
            column.addWidget(part)

    def show_track(self, found: TrackReadiness, view: ChoiceView) -> None:
        colour = view.colour(found.track)
        self._name.setText(breakable(track_name(found.track, view.catalogue, view.texts)))
        self._name.setStyleSheet(f"color: {view.theme.hex(colour)}")
        why = nearness_words(found, view.texts)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        for row, gap in zip(self._roles.keep(len(found.gaps)), found.gaps, strict=True):
            row.show_gap(gap, colour, view)


class ReadinessRows(KeptRows[_Track]):
    """Shows the readiness in the roles that stand for each track."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self._row, 16, parent)
        self._theme = theme

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours for new rows; `show_view` follows."""
        self._theme = theme

    def show_view(self, view: ChoiceView) -> None:
        """Show other tracks."""
        found = view.readiness()
        for row, track in zip(self.keep(len(found)), found, strict=True):
            row.show_track(track, view)

    def _row(self) -> _Track:
        return _Track(self._theme)
