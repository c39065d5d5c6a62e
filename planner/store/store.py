"""The store: catalogues and people as values, and every change as one transaction."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from planner.core.edits import Edit, Key, Touched, touched_by
from planner.core.errors import PlannerError
from planner.core.model import Catalogue, CatalogueHead
from planner.core.people import Person, Rating
from planner.core.text import Message, message
from planner.store import schema
from planner.store.backup import ASKED, NOT_MADE, back_up, back_up_to, copies_of
from planner.store.checking import findings
from planner.store.connecting import companions, driver
from planner.store.faults import UnreadableFile, gone, read_only, told
from planner.store.rows import reading

if TYPE_CHECKING:
    from planner.core.career import Career
    from planner.core.gaps import Basis
    from planner.core.team.levels import LevelBlock

_log = logging.getLogger("planner.store")


class Store:
    """One open file. Reading gives frozen values; `apply` is the only way to change anything.

    Each method raises PlannerError where the file cannot be read or written; the store stays
    usable. `warnings` says what did not go well when it was opened. Any thread may read.
    """

    def __init__(
        self,
        engine: Engine,
        path: Path,
        backups: Path,
        *,
        is_read_only: bool = False,
        warnings: tuple[Message, ...] = (),
    ) -> None:
        self.path = path
        self.backups = backups
        self.is_read_only = is_read_only
        self.warnings = warnings
        self._engine = engine
        self._reading_engine = engine.execution_options(reading=True)
        # Numbers of removed catalogues and people, so that an undo gives them back their place.
        self._freed: Mapping[Key, int] = {}
        # Whether an erasure could not be brought to its end.
        self._has_traces = False
        self._log_file = companions(path)[0]
        self._file = _identity(path)

    def catalogue_heads(self) -> tuple[CatalogueHead, ...]:
        """Return what each catalogue says of itself, in the order in which they were added."""
        with self._reading() as connection:
            return tuple(reading.heads(connection).values())

    def catalogue(self, catalogue_id: str) -> Catalogue:
        """Return a whole catalogue; raise KeyError for an unknown id."""
        with self._reading() as connection:
            head = reading.heads(connection, (catalogue_id,))[catalogue_id]
            return Catalogue(
                head=head,
                skills=reading.skills(connection, catalogue_id),
                roles=reading.roles(connection, catalogue_id),
                moves=reading.moves(connection, catalogue_id),
            )

    def people(self, catalogue: str | None = None) -> tuple[Person, ...]:
        """Return the people of one catalogue or of all, in the order in which they were added."""
        with self._reading() as connection:
            return reading.people(connection, catalogue)

    def person(self, catalogue: str, person_id: str) -> Person:
        """Return a person; raise KeyError for an unknown one."""
        with self._reading() as connection:
            found = reading.people(connection, catalogue, (person_id,))
        if not found:
            raise KeyError(person_id)
        return found[0]

    def ratings(self, catalogue: str, person_id: str) -> tuple[Rating, ...]:
        """Return a person's ratings by date, then by entry; raise KeyError for an unknown one."""
        with self._reading() as connection:
            people = reading.numbers_of(connection, schema.person, catalogue, (person_id,))
            return reading.ratings(connection, people[person_id])

    def careers(self, catalogue: str, people: Collection[str]) -> tuple[Career, ...]:
        """Return everything about some people of a catalogue; raise KeyError for an unknown one."""
        from planner.core.career import Career
        from planner.store.rows.parts import PARTS, parts_of

        with self._reading() as connection:
            numbers = reading.numbers_of(connection, schema.person, catalogue, people)
            found = {person.id: person for person in reading.people(connection, catalogue, people)}
            parts = {kind: parts_of(connection, kind, catalogue, people) for kind in PARTS}
            return tuple(
                Career(
                    person=found[id_],
                    ratings=reading.ratings(connection, numbers[id_]),
                    actions=tuple(parts["action"].get(id_, ())),
                    meetings=tuple(parts["meeting"].get(id_, ())),
                    kpi_results=tuple(parts["kpi-result"].get(id_, ())),
                    track_choices=tuple(parts["track-choice"].get(id_, ())),
                )
                for id_ in people
            )

    def career(self, catalogue: str, person_id: str) -> Career:
        """Return everything about a person; raise KeyError for an unknown one."""
        return self.careers(catalogue, (person_id,))[0]

    def careers_of(self, people: Iterable[Person]) -> tuple[Career, ...]:
        """Return everything about people of any catalogue; raise KeyError for an unknown one."""
        wanted = tuple(people)
        ids: dict[str, list[str]] = {}
        for person in wanted:
            ids.setdefault(person.catalogue, []).append(person.id)
        found = {
            (catalogue, career.person.id): career
            for catalogue, some in ids.items()
            for career in self.careers(catalogue, some)
        }
        return tuple(found[person.catalogue, person.id] for person in wanted)

    def levels(
        self,
        catalogue: str,
        people: Sequence[str],
        skills: Sequence[str],
        *,
        basis: Basis,
        as_of: date,
    ) -> Generator[LevelBlock, None, None]:
        """Yield the ratings that count of many people, those named first read first.

        Raise KeyError for an unknown person or skill. Whoever stops early closes the iterator.
        """
        from planner.store.team import level_blocks

        with self._reading() as connection:
            yield from level_blocks(connection, catalogue, people, skills, basis, as_of)

    def ratings_of_skill(self, catalogue: str, person_id: str, skill: str) -> tuple[Rating, ...]:
        """Return a person's ratings of one skill by date, then by entry; none for an unknown one.

        Raise KeyError for an unknown person.
        """
        with self._reading() as connection:
            people = reading.numbers_of(connection, schema.person, catalogue, (person_id,))
            return reading.ratings(connection, people[person_id], skill)

    def next_entry(self) -> int:
        """Return the number for a new rating; further ones count on from it."""
        with self._reading() as connection:
            return reading.newest_entry(connection) + 1

    def apply(self, edit: Edit) -> Touched:
        """Make all changes of an edit or none, and return what they touch.

        Raise StaleEdit where a record is not what the edit says it was, PlannerError where the
        file refuses or where something still in use would be removed.
        """
        not_saved = message("Not saved: {label}.", label=edit.label)
        if self.is_read_only:
            raise read_only(self.path, not_saved)
        # Imported here: a start of the window only reads.
        from planner.store.rows.writing import write

        touched = touched_by(edit.changes)
        if len(touched.keys) != len(edit.changes):
            raise ValueError("an edit changes a record twice")
        with told(self.path, not_saved), self._engine.begin() as connection:
            now_free = write(connection, edit.changes, self._freed, not_saved)
            # At the last moment: what is committed into a file that has gone is lost silently.
            self._require_in_place(connection, not_saved)
        self._remember(edit, now_free)
        if _log.isEnabledFor(logging.INFO):
            kinds = Counter(change.key.kind for change in edit.changes)
            _log.info("applied: %s", ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items())))
        return touched

    def erase(self, catalogue: str, person_id: str) -> Touched:
        """Remove a person from the file's bytes, for ever, and return what that touches.

        What others wrote about the person stays, and so do backups. Raise PlannerError where the
        person is unknown, or where another program uses the file; then nothing was erased.
        """
        from planner.store import erasing

        if self.is_read_only:
            raise read_only(self.path, erasing.NOT_ERASED)
        in_place = partial(self._require_in_place, effect=erasing.NOT_ERASED)
        erasing.remove_rows(self._engine, self.path, catalogue, person_id, in_place)
        # No undo gives anybody their number back any more.
        self._freed = {}
        self._has_traces = True
        erasing.clean(self._engine, self.path)
        self._has_traces = False
        _log.info("erased: person 1")
        return Touched(frozenset({Key("person", catalogue, person_id)}))

    def copies(self) -> tuple[tuple[Path, datetime], ...]:
        """Return every file that the planner itself made of this store and when, newest first."""
        return copies_of(self.path, self.backups)

    def integrity(self) -> tuple[Message, ...]:
        """Return what is wrong within the file; nothing, if all holds together."""
        try:
            with self._reading() as connection:
                return findings(connection)
        except UnreadableFile as error:
            return (error.happened,)

    def back_up(self, to: Path | None = None) -> Path:
        """Make a verified copy in the backups' folder, or at `to`; return its path."""
        now = datetime.now()
        with told(self.path, NOT_MADE), driver(self._engine) as source:
            if to is None:
                return back_up(source, self.path, self.backups, ASKED, now)
            return back_up_to(source, self.path, to, now)

    def close(self) -> None:
        """Let go of the file; SQLite then folds its log into it."""
        if self._has_traces:
            from planner.store import erasing

            with suppress(PlannerError):
                erasing.clean(self._engine, self.path)
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        effect = message("Nothing was changed.")
        with told(self.path, effect), self._reading_engine.begin() as connection:
            yield connection

    def _require_in_place(self, connection: Connection, effect: Message) -> None:
        if _identity(self.path) != self._file:
            raise gone(self.path, effect)
        # Where a network folder allows no log, there is none to lose.
        if not os.path.exists(self._log_file) and (
            connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        ):
            raise gone(self.path, effect)

    def _remember(self, edit: Edit, now_free: Mapping[Key, int]) -> None:
        if self._freed or now_free:
            back = {change.key for change in edit.changes if change.after is not None}
            freed = {**self._freed, **now_free}
            self._freed = {key: number for key, number in freed.items() if key not in back}


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file stands at a path, None where there is none; asked without opening it."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
