"""The two pages to take along to a one-on-one, or from it: the path, and what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from planner.core.career import Action, Owner
from planner.core.gaps import first_role_to_open
from planner.core.meeting.meetings import career_as_of, closed_before, day_held, promises
from planner.core.text import Texts
from planner.report.drawing import Rectangle
from planner.report.meeting.choice_section import choice_height, choice_section
from planner.report.meeting.path import (
    GAP,
    LONGEST_NAME,
    Talk,
    is_low,
    meeting_title,
    path_page,
    section,
)
from planner.report.meeting.words import due_words, origin_words, owner_name
from planner.report.pages import PageContext, Press, running, shortened
from planner.report.paper.flow import ASCENT, BODY, HEADING, LEADING, SMALL, Flow, Sheet

_LONGEST_ITEM = 170
# Lines to write on, and how far they lie apart.
_LEAST_LINES, _LINE = 6, 23.0
_INDENT = 16.0
# A longer notice would leave too little of a sheet.
_TALLEST_REST = 90.0


def meeting_pages(context: PageContext, meeting_id: str, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a one-on-one, two where they are large; raise KeyError for no such one.

    As of a past day they show what was there by then. A notice that no foot holds may need more.
    """
    talk = _talk(context, meeting_id)
    title = meeting_title(talk, context)
    flow = Flow(context.sheet, press.measure, running(title, context))
    placed = path_page(flow, talk, context)
    if is_low(flow):
        # There are more than two anyway, and a new one would leave much of this one empty.
        flow.space(GAP)
    else:
        flow.need(flow.room + 1)
    _second_page(flow, talk, context)
    first, *others = flow.sheets()
    return (replace(first, drawings=placed), *others)


def _talk(context: PageContext, meeting_id: str) -> Talk:
    career = context.career
    if career is None:
        raise KeyError(meeting_id)
    if context.as_of < context.today:
        career = career_as_of(career, context.as_of)
    meeting = {one.id: one for one in career.meetings}[meeting_id]
    return Talk(
        meeting=meeting,
        career=career,
        day=day_held(meeting, career, context.today),
        last=closed_before(career.meetings, meeting),
        role=first_role_to_open(context.graph, context.person, context.gaps),
    )


def _second_page(flow: Flow, talk: Talk, context: PageContext) -> None:
    texts = context.texts
    lines = _height_to_write_on(flow)
    notes = talk.meeting.shared if talk.meeting.is_closed else ""
    below = lines + (5 * BODY * LEADING + HEADING * LEADING + GAP if notes else 0)
    if is_low(flow):
        below = lines = -inf
    open_points = [item for item in talk.meeting.items if not item.done]
    of_agenda = min(len(open_points), 5) * (BODY * LEADING + 4) + HEADING * LEADING + 2 * GAP
    of_choice = choice_height(context)
    _open_promises(flow, talk, context, below + of_agenda + of_choice)
    choice_section(flow, context)
    flow.space(GAP)
    section(flow, texts.tr("Agenda") if not notes else texts.tr("Carried over to the next time"))
    if not open_points:
        flow.text(texts.tr("Every point was talked about."), colour="text-quiet")
    words = []
    for item in open_points:
        origin = origin_words(item, talk.last, context.person, texts, talk.career.meetings)
        point = texts.pick(item.text)
        words.append(
            texts.tr("{point} ({origin})", point=shortened(point, _LONGEST_ITEM), origin=origin)
            if origin
            else point
        )
    _items(flow, words, texts, until=below, box=True)
    if notes:
        _notes(flow, notes, texts, lines)
    if is_low(flow):
        flow.need(_height_to_write_on(flow))
    _lines_to_write_on(flow, talk, texts)


def _open_promises(flow: Flow, talk: Talk, context: PageContext, until: float) -> None:
    texts = context.texts
    section(flow, texts.tr("Open promises of both"))
    found = [one for one in promises(talk.career.actions, None) if one.is_open]
    if not found:
        flow.text(texts.tr("Nothing is promised and still open."), colour="text-quiet")
    for owner in Owner:
        mine = [one for one in found if one.owner is owner]
        if not mine:
            continue
        name = shortened(owner_name(owner, context.person, texts), LONGEST_NAME)
        flow.space(3)
        flow.text(name, bold=True, most=1)
        flow.space(1)
        share = until
        if (
            until > -inf
            and owner is Owner.EMPLOYEE
            and any(one.owner is not owner for one in found)
        ):
            # The other side gets its part of the room too.
            share += (flow.room - until) / 2
        words = [_promise_words(one, talk, texts) for one in mine]
        _items(flow, words, texts, until=share, box=True)


def _promise_words(action: Action, talk: Talk, texts: Texts) -> str:
    said = due_words(action, None, talk.day, texts)
    title = shortened(action.title, _LONGEST_ITEM)
    return texts.tr("{title} – {state}", title=title, state=said.words)


def _notes(flow: Flow, notes: str, texts: Texts, until: float) -> None:
    flow.space(GAP)
    section(flow, texts.tr("Shared notes"))
    lines = flow.lines(notes, flow.paper.inner_width, BODY)
    if until == -inf or len(lines) < int((flow.room - until) / (BODY * LEADING)):
        flow.text(notes)
        return
    fitting = int((flow.room - until) / (BODY * LEADING)) - 1
    flow.text(notes, most=max(1, fitting - 1))
    words = texts.tr("Shortened: the whole stands in the planner.")
    flow.text(words, size=SMALL, colour="text-quiet")


def _lines_to_write_on(flow: Flow, talk: Talk, texts: Texts) -> None:
    flow.space(GAP)
    section(flow, texts.tr("To write on"))
    left, width = flow.paper.margin, flow.paper.inner_width
    foot = BODY * LEADING + 6 + _height_of_rest(flow)
    while flow.room - foot >= _LINE:
        flow.space(_LINE)
        flow.add(Rectangle(left, flow.y, width, 0.5, "line-strong"))
    words = texts.tr("The next one-on-one:")
    flow.space(6)
    if talk.meeting.next_on is not None:
        day = texts.date(talk.meeting.next_on)
        flow.text(texts.tr("The next one-on-one: {day}", day=day), bold=True)
    else:
        start = left + flow.measure(words, BODY, True) + 6
        flow.add(Rectangle(start, flow.y + BODY * ASCENT + 1.5, 120, 0.5, "line-strong"))
        flow.text(words, bold=True)
    flow.tell_rest(gap=GAP)


def _height_to_write_on(flow: Flow) -> float:
    """Return the least height of the lines to write on, with what stands above and below them."""
    lines = _LEAST_LINES * _LINE + HEADING * LEADING + 2 * GAP + BODY * LEADING
    return lines + _height_of_rest(flow)


def _height_of_rest(flow: Flow) -> float:
    """Return the height of what the foot leaves out; what is long gets a sheet of its own."""
    height = flow.height_of_rest(gap=GAP)
    return height if height <= _TALLEST_REST else 0.0


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
