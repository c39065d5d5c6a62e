"""What a page shows, to be put on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.gui.pages.page import Page

if TYPE_CHECKING:
    from planner.report.document import Document


def document_of(page: Page, paper: str) -> Document | None:
    """Return what a page shows, to be put on paper; None where it shows nobody or no role."""
    # Imported here: no start of the window needs what goes on paper.
    from planner.core.gaps import gaps_to_every_role
    from planner.core.planning.what_if import imagined_person
    from planner.report.document import OF_A_CAREER, Document
    from planner.report.pages import PageContext

    workspace = page.workspace
    graph, person = workspace.graph, workspace.person
    if graph is None or person is None:
        return None
    what, subject = page.on_paper()
    if not what:
        return None
    # What was said in a one-on-one is never imagined.
    what_if = None if what == "meeting" else workspace.what_if
    gaps = workspace.gaps()
    if what_if is None and workspace.what_if is not None:
        real, as_of = workspace.ratings(), workspace.as_of
        gaps = gaps_to_every_role(graph, person, real, basis=workspace.basis, as_of=as_of)
    context = PageContext(
        graph=graph,
        person=person if what_if is None else imagined_person(person, what_if, workspace.as_of),
        gaps=gaps,
        basis=workspace.basis,
        as_of=workspace.as_of,
        today=workspace.today(),
        texts=workspace.texts,
        paper=paper,
        career=workspace.career() if what in OF_A_CAREER else None,
        stale_months=workspace.stale_months,
        what_if=what_if,
    )
    routes, route = page.routes_on_paper() or (None, None)
    return Document(what=what, context=context, subject=subject, routes=routes, route=route)
