"""The card that tells what changed since the last one-on-one, the rest of a long list on demand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.meeting.view import MeetingView
from planner.gui.widgets.display.card import Card
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.rows.line_rows import FactRows

# So many changes are shown at first: a year of ratings would push all else out of sight.
_MOST_AT_FIRST = 8


class ChangesCard(Card):
    """Shows changes; `point_wanted` (words) when one is to stand on the agenda."""

    point_wanted = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: MeetingView | None = None
        self._shows_all = False
        self.rows = FactRows(icons)
        self.more = QPushButton()
        self.more.setProperty("kind", "link")
        self._none = plain_label(tone="quiet", wraps=True)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._none)
        self.rows.point_wanted.connect(self.point_wanted)
        self.more.clicked.connect(self._on_more)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_view` follows."""
        self._none.setText(texts.tr("Nothing changed since then."))

    def show_view(self, view: MeetingView) -> None:
        """Show a one-on-one's changes; nothing where it is the first."""
        self._view = view
        texts, last = view.texts, view.talk.last
        self.name(texts.tr("Since last time"), texts.date(last.on) if last else "")
        self.setVisible(last is not None)
        lines = view.changes()
        is_long = len(lines) > _MOST_AT_FIRST
        shown = lines if self._shows_all else lines[:_MOST_AT_FIRST]
        self.rows.show_lines(shown, view.theme, texts)
        self.more.setVisible(is_long)
        self.more.setText(
            texts.tr("Show fewer")
            if self._shows_all
            else texts.tr("Show all {count}", count=len(lines))
        )
        self._none.setVisible(not lines)

    def forget(self) -> None:
        """Begin with the first few again, with somebody else."""
        self._shows_all = False

    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        if self._view is not None:
            self.show_view(self._view)
