"""What can be put on paper for one person, and what it is called as a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from planner.core.text import Texts
from planner.report.gaps.report import gap_report
from planner.report.pages import PageContext, Press, product_name
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import LANGUAGE_TAGS, Sheet
from planner.report.plan.report import plan_report

if TYPE_CHECKING:
    from planner.core.routes import Route, Routes
    from planner.report.dossier.dossier import Dossier
    from planner.report.paper.papers import Paper

What = Literal["map", "gap", "plan", "meeting", "compare", "route", "path", "dossier"]
# What tells of the plan or of one-on-ones, and so needs `PageContext.career`.
OF_A_CAREER = frozenset({"plan", "meeting", "dossier"})
# The charts, of which `Document.options` say more than of a report.
CHARTS = frozenset({"map", "path"})

AS_USUAL = ChartOptions()
_NEVER_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
# Devices of Windows, whatever follows a dot after them.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
_LONGEST_NAME_BYTES = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The map of a person, the report of their gap to a role, … `subject` is the id of which.

    That is a role for a gap, and for a plan the one whose gaps come first; for the two pages of a
    one-on-one it is the one-on-one. For two roles it is both with a stroke between them, or one of
    them, the other then being the present one. For ways it is the role that they lead to: `routes`
    are those found, of which `route` is told in full, the fastest where it is None. A dossier needs
    `dossier`, what it holds and in which languages; of another document each sheet is followed by
    its counterpart in the next one of `languages`, where there are any, but sheets that are glued
    together by the whole of it. `options` say how it is put
    on paper, for a report in which style and orientation.
    """

    what: What
    context: PageContext
    subject: str = ""
    routes: Routes | None = None
    route: Route | None = None
    options: ChartOptions = AS_USUAL
    dossier: Dossier | None = None
    languages: tuple[Texts, ...] = ()

    def sheets(self, press: Press) -> tuple[Sheet, ...]:
        """Return its sheets.

        Raise PlannerError where it cannot be put on paper so, ValueError for ways without the
        routes found, and for a dossier without what it holds.
        """
        press = replace(press, theme=self.options.theme)
        if self.what == "dossier" or not self.languages:
            return self._made(self.context, self.options, press=press)
        # Imported here: most of what is printed is in one language.
        from planner.report.sheets.counterparts import with_counterparts

        make = partial(self._made, press=press)
        return with_counterparts(make, self.context, self.options, self.languages, press)

    def _made(
        self, context: PageContext, options: ChartOptions, *, press: Press
    ) -> tuple[Sheet, ...]:
        """Return the sheets in one language, or of a dossier in all that it asks for."""
        if self.what in CHARTS:
            # Imported here, as each document is: most of what is printed is another one.
            from planner.report.sheets.chart_sheets import map_sheets, path_sheets

            make = map_sheets if self.what == "map" else path_sheets
            sheets = make(context, options, press)
        else:
            from planner.report.sheets.chart_page import in_style
            from planner.report.sheets.sheet_ways import report_papers

            papers = report_papers(self.what, context, options)
            held = replace(context, held=papers[0])
            sheets = tuple(
                in_style(sheet, options, patterned=True)
                for sheet in self._report(held, papers, press)
            )
        tag = LANGUAGE_TAGS[context.texts.language]
        author = product_name(context.texts)
        return tuple(
            sheet if sheet.language else replace(sheet, language=tag, author=author)
            for sheet in sheets
        )

    def _report(
        self, context: PageContext, papers: Sequence[Paper], press: Press
    ) -> tuple[Sheet, ...]:
        """Return the sheets of a report, set on the first paper, or the one that suits it best."""
        if self.what == "plan":
            return plan_report(context, self.subject, press)
        if self.what == "meeting":
            from planner.report.meeting.pages import meeting_pages

            return meeting_pages(context, self.subject, press)
        if self.what == "compare":
            from planner.report.compare.page import compare_page

            return compare_page(context, self.subject, press, papers, self.options.larger)
        if self.what == "route":
            from planner.report.routes.report import route_report

            if self.routes is None:
                raise ValueError("ways on paper need the routes found")
            return route_report(context, self.routes, self.route, press)
        if self.what == "dossier":
            from planner.report.dossier.dossier import dossier

            if self.dossier is None:
                raise ValueError("a dossier needs its sections and languages")
            return dossier(context, self.dossier, press)
        return gap_report(context, self.subject, press)

    def on_paper(self, paper: str) -> Document:
        """Return the same on paper of another size."""
        return replace(self, context=replace(self.context, paper=paper))

    def with_options(self, options: ChartOptions) -> Document:
        """Return the same put on paper in another way."""
        return replace(self, options=options)

    @property
    def is_chart(self) -> bool:
        """Whether it is a chart, which its options may put on several sheets."""
        return self.what in CHARTS

    def name(self) -> str:
        """Return what it is called, as the name of a file without its ending."""
        texts, person = self.context.texts, self.context.person.name
        if self.is_chart and self.options.is_blank:
            title = texts.pick(self.context.catalogue.head.title)
            words = texts.tr("{name} – career map", name=title)
        elif self.what == "map":
            words = texts.tr("{name} – career map", name=person)
        elif self.what == "path":
            words = texts.tr("{name} – career path", name=person)
        elif self.what == "plan":
            words = texts.tr("{name} – development plan", name=person)
        elif self.what == "meeting":
            words = texts.tr("{name} – one-on-one", name=person)
        elif self.what == "dossier":
            words = texts.tr("{name} – career dossier", name=person)
        elif self.what == "compare":
            words = self._compared(person)
        else:
            role = texts.pick(self.context.catalogue.role(self.subject).name)
            if self.what == "route":
                words = texts.tr("{name} – ways to {role}", name=person, role=role)
            else:
                words = texts.tr("{name} – gap to {role}", name=person, role=role)
        if self.context.what_if is not None:
            words = texts.tr("{name} – what if", name=words)
        return file_name(words) or self.what

    def _compared(self, person: str) -> str:
        from planner.report.compare.page import roles_compared

        texts, catalogue = self.context.texts, self.context.catalogue
        first, second = (
            texts.pick(catalogue.role(role).name)
            for role in roles_compared(self.subject, self.context)
        )
        return texts.tr(
            "{name} – {first} compared with {second}", name=person, first=first, second=second
        )


def file_name(words: str) -> str:
    """Return words as a name that every system takes for a file, without an ending."""
    name = _NEVER_IN_NAMES.sub(" ", unicodedata.normalize("NFC", words))
    name = name.encode("utf-8", "ignore")[:_LONGEST_NAME_BYTES].decode("utf-8", "ignore")
    name = " ".join(name.split()).strip(". ")
    return f"_{name}" if _DEVICES.match(name) else name
