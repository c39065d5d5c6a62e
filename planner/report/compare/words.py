"""Two roles side by side in words: the rows that the window, the paper and the terminal share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from planner.charts.descriptions import no_requirements_words
from planner.charts.elements.wrapping import NO_BREAK
from planner.core.gaps import Gap
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue, Move, Requirement, Role
from planner.core.roles.comparison import RoleComparison
from planner.core.text import Texts, in_line
from planner.report.compare.sides import CompareRow, Line, Side
from planner.report.gaps.words import level_name
from planner.report.map.words import (
    DOT,
    kind_words,
    readiness_words,
    source_words,
    unrated_words,
    whole_percent,
    years_words,
)
from planner.report.roles.card import place_words, sources_line
from planner.report.rows import verdict

# Stands for a number that is not given.
_NO_NUMBER = "–"
_WHOLE = 100


def carry_over_rule(texts: Texts) -> str:
    """Return how it is worked out what carries over."""
    return texts.tr(
        "Carries over = Σ weight × min(level there, level here) ÷ Σ weight × level here, over all "
        "that a role requires, by its own weights: the readiness of somebody who holds exactly "
        "what the other role requires."
    )


def comparison_title(comparison: RoleComparison, texts: Texts) -> str:
    """Return both names in a line."""
    first, second = (texts.pick(role.name) for role in comparison.roles)
    return texts.tr("{first} compared with {second}", first=first, second=second)


def compare_rows(
    comparison: RoleComparison, graph: PromotionGraph, texts: Texts, *, name: str = ""
) -> tuple[CompareRow, ...]:
    """Return all rows; `name` is the person's where the comparison has gaps."""
    catalogue = graph.catalogue
    return (
        _track_row(comparison, catalogue, texts),
        *_person_rows(comparison, catalogue, texts, name),
        _carry_over_row(comparison, texts),
        *_role_rows(comparison, texts),
        *_skill_rows(comparison, catalogue, texts),
        *_kpi_rows(comparison, texts),
        *_move_rows(comparison, catalogue, texts),
        *_source_rows(comparison, texts),
    )


def _text_row(head: str, first: Sequence[Line], second: Sequence[Line]) -> CompareRow:
    return CompareRow(
        kind="text", head=head, first=Side(lines=tuple(first)), second=Side(lines=tuple(second))
    )


def _quiet(words: str) -> Line:
    return Line(words=words, colour="text-quiet")


def _track_row(comparison: RoleComparison, catalogue: Catalogue, texts: Texts) -> CompareRow:
    first, second = (
        [Line(words=place_words(catalogue, role, texts), is_bold=True)] for role in comparison.roles
    )
    return _text_row(texts.tr("Track and rank"), first, second)


def _person_rows(
    comparison: RoleComparison, catalogue: Catalogue, texts: Texts, name: str
) -> Iterator[CompareRow]:
    if comparison.gaps is not None:
        first, second = ([_readiness_line(gap, catalogue, texts)] for gap in comparison.gaps)
        whole = name.replace(" ", NO_BREAK)
        yield _text_row(texts.tr("Readiness of {name}", name=whole), first, second)


def _readiness_line(gap: Gap, catalogue: Catalogue, texts: Texts) -> Line:
    if not catalogue.role(gap.role).requires:
        return _quiet(no_requirements_words(texts))
    if gap.readiness is None:
        return _quiet(texts.tr("The sum of what is required is 0, so readiness is unknown."))
    reasons = DOT.join(verdict(gap, catalogue, texts))
    unrated = unrated_words(len(gap.unrated), texts) if gap.unrated else ""
    return Line(
        words=DOT.join(filter(None, (reasons, unrated))),
        figure=readiness_words(gap.readiness, texts),
        bar=(gap.readiness.low, gap.readiness.high),
    )


def _carry_over_row(comparison: RoleComparison, texts: Texts) -> CompareRow:
    there, back = comparison.carries_over
    first = _carried(back, comparison.second, texts)
    second = _carried(there, comparison.first, texts)
    return _text_row(texts.tr("Carries over"), [first], [second])


def _carried(fraction: float | None, other: Role, texts: Texts) -> Line:
    if fraction is None:
        return _quiet(texts.tr("Nothing is required here, so what carries over is unknown."))
    return Line(
        words=texts.tr("from {role}", role=texts.pick(other.name)),
        figure=texts.tr("{percent} %", percent=whole_percent(fraction)),
        bar=(fraction, fraction),
    )


def _role_rows(comparison: RoleComparison, texts: Texts) -> Iterator[CompareRow]:
    """Yield purpose, responsibilities and use of time, where either role says something of it."""
    purposes, duties, times = (
        [
            [Line(words=texts.pick(role.purpose))] if texts.pick(role.purpose) else []
            for role in comparison.roles
        ],
        [
            [Line(words=texts.pick(duty), is_item=True) for duty in role.responsibilities]
            for role in comparison.roles
        ],
        [
            [_share(texts.pick(time.on), time.share, "", texts) for time in role.time]
            for role in comparison.roles
        ],
    )
    for head, (first, second) in (
        (texts.tr("Purpose"), purposes),
        (texts.tr("Responsibilities"), duties),
        (texts.tr("Use of time"), times),
    ):
        if first or second:
            yield _said(head, first, second, texts)


def _said(head: str, first: Sequence[Line], second: Sequence[Line], texts: Texts) -> CompareRow:
    unsaid = [_quiet(texts.tr("The catalogue says nothing of it."))]
    return _text_row(head, first or unsaid, second or unsaid)


def _share(words: str, share: float | None, note: str, texts: Texts) -> Line:
    if share is None:
        return Line(words=words, note=note, figure=_NO_NUMBER, bar=(0.0, 0.0))
    part = min(1.0, max(0.0, share / _WHOLE))
    figure = texts.tr("{percent} %", percent=texts.number(share, 1))
    return Line(words=words, note=note, figure=figure, bar=(part, part))


def _skill_rows(
    comparison: RoleComparison, catalogue: Catalogue, texts: Texts
) -> Iterator[CompareRow]:
    yield _shared_part(comparison, texts)
    # Beside a person it is said with the readiness.
    if comparison.gaps is None and not all(role.requires for role in comparison.roles):
        bare = [_quiet(no_requirements_words(texts))]
        first, second = ([] if role.requires else bare for role in comparison.roles)
        yield _text_row("", first, second)
    for shared in comparison.both:
        yield CompareRow(
            kind="skill",
            head=texts.pick(catalogue.skill(shared.skill).name),
            first=_required(shared.first, -shared.difference, catalogue, texts),
            second=_required(shared.second, shared.difference, catalogue, texts),
        )
    if any(comparison.only):
        ours, theirs = (_only_here(len(alone), texts) for alone in comparison.only)
        yield CompareRow(
            kind="part", head=texts.tr("Competencies in one alone"), first=ours, second=theirs
        )
    for one, other in zip_longest(*comparison.only):
        yield CompareRow(
            kind="skill",
            first=_alone(one, catalogue, texts),
            second=_alone(other, catalogue, texts),
        )


def _shared_part(comparison: RoleComparison, texts: Texts) -> CompareRow:
    """Return the heading of what both require, and of how much each requires more."""
    count = len(comparison.both)
    first, second = (
        texts.ntr("{count} higher here", "{count} higher here", len(higher)) if higher else ""
        for higher in comparison.higher
    )
    return CompareRow(
        kind="part",
        head=texts.tr("Competencies in both"),
        note=texts.ntr("{count} skill", "{count} skills", count)
        if count
        else texts.tr("No skill is required in both."),
        first=Side(lines=(_quiet(first),)),
        second=Side(lines=(_quiet(second),)),
    )


def _only_here(count: int, texts: Texts) -> Side:
    said = texts.ntr("{count} only here", "{count} only here", count) if count else ""
    return Side(lines=(_quiet(said),))


def _required(requirement: Requirement, higher: float, catalogue: Catalogue, texts: Texts) -> Side:
    """Return what a role requires of the skill that heads the row."""
    level = level_name(requirement.level, catalogue.scale, texts)
    mark = texts.tr("{number} higher", number=texts.number(higher)) if higher > 0 else ""
    return _skill_side(level, _need(requirement, texts), mark, requirement, catalogue, texts)


def _alone(requirement: Requirement | None, catalogue: Catalogue, texts: Texts) -> Side:
    """Return a skill with what a role requires of it; nothing where there is none."""
    if requirement is None:
        return Side()
    name = texts.pick(catalogue.skill(requirement.skill).name)
    level = level_name(requirement.level, catalogue.scale, texts)
    note = DOT.join((level, _need(requirement, texts)))
    return _skill_side(name, note, "", requirement, catalogue, texts)


def _need(requirement: Requirement, texts: Texts) -> str:
    need = texts.tr("essential") if requirement.essential else texts.tr("desirable")
    weight = texts.tr("weight {weight}", weight=texts.number(requirement.weight))
    return DOT.join((need, weight))


def _skill_side(
    words: str,
    note: str,
    mark: str,
    requirement: Requirement,
    catalogue: Catalogue,
    texts: Texts,
) -> Side:
    description = catalogue.skill(requirement.skill).description(requirement.level)
    return Side(
        lines=(Line(words=words, note=note, is_bold=requirement.essential),),
        level=requirement.level,
        mark=mark,
        description=texts.pick(description) if description is not None else "",
    )


def _kpi_rows(comparison: RoleComparison, texts: Texts) -> Iterator[CompareRow]:
    first, second = (
        [
            _share(
                texts.pick(kpi.name),
                kpi.weight,
                source_words(kpi.source, texts) if kpi.source.text else "",
                texts,
            )
            for kpi in role.kpis
        ]
        for role in comparison.roles
    )
    if first or second:
        yield _said(texts.tr("Measured by"), first, second, texts)


def _move_rows(
    comparison: RoleComparison, catalogue: Catalogue, texts: Texts
) -> Iterator[CompareRow]:
    def name(role: str) -> str:
        return texts.pick(catalogue.role(role).name)

    if not comparison.is_of_one_role:
        there, back = (
            list(_between(moves, way, start, catalogue, texts))
            for moves, way, start in zip(
                comparison.moves, comparison.ways, comparison.roles, strict=True
            )
        )
        yield _text_row(texts.tr("From one to the other"), back, there)
    told = {move.id for moves in comparison.moves for move in moves}
    into = [
        [_move_line(name(move.from_role), move, texts, move.id in told) for move in moves]
        or [_quiet(texts.tr("No move leads here."))]
        for moves in comparison.moves_in
    ]
    onward = [
        [_move_line(name(move.to_role), move, texts, move.id in told) for move in moves]
        or [_quiet(texts.tr("No move leads on from it."))]
        for moves in comparison.moves_out
    ]
    yield _text_row(texts.tr("Leads here"), *into)
    yield _text_row(texts.tr("Leads on to"), *onward)


def _between(
    moves: Sequence[Move], way: Sequence[str], start: Role, catalogue: Catalogue, texts: Texts
) -> Iterator[Line]:
    """Yield the moves from the other role, else the shortest way from it."""
    other = texts.pick(start.name)
    for move in moves:
        yield _move_line(texts.tr("from {role}", role=other), move, texts)
    if moves:
        return
    if not way:
        yield _quiet(texts.tr("No way leads here from {role}.", role=other))
        return
    between = texts.tr(", ").join(texts.pick(catalogue.role(role).name) for role in way[1:-1])
    yield Line(
        words=texts.tr("from {role}", role=other)
        + DOT
        + texts.ntr("{count} move", "{count} moves", len(way) - 1),
        note=texts.tr("via {roles}", roles=between),
    )


def _move_line(name: str, move: Move, texts: Texts, is_told: bool = False) -> Line:
    """Return a move by its other end; what it asks is not said again where it `is_told`."""
    facts = [kind_words(move.kind, texts)]
    if move.years:
        facts.append(years_words(move.years, texts))
    if move.source.text:
        facts.append(source_words(move.source, texts))
    if move.precondition is not None and not is_told:
        facts.append(texts.pick(move.precondition))
    return Line(words=name, note=DOT.join(facts))


def _source_rows(comparison: RoleComparison, texts: Texts) -> Iterator[CompareRow]:
    first, second = (list(_sources(role, texts)) for role in comparison.roles)
    if first or second:
        yield _said(texts.tr("Sources"), first, second, texts)


def _sources(role: Role, texts: Texts) -> Iterator[Line]:
    said = sources_line(role, (), texts).splitlines()
    if said and role.time:
        said.append(texts.tr("Shares of time: no source of their own."))
    if said:
        yield _quiet(in_line(said, texts))
