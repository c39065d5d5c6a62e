"""What goes on paper for one person: the map on one sheet, and the report of a gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from planner.charts.descriptions import bar_skills
from planner.core.gaps import Basis, Gap
from planner.core.graph import PromotionGraph
from planner.core.meeting.meetings import without_private
from planner.core.model import Catalogue
from planner.core.people import MONTHS_UNTIL_STALE, Person
from planner.core.text import Message, Source, Texts, message
from planner.report.drawing import Measure
from planner.report.map.words import source_words
from planner.report.paper.papers import PAPERS, Paper
from planner.report.paper.running_lines import Running
from planner.report.what_if_words import what_if_words

if TYPE_CHECKING:
    from planner.charts.elements.canvas import Chart
    from planner.charts.style import ChartStyle
    from planner.core.career import Career
    from planner.core.planning.what_if import WhatIf

_MOST_SOURCES, _LONGEST_SOURCE = 6, 60


@dataclass(frozen=True, slots=True)
class Edition:
    """The `place` of a language among the `count` in which sheets are made in turns.

    Each language takes `longest` sheets at least; `others` are the texts of the other ones.
    """

    place: int = 0
    count: int = 1
    longest: int = 0
    others: tuple[Texts, ...] = ()

    def numbered(self, number: int, count: int) -> tuple[int, int]:
        """Return the number of a sheet among those of all languages, and how many these are."""
        return (number - 1) * self.count + self.place + 1, max(count, self.longest) * self.count


ALONE = Edition()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """Whose pages these are, what is known of them, and the words and paper to use.

    `career` is there for the pages that tell of the plan and of one-on-ones; whatever it comes
    with, it is kept without private notes unless these are asked for by `with_private`: every
    sheet says so then. A rating older than `stale_months` is said to be stale. With `what_if`
    person and gaps are imagined; then every sheet says so. `held` is the sheet that a report is
    set on, where it is not the paper upright. Of a map that is nobody's `person` is `nobody`, and
    `gaps` are empty; it is printed blank.
    """

    graph: PromotionGraph
    person: Person
    gaps: Mapping[str, Gap]
    basis: Basis
    as_of: date
    today: date
    texts: Texts
    paper: str = "a4"
    career: Career | None = None
    stale_months: int = MONTHS_UNTIL_STALE
    what_if: WhatIf | None = None
    with_private: bool = False
    held: Paper | None = None
    edition: Edition = ALONE

    def __post_init__(self) -> None:
        """Drop what is private."""
        if self.career is not None and not self.with_private:
            object.__setattr__(self, "career", without_private(self.career))

    @property
    def catalogue(self) -> Catalogue:
        """The framework that the person stands in."""
        return self.graph.catalogue

    @property
    def sheet(self) -> Paper:
        """The paper as it is held, upright unless that is said."""
        return self.held or PAPERS[self.paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What whoever paints the sheets knows: widths of text, colours and fonts.

    `colours` gives for the name of a theme what says its colours as `#rrggbb`.
    """

    measure: Measure
    colours: Callable[[str], Callable[[str], str]]
    families: tuple[str, ...]
    theme: str = "paper"

    def colour(self, role: str) -> str:
        """Return the colour of a role."""
        return self.colours(self.theme)(role)


def basis_words(basis: Basis) -> Message:
    """Return whose ratings count, in words."""
    return {
        Basis.AGREED: message("agreed ratings, else the manager's, else the person's own"),
        Basis.MANAGER: message("the manager's ratings alone"),
        Basis.SELF: message("the person's own ratings alone"),
    }[basis]


def product_name(texts: Texts) -> str:
    """Return what the planner is called, whom a print names as its author: nobody wrote it."""
    return texts.tr("Career Planner")


def running(title: str, context: PageContext) -> Running:
    """Return the lines above and below every sheet of a document."""
    texts, head = context.texts, context.catalogue.head
    below = texts.tr(
        "Catalogue: {title}, version {version}", title=texts.pick(head.title), version=head.version
    )
    notice = notice_words(context)
    above = texts.tr("{title} · {name}", title=title, name=context.person.name)
    if context.what_if is not None:
        above = texts.tr("WHAT IF, NOT REAL: {title}", title=above)
        said = what_if_words(context.what_if, context.catalogue, texts)
        below = texts.tr("{what_if}. {more}", what_if=said, more=below)
    whole = texts.tr("{catalogue} · {notice}", catalogue=below, notice=notice)
    return Running(
        above=(
            above,
            texts.tr("printed on {day}", day=texts.date(context.today)),
        ),
        below=whole if notice else below,
        page=partial(_page_words, context=context),
        warns=context.what_if is not None,
        mark=texts.tr("Confidential: with private notes") if context.with_private else "",
        brief=below,
        where=texts.tr("full source note at the end"),
        rest=notice,
    )


def counted_sources(sources: Iterable[Source], texts: Texts) -> str:
    """Return where statements come from, the most frequent first; counted where they differ."""
    counts = Counter(source_words(source, texts) for source in sources)
    first = counts.most_common(_MOST_SOURCES)
    words = [shortened(source, _LONGEST_SOURCE) for source, _ in first]
    if len(counts) > 1:
        words = [
            texts.tr("{source} ({count})", source=source, count=count)
            for source, (_, count) in zip(words, first, strict=True)
        ]
    if len(counts) > _MOST_SOURCES:
        words.append(texts.tr("and others"))
    return texts.tr(", ").join(words)


def requirement_sources(sources: Iterable[Source], texts: Texts) -> str:
    """Return where required levels and weights come from, as a sentence."""
    return texts.tr(
        "Source of the required levels and weights: {sources}.",
        sources=counted_sources(sources, texts),
    )


def shortened(text: str, most: int) -> str:
    """Return a text of at most `most` letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def notice_words(context: PageContext) -> str:
    """Return the notice that the catalogue asks for, else its licence, empty where it has none."""
    head = context.catalogue.head
    return context.texts.pick(head.attribution) or head.licence


def standing_words(context: PageContext) -> str:
    """Return where the person stands on the day looked at, and what they aim for."""
    texts, person, catalogue = context.texts, context.person, context.catalogue
    position = person.position_on(context.as_of)
    role = texts.pick(catalogue.role(position.role).name)
    words = texts.tr("{role} since {day}", role=role, day=texts.date(position.since))
    if person.target and catalogue.has_role(person.target):
        target = texts.pick(catalogue.role(person.target).name)
        words = texts.tr("{standing} · target: {target}", standing=words, target=target)
    return words


def day_words(context: PageContext) -> str:
    """Return the day and the basis of every figure, with a note where the day is past."""
    texts = context.texts
    day, basis = texts.date(context.as_of), texts.word(basis_words(context.basis))
    if context.as_of >= context.today:
        return texts.tr("As of {day}, by {basis}.", day=day, basis=basis)
    return texts.tr(
        "As of {day}, by {basis}: positions and ratings up to that day, requirements of today.",
        day=day,
        basis=basis,
    )


def gap_figures(
    gap: Gap, context: PageContext, press: Press
) -> tuple[Callable[[float, float], Chart], ...]:
    """Return what draws the radar and the bars of a gap; none where nothing is required."""
    if not gap.skills:
        return ()

    def radar(width: float, height: float) -> Chart:
        return _figure("radar", width, height)

    def bars(width: float, height: float) -> Chart:
        return _figure("bars", width, height)

    def _figure(which: str, width: float, height: float) -> Chart:
        # Imported here: matplotlib takes long, and no start of the window needs it.
        from planner.charts.gaps import bars_figure, radar_figure

        style = _gap_style(gap, context, press)
        make = radar_figure if which == "radar" else bars_figure
        return make(gap, context.catalogue, context.texts, style, width=width, height=height)

    return (radar, bars) if bar_skills(gap) else (radar,)


def gap_charts_height(
    gap: Gap, context: PageContext, press: Press, width: float, most: float = inf
) -> float:
    """Return the height that the charts of a gap, each of a width, take to leave nothing out.

    Bars stand closer where that keeps them below `most`, and leave some out where it does not.
    """
    # Imported here: matplotlib takes long, and no start of the window needs it.
    from planner.charts.gaps import bars_height, radar_height

    style, catalogue, texts = _gap_style(gap, context, press), context.catalogue, context.texts
    return max(
        make(gap, catalogue, texts, style, width, most) for make in (radar_height, bars_height)
    )


def _gap_style(gap: Gap, context: PageContext, press: Press) -> ChartStyle:
    from planner.charts.style import chart_style

    tracks = [track.id for track in context.catalogue.tracks]
    track = tracks.index(context.catalogue.role(gap.role).track)
    return chart_style(press.colour, track, press.families, body=9.0, width_of=press.measure)


def _page_words(number: int, count: int, *, context: PageContext) -> str:
    number, count = context.edition.numbered(number, count)
    return context.texts.tr("page {number} of {count}", number=number, count=count)
