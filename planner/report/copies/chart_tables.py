"""The figures of each chart as a table, with numbers unrounded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.core.gaps import Gap, Interval
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Rating
from planner.core.planning.plan import PlannedAction
from planner.core.planning.route_times import stays
from planner.core.roles.kpis import KpiSeries
from planner.core.roles.transfer import TrackPortability, Transfer
from planner.core.routes import Route
from planner.core.routing.standing import Standing
from planner.core.skills.history import ReadinessHistory
from planner.core.team.coverage import Coverage
from planner.core.text import Texts
from planner.report.copies.chart_table import ChartTable, Value
from planner.report.industry.bars import most_lost_first, near_and_others
from planner.report.plan.words import state_name
from planner.report.roles.kpi_words import period_words
from planner.report.rows import rater_name


def levels_table(gap: Gap, catalogue: Catalogue, texts: Texts) -> ChartTable:
    """Return a row a skill: held and required level, and whether it is essential."""
    tr = texts.tr
    return ChartTable(
        headings=(tr("Skill"), tr("Held"), tr("Required"), tr("Kind")),
        rows=tuple(
            (
                _skill(skill.skill, catalogue, texts),
                skill.held,
                skill.required,
                tr("essential") if skill.essential else tr("desirable"),
            )
            for skill in gap.skills
        ),
    )


def weighted_table(gap: Gap, catalogue: Catalogue, texts: Texts) -> ChartTable:
    """Return a row a skill: its gap, its weight, and both multiplied; the largest one first."""
    tr = texts.tr
    return ChartTable(
        headings=(tr("Skill"), tr("Gap"), tr("Weight"), tr("Weighted gap"), tr("Rated")),
        rows=tuple(
            (
                _skill(skill.skill, catalogue, texts),
                skill.gap,
                skill.weight,
                skill.weighted_gap,
                tr("unrated") if skill.is_unrated else tr("rated"),
            )
            for skill in gap.skills
        ),
    )


def ratings_table(history: Iterable[Rating], texts: Texts) -> ChartTable:
    """Return a row a rating, in the history's order; no comment and no evidence is in it."""
    tr = texts.tr
    return ChartTable(
        headings=(tr("Day"), tr("Rated by"), tr("Level")),
        rows=tuple(
            (
                rating.on,
                texts.word(rater_name(rating.by)),
                tr("not applicable") if rating.level is None else rating.level,
            )
            for rating in history
        ),
    )


def readiness_table(history: ReadinessHistory, catalogue: Catalogue, texts: Texts) -> ChartTable:
    """Return a row a change of readiness, its least and its most in 0..1."""
    tr = texts.tr
    headings = (tr("Day"), tr("At least"), tr("At most"), tr("Essentials open"), tr("Role held"))
    return ChartTable(
        headings=headings,
        rows=tuple(
            (
                change.on,
                *_ends(change.readiness),
                len(change.open_essentials),
                _role(change.position.role, catalogue, texts),
            )
            for change in history.changes
        ),
    )


def timeline_table(
    actions: Sequence[PlannedAction], catalogue: Catalogue, texts: Texts
) -> ChartTable:
    """Return a row an action: when it would be worked on, and when it is due."""
    tr = texts.tr
    headings = (
        *(tr("Action"), tr("Skill"), tr("State"), tr("Hours")),
        *(tr("Begins"), tr("Done by"), tr("Due"), tr("Finished")),
    )
    return ChartTable(
        headings=headings,
        rows=tuple(
            (
                " ".join(one.action.title.split()),
                _skill(one.action.skill, catalogue, texts) if one.action.skill else None,
                state_name(one.action.state, texts),
                one.hours,
                one.begin,
                one.finish,
                one.action.due,
                one.action.finished,
            )
            for one in actions
        ),
    )


def stays_table(route: Route, standing: Standing, catalogue: Catalogue, texts: Texts) -> ChartTable:
    """Return a row a role of a route: when it is entered and left, and what it took to enter it."""
    tr = texts.tr
    headings = (tr("Role"), tr("Entered"), tr("Learnt by"), tr("Left"))
    found = stays(route, standing)
    rows: list[tuple[Value, ...]] = []
    for stay in found:
        is_target = stay is found[-1]
        left = (None,) * 4 if is_target else (stay.learnt, stay.end, stay.earliest, stay.latest)
        hours = None if stay is found[0] else stay.hours
        rows.append((_role(stay.role, catalogue, texts), stay.begin, *left, hours))
    return ChartTable(
        headings=(*headings, tr("Earliest"), tr("Latest"), tr("Hours")), rows=tuple(rows)
    )


def results_table(series: Iterable[KpiSeries], texts: Texts) -> ChartTable:
    """Return a row a result of a KPI, in per cent of the goal; no note is in it."""
    tr = texts.tr
    return ChartTable(
        headings=(tr("KPI"), tr("Period"), tr("Reached (%)"), tr("Weight (%)")),
        rows=tuple(
            (
                texts.pick(one.kpi.name),
                period_words(result.period, texts),
                result.reached,
                one.kpi.weight,
            )
            for one in series
            for result in one.results
        ),
    )


def coverage_table(
    found: Coverage, columns: Sequence[int], catalogue: Catalogue, texts: Texts
) -> ChartTable:
    """Return a row a skill: of how many it is required, and how many hold that."""
    tr = texts.tr
    return ChartTable(
        headings=(
            *(tr("Skill"), tr("Required"), tr("At the required level"), tr("Rated"), tr("Stale")),
            tr("Single point of failure"),
        ),
        rows=tuple(
            (
                texts.pick(catalogue.skills[column].name),
                int(found.required[column]),
                int(found.at_required[column]),
                int(found.rated[column]),
                int(found.stale[column]),
                tr("yes") if found.is_single_point[column] else tr("no"),
            )
            for column in columns
        ),
    )


def kept_table(found: Transfer, catalogue: Catalogue, texts: Texts) -> ChartTable:
    """Return a row a rated skill as its bars stand: what is held, and what is kept there."""
    tr = texts.tr
    return ChartTable(
        headings=(tr("Skill"), tr("Held"), tr("Portability"), tr("Kept")),
        rows=tuple(
            (_skill(one.skill, catalogue, texts), one.held, one.portability, one.kept)
            for one in most_lost_first(found)
        ),
    )


def role_transfer_table(found: Transfer, graph: PromotionGraph, texts: Texts) -> ChartTable:
    """Return a row a role as its bars stand: the readiness in 0..1 in either industry."""
    tr, (near, others) = texts.tr, near_and_others(found, graph)
    return ChartTable(
        headings=(
            *(tr("Role"), tr("Now, at least"), tr("Now, at most")),
            *(tr("There, at least"), tr("There, at most")),
        ),
        rows=tuple(
            (_role(one.role, graph.catalogue, texts), *_ends(one.now), *_ends(one.there))
            for one in (*near, *others)
        ),
    )


def tracks_table(
    tracks: Sequence[TrackPortability], catalogue: Catalogue, texts: Texts
) -> ChartTable:
    """Return a row a track: the part in 0..1 that its roles keep."""
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    return ChartTable(
        headings=(texts.tr("Track"), texts.tr("What its roles keep")),
        rows=tuple((names[track.track], track.kept) for track in tracks),
    )


def _ends(readiness: Interval | None) -> tuple[Value, Value]:
    return (None, None) if readiness is None else (readiness.low, readiness.high)


def _skill(skill: str, catalogue: Catalogue, texts: Texts) -> str:
    return texts.pick(catalogue.skill(skill).name) if catalogue.has_skill(skill) else skill


def _role(role: str, catalogue: Catalogue, texts: Texts) -> str:
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role
