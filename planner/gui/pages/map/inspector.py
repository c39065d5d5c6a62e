"""The map's inspector: one role with its readiness, what is missing, and how to get there."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.core.model import Catalogue
from planner.core.people import Stance
from planner.core.text import Texts
from planner.gui.pages.map.missing_rows import MissingRows
from planner.gui.pages.map.way_card import WayCard
from planner.gui.painting import Fonts
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.tab_order import tab_as_laid_out
from planner.gui.widgets.display.labels import Tone, breakable, hairline, plain_label
from planner.gui.widgets.display.shapes_view import ShapesView
from planner.report.gaps.words import readiness_rule
from planner.report.map.roles import ring_shapes
from planner.report.map.state import MapState, RoleState
from planner.report.map.wish_words import stance_sign
from planner.report.roles.card import RoleCard

_MARGIN = 24
_RING, _SIGN = 56.0, 18.0
# So many skills are listed at first, the largest weighted gaps.
_FIRST_SKILLS = 7


class RoleSection(QWidget):
    """A part of the inspector that another widget makes: it tells of one role."""

    def show_role(self, role_id: str, theme: Theme) -> None:
        """Tell of a role."""
        raise NotImplementedError


class MapInspector(QWidget):
    """Tells of one role, and lets sections tell more.

    Signals: `target_wished` (role id, empty to clear), `gaps_requested` (role id),
    `assess_requested` and `compare_requested` (role id), `role_wished` (role id) to tell of it.
    """

    target_wished = Signal(str)
    role_wished = Signal(str)
    gaps_requested = Signal(str)
    assess_requested = Signal(str)
    compare_requested = Signal(str)

    def __init__(self, theme: Theme, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts = fonts
        self._role = ""
        self._is_target = False
        self._body: QWidget | None = None
        self.target_button = QPushButton(self)
        self.target_button.setProperty("kind", "primary")
        self.target_button.clicked.connect(self._wish_target)
        self.gaps_button = QPushButton(self)
        self.gaps_button.clicked.connect(self._request_gaps)
        self.compare_button = QPushButton(self)
        self.compare_button.clicked.connect(self._request_comparison)
        self.rate_button = QPushButton(self)
        self.rate_button.setProperty("kind", "link")
        self.rate_button.clicked.connect(self._request_assessment)
        self.more_button = QPushButton(self)
        self.more_button.setProperty("kind", "link")
        self.more_button.clicked.connect(self._show_all)
        self._buttons = (
            self.target_button,
            self.gaps_button,
            self.compare_button,
            self.rate_button,
            self.more_button,
        )
        for button in self._buttons:
            button.hide()
        self._shows_all = False
        self._told: tuple[RoleCard, MapState, Catalogue, Texts] | None = None
        # What is shown already need not be built again.
        self._seen: tuple[object, ...] | None = None
        self._sections: list[RoleSection] = []
        self._foot: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def role(self) -> str:
        """The role told of, empty for none."""
        return self._role

    @property
    def cards(self) -> tuple[WayCard, ...]:
        """The ways told of, from the first."""
        return tuple(self._body.findChildren(WayCard)) if self._body else ()

    def add_section(self, section: RoleSection) -> None:
        """Let another widget tell of each role too, below what is told here."""
        self._sections.append(section)
        framed = QVBoxLayout()
        framed.setContentsMargins(_MARGIN, 0, _MARGIN, 12)
        self._column.insertLayout(self._column.count() - bool(self._foot), framed)
        framed.addWidget(section)
        if self._role:
            section.show_role(self._role, self._theme)

    def show_nothing(self, words: str, theme: Theme) -> None:
        """Say in words why there is no role to tell of."""
        self._theme = theme
        self._role = ""
        self._told = self._seen = None
        column, foot = self._fresh_columns()
        column.addWidget(plain_label(words, tone="quiet", wraps=True))
        foot.addStretch(1)
        for section in self._sections:
            section.hide()

    def show_card(
        self, card: RoleCard, state: MapState, catalogue: Catalogue, texts: Texts, theme: Theme
    ) -> None:
        """Tell of a role."""
        had_focus = self.target_button.hasFocus() or self.gaps_button.hasFocus()
        self._theme = theme
        if self._role != card.role.id:
            self._shows_all = False
            if self._role:
                self._begin_at_top()
        self._role = card.role.id
        self._told = (card, state, catalogue, texts)
        role_state = state.roles[card.role.id]
        seen = (card, role_state, catalogue, texts, theme)
        if seen == self._seen:
            for section in self._sections:
                section.show_role(self._role, theme)
            return
        self._seen = seen
        tracks = [track.id for track in catalogue.tracks]
        colour = f"track-{tracks.index(card.role.track)}"
        column, foot = self._fresh_columns()
        place = plain_label(breakable(card.place), size="small", strong=True, wraps=True)
        place.setStyleSheet(f"color: {theme.hex(colour)}")
        column.addWidget(place)
        column.addWidget(plain_label(breakable(card.name), size="title", wraps=True))
        if card.purpose:
            column.addWidget(plain_label(card.purpose, tone="quiet", wraps=True))
        if role_state.is_compared:
            column.addSpacing(8)
            self._add_readiness(column, card, role_state, colour)
            if role_state.is_unrated:
                self._add_rating(column, card.name, texts)
        if role_state.stance is not None:
            column.addSpacing(4)
            self._add_stance(column, card, role_state.stance, role_state.is_ready)
        if role_state.is_compared:
            column.addSpacing(4)
            column.addWidget(hairline())
            self._add_missing(column, card, catalogue, texts, colour)
        column.addSpacing(4)
        column.addWidget(hairline())
        self._add_ways(column, card, role_state, texts)
        column.addSpacing(8)
        self._add_buttons(column, role_state, card.name, texts)
        for section in self._sections:
            section.show_role(self._role, theme)
        if card.sources:
            foot.addWidget(plain_label(card.sources, size="small", tone="quiet", wraps=True))
        rule = plain_label(readiness_rule(texts), size="small", tone="quiet", wraps=True)
        foot.addWidget(rule)
        foot.addStretch(1)
        tab_as_laid_out(self)
        if had_focus:
            first = self.target_button
            (first if first.isVisibleTo(self) else self.gaps_button).setFocus()

    def _begin_at_top(self) -> None:
        # Not at the start: to find out what Qt's own viewport is, Python would look at each widget
        # class of Qt.
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(0)

    def _add_ways(
        self, column: QVBoxLayout, card: RoleCard, state: RoleState, texts: Texts
    ) -> None:
        column.addWidget(plain_label(card.ways_heading, strong=True))
        for way in card.ways:
            card_of_way = WayCard(way, self._theme)
            # Later: what was clicked is let go of when another role is told of.
            card_of_way.role_wished.connect(self.role_wished, Qt.ConnectionType.QueuedConnection)
            column.addWidget(card_of_way)
        if not card.ways:
            none = (
                texts.tr("No move leads on from here.")
                if state.is_present
                else texts.tr("No move leads here from your role.")
            )
            column.addWidget(plain_label(none, tone="quiet", wraps=True))

    def _fresh_columns(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Return what is above and below the sections, which stay: somebody may type in them."""
        for button in self._buttons:
            button.setParent(self)
            button.hide()
        for old in (self._body, self._foot):
            if old is not None:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._body, self._foot = QWidget(), QWidget()
        self._column.insertWidget(0, self._body)
        self._column.addWidget(self._foot, 1)
        body, foot = QVBoxLayout(self._body), QVBoxLayout(self._foot)
        body.setContentsMargins(_MARGIN, 20, _MARGIN, 8)
        foot.setContentsMargins(_MARGIN, 0, _MARGIN, 20)
        for column in (body, foot):
            column.setSpacing(6)
        return body, foot

    def _add_readiness(
        self, column: QVBoxLayout, card: RoleCard, state: RoleState, colour: str
    ) -> None:
        ring = ShapesView(self._theme, self._fonts)
        shapes = ring_shapes(state, _RING / 2, _RING / 2, _RING / 2 - 4, 6.0, colour, 15.0)
        ring.show_shapes(_RING, _RING, shapes, self._theme)
        row = QHBoxLayout()
        row.setSpacing(14)
        column.addLayout(row)
        row.addWidget(ring, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        row.addLayout(words, 1)
        words.addStretch(1)
        words.addWidget(plain_label(card.verdict, strong=True, wraps=True))
        if card.open_line:
            tone: Tone = "warning" if card.is_open else "success"
            words.addWidget(plain_label(card.open_line, tone=tone, strong=True, wraps=True))
        for condition in card.conditions:
            words.addWidget(
                plain_label(breakable(condition), size="small", tone="quiet", wraps=True)
            )
        words.addStretch(1)

    def _add_rating(self, column: QVBoxLayout, name: str, texts: Texts) -> None:
        """Say what a newcomer does next."""
        words = texts.tr("Nothing is rated yet, so readiness may be anything.")
        column.addWidget(plain_label(words, tone="quiet", wraps=True))
        self.rate_button.setText(texts.tr("Rate your skills"))
        self.rate_button.setAccessibleName(texts.tr("Rate your skills for {role}", role=name))
        column.addWidget(self.rate_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.rate_button.show()

    def _add_stance(
        self, column: QVBoxLayout, card: RoleCard, stance: Stance, is_ready: bool
    ) -> None:
        """Say how the person stands to the role: a state, whatever it is."""
        sign = ShapesView(self._theme, self._fonts)
        sign.show_shapes(_SIGN, _SIGN, stance_sign(stance, _SIGN / 2, _SIGN / 2), self._theme)
        tone: Tone = "success" if is_ready else ""
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words, 1)
        words.addWidget(plain_label(card.stance_line, tone=tone, strong=True, wraps=True))
        if card.stance_note:
            note = breakable(card.stance_note)
            words.addWidget(plain_label(note, size="small", tone="quiet", wraps=True))

    def _add_missing(
        self,
        column: QVBoxLayout,
        card: RoleCard,
        catalogue: Catalogue,
        texts: Texts,
        colour: str,
    ) -> None:
        heading = QHBoxLayout()
        column.addLayout(heading)
        heading.addWidget(plain_label(texts.tr("What is missing"), strong=True), 1)
        if card.missing:
            heading.addWidget(plain_label(texts.tr("level"), size="small", tone="quiet"))
        if card.nothing_missing:
            column.addWidget(plain_label(card.nothing_missing, tone="quiet", wraps=True))
        shown = card.missing if self._shows_all else card.missing[:_FIRST_SKILLS]
        if shown:
            rows = MissingRows(shown, catalogue, texts, colour, self._theme, self._fonts)
            column.addWidget(rows)
        if len(shown) < len(card.missing):
            count = len(card.missing) - len(shown)
            self.more_button.setText(texts.ntr("{count} more", "{count} more", count))
            self.more_button.setAccessibleName(
                texts.ntr("Show {count} more skill", "Show {count} more skills", count)
            )
            self._show(column, self.more_button)

    def _add_buttons(self, column: QVBoxLayout, state: RoleState, name: str, texts: Texts) -> None:
        self._is_target = state.is_target
        if not state.is_compared:
            return
        self.gaps_button.setText(texts.tr("Open gaps"))
        self.gaps_button.setAccessibleName(texts.tr("Open the gaps to {role}", role=name))
        if not state.is_present:
            words = texts.tr("Clear target") if state.is_target else texts.tr("Set as target")
            self.target_button.setText(words)
            self.target_button.setAccessibleName(
                texts.tr("{action}: {role}", action=words, role=name)
            )
            self._show(column, self.target_button)
        self._show(column, self.gaps_button)
        self.compare_button.setText(texts.tr("Compare…"))
        self.compare_button.setAccessibleName(
            texts.tr("Compare {role} with another role", role=name)
        )
        self._show(column, self.compare_button)

    def _show(self, column: QVBoxLayout, button: QPushButton) -> None:
        column.addWidget(button)
        button.show()

    def _show_all(self) -> None:
        self._shows_all, self._seen = True, None
        if self._told is not None:
            self.show_card(*self._told, self._theme)

    def _wish_target(self) -> None:
        self.target_wished.emit("" if self._is_target else self._role)

    def _request_gaps(self) -> None:
        self.gaps_requested.emit(self._role)

    def words(self) -> Iterable[str]:
        """Yield every text shown, from top to bottom of the tree of widgets."""
        return (label.text() for label in self.findChildren(QLabel) if label.text())

    def _request_comparison(self) -> None:
        self.compare_requested.emit(self._role)

    def _request_assessment(self) -> None:
        self.assess_requested.emit(self._role)
