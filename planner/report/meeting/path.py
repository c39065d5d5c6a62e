"""The first page of a one-on-one: the way on the map, readiness, gaps, and what was agreed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from planner.core.career import AgreedLevel, Career, Meeting
from planner.core.gaps import Gap, SkillGap
from planner.core.layout import layouts
from planner.core.meeting.meetings import agreed_in, in_order
from planner.core.model import Catalogue
from planner.report.drawing import Drawing, Shape, Words
from planner.report.gaps.level_marks import level_marks, level_marks_width
from planner.report.gaps.words import readiness_rule, step_words
from planner.report.map.map_drawing import map_drawing
from planner.report.map.part import part_of
from planner.report.map.roles import SMALL as SMALL_ON_MAP
from planner.report.map.roles import box_size
from planner.report.map.state import MapState, map_state
from planner.report.map.words import readiness_words, state_line
from planner.report.meeting.words import agreed_level_words
from planner.report.pages import PageContext, day_words, running, shortened, standing_words
from planner.report.paper.chart_options import LEAST_TEXT
from planner.report.paper.flow import (
    ASCENT,
    BODY,
    HEADING,
    LEADING,
    SMALL,
    Cell,
    Column,
    Flow,
    PlacedDrawing,
)
from planner.report.rows import aligned_numbers, verdict

LONGEST_NAME = 90
# Between two sections.
GAP = 9.0
_LARGEST_GAPS = 3
# In points: the map takes no more, no text on it is smaller, and it is not worth less.
_MOST_MAP, _LEAST_MAP = 400.0, 130.0
_LARGEST_SCALE = 0.8
_SQUARE = 8.5
_LONGEST_NOTE = 170
# So many lines of what was agreed matter more than a larger map.
_AGREED_LINES, _LONGEST_LEVELS = 6, 1500
# On a sheet of less height everything is told, on as many sheets as that takes.
_WHOLE = 600.0
# There a heading is followed by so many lines at least.
_KEPT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """The one-on-one that is printed, the day it is held, and the one before it."""

    meeting: Meeting
    career: Career
    day: date
    last: Meeting | None
    role: str


def path_page(flow: Flow, talk: Talk, context: PageContext) -> tuple[PlacedDrawing, ...]:
    """Set where somebody stands; return the map, to be put on the sheet.

    The map takes the room that is left, as far as it can be read.
    """
    _head(flow, talk, context)
    rooms = [_room_of_map(flow, talk, context)]
    for texts in context.edition.others:
        # Whoever turns the page sees the same part of the map.
        own = replace(context, texts=texts)
        other = Flow(context.sheet, flow.measure, running(meeting_title(talk, own), own))
        _head(other, talk, own)
        rooms.append(_room_of_map(other, talk, own))
    placed = place_path(flow, path_maps(rooms)[0], context)
    flow.space(GAP)
    _readiness(flow, talk, context)
    _agreed(flow, talk, context)
    return placed


def meeting_title(talk: Talk, context: PageContext) -> str:
    """Return what the sheets of a one-on-one are called."""
    return context.texts.tr("One-on-one of {day}", day=context.texts.date(talk.day))


def _head(flow: Flow, talk: Talk, context: PageContext) -> None:
    """Set what stands above the map."""
    flow.text(context.person.name, bold=True, colour="accent", most=2)
    flow.title(meeting_title(talk, context))
    flow.text(standing_words(context), colour="text-quiet", most=3)
    flow.space(GAP)
    section(flow, context.texts.tr("Where you are on the path"))


def _room_of_map(flow: Flow, talk: Talk, context: PageContext) -> tuple[PageContext, Flow, float]:
    """Return the height that the rest of the sheet leaves to the map below what is set."""
    # All but the map is set once on trial, to know what room is left for it.
    trial = Flow(context.sheet, flow.measure, running(meeting_title(talk, context), context))
    before = trial.y
    _readiness(trial, talk, context)
    needed = 2 * GAP + trial.y - before + _agreed_height(flow, talk, context)
    return context, flow, max(_LEAST_MAP, min(_MOST_MAP, flow.room - needed))


class PathMap(NamedTuple):
    """The map about a person for one sheet, None where none can be read, and what it leaves out."""

    drawing: Drawing | None
    scale: float
    note: str = ""


def path_maps(rooms: Sequence[tuple[PageContext, Flow, float]]) -> list[PathMap]:
    """Return the same part of the map for each room, as much as can be read in all of them.

    The contexts differ in their texts alone.
    """
    context = rooms[0][0]
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    for roles in _neighbourhoods(context, state):
        part = part_of(context.catalogue, roles)
        found: list[PathMap] = []
        for own, flow, height in rooms:
            made = _part_in_room(part, state, own, flow, height)
            if made is None:
                break
            found.append(made)
        else:
            return found
    return [PathMap(None, 0.0) for _ in rooms]


def place_path(flow: Flow, path: PathMap, context: PageContext) -> tuple[PlacedDrawing, ...]:
    """Set the map with its note, or the way in words; return what is to be put on the sheet."""
    drawing, scale, note = path
    if drawing is None:
        path_words(flow, context)
        return ()
    left = flow.paper.margin + (flow.paper.inner_width - drawing.width * scale) / 2
    placed = PlacedDrawing(drawing, left, flow.y, scale)
    flow.space(drawing.height * scale)
    if note:
        flow.text(note, size=SMALL, colour="text-quiet")
    return (placed,)


def _part_in_room(
    part: Catalogue, state: MapState, context: PageContext, flow: Flow, height: float
) -> PathMap | None:
    """Return the map of a part where it can be read, in boxes as wide as usual or as their words.

    What lacks a little of its size in the usual boxes often has it in these.
    """
    width, note = flow.paper.inner_width, _left_out(part, state, context)
    if note:
        height -= len(flow.lines(note, width, SMALL)) * SMALL * LEADING
    lines = [state_line(state.roles[role.id], context.texts) for role in part.roles]
    sizes = (box_size(part, flow.measure), box_size(part, flow.measure, lines))
    for placed in layouts(part, tuple(dict.fromkeys(sizes)), within=context.catalogue):
        drawing = map_drawing(part, placed, state, context.texts, flow.measure).whole()
        scale = min(_LARGEST_SCALE, width / drawing.width, height / drawing.height)
        written = (shape.size for shape in drawing.shapes if isinstance(shape, Words))
        if scale * min(written, default=SMALL_ON_MAP) >= LEAST_TEXT:
            return PathMap(drawing, scale, note)
    return None


def _left_out(part: Catalogue, state: MapState, context: PageContext) -> str:
    """Return what is said where not all next roles, or not all of the way, are drawn."""
    texts, said = context.texts, []
    following = context.graph.next_roles(state.present)
    drawn = sum(part.has_role(role.id) for role in following)
    if drawn < len(following):
        said.append(
            texts.tr(
                "Roles that the present one leads to: {count} of {all} are drawn, as more would be "
                "too small to read.",
                count=drawn,
                all=len(following),
            )
        )
    if not all(map(part.has_role, state.route)):
        said.append(
            texts.tr(
                "Of the way to the target the first move is drawn, as more would be too small to "
                "read."
            )
        )
    return "\n".join(said)


def _neighbourhoods(context: PageContext, state: MapState) -> Iterator[set[str]]:
    """Yield ever fewer roles about the person: within one move, the next ones, the way alone.

    Of the next ones those go first whose track has the most, as these stand side by side.
    """
    if not state.present:
        return
    way = {state.present, *state.route, *filter(None, (state.target,))}
    following = {role.id for role in context.graph.next_roles(state.present)}
    yield way | set(context.graph.neighbourhood([state.present]))
    yield way | following
    left = following - way
    while left:
        counts = Counter(context.catalogue.role(role).track for role in sorted(left))
        (widest, _count), *_others = counts.most_common()
        left = {role for role in left if context.catalogue.role(role).track != widest}
        yield way | left
    yield {state.present, *state.route[1:2]}


def path_words(flow: Flow, context: PageContext) -> None:
    """Say the way in words, where no map of it can be read."""
    texts, catalogue = context.texts, context.catalogue
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    names = [
        shortened(texts.pick(catalogue.role(role).name), LONGEST_NAME)
        for role in state.route or filter(None, (state.present,))
    ]
    flow.text(" → ".join(names), most=4)


def _readiness(flow: Flow, talk: Talk, context: PageContext) -> None:
    texts = context.texts
    gap, role = context.gaps[talk.role], context.catalogue.role(talk.role)
    name = shortened(texts.pick(role.name), LONGEST_NAME)
    words = readiness_words(gap.readiness, texts)
    if gap.readiness is not None:
        words = texts.tr("{percentage} ready", percentage=words)
    flow.text(texts.tr("{role}: {state}", role=name, state=words), size=HEADING, bold=True, most=2)
    reasons = texts.tr("; ").join(verdict(gap, context.catalogue, texts))
    flow.text(reasons, bold=True, colour="success" if gap.ready else "warning", most=2)
    flow.text(day_words(context), size=SMALL, colour="text-quiet", most=2)
    flow.text(readiness_rule(texts), size=SMALL, colour="text-quiet", most=4)
    gaps = [skill for skill in gap.skills if skill.is_open][:_LARGEST_GAPS]
    flow.space(GAP)
    if gaps:
        section(flow, texts.tr("The largest gaps"))
        _gap_table(flow, gap, gaps, context)
        flow.space(2)


def _gap_table(flow: Flow, gap: Gap, gaps: Sequence[SkillGap], context: PageContext) -> None:
    texts, scale = context.texts, context.catalogue.scale
    marks = level_marks_width(scale, _SQUARE)
    if marks > flow.paper.inner_width / 4:
        marks = 0.0
    width = flow.paper.inner_width
    columns = [
        Column(texts.tr("Skill"), width - marks - 86 - 50),
        Column(texts.tr("Held → required"), marks + 86),
        Column(texts.tr("Weight"), 50, "right"),
    ]
    tracks = [track.id for track in context.catalogue.tracks]
    colour = f"track-{tracks.index(context.catalogue.role(gap.role).track)}"
    weights = aligned_numbers([skill.weight for skill in gaps], texts)
    rows = zip(gaps, weights, strict=True)
    flow.table(columns, [_gap_row(skill, weight, context, marks, colour) for skill, weight in rows])


def _gap_row(
    skill: SkillGap, weight: str, context: PageContext, marks: float, colour: str
) -> list[Cell]:
    texts = context.texts
    known = context.catalogue.skill(skill.skill)
    described = known.description(skill.required)
    kind = texts.tr("essential") if skill.essential else texts.tr("desirable")
    note = kind
    if described is not None:
        asked = shortened(texts.pick(described), _LONGEST_NOTE)
        note = texts.tr("{kind} · {words}", kind=kind, words=asked)
    levels = partial(_levels, skill=skill, context=context, marks=marks, colour=colour)
    return [
        Cell(shortened(texts.pick(known.name), LONGEST_NAME), note, bold=True),
        Cell(shapes=levels, height=BODY * LEADING),
        Cell(weight),
    ]


def _levels(
    x: float, y: float, *, skill: SkillGap, context: PageContext, marks: float, colour: str
) -> Sequence[Shape]:
    shapes: list[Shape] = []
    if marks:
        shapes += level_marks(skill, context.catalogue.scale, x, y, _SQUARE, colour)
        x += marks + 7
    words = step_words(skill, context.texts)
    return [*shapes, Words(x, y - 1.5 + BODY * ASCENT, words, BODY, "text", True)]


def _agreed_height(flow: Flow, talk: Talk, context: PageContext) -> float:
    words, _ = _agreed_words(talk, context)
    whole = context.texts.tr("; ").join(words)
    lines = flow.lines(shortened(whole, _LONGEST_LEVELS), flow.paper.inner_width, BODY)
    return HEADING * LEADING + GAP + 6 + min(_AGREED_LINES, len(lines)) * BODY * LEADING


def _agreed_words(talk: Talk, context: PageContext) -> tuple[list[str], date]:
    levels, day = _agreed_levels(talk)
    words = [
        agreed_level_words(one.skill, one.level, context.catalogue, context.texts) for one in levels
    ]
    return [shortened(one, LONGEST_NAME) for one in words], day


def _agreed_levels(talk: Talk) -> tuple[Sequence[AgreedLevel], date]:
    """Return what was agreed in this one-on-one, else in the last one that agreed any, its day."""
    meeting, career = talk.meeting, talk.career
    if meeting.is_closed:
        return meeting.agreed, meeting.on
    here = agreed_in(meeting, career.ratings, career.meetings) if talk.day == meeting.on else ()
    newest = {rating.skill: AgreedLevel(skill=rating.skill, level=rating.level) for rating in here}
    agreeing = [one for one in career.meetings if one.is_closed and one.agreed]
    if newest or not agreeing:
        return tuple(newest.values()), talk.day
    last = in_order(agreeing)[-1]
    return last.agreed, last.on


def _agreed(flow: Flow, talk: Talk, context: PageContext) -> None:
    """Set what was agreed as one paragraph, as far as it fits."""
    texts, width = context.texts, flow.paper.inner_width
    words, day = _agreed_words(talk, context)
    flow.space(GAP)
    section(flow, texts.tr("Agreed on {day}", day=texts.date(day)))
    if not words:
        flow.text(texts.tr("No level was agreed."), colour="text-quiet")
        return
    if is_low(flow):
        flow.text(texts.tr("; ").join(words))
        return
    fitting = max(1, int((flow.room - 2) / (BODY * LEADING)))
    for count in range(len(words), -1, -1):
        parts = words[:count]
        if left := len(words) - count:
            parts.append(
                texts.ntr(
                    "and {count} more in the planner", "and {count} more in the planner", left
                )
            )
        told = texts.tr("; ").join(parts)
        if len(flow.lines(told, width, BODY)) <= fitting:
            break
    flow.text(told, most=fitting)


def is_low(flow: Flow) -> bool:
    """Whether a sheet is too low for two of them to hold what matters."""
    return flow.paper.inner_height < _WHOLE


def section(flow: Flow, words: str) -> None:
    """Set the heading of a section; where sheets are low, with the beginning of what follows."""
    keep = 3 + _KEPT * BODY * LEADING if is_low(flow) else 0.0
    flow.text(words, size=HEADING, bold=True, most=1, keep=keep)
    flow.space(3)
