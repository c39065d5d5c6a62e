"""What makes a well-formed catalogue a poor one, each time with the record and the remedy."""

from __future__ import annotations

from collections.abc import Iterator

from planner.core.checking.problem import CheckedRecord, Problem
from planner.core.checking.questionnaires import questionnaire_problems
from planner.core.checking.traps import Ways, lower_levels
from planner.core.edits import Key
from planner.core.graph import PromotionGraph
from planner.core.model import Agenda, Catalogue, Move, MoveKind, Role, Skill
from planner.core.text import Text, message, message_n

WHOLE = 100.0
# Shares such as 33.33 are rounded by hand.
_ROUNDING = 0.05


def problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return every problem of a catalogue: of head, templates, skills, roles, moves."""
    graph = PromotionGraph(catalogue)
    return (
        *_head_problems(catalogue),
        *_agenda_problems(catalogue),
        *questionnaire_problems(catalogue),
        *_skill_problems(catalogue),
        *_role_problems(catalogue),
        *_way_problems(catalogue, graph),
        *_cycle_problems(catalogue, graph),
        *_move_problems(catalogue),
    )


def _catalogue_record(catalogue: Catalogue) -> CheckedRecord:
    return CheckedRecord(
        Key("catalogue", catalogue.id),
        message("catalogue “{catalogue}”", catalogue=catalogue.id),
    )


def _agenda_record(catalogue: Catalogue, agenda: Agenda) -> CheckedRecord:
    key = Key("catalogue", catalogue.id)
    return CheckedRecord(key, message("agenda “{agenda}”", agenda=agenda.id))


def _skill_record(catalogue: Catalogue, skill: Skill) -> CheckedRecord:
    return CheckedRecord(
        Key("skill", catalogue.id, skill.id), message("skill “{skill}”", skill=skill.id)
    )


def _role_record(catalogue: Catalogue, role: Role) -> CheckedRecord:
    return CheckedRecord(Key("role", catalogue.id, role.id), message("role “{role}”", role=role.id))


def _move_record(catalogue: Catalogue, move: Move) -> CheckedRecord:
    return CheckedRecord(
        Key("move", catalogue.id, move.id),
        message(
            "move “{from_role}” to “{to_role}”", from_role=move.from_role, to_role=move.to_role
        ),
    )


def _head_problems(catalogue: Catalogue) -> Iterator[Problem]:
    head, record = catalogue.head, _catalogue_record(catalogue)
    if not head.source.text:
        yield record.without_source()
    yield from record.without_language(
        (
            ("title", head.title),
            ("attribution", head.attribution),
            *(("scale", level.name) for level in head.scale.levels),
            *(("ranks", rank.name) for rank in head.ranks),
            *(("tracks", track.name) for track in head.tracks),
        )
    )
    if head.scale.lowest != 0:
        yield record.problem(
            message("the scale begins at {level}", level=head.scale.lowest),
            message("Begin the scale with level 0, which means that nothing is held."),
        )
    if not catalogue.roles:
        yield record.problem(
            message("the catalogue has no roles"),
            message("Add the roles under “roles”."),
        )
    held = {role.track for role in catalogue.roles}
    for track in head.tracks:
        if track.id not in held:
            yield record.problem(
                message("no role is in the track “{track}”", track=track.id),
                message("Add its roles, or remove the track."),
            )
    yield from _rank_problems(catalogue, record)


def _rank_problems(catalogue: Catalogue, record: CheckedRecord) -> Iterator[Problem]:
    named = {rank.rank for rank in catalogue.head.ranks}
    unnamed = sorted({role.rank for role in catalogue.roles} - named)
    if named and unnamed:
        yield record.problem(
            message_n(
                "a rank has no name, though others have: {ranks}",
                "{count} ranks have no name, though others have: {ranks}",
                len(unnamed),
                ranks=", ".join(map(str, unnamed)),
            ),
            message("Name every rank that is used under “ranks”, or none."),
        )


def _agenda_problems(catalogue: Catalogue) -> Iterator[Problem]:
    for agenda in catalogue.head.agendas:
        record = _agenda_record(catalogue, agenda)
        if not agenda.source.text:
            yield record.without_source()
        yield from record.without_language(
            (("name", agenda.name), *(("items", item) for item in agenda.items))
        )
        if not agenda.items:
            yield record.problem(
                message("the agenda has no points"),
                message("Add “items”: what is to be talked about, or remove the agenda."),
            )


def _skill_problems(catalogue: Catalogue) -> Iterator[Problem]:
    required = {requirement.skill for role in catalogue.roles for requirement in role.requires}
    for skill in catalogue.skills:
        record = _skill_record(catalogue, skill)
        if not skill.source.text:
            yield record.without_source()
        yield from record.without_language(
            (
                ("name", skill.name),
                *(("levels", text) for _, text in skill.levels),
                *(("practice", practice.text) for practice in skill.practice),
            )
        )
        if skill.id not in required:
            yield record.problem(
                message("no role requires the skill"),
                message("Let a role require it, or remove the skill."),
            )
        yield from _description_problems(catalogue, skill, record)


def _description_problems(
    catalogue: Catalogue, skill: Skill, record: CheckedRecord
) -> Iterator[Problem]:
    described = {level for level, text in skill.levels if text.en or text.zh}
    missing = [
        level.number
        for level in catalogue.scale.levels
        if level.number > 0 and level.number not in described
    ]
    remedy = message("Say under “levels” what each level above 0 looks like.")
    if not described:
        yield record.problem(message("no level of the skill is described"), remedy)
    elif missing:
        levels = ", ".join(f"{level:g}" for level in missing)
        yield record.problem(
            message("levels without a description: {levels}", levels=levels), remedy
        )


def _role_problems(catalogue: Catalogue) -> Iterator[Problem]:
    for role in catalogue.roles:
        record = _role_record(catalogue, role)
        if not role.source.text:
            yield record.without_source()
        yield from record.without_language(_role_texts(role))
        yield from _unsourced_problems(role, record)
        if not role.requires:
            yield record.problem(
                message("the role requires nothing"),
                message("Add the skills that it asks for under “requires”."),
            )
        yield from _kpi_problems(role, record)
        share = sum(part.share for part in role.time)
        if role.time and abs(share - WHOLE) > _ROUNDING:
            yield record.problem(
                message("the shares of time come to {sum} %", sum=share),
                message("Correct the shares so that they come to 100."),
            )


def _role_texts(role: Role) -> Iterator[tuple[str, Text | None]]:
    yield "name", role.name
    yield "purpose", role.purpose
    for text in role.responsibilities:
        yield "responsibilities", text
    for part in role.time:
        yield "time", part.on
    for kpi in role.kpis:
        yield f"kpis, {kpi.id}", kpi.name
    for requirement in role.requires:
        yield f"requires, {requirement.skill}", requirement.lower_because


def _unsourced_problems(role: Role, record: CheckedRecord) -> Iterator[Problem]:
    remedy = message("Add “source”: article §N, editorial, or where else it comes from.")
    requirements = [
        requirement.skill for requirement in role.requires if not requirement.source.text
    ]
    if requirements:
        yield record.problem(
            message_n(
                "a requirement has no source: {skills}",
                "{count} requirements have no source: {skills}",
                len(requirements),
                skills=", ".join(requirements),
            ),
            remedy,
        )
    kpis = [kpi.id for kpi in role.kpis if not kpi.source.text]
    if kpis:
        yield record.problem(
            message_n(
                "a KPI has no source: {kpis}",
                "{count} KPIs have no source: {kpis}",
                len(kpis),
                kpis=", ".join(kpis),
            ),
            remedy,
        )


def _kpi_problems(role: Role, record: CheckedRecord) -> Iterator[Problem]:
    weights = [kpi.weight for kpi in role.kpis if kpi.weight is not None]
    if not weights:
        return
    without = [kpi.id for kpi in role.kpis if kpi.weight is None]
    if without:
        yield record.problem(
            message(
                "KPIs without a weight, though others have one: {kpis}", kpis=", ".join(without)
            ),
            message("Give every KPI of the role a weight, or none."),
        )
    if abs(sum(weights) - WHOLE) > _ROUNDING:
        yield record.problem(
            message("the weights of the KPIs come to {sum} %", sum=sum(weights)),
            message("Correct the weights so that they come to 100."),
        )


def _way_problems(catalogue: Catalogue, graph: PromotionGraph) -> Iterator[Problem]:
    """Yield the roles that nothing leads to or out of; roles of the lowest rank are entered."""
    ways = Ways(graph)
    no_way_in = {role.id for role in ways.without_way_in}
    no_way_out = {role.id for role in ways.without_way_out}
    for role in catalogue.roles:
        record = _role_record(catalogue, role)
        if role.id in no_way_in:
            rank = str(ways.entry)
            yield record.problem(
                message("no move leads to the role, though it is no entry role"),
                message("Add a move that leads to it, or give it rank {rank}.", rank=rank),
            )
        if role.id in no_way_out:
            yield record.problem(
                message("no move leads out of the role, and it is not marked as an end"),
                message("Add a move out of it, or mark it with “end: true”."),
            )
    for role in ways.unreached:
        yield _role_record(catalogue, role).problem(
            message("no way from an entry role leads to the role"),
            message("Add a move from a role that can be reached."),
        )
    for role, tracks in ways.closed_gates:
        yield _role_record(catalogue, role).problem(
            message(
                "nobody can have held all that “after” asks for before the role: {tracks}",
                tracks=", ".join(tracks),
            ),
            message("Add a way through these tracks before it, or take them out of “after”."),
        )


def _cycle_problems(catalogue: Catalogue, graph: PromotionGraph) -> Iterator[Problem]:
    for cycle in graph.promotion_cycles():
        if len(cycle) > 1:
            yield _role_record(catalogue, catalogue.role(cycle[0])).problem(
                message("promotions lead round in a circle: {roles}", roles=", ".join(cycle)),
                message("Remove one of the promotions, or make it a move of another kind."),
            )


def _move_problems(catalogue: Catalogue) -> Iterator[Problem]:
    lowered: set[tuple[str, str]] = set()
    for move in catalogue.moves:
        record = _move_record(catalogue, move)
        if not move.source.text:
            yield record.without_source()
        yield from record.without_language((("precondition", move.precondition),))
        if move.from_role == move.to_role:
            yield record.problem(
                message("the move leads back to the role that it leaves"),
                message("Correct “from” or “to”, or remove the move."),
            )
        elif move.kind is MoveKind.PROMOTION:
            yield from _direction_problems(catalogue, move, record)
            yield from _lowered_problems(catalogue, move, lowered)


def _direction_problems(
    catalogue: Catalogue, move: Move, record: CheckedRecord
) -> Iterator[Problem]:
    low, high = catalogue.role(move.from_role).rank, catalogue.role(move.to_role).rank
    remedy = message("Correct the ranks, or give the move another kind.")
    if high < low:
        yield record.problem(
            message("the promotion leads downward, from rank {low} to {high}", low=low, high=high),
            remedy,
        )
    elif high == low:
        yield record.problem(message("the promotion stays on rank {rank}", rank=low), remedy)


def _lowered_problems(
    catalogue: Catalogue, move: Move, lowered: set[tuple[str, str]]
) -> Iterator[Problem]:
    role = catalogue.role(move.to_role)
    for found in lower_levels(catalogue, move):
        name = (role.id, found.skill)
        if name not in lowered:
            lowered.add(name)
            yield _role_record(catalogue, role).problem(
                message(
                    "“{skill}” falls from {level} in “{role}” to {lower} along a promotion",
                    skill=found.skill,
                    level=found.level,
                    role=move.from_role,
                    lower=found.lower,
                ),
                message("Raise the level, or give the reason under “lower_because”."),
            )
