"""A chosen route becomes the plan: the edit for it, and what is said once it is made."""

from __future__ import annotations

from planner.core.edits import Edit
from planner.core.planning.route_plan import plan_route
from planner.core.routes import Route
from planner.core.text import Message, message, message_n
from planner.gui.workspace import Workspace


def planned_route(workspace: Workspace, route: Route) -> tuple[Edit, tuple[Message, ...]] | None:
    """Return the edit that makes a route of one move or more the plan, with the words for it.

    It is without a change where all is planned already. None on a past day and for nobody.
    """
    graph, standing = workspace.graph, workspace.standing()
    if graph is None or standing is None or workspace.is_past or not route.moves:
        return None
    edit, added = plan_route(
        graph, standing, route, workspace.career(), workspace.today(), workspace.texts
    )
    if not edit.changes:
        return edit, (message("All that the first move requires is in the plan already."),)
    first, end = (graph.catalogue.role(route.roles[at]).name for at in (1, -1))
    said = []
    if added:
        said.append(
            message_n(
                "{count} action was added to the plan, for {role}.",
                "{count} actions were added to the plan, for {role}.",
                len(added),
                role=first,
            )
        )
    person = workspace.career().person
    if len(edit.changes) > len(added):
        said.append(message("The target is now {role}.", role=end))
    elif person.target not in (None, route.roles[-1]):
        target = graph.catalogue.role(person.target).name
        said.append(message("The target stays {role}.", role=target))
    return edit, tuple(said)
