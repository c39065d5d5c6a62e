"""What the window works on: the store, the person looked at, and every change made to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.core.edits import Edit, History, Touched
from planner.core.errors import PlannerError
from planner.core.gaps import Basis, Gap, gaps_with, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import MONTHS_UNTIL_STALE, Person, Rating
from planner.core.text import Language, Texts
from planner.store.store import Store

if TYPE_CHECKING:
    from planner.core.career import Career
    from planner.core.planning.what_if import WhatIf
    from planner.core.routing.standing import Standing


class Workspace(QObject):
    """The one place through which pages read and change things.

    Signals: `edited` (Touched) after each change; `person_changed` when somebody else, or nobody,
    is looked at; `basis_changed`; `day_changed` when another day is looked at; `staleness_changed`
    when ratings go stale after another time; `what_if_changed` when something else, or nothing any
    more, is imagined of the person; `language_changed`;
    `role_selected` (role id); `failed` (PlannerError) when something could not be done, to be said
    in one place.
    """

    edited = Signal(object)
    person_changed = Signal()
    basis_changed = Signal()
    day_changed = Signal()
    staleness_changed = Signal()
    what_if_changed = Signal()
    language_changed = Signal()
    role_selected = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        store: Store,
        texts_in: Callable[[Language], Texts],
        language: Language,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
        *,
        stale_months: int = MONTHS_UNTIL_STALE,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.today = today
        self.history = History()
        self._texts_in = texts_in
        self._texts = texts_in(language)
        self._basis = Basis.AGREED
        self._selected_role = ""
        self._person: Person | None = None
        self._graphs: dict[str, PromotionGraph] = {}
        self._ratings: tuple[Rating, ...] | None = None
        self._career: Career | None = None
        self._gaps: Mapping[str, Gap] | None = None
        self._gaps_day: date | None = None
        self._past_day: date | None = None
        self._what_if: WhatIf | None = None
        self._noticed_day = today()
        self._stale_months = stale_months

    @property
    def texts(self) -> Texts:
        """The words of the present language."""
        return self._texts

    @property
    def person(self) -> Person | None:
        """Whose career is looked at."""
        return self._person

    @property
    def what_if(self) -> WhatIf | None:
        """What is imagined of the person, None while nothing is: nothing of it is in the store."""
        return self._what_if

    @property
    def seen_person(self) -> Person | None:
        """The person as they are looked at: with the role and the hours that are imagined."""
        if self._person is None or self._what_if is None:
            return self._person
        from planner.core.planning.what_if import imagined_person

        return imagined_person(self._person, self._what_if, self.as_of)

    @property
    def graph(self) -> PromotionGraph | None:
        """The promotion graph that the person stands on."""
        return self.graph_of(self._person.catalogue) if self._person else None

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue that the person stands in."""
        graph = self.graph
        return graph.catalogue if graph else None

    @property
    def basis(self) -> Basis:
        """Whose ratings count."""
        return self._basis

    @property
    def as_of(self) -> date:
        """The day looked at: today, or a past one."""
        return self._past_day or self.today()

    @property
    def is_past(self) -> bool:
        """Whether a past day is looked at."""
        return self._past_day is not None

    @property
    def stale_months(self) -> int:
        """After how many months a rating is stale."""
        return self._stale_months

    @property
    def selected_role(self) -> str:
        """The role selected on the page, empty for none."""
        return self._selected_role

    def graph_of(self, catalogue_id: str) -> PromotionGraph:
        """Return the graph of a catalogue, read once until it changes."""
        if catalogue_id not in self._graphs:
            self._graphs[catalogue_id] = PromotionGraph(self.store.catalogue(catalogue_id))
        return self._graphs[catalogue_id]

    def ratings(self) -> tuple[Rating, ...]:
        """Return every rating of the person, by date."""
        if self._person is None:
            return ()
        if self._ratings is None:
            self._ratings = self.store.ratings(self._person.catalogue, self._person.id)
        return self._ratings

    def career(self) -> Career:
        """Return everything about the person; raise LookupError where nobody is looked at."""
        if self._person is None:
            raise LookupError("nobody is looked at")
        if self._career is None:
            self._career = self.store.career(self._person.catalogue, self._person.id)
        return self._career

    def counting(self) -> Mapping[str, Rating]:
        """Return the ratings that count by skill, the imagined ones in the place of others."""
        counting = ratings_that_count(self.ratings(), self._basis, self.as_of)
        if self._what_if is None:
            return counting
        from planner.core.planning.what_if import imagined_ratings

        return imagined_ratings(counting, self._what_if, self.as_of)

    def gaps(self) -> Mapping[str, Gap]:
        """Return the gap to each role, as of the day looked at, on the chosen basis.

        It is the person's, or the imagined one's. Each is worked out when it is asked for.
        """
        graph, person = self.graph, self.seen_person
        if person is None or graph is None:
            return {}
        day = self.as_of
        if self._gaps is None or self._gaps_day != day:
            self._gaps = gaps_with(
                graph,
                person,
                self.counting(),
                basis=self._basis,
                as_of=day,
                industry=self._what_if.industry if self._what_if else None,
            )
            self._gaps_day = day
        return self._gaps

    def standing(self) -> Standing | None:
        """Return where a way onwards begins, as of the day looked at; None for nobody."""
        # Imported here: nothing that a start shows asks for it.
        from planner.core.routing.standing import standing

        graph, person = self.graph, self.seen_person
        if person is None or graph is None:
            return None
        industry = self._what_if.industry if self._what_if else None
        return standing(graph.catalogue, person, self.counting(), self.as_of, industry)

    def open_person(self, catalogue: str, person_id: str) -> None:
        """Look at somebody; raise KeyError for an unknown person."""
        self.show_person(self.store.person(catalogue, person_id))

    def show_person(self, person: Person) -> None:
        """Look at somebody who has just been read from the store."""
        self._show(person)

    def close_person(self) -> None:
        """Look at nobody."""
        self._show(None)

    def set_basis(self, basis: Basis) -> None:
        """Choose whose ratings count."""
        if basis is not self._basis:
            self._basis = basis
            self._gaps = None
            self.basis_changed.emit()

    def look_at(self, day: date | None) -> None:
        """Look at a past day, or at today again; a day after today counts as today."""
        past = day if day is not None and day < self.today() else None
        if past is not None:
            self.imagine(None)
        if past != self._past_day:
            self._past_day = past
            self._gaps = None
            self.day_changed.emit()

    def imagine(self, what_if: WhatIf | None) -> None:
        """Look at what would be, or with None at what is; a past day is left for that."""
        if self._person is None or what_if == self._what_if:
            return
        if what_if is not None:
            self.look_at(None)
        self._what_if, self._gaps = what_if, None
        self.what_if_changed.emit()

    def notice_day(self) -> None:
        """Let everything be shown anew where another day has begun since the last call."""
        if self.today() != self._noticed_day:
            self._noticed_day = self.today()
            self._gaps = None
            self.day_changed.emit()

    def set_stale_months(self, months: int) -> None:
        """Let ratings go stale after so many months from now on."""
        if months != self._stale_months:
            self._stale_months = months
            self.staleness_changed.emit()

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        if language != self._texts.language:
            self._texts = self._texts_in(language)
            self.language_changed.emit()

    def select_role(self, role_id: str) -> None:
        """Select a role of the map, or none."""
        if role_id != self._selected_role:
            self._selected_role = role_id
            self.role_selected.emit(role_id)

    def do(self, edit: Edit) -> bool:
        """Make a change and note it for undo; say so and return False where it failed."""
        if not edit.changes:
            return True
        touched = self._apply(edit)
        if touched is None:
            return False
        self.history.record(edit)
        self._announce(touched)
        return True

    def applied(self, edit: Edit, touched: Touched) -> None:
        """Note for undo an edit that was applied off the GUI thread, and tell everybody of it."""
        self.history.record(edit)
        self._announce(touched)

    def erased(self, touched: Touched) -> None:
        """Let go of somebody who was erased: nothing can be undone any more; tell everybody."""
        self.history.clear()
        self._announce(touched)

    def undo(self) -> bool:
        """Take the newest change back; return False where there is none or it failed."""
        edit = self.history.next_undo
        touched = self._apply(edit.inverse()) if edit else None
        if touched is None:
            return False
        self.history.undone()
        self._announce(touched)
        return True

    def redo(self) -> bool:
        """Do the newest undone change again; return False where there is none or it failed."""
        edit = self.history.next_redo
        touched = self._apply(edit) if edit else None
        if touched is None:
            return False
        self.history.redone()
        self._announce(touched)
        return True

    def replace_store(self, store: Store) -> None:
        """Work on another store from now on, as after a restore."""
        self.store = store
        self.history.clear()
        self._graphs.clear()
        self._show(None)
        self.look_at(None)

    def _apply(self, edit: Edit) -> Touched | None:
        try:
            return self.store.apply(edit)
        except PlannerError as error:
            self.failed.emit(error)
            return None

    def _announce(self, touched: Touched) -> None:
        for catalogue_id in list(self._graphs):
            if touched.has_catalogue(catalogue_id):
                del self._graphs[catalogue_id]
                self._gaps = None
        person = self._person
        if person is not None and touched.has_person(person.catalogue, person.id):
            self._ratings = self._career = self._gaps = None
            try:
                self._person = self.store.person(person.catalogue, person.id)
            except KeyError:
                self._show(None)
        self.edited.emit(touched)

    def _show(self, person: Person | None) -> None:
        self.imagine(None)
        self._person = person
        self._ratings = self._career = self._gaps = None
        self._selected_role = ""
        self.person_changed.emit()
