"""The dossier of a person: a cover with the path, and the sections that were ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, get_args

from planner.core.text import Texts
from planner.report.dossier.sections import (
    add_agreements,
    add_history,
    add_kpis,
    add_next_gap,
    add_plan_of,
    add_standing,
    add_target_gap,
    add_ways,
    next_role_of,
    target_of,
)
from planner.report.dossier.words import empty_sections
from planner.report.drawing import Words
from planner.report.map.words import readiness_words
from planner.report.meeting.path import PathMap, path_maps, place_path
from planner.report.meeting.words import role_name
from planner.report.pages import (
    PageContext,
    Press,
    day_words,
    product_name,
    running,
    standing_words,
)
from planner.report.paper.anchors import Anchor, Link
from planner.report.paper.fewest_sheets import on_fewest_sheets
from planner.report.paper.flow import (
    ASCENT,
    BODY,
    HEADING,
    LANGUAGE_TAGS,
    LEADING,
    SMALL,
    Flow,
    PlacedDrawing,
    Sheet,
)
from planner.report.paper.spread import USUAL, Spread
from planner.report.rows import verdict
from planner.report.sheets.counterparts import LANGUAGE_NAMES, fill_up

Section = Literal["standing", "next", "target", "history", "plan", "routes", "agreements", "kpis"]
SECTIONS: tuple[Section, ...] = get_args(Section)
# What begins on the sheet on which the section before it ends, where there is room.
_GOES_ON = frozenset({"kpis"})
_LEAST_ROOM, _LEAST_ROOM_FOR_REASON = 240.0, 80.0
# On a low sheet, as of large print, less is enough.
_LEAST_SHARE = 0.45
_NAME, _MOST_LINES = 26.0, 3
_MOST_MAP, _LEAST_MAP, _GAP = 400.0, 120.0, 14.0
_ROW = 19.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a dossier holds: its sections, and the languages, each in the words of one.

    Of several languages every sheet is followed by its counterpart in the next one.
    """

    languages: tuple[Texts, ...]
    sections: frozenset[Section] = frozenset(SECTIONS)


@dataclass(slots=True, kw_only=True)
class _Chapter:
    """Sections that share sheets, in one language; `numbers` are those of its sheets."""

    flow: Flow
    context: PageContext
    numbers: list[int] = field(default_factory=list)
    anchors: list[tuple[int, Anchor]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    drawings: tuple[PlacedDrawing, ...] = ()

    @property
    def page_count(self) -> int:
        return self.flow.page_count


def dossier_title(texts: Texts) -> str:
    """Return what a dossier is called."""
    return texts.tr("Career dossier")


def section_name(section: Section, texts: Texts) -> str:
    """Return what a section is called where nobody's roles are known."""
    return {
        "standing": texts.tr("Present standing"),
        "next": texts.tr("Gap to the next role"),
        "target": texts.tr("Gap to the target"),
        "history": texts.tr("History"),
        "plan": texts.tr("Development plan"),
        "routes": texts.tr("Routes compared"),
        "agreements": texts.tr("Last agreements"),
        "kpis": texts.tr("KPIs"),
    }[section]


def dossier(context: PageContext, chosen: Dossier, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a dossier; raise ValueError for a context without a career."""
    sections = [section for section in SECTIONS if section in chosen.sections]
    book = _Book(chosen.languages)
    editions = [
        _Edition(replace(context, texts=texts), sections, press, book) for texts in chosen.languages
    ]
    # Whoever turns the page sees the same part of the map.
    maps = path_maps([edition.room_of_map() for edition in editions])
    for edition, found in zip(editions, maps, strict=True):
        edition.map = found
    chapters = list(zip(*(edition.chapters() for edition in editions), strict=True))
    # The covers are set on trial first, as what they say of pages depends on how long they are.
    covers = tuple(edition.cover({}) for edition in editions)
    book.number([covers, *chapters])
    starts = {
        anchor.key: chapter.numbers[page]
        for row in chapters
        for chapter in row
        for page, anchor in chapter.anchors
    }
    covers = tuple(edition.cover(starts) for edition in editions)
    book.number([covers, *chapters])
    return book.sheets([covers, *chapters])


class _Book:
    """Numbers the sheets of all chapters, those of every language in turns."""

    def __init__(self, languages: Sequence[Texts]) -> None:
        self.languages = languages
        self.count = 0

    def number(self, rows: Sequence[Sequence[_Chapter]]) -> None:
        """Give every sheet its number; shorter counterparts are filled up with empty sheets."""
        self.count = 0
        for row in rows:
            longest = max(chapter.page_count for chapter in row)
            for place, chapter in enumerate(row):
                fill_up(chapter.flow, longest, chapter.context.texts)
                chapter.numbers[:] = [
                    self.count + page * len(row) + place + 1 for page in range(longest)
                ]
            self.count += longest * len(row)

    def sheets(self, rows: Sequence[Sequence[_Chapter]]) -> tuple[Sheet, ...]:
        """Return all sheets in their order."""
        numbered = {
            number: sheet
            for row in rows
            for chapter in row
            for number, sheet in zip(chapter.numbers, _sheets_of(chapter), strict=True)
        }
        return tuple(numbered[number] for number in sorted(numbered))


def _sheets_of(chapter: _Chapter) -> list[Sheet]:
    texts = chapter.context.texts
    language, author = LANGUAGE_TAGS[texts.language], product_name(texts)
    return [
        replace(
            sheet,
            language=language,
            author=author,
            anchors=tuple(anchor for at, anchor in chapter.anchors if at == page),
            links=tuple(chapter.links) if page == 0 else (),
            drawings=chapter.drawings if page == 0 else (),
        )
        for page, sheet in enumerate(chapter.flow.sheets())
    ]


class _Edition:
    """A dossier in one language: its cover and its chapters."""

    def __init__(
        self, context: PageContext, sections: Sequence[Section], press: Press, book: _Book
    ) -> None:
        self._context = context
        self._sections = sections
        self._press = press
        self._book = book
        # What of the map stands on the cover.
        self.map = PathMap(None, 0.0)
        texts = context.texts
        self._title = dossier_title(texts)
        self._path: tuple[str, ...] = (context.person.name,)
        if len(book.languages) > 1:
            self._path += (LANGUAGE_NAMES[texts.language],)

    def _key(self, part: str) -> str:
        return f"{self._context.person.id}/{self._context.texts.language}/{part}"

    def _chapter(self, spread: Spread = USUAL) -> _Chapter:
        """Begin a chapter; its sheets say the numbers that they get in the end."""
        context, numbers = self._context, list[int]()
        lines = running(self._title, context)

        def page(number: int, _count: int) -> str:
            return lines.page(numbers[number - 1], self._book.count)

        flow = Flow(context.sheet, self._press.measure, replace(lines, page=page), spread)
        return _Chapter(flow=flow, context=context, numbers=numbers)

    def chapters(self) -> list[_Chapter]:
        """Return the chapters, each beginning on a sheet of its own."""
        brief = self._brief_sections()
        shared: list[list[Section]] = []
        for section in self._sections:
            if not shared or section not in _GOES_ON | brief:
                shared.append([])
            shared[-1].append(section)
        return [
            on_fewest_sheets(
                partial(self._made, sections, brief, sections is shared[-1]),
                lambda chapter: chapter.flow,
            )
            for sections in shared
        ]

    def _made(
        self, sections: Sequence[Section], brief: frozenset[str], is_last: bool, spread: Spread
    ) -> _Chapter:
        """Return the chapter of sections that share sheets."""
        chapter = self._chapter(spread)
        for section in sections:
            if chapter.anchors:
                chapter.flow.space(26)
                least = min(_LEAST_ROOM, _LEAST_SHARE * chapter.flow.whole_room)
                chapter.flow.need(_LEAST_ROOM_FOR_REASON if section in brief else least)
            self._set(section, chapter)
        if is_last:
            chapter.flow.tell_rest()
        return chapter

    def _brief_sections(self) -> frozenset[str]:
        """Return the sections that only say why they tell nothing: no sheet is begun for them."""
        context = self._context
        brief = set(empty_sections(context))
        if "next" in self._sections and target_of(context) == next_role_of(context):
            brief.add("target")
        return frozenset(brief)

    def _set(self, section: Section, chapter: _Chapter) -> None:
        flow, context = chapter.flow, self._context
        heading = self._heading(section)
        anchor = Anchor(key=self._key(section), path=(*self._path, heading), y=flow.y)
        chapter.anchors.append((flow.page_count - 1, anchor))
        flow.title(heading)
        flow.space(8)
        if section == "target":
            is_told = "next" in self._sections
            add_target_gap(flow, context, self._press, is_told=is_told)
            return
        add: dict[Section, Callable[[Flow, PageContext, Press], None]] = {
            "standing": add_standing,
            "next": add_next_gap,
            "history": add_history,
            "plan": add_plan_of,
            "routes": add_ways,
            "agreements": add_agreements,
            "kpis": add_kpis,
        }
        add[section](flow, context, self._press)

    def _heading(self, section: Section) -> str:
        """Return the heading of a section, with the role that it is about."""
        context, texts = self._context, self._context.texts
        role = {"next": next_role_of, "target": target_of}.get(section, lambda _context: "")(
            context
        )
        name = section_name(section, texts)
        if not role:
            return name
        return texts.tr(
            "{section}: {role}", section=name, role=texts.pick(context.catalogue.role(role).name)
        )

    def cover(self, starts: dict[str, int]) -> _Chapter:
        """Return the cover with the contents; `starts` are the numbers of sheets by key."""
        chapter = self._head_of_cover()
        self._add_path(chapter)
        self._add_below(chapter, starts)
        return chapter

    def room_of_map(self) -> tuple[PageContext, Flow, float]:
        """Return the flow in which the map stands, and the height that the rest leaves to it."""
        flow = self._head_of_cover().flow
        trial = self._chapter()
        above = trial.flow.y
        self._add_below(trial, {})
        room = min(_MOST_MAP, flow.room - (trial.flow.y - above))
        return self._context, flow, max(_LEAST_MAP, room)

    def _head_of_cover(self) -> _Chapter:
        """Return the cover as far as the map."""
        context, texts = self._context, self._context.texts
        chapter = self._chapter()
        flow = chapter.flow
        chapter.anchors.append((0, Anchor(key=self._key("cover"), path=self._path, y=flow.y)))
        flow.space(10)
        flow.text(self._title, size=HEADING, bold=True, colour="accent")
        flow.text(context.person.name, size=_NAME, bold=True, most=_MOST_LINES)
        flow.text(standing_words(context), colour="text-quiet", most=_MOST_LINES)
        flow.text(day_words(context), size=SMALL, colour="text-quiet", most=2)
        if context.with_private:
            words = texts.tr("Holds private notes of the manager: it is not to be handed on.")
            flow.text(words, bold=True, colour="warning")
        flow.space(_GAP)
        return chapter

    def _add_below(self, chapter: _Chapter, starts: dict[str, int]) -> None:
        """Set what stands below the map."""
        flow = chapter.flow
        self._add_ahead(flow)
        self._add_contents(chapter, starts)
        if not self._sections:
            flow.tell_rest()

    def _add_path(self, chapter: _Chapter) -> None:
        """Set the map about the person, or the path in words where no map can be read."""
        chapter.drawings = place_path(chapter.flow, self.map, self._context)

    def _add_ahead(self, flow: Flow) -> None:
        """Set how ready somebody is for the next role and for the target."""
        context, texts = self._context, self._context.texts
        flow.space(_GAP)
        for role in dict.fromkeys(filter(None, (next_role_of(context), target_of(context)))):
            gap = context.gaps[role]
            reasons = texts.tr("; ").join(verdict(gap, context.catalogue, texts))
            words = texts.tr(
                "{role}: {state}",
                role=role_name(role, context.catalogue, texts),
                state=texts.tr(
                    "{readiness} · {reasons}",
                    readiness=readiness_words(gap.readiness, texts),
                    reasons=reasons,
                )
                if gap.readiness is not None
                else reasons,
            )
            flow.text(words, most=2)

    def _add_contents(self, chapter: _Chapter, starts: dict[str, int]) -> None:
        """Set the sections with their pages; each line leads to its section."""
        flow, texts = chapter.flow, self._context.texts
        if not self._sections:
            return
        flow.space(_GAP)
        flow.need(HEADING * LEADING + len(self._sections) * _ROW)
        flow.text(texts.tr("Contents"), size=HEADING, bold=True)
        flow.space(2)
        left, width = flow.paper.margin, flow.paper.inner_width
        for section in self._sections:
            key, y = self._key(section), flow.y
            line = flow.lines(self._heading(section), width - 40, BODY)[0]
            baseline = y + BODY * ASCENT
            number = texts.number(starts.get(key, 0), 0)
            flow.add(
                Words(left, baseline, line, BODY, "text"),
                Words(left + width, baseline, number, BODY, "text", align="right"),
            )
            if chapter.page_count == 1:
                chapter.links.append(
                    Link(key=key, x=left, y=y - 2, width=width, height=BODY * LEADING + 2)
                )
            flow.space(_ROW)
