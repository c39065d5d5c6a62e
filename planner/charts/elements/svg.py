"""One figure as an SVG whose text is text, set in whatever font the style measures with."""

from __future__ import annotations

import io
import re
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from planner.charts.elements.canvas import UNITS_AN_INCH
from planner.charts.style import ChartStyle

# Characters that XML may not hold, even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ASCENT, _DESCENT = 0.9, 0.25
_SEMIBOLD = "semibold"


def svg_of(figure: Figure, title: str, creator: str, style: ChartStyle) -> bytes:
    """Return a figure as SVG; `title` and `creator` stand in its metadata."""
    # Text, not outlines of glyphs; nothing else in the program writes SVG in this way.
    mpl.rcParams["svg.fonttype"] = "none"
    written = io.StringIO()
    width, height = (inches * UNITS_AN_INCH for inches in figure.get_size_inches())
    words = {"Title": _allowed(title), "Creator": creator, "Date": None}
    renderer = _TextRenderer(width, height, written, style, words)
    figure.draw(renderer)
    renderer.finalize()  # type: ignore[no-untyped-call,unused-ignore]
    return _allowed(written.getvalue()).encode("utf-8")


class _TextRenderer(RendererSVG):  # type: ignore[misc,no-any-unimported,unused-ignore]
    """Measures text as the style does, for matplotlib knows none of our fonts."""

    def __init__(
        self,
        width: float,
        height: float,
        written: io.StringIO,
        style: ChartStyle,
        words: dict[str, Any],
    ) -> None:
        super().__init__(  # type: ignore[no-untyped-call,unused-ignore]
            width, height, written, image_dpi=UNITS_AN_INCH, metadata=words
        )
        self._style = style

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | str
    ) -> tuple[float, float, float]:
        """Return a line's width, height and depth below the baseline."""
        size = prop.get_size_in_points()
        width = self._style.width_of(s, size, prop.get_weight() == _SEMIBOLD)
        return width, (_ASCENT + _DESCENT) * size, _DESCENT * size

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        size = prop.get_size_in_points()
        return _ASCENT * size, _DESCENT * size, 0.0


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("", text)
