"""What a person's dossier has nothing to tell of, in words, before it is printed."""

from __future__ import annotations

from planner.core.meeting.meetings import closed_before
from planner.core.roles.kpis import role_kpis
from planner.report.dossier.sections import career_known, next_role_of, target_of
from planner.report.pages import PageContext


def empty_sections(context: PageContext) -> dict[str, str]:
    """Return the sections of a dossier with nothing to tell, by name, each with the reason.

    Raise ValueError for a context without a career.
    """
    tr, known, catalogue = context.texts.tr, career_known(context), context.catalogue
    present = context.person.position_on(context.as_of).role
    found: dict[str, str] = {}
    if not next_role_of(context):
        found["next"] = tr("No move leads on from this role.")
    if not target_of(context):
        found["target"] = found["routes"] = tr("No target is set.")
    elif target_of(context) == present:
        found["target"] = tr("The target is the present role.")
    if not known.actions:
        found["plan"] = tr("The plan has no action yet.")
    if closed_before(known.meetings, None) is None:
        found["agreements"] = tr("There was no one-on-one yet.")
    if not role_kpis(catalogue.role(present), known.kpi_results, context.as_of).series:
        found["kpis"] = tr("The present role has no KPIs.")
    return found
