"""The two pages to take along to a one-on-one, or from it: the path, and what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from planner.core.career import Action, AgreedLevel, Career, Meeting, Owner
from planner.core.gaps import Gap, SkillGap, first_role_to_open
from planner.core.layout import layout
from planner.core.meetings import (
    agreed_in,
    career_as_of,
    closed_before,
    day_held,
    in_order,
    promises,
)
from planner.core.text import Texts
from planner.report.drawing import Drawing, Rectangle, Shape, Words
from planner.report.flow import (
    ASCENT,
    BODY,
    HEADING,
    LEADING,
    SMALL,
    Cell,
    Column,
    Flow,
    PlacedDrawing,
    Sheet,
)
from planner.report.gap_words import readiness_rule, step_words
from planner.report.level_marks import level_marks, level_marks_width
from planner.report.map_drawing import map_drawing
from planner.report.map_part import part_of
from planner.report.map_roles import SMALL as SMALL_ON_MAP
from planner.report.map_roles import box_size
from planner.report.map_state import MapState, map_state
from planner.report.map_words import readiness_words
from planner.report.meeting_words import agreed_level_words, due_words, origin_words, owner_name
from planner.report.pages import (
    PageContext,
    Press,
    day_words,
    running,
    shortened,
    standing_words,
)
from planner.report.rows import verdict

_LARGEST_GAPS = 3
# In points: the map takes no more, no text on it is smaller, and it is not worth less.
_MOST_MAP, _LEAST_MAP, _LEAST_READABLE = 290.0, 130.0, 5.0
_LARGEST_SCALE = 0.8
_SQUARE = 8.5
_LONGEST_NAME, _LONGEST_NOTE, _LONGEST_ITEM = 90, 170, 170
# Lines to write on, and how far they lie apart.
_LEAST_LINES, _LINE = 6, 23.0
_INDENT = 16.0
_GAP = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Talk:
    """The one-on-one that is printed, the day it is held, and the one before it."""

    meeting: Meeting
    career: Career
    day: date
    last: Meeting | None
    role: str


def meeting_pages(context: PageContext, meeting_id: str, press: Press) -> tuple[Sheet, ...]:
    """Return the two sheets of a one-on-one; raise KeyError for an unknown one.

    As of a past day they show what was there by then.
    """
    talk = _talk(context, meeting_id)
    title = context.texts.tr("One-on-one of {day}", day=context.texts.date(talk.day))
    flow = Flow(context.sheet, press.measure, running(title, context))
    placed = _first_page(flow, talk, context, title)
    flow.need(flow.room + 1)
    _second_page(flow, talk, context)
    first, second = flow.sheets()
    return (replace(first, drawings=placed), second)


def _talk(context: PageContext, meeting_id: str) -> _Talk:
    career = context.career
    if career is None:
        raise KeyError(meeting_id)
    if context.as_of < context.today:
        career = career_as_of(career, context.as_of)
    meeting = {one.id: one for one in career.meetings}[meeting_id]
    return _Talk(
        meeting=meeting,
        career=career,
        day=day_held(meeting, career, context.today),
        last=closed_before(career.meetings, meeting),
        role=first_role_to_open(context.graph, context.person, context.gaps),
    )


# the first page: where somebody stands


def _first_page(
    flow: Flow, talk: _Talk, context: PageContext, title: str
) -> tuple[PlacedDrawing, ...]:
    texts = context.texts
    flow.text(context.person.name, bold=True, colour="accent", most=2)
    flow.title(title)
    flow.text(standing_words(context), colour="text-quiet", most=3)
    flow.space(_GAP)
    _heading(flow, texts.tr("Where you are on the path"))
    top = flow.y
    # All but the map is set once on trial, to know what room is left for it.
    trial = Flow(context.sheet, flow.measure, running(title, context))
    before = trial.y
    _readiness(trial, talk, context)
    needed = trial.y - before + _agreed_height(talk)
    room = min(_MOST_MAP, flow.room - needed)
    drawing, scale = _map(context, flow, max(_LEAST_MAP, room))
    if drawing is None:
        _way(flow, context)
        placed: tuple[PlacedDrawing, ...] = ()
    else:
        left = flow.paper.margin + (flow.paper.inner_width - drawing.width * scale) / 2
        placed = (PlacedDrawing(drawing, left, top, scale),)
        flow.space(drawing.height * scale)
    flow.space(_GAP)
    _readiness(flow, talk, context)
    _agreed(flow, talk, context)
    return placed


def _map(context: PageContext, flow: Flow, height: float) -> tuple[Drawing | None, float]:
    """Return as much of the map about the person as can be read in `height`, with its scale."""
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    for roles in _neighbourhoods(context, state):
        part = part_of(context.catalogue, roles)
        placed = layout(part, box_size(part, flow.measure))
        drawing = map_drawing(part, placed, state, context.texts, flow.measure).whole()
        scale = min(_LARGEST_SCALE, flow.paper.inner_width / drawing.width, height / drawing.height)
        if scale * SMALL_ON_MAP >= _LEAST_READABLE:
            return drawing, scale
    return None, 0.0


def _neighbourhoods(context: PageContext, state: MapState) -> Iterator[set[str]]:
    """Yield ever fewer roles about the person: within one move, the next ones, the way alone."""
    if not state.present:
        return
    way = {state.present, *state.route, *filter(None, (state.target,))}
    following = {role.id for role in context.graph.next_roles(state.present)}
    yield way | set(context.graph.neighbourhood([state.present]))
    yield way | following
    yield way
    yield {state.present, *state.route[1:2]}


def _way(flow: Flow, context: PageContext) -> None:
    """Say the way in words, where no map of it can be read."""
    texts, catalogue = context.texts, context.catalogue
    state = map_state(context.graph, context.person, context.gaps, context.as_of)
    names = [
        shortened(texts.pick(catalogue.role(role).name), _LONGEST_NAME)
        for role in state.route or filter(None, (state.present,))
    ]
    flow.text(" → ".join(names), most=4)


def _readiness(flow: Flow, talk: _Talk, context: PageContext) -> None:
    texts = context.texts
    gap, role = context.gaps[talk.role], context.catalogue.role(talk.role)
    name = shortened(texts.pick(role.name), _LONGEST_NAME)
    words = readiness_words(gap.readiness, texts)
    if gap.readiness is not None:
        words = texts.tr("{percentage} ready", percentage=words)
    flow.text(texts.tr("{role}: {state}", role=name, state=words), size=HEADING, bold=True, most=2)
    reasons = texts.tr("; ").join(verdict(gap, context.catalogue, texts))
    flow.text(reasons, bold=True, colour="success" if gap.ready else "warning", most=2)
    flow.text(day_words(context), size=SMALL, colour="text-quiet", most=2)
    flow.text(readiness_rule(texts), size=SMALL, colour="text-quiet", most=4)
    gaps = [skill for skill in gap.skills if skill.is_open][:_LARGEST_GAPS]
    flow.space(_GAP)
    if gaps:
        _heading(flow, texts.tr("The largest gaps"))
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
    flow.table(columns, [_gap_row(skill, context, marks, colour) for skill in gaps])


def _gap_row(skill: SkillGap, context: PageContext, marks: float, colour: str) -> list[Cell]:
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
        Cell(shortened(texts.pick(known.name), _LONGEST_NAME), note, bold=True),
        Cell(shapes=levels, height=BODY * LEADING),
        Cell(texts.number(skill.weight)),
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


def _agreed_height(talk: _Talk) -> float:
    levels, _ = _agreed_levels(talk)
    lines = min(len(levels), 3) + 1 if levels else 1
    return HEADING * LEADING + 2 * _GAP + lines * (BODY * LEADING + 3)


def _agreed_levels(talk: _Talk) -> tuple[Sequence[AgreedLevel], date]:
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


def _agreed(flow: Flow, talk: _Talk, context: PageContext) -> None:
    texts = context.texts
    levels, day = _agreed_levels(talk)
    flow.space(_GAP)
    _heading(flow, texts.tr("Agreed on {day}", day=texts.date(day)))
    words = [agreed_level_words(one.skill, one.level, context.catalogue, texts) for one in levels]
    if not words:
        flow.text(texts.tr("No level was agreed."), colour="text-quiet")
    _items(flow, words, texts, until=0.0)


# the second page: what was promised, what there is to talk about, lines to write on


def _second_page(flow: Flow, talk: _Talk, context: PageContext) -> None:
    texts = context.texts
    lines = _LEAST_LINES * _LINE + HEADING * LEADING + 2 * _GAP + BODY * LEADING
    notes = talk.meeting.shared if talk.meeting.is_closed else ""
    below = lines + (5 * BODY * LEADING + HEADING * LEADING + _GAP if notes else 0)
    open_points = [item for item in talk.meeting.items if not item.done]
    of_agenda = min(len(open_points), 5) * (BODY * LEADING + 4) + HEADING * LEADING + 2 * _GAP
    _open_promises(flow, talk, context, below + of_agenda)
    flow.space(_GAP)
    _heading(flow, texts.tr("Agenda") if not notes else texts.tr("Carried over to the next time"))
    if not open_points:
        flow.text(texts.tr("Every point was talked about."), colour="text-quiet")
    words = []
    for item in open_points:
        origin = origin_words(item, talk.last, context.person, texts)
        point = texts.pick(item.text)
        words.append(
            texts.tr("{point} ({origin})", point=shortened(point, _LONGEST_ITEM), origin=origin)
            if origin
            else point
        )
    _items(flow, words, texts, until=below, box=True)
    if notes:
        _notes(flow, notes, texts, lines)
    _lines_to_write_on(flow, talk, texts)


def _open_promises(flow: Flow, talk: _Talk, context: PageContext, until: float) -> None:
    texts = context.texts
    _heading(flow, texts.tr("Open promises of both"))
    found = [one for one in promises(talk.career.actions, None) if one.is_open]
    if not found:
        flow.text(texts.tr("Nothing is promised and still open."), colour="text-quiet")
    for owner in Owner:
        mine = [one for one in found if one.owner is owner]
        if not mine:
            continue
        name = shortened(owner_name(owner, context.person, texts), _LONGEST_NAME)
        flow.space(3)
        flow.text(name, bold=True, most=1)
        flow.space(1)
        share = until
        if owner is Owner.EMPLOYEE and any(one.owner is not owner for one in found):
            # The other side gets its part of the room too.
            share += (flow.room - until) / 2
        words = [_promise_words(one, talk, texts) for one in mine]
        _items(flow, words, texts, until=share, box=True)


def _promise_words(action: Action, talk: _Talk, texts: Texts) -> str:
    said = due_words(action, None, talk.day, texts)
    title = shortened(action.title, _LONGEST_ITEM)
    return texts.tr("{title} – {state}", title=title, state=said.words)


def _notes(flow: Flow, notes: str, texts: Texts, until: float) -> None:
    flow.space(_GAP)
    _heading(flow, texts.tr("Shared notes"))
    lines = flow.lines(notes, flow.paper.inner_width, BODY)
    fitting = int((flow.room - until) / (BODY * LEADING)) - 1
    if len(lines) <= fitting:
        flow.text(notes)
        return
    flow.text(notes, most=max(1, fitting - 1))
    words = texts.tr("Shortened: the whole stands in the planner.")
    flow.text(words, size=SMALL, colour="text-quiet")


def _lines_to_write_on(flow: Flow, talk: _Talk, texts: Texts) -> None:
    flow.space(_GAP)
    _heading(flow, texts.tr("To write on"))
    left, width = flow.paper.margin, flow.paper.inner_width
    foot = BODY * LEADING + 6
    while flow.room - foot >= _LINE:
        flow.space(_LINE)
        flow.add(Rectangle(left, flow.y, width, 0.5, "line-strong"))
    words = texts.tr("The next one-on-one:")
    flow.space(6)
    if talk.meeting.next_on is not None:
        day = texts.date(talk.meeting.next_on)
        flow.text(texts.tr("The next one-on-one: {day}", day=day), bold=True)
        return
    start = left + flow.measure(words, BODY, True) + 6
    flow.add(Rectangle(start, flow.y + BODY * ASCENT + 1.5, 120, 0.5, "line-strong"))
    flow.text(words, bold=True)


def _heading(flow: Flow, words: str) -> None:
    flow.text(words, size=HEADING, bold=True, most=1)
    flow.space(3)


def _items(
    flow: Flow, words: Sequence[str], texts: Texts, *, until: float, box: bool = False
) -> None:
    """Set as many items as leave `until` of the sheet free, and say how many more there are."""
    one_line = BODY * LEADING + 3
    indent = _INDENT if box else 0.0
    for place, whole in enumerate(words):
        item = shortened(whole, 2 * _LONGEST_ITEM)
        count = min(2, len(flow.lines(item, flow.paper.inner_width - indent, BODY)))
        left = len(words) - place
        # The last one needs no line below it that counts the rest.
        wanted = count * BODY * LEADING + 3 + (one_line if left > 1 else 0)
        if flow.room - wanted < until:
            flow.text(
                texts.ntr(
                    "and {count} more in the planner", "and {count} more in the planner", left
                ),
                colour="text-quiet",
            )
            return
        flow.text(item, indent=indent, most=2, box=box)
        flow.space(3)
