"""How each rater's line looks, by form as well as by colour, and what it is called at its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.charts.elements.time_plot import End
from planner.charts.style import MANAGER, REQUIRED, STALE, STRONG, THIN, ChartStyle
from planner.core.people import Rater, Rating
from planner.core.text import Texts

# Lines that stand at one level would hide each other: each rater keeps a little off it.
OFF_LEVEL = {Rater.AGREED: 0.0, Rater.MANAGER: -3.0, Rater.SELF: 3.0}


def rater_end(
    rater: Rater,
    line: Sequence[Rating],
    texts: Texts,
    style: ChartStyle,
    *,
    as_of: date,
    months: int,
    lowest: float,
) -> End:
    """Return what a rater's line is called: who, the newest level, and whether that is stale.

    A line that never had a level stands at the `lowest` one.
    """
    newest, who = line[-1], rater_word(rater, texts)
    if newest.level is None:
        levels = [rating.level for rating in line if rating.level is not None]
        day, level = newest.on, levels[-1] if levels else None
        words = texts.tr("{rater}: not applicable", rater=who)
    else:
        day, level = as_of, newest.level
        number = texts.number(newest.level)
        if newest.is_stale(as_of, months):
            words = texts.tr("{rater} {level}, stale", rater=who, level=number)
        else:
            words = texts.tr("{rater} {level}", rater=who, level=number)
    colour = rater_look(rater, style)["color"]
    value = lowest if level is None else level
    return End(words=words, day=day, value=value, colour=colour, moved=OFF_LEVEL[rater])


def rater_look(rater: Rater, style: ChartStyle) -> dict[str, Any]:
    """Return a rater's line and marks, told apart by form as well as by colour."""
    colours = {Rater.AGREED: style.held, Rater.MANAGER: style.text, Rater.SELF: style.quiet}
    marks = {Rater.AGREED: "D", Rater.MANAGER: "s", Rater.SELF: "o"}
    colour = colours[rater]
    return {
        "color": colour,
        "linewidth": STRONG if rater is Rater.AGREED else THIN,
        "linestyle": MANAGER if rater is Rater.MANAGER else "solid",
        "marker": marks[rater],
        "markersize": 4.5,
        "markerfacecolor": style.ground if rater is Rater.SELF else colour,
        "markeredgecolor": colour,
        "markeredgewidth": THIN,
    }


def required_look(style: ChartStyle) -> dict[str, Any]:
    """Return the line of the required level."""
    return {"color": style.quiet, "linewidth": 1.2, "linestyle": REQUIRED}


def stale_look(colour: str) -> dict[str, Any]:
    """Return the line of a level that is too old to rely on."""
    return {"color": colour, "linewidth": 1.6, "linestyle": STALE}


def cross_look(colour: str) -> dict[str, Any]:
    """Return the mark of an answer that a skill is not applicable."""
    return {
        "color": colour,
        "linestyle": "none",
        "marker": "x",
        "markersize": 6.0,
        "markeredgewidth": 1.8,
    }


def rater_word(rater: Rater, texts: Texts) -> str:
    """Return who rated."""
    return {
        Rater.SELF: texts.tr("self"),
        Rater.MANAGER: texts.tr("manager"),
        Rater.AGREED: texts.tr("agreed"),
    }[rater]
