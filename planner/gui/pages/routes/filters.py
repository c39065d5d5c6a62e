"""What routes are asked for: through a role, not through one, by which moves, by how many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.core.graph import PromotionGraph
from planner.core.model import MoveKind
from planner.core.routes import MANY_ROLES, MOVES_AMONG_MANY
from planner.core.routing.moves import RouteQuery
from planner.core.searching import has_words, words_of
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.arrangement.wrapping_row import WrappingRow
from planner.gui.widgets.choices.chooser_button import ChooserButton
from planner.gui.widgets.choices.entry_list import Entry
from planner.gui.widgets.choices.popover import Popover
from planner.gui.widgets.choices.role_chooser import RoleChooser
from planner.gui.widgets.rows.tick_list import TickList
from planner.report.map.words import kind_words

_NO_ROLE = ""
_MOST_MOVES = 10
_KINDS_WIDTH = 300


class _RoleFilter(RoleChooser):
    """Chooses a role or none."""

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        self.is_through = True
        super().__init__(icons, texts, theme, parent)

    def entries(self, said: str) -> Sequence[Entry]:
        """Return the roles that fit what is said, after the one that stands for none."""
        roles = list(super().entries(said))
        none = self._texts.tr("any role") if self.is_through else self._texts.tr("no role")
        if has_words(none, words_of(said)):
            roles.insert(0, Entry(_NO_ROLE, none, "", self._icons.icon("role", "accent")))
        return roles

    def words(self, role: str) -> str:
        """Return what the button says."""
        tr = self._texts.tr
        if self.is_through:
            return tr("Through: {role}", role=role or tr("any role"))
        return tr("Not through: {role}", role=role or "–")

    def spoken(self, words: str) -> str:
        """Return what is read aloud of the button."""
        return self._texts.tr("Restrict the routes: {words}", words=words)


class RouteFilters(WrappingRow):
    """Restricts what is asked for; `changed` when it is restricted otherwise."""

    changed = Signal()

    def __init__(
        self, icons: Icons, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._texts = texts
        self._theme = theme
        self._graph: PromotionGraph | None = None
        self._kinds: tuple[MoveKind, ...] = ()
        self._left_out: frozenset[MoveKind] = frozenset()
        self._popover: Popover | None = None
        self._list: TickList | None = None
        self._through_role = self._avoided_role = _NO_ROLE
        # 0 for as many as usual.
        self._most_moves = 0
        self._start = self._target = ""
        self.through = _RoleFilter(icons, texts, theme)
        self.avoid = _RoleFilter(icons, texts, theme)
        self.avoid.is_through = False
        self.kinds = ChooserButton(icons, theme)
        self.moves = ChooserButton(icons, theme)
        self.reset_button = QPushButton()
        self.reset_button.setProperty("kind", "link")
        for part in (self.through, self.avoid, self.kinds, self.moves, self.reset_button):
            self.add(part)
        self.through.chosen.connect(self._choose_through)
        self.avoid.chosen.connect(self._choose_avoided)
        self.kinds.clicked.connect(self.open_kinds)
        self.moves.clicked.connect(self.open_moves)
        self.reset_button.clicked.connect(self.reset)

    @property
    def is_restricted(self) -> bool:
        """Whether anything is left out."""
        return bool(self._through_role or self._avoided_role or self._left_out or self._most_moves)

    def query(self, target: str) -> RouteQuery:
        """Return what is asked for of routes to a target."""
        kinds = frozenset(self._kinds) - self._left_out if self._left_out else None
        return RouteQuery(
            target=target,
            through=(self._through_role,) if self._through_role else (),
            avoid=(self._avoided_role,) if self._avoided_role else (),
            kinds=kinds,
            most_moves=self._most_moves or None,
        )

    def show_graph(self, graph: PromotionGraph, start: str, target: str) -> None:
        """Offer the roles and kinds of move of a catalogue; those that are gone are let go of."""
        drawn = {move.kind for move in graph.catalogue.moves}
        self._graph, self._start, self._target = graph, start, target
        self._kinds = tuple(kind for kind in MoveKind if kind in drawn)
        self._left_out &= drawn
        has_role = graph.catalogue.has_role
        self._through_role = self._through_role if has_role(self._through_role) else _NO_ROLE
        self._avoided_role = self._avoided_role if has_role(self._avoided_role) else _NO_ROLE
        self._word()

    def reset(self) -> None:
        """Leave nothing out."""
        had_focus = self.reset_button.hasFocus()
        self._clear()
        if had_focus:
            self.through.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def forget(self) -> None:
        """Leave nothing out, as for somebody else."""
        self._clear()

    def open_kinds(self) -> None:
        """Offer the kinds of move to tick."""
        if self._popover is None:
            self._popover = Popover(self.window())
            self._list = TickList(self._theme)
            self._popover.contents.addWidget(self._list)
            self._list.itemChanged.connect(self._on_ticked)
        if self._list is not None:
            names = [(kind_words(kind, self._texts), "") for kind in self._kinds]
            ticked = [n for n, kind in enumerate(self._kinds) if kind not in self._left_out]
            self._list.setAccessibleName(self._texts.tr("Kinds of move"))
            self._list.offer(names, ticked)
            width = round(_KINDS_WIDTH * max(1.0, self._theme.text_factor))
            self._popover.open_at(self.kinds, width, self._list)

    def open_moves(self) -> None:
        """Offer how many moves a route may have."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for count in range(_MOST_MOVES + 1):
            action = menu.addAction(self._moves_words(count))
            action.setCheckable(True)
            action.setChecked(count == self._most_moves)
            action.triggered.connect(partial(self.allow_moves, count))
            if count == self._most_moves:
                menu.setActiveAction(action)
        menu.popup(self.moves.mapToGlobal(QPoint(0, self.moves.height())))

    def allow_moves(self, count: int) -> None:
        """Allow so many moves at most, 0 for as many as usual."""
        self._most_moves = count
        self._on_changed()

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language."""
        self._texts = texts
        for chooser in (self.through, self.avoid):
            chooser.retranslate(texts)
        self._word()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self._theme = theme
        for chooser in (self.through, self.avoid, self.kinds, self.moves):
            chooser.apply_theme(theme)
        if self._list is not None:
            self._list.apply_theme(theme)
        self._word()

    def _clear(self) -> None:
        self._through_role = self._avoided_role = _NO_ROLE
        self._left_out = frozenset()
        self._most_moves = 0
        self._word()

    def _choose_through(self, role: str) -> None:
        self._through_role = role
        if role and role == self._avoided_role:
            self._avoided_role = _NO_ROLE
        self._on_changed()

    def _choose_avoided(self, role: str) -> None:
        self._avoided_role = role
        if role and role == self._through_role:
            self._through_role = _NO_ROLE
        self._on_changed()

    def _on_ticked(self) -> None:
        if self._list is not None:
            ticked = {self._kinds[place] for place in self._list.ticked}
            self._left_out = frozenset(self._kinds) - ticked
            self._on_changed()

    def _on_changed(self) -> None:
        self._word()
        self.changed.emit()

    def _word(self) -> None:
        texts, graph = self._texts, self._graph
        if graph is None:
            return
        for chooser, role in ((self.through, self._through_role), (self.avoid, self._avoided_role)):
            chooser.show_role(graph, role, present=self._start, target=self._target)
        self._word_kinds(texts)
        words = self._moves_words(self._most_moves)
        self.moves.name(words, texts.tr("Restrict the routes: {words}", words=words))
        self.reset_button.setText(texts.tr("Remove the filters"))
        self.reset_button.setVisible(self.is_restricted)
        self.arrange()

    def _word_kinds(self, texts: Texts) -> None:
        allowed = [kind for kind in self._kinds if kind not in self._left_out]
        if not self._left_out:
            words = texts.tr("By any move")
        elif len(allowed) == 1:
            words = texts.tr("Only by: {kind}", kind=kind_words(allowed[0], texts))
        else:
            words = texts.tr(
                "By {count} of {all} kinds of move", count=len(allowed), all=len(self._kinds)
            )
        self.kinds.name(words, texts.tr("Restrict the routes: {words}", words=words))
        self.kinds.setVisible(len(self._kinds) > 1)

    def _moves_words(self, count: int) -> str:
        texts, graph = self._texts, self._graph
        if count:
            return texts.ntr("At most {count} move", "At most {count} moves", count)
        if graph is not None and len(graph.catalogue.roles) > MANY_ROLES:
            return texts.ntr(
                "Up to {count} move, as usual", "Up to {count} moves, as usual", MOVES_AMONG_MANY
            )
        return texts.tr("Any number of moves")
