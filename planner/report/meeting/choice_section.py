"""A shared leaning to a track on the pages of a one-on-one, in a few lines."""

from __future__ import annotations

from planner.core.career import TrackChoice
from planner.core.roles.track_choice import leaning, newest, questionnaire_of
from planner.report.map.words import DOT
from planner.report.meeting.choice_words import leaning_title, pull_words, shares_words
from planner.report.meeting.path import GAP, section
from planner.report.pages import PageContext, shortened
from planner.report.paper.flow import BODY, HEADING, LEADING, SMALL, Flow

_MOST_REASONS = 2
_LONGEST_REASON = 150
_LONGEST_TITLE = 110


def choice_height(context: PageContext) -> float:
    """Return the height that `choice_section` takes at most, 0 where nothing is shared."""
    if _shared(context) is None:
        return 0.0
    lines = BODY * LEADING * 2 + SMALL * LEADING * (2 * _MOST_REASONS + 1)
    return GAP + HEADING * LEADING + 3 + lines


def choice_section(flow: Flow, context: PageContext) -> None:
    """Set the newest shared result: what the answers lean to, and the reasons that pull most.

    The context holds none that is not shared.
    """
    texts, choice = context.texts, _shared(context)
    if choice is None:
        return
    flow.space(GAP)
    section(flow, texts.tr("Choosing a track"))
    asked = questionnaire_of(choice, context.catalogue, ())
    day = texts.date(choice.on)
    if asked is None:
        words = texts.tr("Answers of {day}: the result stands in the planner.", day=day)
        flow.text(words, colour="text-quiet", most=1)
        return
    found = leaning(asked, choice)
    title = shortened(leaning_title(found, context.catalogue, texts), _LONGEST_TITLE)
    flow.text(texts.tr("{leaning} ({day})", leaning=title, day=day), bold=True, most=2)
    shares = shares_words(found, context.catalogue, texts)
    if shares:
        flow.text(shortened(shares, _LONGEST_REASON), size=SMALL, colour="text-quiet", most=1)
    for reason in [one for one in found.reasons if one.track is not None][:_MOST_REASONS]:
        words = DOT.join(
            [
                texts.pick(reason.question.text),
                texts.pick(reason.answer.text),
                pull_words(reason, context.catalogue, texts),
            ]
        )
        flow.text(shortened(words, _LONGEST_REASON), size=SMALL, most=2)


def _shared(context: PageContext) -> TrackChoice | None:
    choices = context.career.track_choices if context.career is not None else ()
    return newest(one for one in choices if one.on <= context.as_of)
