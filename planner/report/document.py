"""What can be put on paper for one person, and what it is called as a file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from planner.report.chart_options import ChartOptions
from planner.report.flow import LANGUAGE_TAGS, Sheet
from planner.report.gap_report import gap_report
from planner.report.pages import PageContext, Press
from planner.report.plan_report import plan_report

if TYPE_CHECKING:
    from planner.core.routes import Route, Routes
    from planner.report.dossier import Dossier

What = Literal["map", "gap", "plan", "meeting", "compare", "route", "path", "dossier"]
# What tells of the plan or of one-on-ones, and so needs `PageContext.career`.
OF_A_CAREER = frozenset({"plan", "meeting", "dossier"})
# The charts, which alone are put on paper as `Document.options` say.
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
    are those found, of which `route` is told in full, the fastest where it is None. `options` are
    those of a map or a path. A dossier needs `dossier`, what it holds and in which languages.
    """

    what: What
    context: PageContext
    subject: str = ""
    routes: Routes | None = None
    route: Route | None = None
    options: ChartOptions = AS_USUAL
    dossier: Dossier | None = None

    def sheets(self, press: Press) -> tuple[Sheet, ...]:
        """Return its sheets.

        Raise PlannerError where a chart cannot be put on paper so, ValueError for ways without the
        routes found, and for a dossier without what it holds.
        """
        language = LANGUAGE_TAGS[self.context.texts.language]
        return tuple(
            # Those of a dossier say their own, of which there may be two.
            sheet if sheet.language else replace(sheet, language=language)
            for sheet in self._made(press)
        )

    def _made(self, press: Press) -> tuple[Sheet, ...]:
        if self.what in CHARTS:
            # Imported here, as each document is: most of what is printed is another one.
            from planner.report.chart_sheets import map_sheets, path_sheets

            make = map_sheets if self.what == "map" else path_sheets
            return make(self.context, self.options, press)
        if self.what == "plan":
            return plan_report(self.context, self.subject, press)
        if self.what == "meeting":
            from planner.report.meeting_pages import meeting_pages

            return meeting_pages(self.context, self.subject, press)
        if self.what == "compare":
            from planner.report.compare_page import compare_page

            return compare_page(self.context, self.subject, press)
        if self.what == "route":
            from planner.report.route_report import route_report

            if self.routes is None:
                raise ValueError("ways on paper need the routes found")
            return route_report(self.context, self.routes, self.route, press)
        if self.what == "dossier":
            from planner.report.dossier import dossier

            if self.dossier is None:
                raise ValueError("a dossier needs its sections and languages")
            return dossier(self.context, self.dossier, press)
        return gap_report(self.context, self.subject, press)

    def on_paper(self, paper: str) -> Document:
        """Return the same on paper of another size."""
        return replace(self, context=replace(self.context, paper=paper))

    def with_options(self, options: ChartOptions) -> Document:
        """Return the same chart put on paper in another way."""
        return replace(self, options=options)

    @property
    def is_chart(self) -> bool:
        """Whether it is put on paper as its options say."""
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
        from planner.report.compare_page import roles_compared

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
