"""The head of the Gaps page: the role, whose ratings count, and the readiness in one glance."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Stance, Wish
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.wrapping_row import WrappingRow
from planner.gui.widgets.choices.basis_switch import BasisSwitch
from planner.gui.widgets.choices.role_chooser import RoleChooser
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.display.readiness_ring import ReadinessRing
from planner.report.map.wish_words import stance_words
from planner.report.map.words import DOT, essentials_words, readiness_words

# The link stands flush with the line above it.
_LINK = """
QPushButton {{ padding: 1px 4px 1px 0; color: {colour}; }}
QPushButton:focus {{ padding: 0 3px 0 0; }}
"""


class GapsHeader(QWidget):
    """Shows one gap's readiness.

    `rule_requested` when the person wants to see its rule, `assess_requested` when the skills are
    to be asked for one by one, `role_change_requested` (role id) when they take the role up,
    `routes_requested` (role id) for the ways that lead to it, `what_if_requested` when something
    is to be imagined.
    """

    rule_requested = Signal()
    assess_requested = Signal()
    role_change_requested = Signal(str)
    routes_requested = Signal(str)
    what_if_requested = Signal()

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._theme = theme
        self._tone = "warning"
        self.title = plain_label(size="title")
        self.chooser = RoleChooser(icons, texts, theme)
        self.basis = BasisSwitch(texts, theme)
        self.ring = ReadinessRing(theme)
        self._readiness = plain_label(strong=True)
        self.rule_button = QPushButton()
        self.rule_button.setProperty("kind", "link")
        self.rule_button.setCheckable(True)
        self.rule_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rule_button.clicked.connect(self.rule_requested)
        self.assess_button = QPushButton()
        self.assess_button.clicked.connect(self.assess_requested)
        self._icons = icons
        self._role = ""
        self.take_button = QPushButton()
        self.take_button.clicked.connect(self._request_role_change)
        self.ways_button = QPushButton()
        self.ways_button.clicked.connect(self._request_routes)
        self.what_if_button = QPushButton()
        self.what_if_button.clicked.connect(self.what_if_requested)
        self._choice = QWidget()
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.setSpacing(16)
        choice.addWidget(self.title)
        choice.addWidget(self.chooser)
        choice.addWidget(self.basis)
        choice.addStretch(1)
        self._summary = QWidget()
        self._lay_out_summary()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._is_stacked: bool | None = None
        self.assess_button.setIcon(icons.icon("assess"))
        self.take_button.setIcon(icons.icon("career"))
        self.ways_button.setIcon(icons.icon("routes"))
        self.what_if_button.setIcon(icons.icon("what-if"))
        self._arrange()

    def _lay_out_summary(self) -> None:
        summary = QHBoxLayout(self._summary)
        summary.setContentsMargins(0, 0, 0, 0)
        summary.setSpacing(8)
        summary.addWidget(self.ring)
        words = QVBoxLayout()
        words.setSpacing(0)
        summary.addLayout(words)
        words.addStretch(1)
        words.addWidget(self._readiness)
        words.addWidget(self.rule_button, alignment=Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        summary.addStretch(1)
        buttons = WrappingRow()
        buttons.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for button in (self.what_if_button, self.assess_button, self.ways_button, self.take_button):
            buttons.add(button)
        summary.addWidget(buttons)

    @property
    def readiness_text(self) -> str:
        """What the readiness is said to be."""
        return self._readiness.text()

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; `show_gap` follows."""
        self._texts = texts
        self.title.setText(texts.tr("Gaps"))
        self.chooser.retranslate(texts)
        self.basis.retranslate(texts)
        self.assess_button.setText(texts.tr("Assess…"))
        self.assess_button.setToolTip(texts.tr("Assess skill by skill (A)"))
        self.assess_button.setAccessibleName(texts.tr("Assess skill by skill"))
        words = texts.tr("Imagine other levels, hours, another industry or role (Ctrl+Shift+W)")
        self.what_if_button.setText(texts.tr("What if…"))
        self.what_if_button.setToolTip(words)
        self.what_if_button.setAccessibleName(texts.tr("What if"))

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.chooser.apply_theme(theme)
        self.basis.apply_theme(theme)
        self.ring.apply_theme(theme)
        self._theme = theme
        self._dress()
        self.assess_button.setIcon(self._icons.icon("assess"))
        self.take_button.setIcon(self._icons.icon("career"))
        self.ways_button.setIcon(self._icons.icon("routes"))
        self.what_if_button.setIcon(self._icons.icon("what-if"))

    def show_imagined(self, imagines: bool) -> None:
        """Offer nothing that writes down what is so while something is imagined."""
        self.assess_button.setEnabled(not imagines)
        self.take_button.setEnabled(not imagines)

    def show_gap(
        self,
        graph: PromotionGraph,
        gap: Gap,
        *,
        present: str,
        target: str | None,
        colour: str,
        wish: Wish | None = None,
    ) -> None:
        """Show the readiness of a gap in a role of colour, and how the person stands to it."""
        self._role = gap.role
        self._summary.show()
        self.basis.show_basis(gap.basis)
        self.chooser.show_role(graph, gap.role, present=present, target=target)
        self.ring.show_readiness(gap.readiness, colour, is_unrated=gap.is_unrated)
        stance = wish.stance if wish else None
        words = readiness_line(gap, graph.catalogue, self._texts)
        if stance is not None and not gap.ready:
            words += DOT + stance_words(stance, self._texts)
        self._readiness.setText(words)
        opened, self._tone = state_words(gap, self._texts, stance)
        self.rule_button.setText(opened + DOT + self._texts.tr("see the rule"))
        self._dress()
        self.rule_button.setAccessibleName(
            self._texts.tr("{readiness}; {open}: see the rule", readiness=words, open=opened)
        )
        self.ring.setAccessibleName(words)
        name = self._texts.pick(graph.catalogue.role(gap.role).name)
        self.take_button.setText(self._texts.tr("Take up…"))
        words = self._texts.tr("Take up this role…")
        self.take_button.setToolTip(words)
        self.take_button.setAccessibleName(
            self._texts.tr("{action}: {role}", action=words, role=name)
        )
        self.ways_button.setText(self._texts.tr("Ways…"))
        words = self._texts.tr("Ways to this role…")
        self.ways_button.setToolTip(words)
        self.ways_button.setAccessibleName(
            self._texts.tr("{action}: {role}", action=words, role=name)
        )
        for button in (self.take_button, self.ways_button):
            button.setVisible(gap.role != present)
        self._arrange()

    def show_nobody(self) -> None:
        """Show that there is nobody to compare."""
        self._summary.hide()

    def minimumSizeHint(self) -> QSize:
        """Return room for one part below the other: side by side they need not stand."""
        parts = (self._choice.minimumSizeHint(), self._summary.minimumSizeHint())
        width = max(part.width() for part in parts)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the readiness below the choice where both do not fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _request_routes(self) -> None:
        self.routes_requested.emit(self._role)

    def _request_role_change(self) -> None:
        self.role_change_requested.emit(self._role)

    def _dress(self) -> None:
        self.rule_button.setStyleSheet(_LINK.format(colour=self._theme.hex(self._tone)))

    def _arrange(self) -> None:
        wanted = self._choice.sizeHint().width() + self._summary.sizeHint().width()
        is_stacked = wanted + self._grid.horizontalSpacing() > self.width()
        if is_stacked is self._is_stacked:
            return
        self._is_stacked = is_stacked
        self._grid.removeWidget(self._choice)
        self._grid.removeWidget(self._summary)
        self._grid.addWidget(self._choice, 0, 0)
        if is_stacked:
            self._grid.addWidget(self._summary, 1, 0)
        else:
            self._grid.addWidget(self._summary, 0, 1)
        self._grid.setColumnStretch(1, 0 if is_stacked else 1)


def state_words(gap: Gap, texts: Texts, stance: Stance | None = None) -> tuple[str, str]:
    """Return whether the person is ready or what is open, with a role of colour.

    Ready without an opening, or without the wish, is a state as good as any.
    """
    if gap.ready:
        if stance is not None:
            return stance_words(stance, texts, is_ready=True), "success"
        return texts.tr("ready for this role"), "success"
    if gap.readiness is None:
        return texts.tr("nothing to compare"), "text-quiet"
    if gap.open_essentials:
        return essentials_words(len(gap.open_essentials), texts), "warning"
    return texts.tr("no essential open, but not ready yet"), "warning"


def unknown_reason(gap: Gap, catalogue: Catalogue, texts: Texts) -> str:
    """Return why a readiness is unknown."""
    if gap.skills:
        return texts.tr("the required levels are all 0")
    if catalogue.role(gap.role).requires:
        return texts.tr("no skill of this role is applicable")
    return texts.tr("this role names no requirements")


def readiness_line(gap: Gap, catalogue: Catalogue, texts: Texts) -> str:
    """Return the readiness with what is unrated, such as `69–74 % ready · 1 skill unrated`."""
    if gap.readiness is None:
        return texts.tr("readiness unknown") + DOT + unknown_reason(gap, catalogue, texts)
    words = texts.tr("{percentage} ready", percentage=readiness_words(gap.readiness, texts))
    if gap.unrated:
        words += DOT + texts.ntr(
            "{count} skill unrated", "{count} skills unrated", len(gap.unrated)
        )
    return words
