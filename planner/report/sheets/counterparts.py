"""Sheets in two languages: each is followed by its counterpart, or a poster by its other one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from planner.core.text import Language, Texts
from planner.report.pages import ALONE, Edition, PageContext, Press, running
from planner.report.paper.anchors import Anchor
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import SMALL, Flow, Sheet
from planner.report.paper.papers import Paper
from planner.report.sheets.chart_page import in_style

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "zh_CN": "中文"}

Make = Callable[[PageContext, ChartOptions], tuple[Sheet, ...]]


def with_counterparts(
    make: Make,
    context: PageContext,
    options: ChartOptions,
    languages: Sequence[Texts],
    press: Press,
) -> tuple[Sheet, ...]:
    """Return what `make` makes in each language, sheet by sheet in turns, held the same way.

    The sheets of a chart that may take several are glued together, and their seams differ from
    language to language: all of one language come first, then all of the next, each numbered alone.
    """
    is_glued = options.may_take_several
    editions = [
        Edition(place, len(languages), others=(*languages[:place], *languages[place + 1 :]))
        for place in range(len(languages))
    ]
    contexts = [
        replace(context, texts=texts, edition=ALONE if is_glued else edition)
        for texts, edition in zip(languages, editions, strict=True)
    ]
    made = [make(contexts[0], options)]
    first = made[0][0]
    if options.orientation == "best":
        is_wide = first.width > first.height
        options = replace(options, orientation="landscape" if is_wide else "portrait")
    made += [make(own, options) for own in contexts[1:]]
    if not is_glued:
        longest = max(map(len, made))
        for place, own in enumerate(contexts):
            if len(made[place]) < longest:
                told = replace(own, edition=replace(editions[place], longest=longest))
                made[place] = _filled_up(make(told, options), longest, told, options, press)
    owner, name = context.person.id, context.person.name
    if options.is_blank:
        owner, name = context.catalogue.id, languages[0].pick(context.catalogue.head.title)
    begun = [
        _begun(sheets, owner, name, texts) for sheets, texts in zip(made, languages, strict=True)
    ]
    if is_glued:
        return tuple(chain.from_iterable(begun))
    return tuple(sheet for row in zip(*begun, strict=True) for sheet in row)


def _begun(sheets: tuple[Sheet, ...], owner: str, name: str, texts: Texts) -> tuple[Sheet, ...]:
    """Return the sheets of a language with a bookmark, in that of their owner."""
    path = (name, LANGUAGE_NAMES[texts.language])
    begins = Anchor(key=f"{owner}/{texts.language}", path=path, y=0.0)
    return (replace(sheets[0], anchors=(begins,)), *sheets[1:])


def fill_up(flow: Flow, count: int, texts: Texts) -> None:
    """Begin sheets until there are `count`, each saying why it is empty."""
    while flow.page_count < count:
        flow.need(flow.room + 1)
        say_why_empty(flow, texts)


def say_why_empty(flow: Flow, texts: Texts) -> None:
    """Set why a sheet holds nothing."""
    words = texts.tr("Nothing here: the other language takes more room.")
    flow.text(words, size=SMALL, colour="text-quiet")


def _filled_up(
    sheets: tuple[Sheet, ...],
    count: int,
    context: PageContext,
    options: ChartOptions,
    press: Press,
) -> tuple[Sheet, ...]:
    last = sheets[-1]
    paper = Paper(
        width=last.width / options.larger,
        height=last.height / options.larger,
        margin=context.sheet.margin / options.larger,
    )
    lines = running(last.title, context)

    def page(number: int, _count: int) -> str:
        return lines.page(len(sheets) + number, count)

    above = (last.title, lines.above[1])
    # What the foot leaves out is told on the sheets before these.
    flow = Flow(paper, press.measure, replace(lines, above=above, page=page, where=""))
    say_why_empty(flow, context.texts)
    fill_up(flow, count - len(sheets), context.texts)
    fillers = (in_style(sheet, options) for sheet in flow.sheets())
    return (*sheets, *(replace(one, language=last.language, author=last.author) for one in fillers))
