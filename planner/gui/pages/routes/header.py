"""The head of the ways to a target: to which role, of how many routes, and the rule."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.core.graph import PromotionGraph
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.routes.filters import RouteFilters
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.wrapping_row import WrappingRow
from planner.gui.widgets.choices.role_chooser import RoleChooser
from planner.gui.widgets.display.labels import plain_label


class _TargetChooser(RoleChooser):
    """Chooses the role to which ways lead."""

    def words(self, role: str) -> str:
        """Return what the button says of a role's name, empty for none."""
        return self._texts.tr("leading to {role}", role=role) if role else super().words(role)

    def spoken(self, words: str) -> str:
        """Return what is read aloud of the button."""
        return self._texts.tr("Ways: {words}", words=words)


class RoutesHeader(QWidget):
    """Names the target, and restricts the routes to it.

    Signals: `left` for the page before, `rule_requested`.
    """

    left = Signal()
    rule_requested = Signal()

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self.back = QToolButton()
        self.back.clicked.connect(self.left)
        self.title = plain_label(size="title")
        self.chooser = _TargetChooser(icons, texts, theme)
        self.rule_button = QPushButton()
        self.rule_button.setProperty("kind", "link")
        self.rule_button.setCheckable(True)
        self.rule_button.clicked.connect(self.rule_requested)
        self._subtitle = plain_label(size="small", tone="quiet", wraps=True)
        self.filters = RouteFilters(icons, texts, theme)
        first = WrappingRow()
        for part in (self.back, self.title, self.chooser, self.rule_button):
            first.add(part)
        self._first = first
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(first)
        column.addWidget(self._subtitle)
        column.addSpacing(2)
        column.addWidget(self.filters)
        self.apply_theme(theme)

    @property
    def subtitle(self) -> str:
        """What is said of the routes below the title."""
        return self._subtitle.text()

    def show_target(
        self, graph: PromotionGraph, target: str, *, start: str, wanted: str | None
    ) -> None:
        """Name the target, empty for none yet; `wanted` is the person's own target."""
        self.chooser.show_role(graph, target, present=start, target=wanted)
        self.filters.show_graph(graph, start, target)
        self.filters.setVisible(bool(target))
        self._first.arrange()

    def show_subtitle(self, words: str, *, has_rule: bool) -> None:
        """Say something of the routes, and offer the rule by which they are counted."""
        self._subtitle.setText(words)
        self._subtitle.setVisible(bool(words))
        self.rule_button.setVisible(has_rule)
        self._first.arrange()

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; `show_target` follows."""
        self.back.setToolTip(texts.tr("Back (Esc)"))
        self.back.setAccessibleName(texts.tr("Back"))
        self.title.setText(texts.tr("Ways"))
        self.rule_button.setText(texts.tr("How this is counted"))
        self.chooser.retranslate(texts)
        self.filters.retranslate(texts)
        self._first.arrange()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.back.setIcon(self._icons.icon("chevron-left"))
        self.rule_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chooser.apply_theme(theme)
        self.filters.apply_theme(theme)
        self._first.arrange()
