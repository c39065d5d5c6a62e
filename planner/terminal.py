"""The commands of the terminal: every answer of the planner without its window."""

from __future__ import annotations

import argparse
import difflib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path

from planner.check_command import findings_in_files, findings_in_store
from planner.core.errors import PlannerError
from planner.core.finding import people_meant
from planner.core.gaps import (
    Basis,
    Gap,
    gap,
    ratings_that_count,
)
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.text import Message, Texts, message
from planner.files.window_settings import stale_months
from planner.opening import import_files, open_planner_store, sample_store
from planner.places import places
from planner.report.keeping.import_words import import_words
from planner.report.plain import plain_gap, plain_person, plain_role
from planner.report.rows import gap_heading, gap_rows, people_rows, role_rows
from planner.store.store import Store
from planner.terminal_output import Output

DONE, PROBLEMS = 0, 1
# So many ids are offered for one that is unknown, each at least so much like it, in 0..1.
_MOST_NEAR, _LIKENESS = 3, 0.7


class Terminal:
    """One run of one command."""

    def __init__(self, options: argparse.Namespace, texts: Texts, output: Output) -> None:
        self.options = options
        self.texts = texts
        self.output = output
        self.today = date.today()
        self.places = places(options.store)

    def run(self) -> int:
        """Run the command and return the exit code."""
        logging.getLogger("planner").addHandler(logging.NullHandler())
        run: dict[str, Callable[[], int]] = {
            "import": self._import,
            "people": self._people,
            "roles": self._roles,
            "gap": self._gap,
            "check": self._check,
            "backup": self._back_up,
            "restore": self._restore,
        }
        name: str = self.options.command
        if name in run:
            return run[name]()
        module = import_module(f"planner.commands.{name.replace('-', '_')}")
        done: int = module.run(self)
        return done

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store, or a throw-away one with the sample team."""
        if self.options.sample:
            with sample_store(self.today, self.texts.language) as store:
                yield store
            return
        store = open_planner_store(self.places.store, self.places.backups, self.today)
        try:
            for warning in store.warnings:
                self.output.warn(warning)
            yield store
        finally:
            store.close()

    def answer(self, plain: object, lines: Callable[[], str]) -> int:
        """Say `plain` as JSON where that is asked for, else `lines`."""
        if self.options.json:
            self.output.write_json(plain)
        else:
            self.output.write(lines())
        return DONE

    def table(self, rows: Sequence[Sequence[str]]) -> str:
        """Return rows as a table, the first being its headings."""
        from tabulate import tabulate

        return tabulate(rows[1:], headers=rows[0], tablefmt="simple", disable_numparse=True)

    def _import(self) -> int:
        with self.store() as store:
            brought = import_files(store, self.options.files, self.today)
        if not brought.edit.changes:
            self.output.say(
                message("Everything in these files is already there; nothing was changed.")
            )
            return DONE
        self.output.say(
            import_words(
                catalogues=brought.catalogues, people=brought.people, ratings=brought.ratings
            )
        )
        return DONE

    def _people(self) -> int:
        with self.store() as store:
            people = store.people(self.known_catalogue(store))
            return self.answer(
                [plain_person(person) for person in people],
                lambda: self.table(people_rows(people, store.catalogue, self.texts)),
            )

    def _roles(self) -> int:
        with self.store() as store:
            chosen = self.known_catalogue(store)
            ids = [chosen] if chosen else [head.id for head in store.catalogue_heads()]
            catalogues = [store.catalogue(catalogue_id) for catalogue_id in ids]
            return self.answer(
                [
                    plain_role(role, catalogue.id, self.texts)
                    for catalogue in catalogues
                    for role in catalogue.roles
                ],
                lambda: self.table(role_rows(catalogues, self.texts)),
            )

    def _gap(self) -> int:
        as_of = self.day_looked_at()
        basis = Basis(self.options.basis)
        with self.store() as store:
            person = self.person(store)
            graph = PromotionGraph(store.catalogue(person.catalogue))
            counting = ratings_that_count(store.ratings(person.catalogue, person.id), basis, as_of)
            wanted: str | None = self.options.role
            if wanted is not None:
                self.check_role(graph, wanted)
            present = person.position_on(as_of).role
            roles = [wanted] if wanted else [role.id for role in graph.next_roles(present)]
            gaps = [gap(graph, person, counting, role, basis=basis, as_of=as_of) for role in roles]
            plain = [plain_gap(found) for found in gaps]

            def lines() -> str:
                return self.gap_lines(gaps, person, graph)

            return self.answer(plain[0] if wanted else plain, lines)

    def gap_lines(self, gaps: Sequence[Gap], person: Person, graph: PromotionGraph) -> str:
        """Return gaps in words, one after the other."""
        if not gaps:
            return self.texts.tr("No move leads on from this role.")
        months = stale_months(self.places.settings)
        return "\n\n".join(
            "\n".join(
                [
                    *gap_heading(found, person, graph.catalogue, self.texts),
                    *([self.table(rows)] if len(rows) > 1 else []),
                ]
            )
            for found, rows in (
                (found, gap_rows(found, graph.catalogue, self.texts, months)) for found in gaps
            )
        )

    def _check(self) -> int:
        if self.options.files:
            is_known = self.options.sample or self.places.store.exists()
            found = findings_in_files(
                self.options.files, self.store if is_known else None, self.today
            )
        else:
            found = findings_in_store(self.store)
        if found.faults:
            self.output.write("\n".join(self.output.joined(fault) for fault in found.faults))
        else:
            self.output.say(message("No problem was found."))
        # Beside the answer: whoever counts its lines counts problems alone.
        for note in found.notes:
            self.output.warn(note)
        return PROBLEMS if found.faults else DONE

    def _back_up(self) -> int:
        to: Path | None = self.options.file
        if self.options.sample and to is None:
            raise PlannerError(
                message("The sample team is a throw-away copy, and so would be its backup."),
                remedy=message("Name a file to back it up to."),
            )
        with self.store() as store:
            copy = store.back_up(to)
        self.output.say(message("Backed up to {file}", file=str(copy)))
        return DONE

    def _restore(self) -> int:
        from planner.store.backup import restore

        if self.options.sample:
            raise PlannerError(
                message("The sample team is a throw-away copy; there is nothing to restore."),
                remedy=message("Leave out --sample."),
            )
        with self.without_window(
            message("Nothing was restored."),
            message("Close the window first, or restore from its menu."),
        ):
            before = restore(self.places.store, self.options.file, backups=self.places.backups)
        self.output.say(message("Restored from {file}", file=str(self.options.file)))
        if before is not None:
            self.output.say(message("The state before it is kept in {file}", file=str(before)))
        return DONE

    @contextmanager
    def without_window(self, effect: Message, remedy: Message) -> Iterator[None]:
        """Keep windows off the store; raise PlannerError where one works on it.

        It would go on showing what was there before, and undo what is there no longer. `effect`
        and `remedy` say then what was not done, and what to do instead.
        """
        from planner.gui.start.single_instance import SingleInstance

        try:
            instance = SingleInstance(self.places.store, self.places.cache / "instances")
        except OSError:
            yield
            return
        if not instance.keep_away():
            raise PlannerError(
                message("The planner's window works on this data."),
                effect=effect,
                remedy=remedy,
            )
        try:
            yield
        finally:
            instance.release()

    def day_looked_at(self) -> date:
        """Return the day of `--as-of`, today where it is left out."""
        said: str | None = self.options.as_of
        return self.today if said is None else day_of(said)

    def known_catalogue(self, store: Store) -> str | None:
        """Return the catalogue of `--catalogue`, which the store holds; None where left out."""
        wanted: str | None = self.options.catalogue
        if wanted is not None:
            known = [head.id for head in store.catalogue_heads()]
            if wanted not in known:
                raise unknown(message("There is no catalogue “{id}”.", id=wanted), wanted, known)
        return wanted

    def person(self, store: Store) -> Person:
        """Return the person who is named; raise PlannerError for nobody, or for several."""
        return self.person_called(self.options.person, store)

    def person_called(self, wanted: str, store: Store) -> Person:
        """Return the person of an id or a whole name; raise PlannerError for nobody, or several."""
        people = store.people(self.known_catalogue(store))
        found = people_meant(wanted, people)
        if not found:
            # What can be no id was meant as a name.
            is_name = " " in wanted or not wanted.isascii()
            raise unknown(
                message("There is no person “{id}”.", id=wanted),
                wanted,
                list(dict.fromkeys(one.name if is_name else one.id for one in people)),
            )
        ids = list(dict.fromkeys(person.id for person in found))
        if len(ids) > 1:
            raise PlannerError(
                message("“{name}” is the name of several people.", name=wanted),
                remedy=message("Name one of them by the id: {ids}.", ids=", ".join(ids)),
            )
        if len(found) > 1:
            catalogues = ", ".join(person.catalogue for person in found)
            raise PlannerError(
                message(
                    "“{id}” is a person in several catalogues: {catalogues}.",
                    id=wanted,
                    catalogues=catalogues,
                ),
                remedy=message("Say which one with --catalogue."),
            )
        return found[0]

    def check_role(self, graph: PromotionGraph, wanted: str) -> None:
        """Raise PlannerError for a role that the catalogue does not have."""
        if not graph.catalogue.has_role(wanted):
            raise unknown(
                message(
                    "There is no role “{id}” in the catalogue “{catalogue}”.",
                    id=wanted,
                    catalogue=graph.catalogue.id,
                ),
                wanted,
                [role.id for role in graph.catalogue.roles],
            )


def day_of(said: str) -> date:
    """Return the day that was written; raise PlannerError where it is none."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise PlannerError(
            message("“{day}” is no day.", day=said),
            remedy=message("Write it as year, month and day, such as 2026-03-31."),
        ) from None


def unknown(happened: Message, wanted: str, known: Sequence[str]) -> PlannerError:
    """Return the error for an id that is not among `known`, with those that are near it."""
    near = near_ids(wanted, known)
    if near:
        return PlannerError(happened, remedy=message("Did you mean {ids}?", ids=", ".join(near)))
    return PlannerError(
        happened, remedy=message("“people” and “roles” list what there is, with its ids.")
    )


def near_ids(wanted: str, known: Sequence[str]) -> list[str]:
    """Return the ids that may be meant: those that differ by a slip, else those with its words."""
    near = difflib.get_close_matches(wanted, known, n=_MOST_NEAR, cutoff=_LIKENESS)
    words = set(wanted.split("-"))
    return near or [one for one in known if words <= set(one.split("-"))][:_MOST_NEAR]


def unknown_skill(catalogue: Catalogue, wanted: str) -> PlannerError:
    """Return the error for a skill that a catalogue does not have, with those near it."""
    happened = message(
        "There is no skill “{id}” in the catalogue “{catalogue}”.",
        id=wanted,
        catalogue=catalogue.id,
    )
    known = [skill.id for skill in catalogue.skills]
    if near_ids(wanted, known):
        return unknown(happened, wanted, known)
    remedy = message("“gap PERSON ROLE --json” lists the skills of a role, with their ids.")
    return PlannerError(happened, remedy=remedy)
