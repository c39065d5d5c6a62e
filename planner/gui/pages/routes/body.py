"""Routes side by side with the chosen one in full, or with the rule by which they are counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from planner.core.model import Catalogue
from planner.core.routes import Route, Routes
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.pages.routes.cards import RouteCards, RouteLine
from planner.gui.pages.routes.details import RouteDetails, RouteView
from planner.gui.pages.routes.notice import RoutesRule
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.side_by_side import SideBySide
from planner.gui.widgets.charts.view import ChartLoader
from planner.gui.widgets.display.labels import plain_label
from planner.report.map.words import DOT
from planner.report.routes.words import (
    complete_words,
    distinctions,
    hours_words,
    interval_words,
    moves_words,
    unestimated_words,
    way_words,
)

_LIST_SHARE, _DETAILS_SHARE = 34, 66
# Stacked, the list and the details are at least so high.
_LEAST = 360, 700
_ANY_HEIGHT = 16_777_215  # Qt's own word for no limit, QWIDGETSIZE_MAX


class RoutesBody(SideBySide):
    """Lists the routes at the left, and shows the chosen one at the right."""

    def __init__(self, loader: ChartLoader, icons: Icons, theme: Theme) -> None:
        self.cards = RouteCards(theme)
        self.note = plain_label(size="small", tone="quiet", wraps=True)
        self.details = RouteDetails(loader, icons, theme)
        self.rule = RoutesRule(icons)
        self._pane = QStackedWidget()
        self._pane.addWidget(self.details)
        self._pane.addWidget(self.rule)
        self._rows = QWidget()
        self._list = self._listed()
        self._text_factor = 1.0
        super().__init__(self._list, self._pane, (_LIST_SHARE, _DETAILS_SHARE), _LEAST)
        self.cards.stepped.connect(self.details.go)

    def arrange(self, width: int, text_factor: float) -> None:
        """Stack list and details where the text is too large for both in a page of this width."""
        self._text_factor = text_factor
        super().arrange(width, text_factor)
        self._fit_list()

    def _fit_list(self) -> None:
        """Stacked, let a short list be no higher than it is, so that the details are in sight."""
        if not self.is_stacked:
            self._list.setMaximumHeight(_ANY_HEIGHT)
            return
        width = self.viewport().width()
        needed = max(self._rows.heightForWidth(width), self._rows.minimumSizeHint().height())
        self._list.setFixedHeight(min(needed, round(_LEAST[0] * self._text_factor)))

    @property
    def is_rule_open(self) -> bool:
        """Whether the rule is shown."""
        return self._pane.currentWidget() is self.rule

    def open_rule(self, is_open: bool) -> None:
        """Show the rule, or the route again."""
        self._pane.setCurrentWidget(self.rule if is_open else self.details)
        if is_open:
            self.bring_into_sight(self._pane)
            self.rule.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, texts: Texts) -> None:
        """Word the fixed texts in another language; `show_routes` follows."""
        self.details.retranslate(texts)
        self.cards.setAccessibleName(texts.tr("Routes"))

    def show_routes(
        self,
        found: Routes,
        route: Route,
        catalogue: Catalogue,
        texts: Texts,
        theme: Theme,
        *,
        name: str,
        can_plan: bool,
    ) -> None:
        """Show routes of one move or more, the chosen one in full."""
        lines = _lines(found, catalogue, texts)
        self.cards.show_lines(lines, route.roles, theme)
        self.note.setText("\n".join(_notes(found, texts)))
        self._fit_list()
        self.details.show_route(
            RouteView(
                name=name,
                routes=found,
                route=route,
                catalogue=catalogue,
                texts=texts,
                theme=theme,
                can_plan=can_plan,
            )
        )

    def _listed(self) -> QScrollArea:
        listed = self._rows
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(10)
        rows.addWidget(self.cards)
        rows.addWidget(self.note)
        rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(listed)
        for ground in (listed, area.viewport()):
            ground.setAutoFillBackground(False)
        return area


def _lines(found: Routes, catalogue: Catalogue, texts: Texts) -> Sequence[RouteLine]:
    return [
        RouteLine(
            key=one.roles,
            title=DOT.join(distinctions(one, found, texts)),
            years=interval_words(one, texts),
            hours=hours_words(one.hours, texts),
            moves=moves_words(one.moves, texts),
            way=way_words(one, catalogue, texts, whole=False),
            note=unestimated_words(one, catalogue, texts),
        )
        for one in found.routes
    ]


def _notes(found: Routes, texts: Texts) -> Sequence[str]:
    """Return what is to be known of the list as a whole."""
    notes = [complete_words(found, texts)]
    if len(found.routes) == 1:
        notes.insert(
            0,
            texts.tr(
                "This one way is at least as good as any other in years, hours and moves at once. "
                "The filters above show others."
            ),
        )
    return notes
