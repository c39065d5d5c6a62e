"""`compare`: two roles of one catalogue side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.core.errors import PlannerError
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.roles.comparison import compare_roles
from planner.core.text import message
from planner.report.compare.rows import comparison_table, plain_comparison
from planner.report.compare.words import carry_over_rule, compare_rows

if TYPE_CHECKING:
    from planner.store.store import Store
    from planner.terminal import Terminal


def run(terminal: Terminal) -> int:
    """Tell of two roles; raise PlannerError where no catalogue, or more than one, has both."""
    wanted: list[str] = terminal.options.roles
    with terminal.store() as store:
        catalogue = _catalogue(terminal, store, wanted)
    graph = PromotionGraph(catalogue)
    comparison = compare_roles(graph, wanted[0], wanted[1])

    def lines() -> str:
        texts = terminal.texts
        rows = compare_rows(comparison, graph, texts)
        table = terminal.table(comparison_table(rows, comparison.roles, texts))
        return "\n\n".join([texts.pick(catalogue.head.title), table, carry_over_rule(texts)])

    return terminal.answer(plain_comparison(comparison, catalogue.id), lines)


def _catalogue(terminal: Terminal, store: Store, wanted: list[str]) -> Catalogue:
    """Return the catalogue that is named, else the only one with both roles."""
    if (named := terminal.known_catalogue(store)) is not None:
        catalogue = store.catalogue(named)
        for role in wanted:
            terminal.check_role(PromotionGraph(catalogue), role)
        return catalogue
    catalogues = [store.catalogue(head.id) for head in store.catalogue_heads()]
    found = [one for one in catalogues if all(one.has_role(role) for role in wanted)]
    if len(found) > 1:
        raise PlannerError(
            message(
                "“{first}” and “{second}” are roles of several catalogues: {catalogues}.",
                first=wanted[0],
                second=wanted[1],
                catalogues=", ".join(one.id for one in found),
            ),
            remedy=message("Say which one with --catalogue."),
        )
    if not found:
        _refuse(wanted, catalogues)
    return found[0]


def _refuse(wanted: list[str], catalogues: list[Catalogue]) -> None:
    """Raise PlannerError for a role that no catalogue has, else for two of different ones."""
    # Imported here, as a command is imported by the terminal.
    from planner.terminal import unknown

    for role in wanted:
        if not any(one.has_role(role) for one in catalogues):
            known = [known.id for one in catalogues for known in one.roles]
            raise unknown(message("There is no role “{id}”.", id=role), role, known)
    raise PlannerError(
        message(
            "No catalogue has both “{first}” and “{second}”.", first=wanted[0], second=wanted[1]
        ),
        remedy=message("“people” and “roles” list what there is, with its ids."),
    )
