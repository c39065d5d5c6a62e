"""How charts and reports were put on paper last, which is how the next ones are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from planner.gui.paper.speech import Speech, known_speech
from planner.gui.paper.words import REPORT_PAPERS
from planner.gui.settings import Settings
from planner.report.document import Document
from planner.report.paper.chart_options import (
    FITS,
    MOST_OVERLAP,
    MOST_SHEETS,
    ORIENTATIONS,
    PAPER_NAMES,
    STYLES,
    USUAL_OVERLAP,
    ChartOptions,
)

_CHART, _REPORT, _REPORT_PAPER = "paper/chart", "paper/report", "paper/size"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoice:
    """On which paper something is put, how, and in which languages."""

    paper: str
    options: ChartOptions
    speech: Speech


def report_paper(settings: Settings, otherwise: str) -> str:
    """Return the paper used last for a report."""
    return settings.word(_REPORT_PAPER, REPORT_PAPERS, otherwise)


def remembered_paper(settings: Settings, otherwise: str, *, is_chart: bool) -> PaperChoice:
    """Return what was chosen last for a chart, or for a report; bad values count as missing."""
    kept = settings.record(_CHART if is_chart else _REPORT)

    def word(key: str, words: tuple[str, ...]) -> str:
        said = kept.get(key)
        return said if isinstance(said, str) and said in words else words[0]

    def number(key: str, least: int, most: int, usual: int) -> int:
        said = kept.get(key)
        is_number = isinstance(said, int) and not isinstance(said, bool)
        return said if is_number and least <= cast("int", said) <= most else usual  # type: ignore[return-value]

    options = ChartOptions(
        orientation=word("orientation", ORIENTATIONS),  # type: ignore[arg-type]
        style=word("style", STYLES),  # type: ignore[arg-type]
    )
    speech = known_speech(kept.get("speech"))
    if not is_chart:
        return PaperChoice(paper=report_paper(settings, otherwise), options=options, speech=speech)
    options = replace(
        options,
        fit=word("fit", FITS),  # type: ignore[arg-type]
        columns=number("columns", 1, MOST_SHEETS, 2),
        rows=number("rows", 1, MOST_SHEETS, 2),
        overlap=number("overlap", 0, MOST_OVERLAP, USUAL_OVERLAP),
    )
    paper = kept.get("paper")
    known = isinstance(paper, str) and paper in PAPER_NAMES
    return PaperChoice(
        paper=cast("str", paper) if known else otherwise, options=options, speech=speech
    )


def remember_paper(settings: Settings, document: Document, speech: Speech) -> None:
    """Keep on which paper and how a document is put; what it shows is chosen anew each time."""
    options = document.options
    kept: dict[str, object] = {
        "orientation": options.orientation,
        "style": options.style,
        "speech": speech,
    }
    if not document.is_chart:
        settings.set_json(_REPORT, kept)
        settings.set_text(_REPORT_PAPER, document.context.paper)
        return
    kept |= {
        "paper": document.context.paper,
        "fit": options.fit,
        "columns": options.columns,
        "rows": options.rows,
        "overlap": round(options.overlap),
    }
    settings.set_json(_CHART, kept)
