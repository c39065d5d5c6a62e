"""The ways to a target on the map: the line that names the one drawn, and the menu of a role."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.state.ways import Ways
from planner.gui.widgets.arrangement.wrapping_row import WrappingRow
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace
from planner.report.map.words import DOT
from planner.report.routes.words import distinctions, figures_words, role_name, way_words

_TIP = Qt.ItemDataRole.ToolTipRole


class MapWays(QFrame):
    """Names the route that is drawn, and lets another be chosen; `opened` to see them in full."""

    opened = Signal()

    def __init__(
        self, ways: Ways, workspace: Workspace, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ways = ways
        self._workspace = workspace
        self._icons = icons
        self._keys: tuple[tuple[str, ...], ...] = ()
        self.title = plain_label(strong=True)
        self.routes = QComboBox()
        self.routes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.open_button = QPushButton()
        self.drop_button = QToolButton()
        self._row = WrappingRow()
        for part in (self.title, self.routes, self.open_button):
            self._row.add(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        row.addWidget(self._row, 1)
        row.addWidget(self.drop_button, alignment=Qt.AlignmentFlag.AlignTop)
        self.routes.activated.connect(self._choose)
        self.open_button.clicked.connect(self.opened)
        self.drop_button.clicked.connect(ways.drop)

    def refresh(self) -> None:
        """Show which routes there are now; nothing while none is kept."""
        found, route, catalogue = self._ways.routes, self._ways.route, self._workspace.catalogue
        if found is None or route is None or catalogue is None or not route.moves:
            self.setVisible(self._ways.done is not None and self.isVisible())
            return
        texts = self._workspace.texts
        target = role_name(found.query.target, catalogue, texts)
        self.title.setText(texts.tr("Ways to {role}:", role=target))
        self._keys = tuple(one.roles for one in found.routes)
        self.routes.clear()
        for one in found.routes:
            parts = (figures_words(one, texts), *distinctions(one, found, texts))
            self.routes.addItem(DOT.join(parts))
            way = way_words(one, catalogue, texts)
            self.routes.setItemData(self.routes.count() - 1, way, _TIP)
        self.routes.setCurrentIndex(self._keys.index(route.roles))
        self.routes.setToolTip(way_words(route, catalogue, texts))
        self._word(texts, target)
        self._row.arrange()
        self.show()

    def apply_theme(self) -> None:
        """Take other colours."""
        self.drop_button.setIcon(self._icons.icon("close"))

    def _word(self, texts: Texts, target: str) -> None:
        self.routes.setAccessibleName(texts.tr("Which way to {role} is drawn", role=target))
        self.open_button.setText(texts.tr("In full…"))
        self.open_button.setAccessibleName(texts.tr("See the ways to {role} in full", role=target))
        words = texts.tr("Draw the ways no longer")
        self.drop_button.setIcon(self._icons.icon("close"))
        self.drop_button.setToolTip(words)
        self.drop_button.setAccessibleName(words)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            self._ways.choose(self._keys[place])
