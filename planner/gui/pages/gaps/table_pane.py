"""The left of the Gaps page: filter, table, and below it the picked skill or its editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.core.gaps import Gap
from planner.core.model import Catalogue, Scale
from planner.core.text import Texts
from planner.gui.evidence_door import EvidenceDoor
from planner.gui.look.icons import Icons
from planner.gui.models.gap_table import GapColumn, GapRow, GapTableModel, GapTableOrder, MayCome
from planner.gui.pages.gaps.details import GapsDetails
from planner.gui.pages.gaps.editor import GapsEditor
from planner.gui.pages.gaps.table_view import GapTableView
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.tab_order import tab_in_its_place
from planner.gui.widgets.display.labels import breakable, hairline, plain_label, set_tone
from planner.gui.widgets.display.no_hits import NoHits
from planner.gui.widgets.rows.filter_field import FilterField
from planner.report.gaps.words import digit_keys

_MARGIN, _AROUND_LINK = 18, 24
_TABLE_SHARE, _DETAILS_SHARE = 70, 30
_HINT = """
#hint {{ background: {ground}; border-radius: 8px; padding: 8px 12px; margin: 4px 12px 8px 12px; }}
"""


class GapsTablePane(QFrame):
    """Shows rows and what is told of the picked one; `skill_wanted` for one that has no row."""

    skill_wanted = Signal(str)

    def __init__(
        self, theme: Theme, evidence: EvidenceDoor, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.model = GapTableModel(self)
        self.order = GapTableOrder(self.model, self)
        self.table = GapTableView(self.order, theme)
        self.filter = FilterField()
        self.filter.textChanged.connect(self._on_said)
        self.filter.left.connect(self._on_filter_left)
        self.hint = plain_label(wraps=True)
        self.hint.setObjectName("hint")
        self.no_hits = NoHits()
        self.no_hits.all_requested.connect(self._clear_filter)
        self.note = plain_label(wraps=True, tone="quiet")
        self.note.setContentsMargins(24, 10, 24, 10)
        self.others = QPushButton()
        self.others.setProperty("kind", "link")
        self._menu = QMenu(self)
        self.others.clicked.connect(self._on_others)
        self._other_skills: tuple[tuple[str, str], ...] = ()
        self._texts: Texts | None = None
        self._note_words = ("", "")
        self._sizes_before: list[int] = []
        self._picked_before = ""
        self.details = GapsDetails(evidence, icons)
        self.editor = GapsEditor(evidence, icons)
        self.below = QStackedWidget()
        self.below.addWidget(self.details)
        self.below.addWidget(self.editor)
        self._lay_out()

    def _lay_out(self) -> None:
        above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.hint)
        field = QHBoxLayout()
        field.setContentsMargins(12, 2, 12, 4)
        upper.addLayout(field)
        field.addWidget(self.filter)
        upper.addWidget(self.table, 1)
        within = QVBoxLayout(self.table.viewport())
        within.addWidget(self.no_hits)
        upper.addWidget(self.note)
        others = QHBoxLayout()
        others.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        upper.addLayout(others)
        others.addWidget(self.others)
        others.addStretch(1)
        upper.addStretch()
        below = self._lower = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(hairline())
        lower.addWidget(self.below, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(above)
        self.splitter.addWidget(below)
        self.splitter.setStretchFactor(0, _TABLE_SHARE)
        self.splitter.setStretchFactor(1, _DETAILS_SHARE)
        self.splitter.setSizes([_TABLE_SHARE * 10, _DETAILS_SHARE * 10])
        above.setMinimumHeight(120)
        below.setMinimumHeight(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.splitter)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_rows` follows."""
        self._texts = texts
        self.model.set_headings(texts, imagines=self.table.imagines)
        self.editor.retranslate(texts)
        self.filter.setPlaceholderText(texts.tr("Filter the skills"))
        self.filter.setAccessibleName(texts.tr("Filter the skills"))
        self.table.setAccessibleName(texts.tr("Skills that the role asks for"))

    def show_imagined(self, imagines: bool) -> None:
        """Let the last column raise and lower levels while something is imagined."""
        if self._texts is not None and imagines is not self.table.imagines:
            self.table.set_imagines(imagines)
            self.model.set_headings(self._texts, imagines=imagines)

    def show_rows(
        self,
        rows: Sequence[GapRow],
        scale: Scale,
        *,
        theme: Theme,
        colour: str,
        hint: str,
        note: tuple[str, str],
        not_applicable: Sequence[tuple[str, str]],
        may_come: MayCome,
        holds_order: bool,
    ) -> None:
        """Show rows with a hint above, a note below as (words, tone), and what is not applicable.

        `not_applicable` are skills as (id, name). With `holds_order` the rows stay in their places,
        whatever their values are now.
        """
        skill, number = self.table.picked_skill, self.table.currentIndex().row()
        self.model.show(rows, holds_order=holds_order)
        self.table.set_look(theme, scale, colour, may_come, is_same_gap=holds_order)
        self._tell_keys(scale)
        if not (skill and self.table.pick(skill)):
            self.table.pick_row(max(0, number))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.hint.setStyleSheet(_HINT.format(ground=theme.hex("accent-soft")))
        self._note_words = note
        self._other_skills = tuple(not_applicable)
        self._show_note()
        self._show_others()

    def _tell_keys(self, scale: Scale) -> None:
        if self._texts is not None:
            first, last = digit_keys(scale)
            self.table.setAccessibleDescription(
                self._texts.tr(
                    "{first} to {last} rate the skill, N says not applicable, Enter opens the "
                    "editor, P adds it to the plan, A asks skill by skill, H shows the history, "
                    "S the next steps, + and - imagine it a level higher or lower",
                    first=first,
                    last=last,
                )
            )

    def _show_note(self) -> None:
        words, tone = self._note_words
        has_rows, has_hits = bool(self.model.rowCount()), bool(self.order.rowCount())
        self.note.setText(breakable(words))
        set_tone(self.note, tone)
        self.note.setVisible(bool(words) and has_hits == has_rows)
        self.no_hits.setVisible(has_rows and not has_hits)
        if self._texts is not None:
            tr, said = self._texts.tr, self.filter.text()
            words = tr("No skill fits “{words}”.", words=said)
            self.no_hits.show_words(words, tr("Clear the filter"))
        if not has_hits:
            self.details.clear()
        self.table.setVisible(has_rows)
        self._lower.setVisible(has_hits or self.below.currentWidget() is not self.details)

    def _show_others(self) -> None:
        self.others.setVisible(bool(self._other_skills))
        if self._other_skills and self._texts is not None:
            names = self._texts.tr(", ").join(name for _, name in self._other_skills)
            words = self._texts.tr("Not applicable, rate again: {skills}", skills=names)
            self.others.setAccessibleName(words)
            room = self.width() - 2 * _MARGIN - _AROUND_LINK
            if self.others.fontMetrics().horizontalAdvance(words) > room:
                # A button does not wrap, and would widen the pane.
                number = len(self._other_skills)
                words = self._texts.ntr(
                    "{count} skill not applicable, rate again…",
                    "{count} skills not applicable, rate again…",
                    number,
                )
            self.others.setText(words.replace("&", "&&"))

    def sort_again(self) -> None:
        """Put the rows into the order that their values ask for by now."""
        skill = self.table.picked_skill
        self.order.sort(self.order.sortColumn(), self.order.sortOrder())
        self.table.pick(skill)

    def begin_editing(self) -> None:
        """Show the editor below the table with the cursor in its levels."""
        self.open_below(self.editor)
        self.editor.levels.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_below(self, part: QWidget) -> None:
        """Show a part below the table, with room for it."""
        self.below.setCurrentWidget(part)
        tab_in_its_place(self.below)
        self._lower.show()
        sizes = self.splitter.sizes()
        self._sizes_before = self._sizes_before or sizes
        wanted = part.sizeHint().height() + 24
        if sizes[1] < wanted:
            self.splitter.setSizes([max(0, sum(sizes) - wanted), wanted])

    def end_editing(self) -> None:
        """Show the picked skill again with the cursor in the table."""
        was_here = any(child.hasFocus() for child in self.editor.findChildren(QWidget))
        self.editor.end()
        if self._sizes_before:
            self.splitter.setSizes(self._sizes_before)
            self._sizes_before = []
        self.below.setCurrentWidget(self.details)
        if was_here:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_editing(self) -> bool:
        """Whether the editor is shown."""
        return self.below.currentWidget() is self.editor

    def focus_filter(self) -> None:
        """Show the filter with the cursor in it."""
        self.filter.open()

    def state(self) -> dict[str, object]:
        """Return the widths, the order and the heights, for the next start."""
        header = self.table.horizontalHeader()
        falling = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return {
            "widths": self.table.widths(),
            "sort": header.sortIndicatorSection(),
            "falling": falling,
            "heights": self._sizes_before or self.splitter.sizes(),
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take back what `state` returned; whatever is none counts as missing."""
        widths = state.get("widths")
        if isinstance(widths, dict):
            self.table.set_widths(
                {str(key): width for key, width in widths.items() if type(width) is int}
            )
        column = state.get("sort")
        if type(column) is int and column in range(len(GapColumn)):
            falling = state.get("falling") is True
            order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
            self.table.sortByColumn(column, order)
        heights = state.get("heights")
        if (
            isinstance(heights, list)
            and [type(height) for height in heights] == [int, int]
            and min(heights) > 0
        ):
            self.splitter.setSizes(heights)

    def _on_said(self, said: str) -> None:
        skill = self.table.picked_skill or self._picked_before
        self.order.set_words(said)
        if not (skill and self.table.pick(skill)):
            self.table.pick_row(0)
        self._picked_before = "" if self.order.rowCount() else skill
        self._show_note()

    def _clear_filter(self) -> None:
        self.filter.clear()
        self._on_filter_left()

    def _on_filter_left(self) -> None:
        self.filter.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_others(self) -> None:
        if len(self._other_skills) == 1:
            self.skill_wanted.emit(self._other_skills[0][0])
            return
        self._menu.clear()
        for skill, name in self._other_skills:
            action = QAction(name.replace("&", "&&"), self._menu)
            action.triggered.connect(partial(self.skill_wanted.emit, skill))
            self._menu.addAction(action)
        self._menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name what is not applicable where there is room for the names."""
        super().resizeEvent(event)
        self._show_others()


def hint_words(gap: Gap, catalogue: Catalogue, texts: Texts) -> str:
    """Return what to do first where nothing is rated yet, else nothing."""
    if not gap.is_unrated:
        return ""
    first, last = digit_keys(catalogue.scale)
    return texts.tr(
        "Nothing is rated yet. Press A to be asked skill by skill; or pick a skill and press {low} "
        "to {high}, N where it does not apply, or Enter to choose a level by its description.",
        low=texts.number(first),
        high=texts.number(last),
    )


def note_words(gap: Gap, catalogue: Catalogue, texts: Texts) -> tuple[str, str]:
    """Return why there is nothing to close, with a tone; empty where there is something."""
    role = texts.pick(catalogue.role(gap.role).name)
    if not gap.skills:
        if catalogue.role(gap.role).requires:
            return texts.tr("No skill that {role} asks for is applicable.", role=role), "quiet"
        words = texts.tr(
            "{role} names no requirements, so readiness is unknown. Choose another role above.",
            role=role,
        )
        return words, "quiet"
    if not any(skill.is_open for skill in gap.skills):
        return texts.tr("Everything that {role} asks for is held.", role=role), "success"
    return "", "quiet"
