"""`print --what dossier`: a person's dossier, or those of a whole team, written to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.commands.team import catalogue_of_team
from planner.core.errors import PlannerError
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.text import LANGUAGES, message
from planner.files.texts import load_texts
from planner.files.window_settings import stale_months
from planner.places import shipped_folder

if TYPE_CHECKING:
    from planner.gui.paper import Written
    from planner.gui.team_dossiers import DossierOrder
    from planner.report.dossier import Dossier
    from planner.store.store import Store
    from planner.terminal import Terminal


def print_dossiers(terminal: Terminal) -> int | None:
    """Print the dossiers asked for; return None where something else is to be printed.

    Raise PlannerError for options that do not belong together, and where nobody is named.
    """
    options = terminal.options
    is_dossier = options.what == "dossier"
    of_dossiers = {
        "--team": options.team,
        "--sections": options.sections is not None,
        "--both-languages": options.both_languages,
        "--with-private": options.with_private,
    }
    for name, is_given in of_dossiers.items():
        if is_given and not is_dossier:
            raise PlannerError(
                message("{option} belongs to a dossier.", option=name),
                remedy=message("Ask for one with --what dossier, or leave it out."),
            )
    if options.team and options.person is not None:
        raise PlannerError(
            message("Both a person and --team are named."),
            remedy=message("Leave out one of them."),
        )
    if not options.team and options.person is None:
        raise PlannerError(
            message("Missing on the command line: {names}.", names="PERSON"),
            remedy=message(
                "“people” lists them with their ids; --team prints everybody's dossier."
            ),
        )
    if not is_dossier:
        return None
    chosen = _chosen(terminal)
    return _print_team(terminal, chosen) if options.team else _print_one(terminal, chosen)


def _print_one(terminal: Terminal, chosen: Dossier) -> int:
    from planner.gui.printing import write_pages
    from planner.gui.team_dossiers import dossier_document

    with terminal.store() as store:
        person = terminal.person(store)
        order = _order(terminal, store, person.catalogue, chosen)
        document = dossier_document(order, store, person)
    written = write_pages(document, terminal.options.to, shipped_folder("resources"))
    return _tell(terminal, written)


def _print_team(terminal: Terminal, chosen: Dossier) -> int:
    from planner.gui.paper import gui_application
    from planner.gui.team_dossiers import write_dossiers

    resources = shipped_folder("resources")
    with terminal.store() as store:
        catalogue = catalogue_of_team(terminal, store)
        order = _order(terminal, store, catalogue, chosen)
        application = gui_application(resources)
        people = store.people(catalogue)
        written = write_dossiers(order, store, people, terminal.options.to, resources)
        # The application goes last, after the fonts.
        del application
    return _tell(terminal, written)


def _tell(terminal: Terminal, written: Written) -> int:
    """Say which files were written, and the letters that no font had."""
    from planner.gui.printing import missing_letters

    if written.missing_letters:
        terminal.output.warn(missing_letters(written.missing_letters))
    for file in written.files:
        terminal.output.say(message("Written to {file}", file=str(file)))
    return 0


def _order(terminal: Terminal, store: Store, catalogue: str, chosen: Dossier) -> DossierOrder:
    from planner.gui.team_dossiers import DossierOrder

    options = terminal.options
    return DossierOrder(
        graph=PromotionGraph(store.catalogue(catalogue)),
        basis=Basis(options.basis),
        as_of=terminal.day_looked_at(),
        today=terminal.today,
        chosen=chosen,
        paper=options.paper,
        with_private=options.with_private,
        stale_months=stale_months(terminal.places.settings),
    )


def _chosen(terminal: Terminal) -> Dossier:
    """Return the sections and languages asked for; raise PlannerError for unknown sections."""
    from planner.report.dossier import SECTIONS, Dossier

    options = terminal.options
    languages = [terminal.texts]
    if options.both_languages:
        folder = shipped_folder("resources") / "i18n"
        languages += [
            load_texts(language, folder, terminal.places.cache)
            for language in LANGUAGES
            if language != terminal.texts.language
        ]
    sections = frozenset(SECTIONS)
    if options.sections is not None:
        asked = [part.strip() for part in options.sections.split(",") if part.strip()]
        unknown = [part for part in asked if part not in SECTIONS]
        if unknown:
            raise PlannerError(
                message("A dossier has no section “{section}”.", section=unknown[0]),
                remedy=message("Its sections are {sections}.", sections=", ".join(SECTIONS)),
            )
        sections = frozenset(section for section in SECTIONS if section in asked)
    return Dossier(languages=tuple(languages), sections=sections)
