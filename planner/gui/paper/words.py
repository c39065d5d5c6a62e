"""What paper and styles of printing are called."""

from __future__ import annotations

from planner.core.text import Texts
from planner.report.paper.chart_options import Style

# What is no chart has columns that need the width of these.
REPORT_PAPERS = ("a4", "letter")


def paper_words(paper: str, texts: Texts) -> str:
    """Return what a kind of paper is called."""
    named = {
        "letter": texts.tr("Letter"),
        "legal": texts.tr("Legal"),
        "tabloid": texts.tr("Tabloid"),
    }
    return named.get(paper, paper.upper())


def style_words(style: Style, texts: Texts) -> str:
    """Return what a style of printing is called."""
    named: dict[Style, str] = {
        "colour": texts.tr("Colour"),
        "bw": texts.tr("Black and white"),
        "large": texts.tr("Large print"),
    }
    return named[style]
