"""The Compare page: any two roles side by side, over whatever page it was asked for on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.gaps import first_role_to_open
from planner.core.graph import PromotionGraph
from planner.core.people import Person
from planner.core.roles.comparison import RoleComparison, compare_roles
from planner.core.text import Texts, in_line
from planner.gui.look.icons import Icons
from planner.gui.models.comparison_table import ComparisonModel
from planner.gui.pages.compare.chooser import CompareChooser
from planner.gui.pages.compare.view import PAD_X, ComparisonView
from planner.gui.pages.page import Page
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace
from planner.report.compare.words import carry_over_rule, compare_rows, comparison_title
from planner.report.document import What

_MARGIN, _INSET, _ICON, _STRIPE = 24, 8, 18, 3
_GAP = 8


class ComparePage(Page):
    """Shows two roles, which can be chosen and swapped; `closed` when it is left.

    `compared` when other roles, or none that differ, are shown from now on.
    """

    key = icon = paper = "compare"
    closed = Signal()
    compared = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, theme, parent)
        self._icons = icons
        self._roles = ("", "")
        self._title = plain_label(size="title", wraps=True)
        self.choosers = tuple(
            CompareChooser(icons, workspace.texts, theme, is_first=is_first)
            for is_first in (True, False)
        )
        self.swap_button = QToolButton()
        self.close_button = QPushButton()
        self.model = ComparisonModel(self)
        self.view = ComparisonView(self.model, theme)
        self._words = plain_label(tone="quiet", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMargin(48)
        self._words.hide()
        self._foot = plain_label(size="small", tone="quiet", wraps=True)
        self._stripes = (QFrame(), QFrame())
        self._lay_out()
        self.choosers[0].chosen.connect(self._choose_first)
        self.choosers[1].chosen.connect(self._choose_second)
        self.swap_button.clicked.connect(self.swap)
        self.close_button.clicked.connect(self.closed)
        self.view.columns_changed.connect(self._align)
        self.apply_theme(theme)
        self.retranslate()

    def _lay_out(self) -> None:
        self._sides = (QWidget(), QWidget())
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        inner.setSpacing(0)
        self._before = QWidget()
        stripes = QHBoxLayout()
        stripes.setSpacing(2 * PAD_X)
        inner.addLayout(stripes)
        stripes.addWidget(self._before)
        for stripe in self._stripes:
            stripe.setFixedHeight(_STRIPE)
            stripes.addWidget(stripe)
        stripes.addStretch(1)
        inner.addSpacing(2)
        inner.addWidget(self._words)
        # It stays in sight without rows too, for the choosers stand over its columns.
        inner.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 12)
        column.setSpacing(12)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(0)
        column.addLayout(bar)
        bar.addWidget(self._title)
        for side, chooser, button in zip(
            self._sides, self.choosers, (self.swap_button, self.close_button), strict=True
        ):
            row = QHBoxLayout(side)
            row.setContentsMargins(PAD_X, 0, 0, 0)
            row.setSpacing(_GAP)
            row.addWidget(chooser)
            row.addStretch(1)
            row.addWidget(button)
            bar.addWidget(side)
        bar.addStretch(1)
        column.addWidget(card, 1)
        column.addWidget(self._foot)

    @property
    def roles(self) -> tuple[str, str]:
        """The roles on both sides, empty for none."""
        return self._roles

    @property
    def said(self) -> str:
        """Why there is nothing to compare; empty where there is."""
        return "" if self._words.isHidden() else self._words.text()

    @property
    def has_paper(self) -> bool:  # type: ignore[override]
        """Whether there is something to print: two roles that differ."""
        return self.workspace.person is not None and not self.said

    def title(self) -> str:
        """Return the page's name."""
        return self.workspace.texts.tr("Compare")

    def compare(self, role: str, other: str = "") -> None:
        """Show a role beside another one, else beside the present one or the one that matters."""
        graph, person = self.workspace.graph, self.workspace.person
        if graph is None or person is None:
            return
        present = person.position_on(self.workspace.as_of).role
        if other:
            first, second = role, other
        elif role in ("", present):
            first, second = present, first_role_to_open(graph, person, self.workspace.gaps())
        else:
            first, second = present, role
        self._show((first, second))

    def swap(self) -> None:
        """Change the sides."""
        self._show((self._roles[1], self._roles[0]))

    def on_paper(self) -> tuple[What, str]:
        """Return that both roles go on paper."""
        return "compare", "/".join(self._roles)

    def refresh(self) -> None:
        """Show both roles as they are now."""
        graph, person = self.workspace.graph, self.workspace.person
        if graph is None or person is None:
            self.closed.emit()
            return
        self._take_known(graph, person)
        for chooser, role in zip(self.choosers, self._roles, strict=True):
            present = person.position_on(self.workspace.as_of).role
            chooser.show_role(graph, role, present=present, target=person.target)
        texts = self.workspace.texts
        if not all(map(graph.catalogue.has_role, self._roles)):
            self._say(texts.tr("This catalogue has no roles."))
        elif self._roles[0] == self._roles[1]:
            self._say(
                texts.tr(
                    "Both sides show the same role. Choose another one at the top, on either side."
                )
            )
        else:
            gaps = self.workspace.gaps()
            self._show_comparison(compare_roles(graph, *self._roles, gaps), graph, person, texts)
        self.compared.emit()

    def retranslate(self) -> None:
        """Word the fixed texts in the present language."""
        texts = self.workspace.texts
        self._title.setText(self.title())
        self.close_button.setText(texts.tr("Close"))
        self.close_button.setToolTip(texts.tr("Go back (Esc)"))
        self.swap_button.setAccessibleName(texts.tr("Swap the sides"))
        self.swap_button.setToolTip(texts.tr("Swap the sides"))
        for chooser in self.choosers:
            chooser.retranslate(texts)
        self._foot.setText(
            in_line(
                (
                    texts.tr("Enter or a click on a skill tells what its levels look like."),
                    carry_over_rule(texts),
                ),
                texts,
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        side = round(_ICON * max(1.0, theme.text_factor))
        self.swap_button.setIcon(self._icons.icon("swap"))
        self.swap_button.setIconSize(QSize(side, side))
        for chooser in self.choosers:
            chooser.apply_theme(theme)
        self.view.apply_theme(theme)
        super().apply_theme(theme)

    def _take_known(self, graph: PromotionGraph, person: Person) -> None:
        """Put others in the place of roles that are not in this catalogue."""
        if all(map(graph.catalogue.has_role, self._roles)):
            return
        present = person.position_on(self.workspace.as_of).role
        other = first_role_to_open(graph, person, self.workspace.gaps())
        self._roles = (present, other)

    def _show(self, roles: tuple[str, str]) -> None:
        self._roles = roles
        self._mark_stale()

    def _show_comparison(
        self, comparison: RoleComparison, graph: PromotionGraph, person: Person, texts: Texts
    ) -> None:
        tracks = [track.id for track in graph.catalogue.tracks]
        first, second = (f"track-{tracks.index(role.track)}" for role in comparison.roles)
        for stripe, colour in zip(self._stripes, (first, second), strict=True):
            stripe.setStyleSheet(f"background: {self.theme.hex(colour)}; border-radius: 1px;")
        names = [texts.pick(role.name) for role in comparison.roles]
        row = self.view.currentIndex().row()
        rows = compare_rows(comparison, graph, texts, name=person.name)
        self.view.show_in(graph.catalogue.scale, (first, second))
        self.model.show(("", names[0], names[1]), rows)
        if 0 < row < len(rows):
            self.view.selectRow(row)
        self.view.setAccessibleName(comparison_title(comparison, texts))
        self._words.hide()
        self._foot.show()

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.show()
        self._foot.hide()
        for stripe in self._stripes:
            stripe.setStyleSheet("")
        self.model.show(("", "", ""), ())

    def _choose_first(self, role: str) -> None:
        self._show((role, self._roles[1]))

    def _choose_second(self, role: str) -> None:
        self._show((self._roles[0], role))

    def _align(self, head: int, side: int) -> None:
        """Let both choosers stand over their columns."""
        inset = self.view.mapTo(self, QPoint()).x() - _MARGIN
        self._title.setFixedWidth(head + inset)
        self._before.setFixedWidth(max(1, head - PAD_X))
        buttons = (self.swap_button, self.close_button)
        last = self.view.width() - head - 2 * side + inset
        for part, width, button, chooser, stripe in zip(
            self._sides, (side, side + last), buttons, self.choosers, self._stripes, strict=True
        ):
            part.setFixedWidth(width)
            chooser.fit(width - button.sizeHint().width() - PAD_X - _GAP)
            stripe.setFixedWidth(side - 2 * PAD_X)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
