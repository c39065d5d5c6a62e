"""About: the version, the licences, the catalogues' attribution, and where everything is kept."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from planner import __version__
from planner.core.model import CatalogueHead
from planner.core.text import Texts
from planner.gui.state.session import Where
from planner.gui.window.text_window import TextWindow

_LIBRARIES = (
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("Alembic", "MIT"),
    ("networkx", "BSD-3-Clause"),
    ("NumPy", "BSD-3-Clause"),
    ("matplotlib", "PSF"),
    ("Babel", "BSD-3-Clause"),
    ("icalendar", "BSD-2-Clause"),
    ("pydantic", "MIT"),
    ("pypdf", "BSD-3-Clause"),
    ("PyYAML", "MIT"),
    ("ReportLab", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("tabulate", "MIT"),
)


def about_text(
    texts: Texts, heads: Iterable[CatalogueHead], where: Where, sample: Path | None = None
) -> str:
    """Return everything that About says, as lines to read or to copy.

    `sample` is the file of the sample team while that is shown instead of the person's own data.
    """
    tr = texts.tr
    lines = [
        tr("Career Planner {version}", version=__version__),
        tr("Licence: {licence}", licence="MIT"),
        "",
        tr("Where your data is"),
        *([tr("Shown now, the sample team: {file}", file=str(sample))] if sample else ()),
        tr("Data: {file}", file=str(where.store)),
        tr("Backups: {folder}", folder=str(where.backups)),
        tr("Log (ids and counts only): {file}", file=str(where.log)),
        tr("Window settings: {file}", file=str(where.settings)),
        tr("Cache: {folder}", folder=str(where.cache)),
        "",
        tr("Catalogues"),
    ]
    for head in heads:
        lines.append(
            tr("{title}, version {version}", title=texts.pick(head.title), version=head.version)
        )
        lines += [f"  {part}" for part in (head.licence, texts.pick(head.attribution)) if part]
    lines += ["", tr("Made with")]
    lines += [f"{name}: {licence}" for name, licence in _LIBRARIES]
    lines.append(tr("Typeface: {family}, {licence}", family="Planner Sans SC (Noto Sans SC)",
                    licence="OFL-1.1"))  # fmt: skip
    lines += ["", f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"]
    return "\n".join(lines)


class About(TextWindow):
    """Shows the text and copies it."""

    def __init__(
        self,
        texts: Texts,
        heads: Iterable[CatalogueHead],
        where: Where,
        sample: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = texts.tr("About Career Planner")
        super().__init__(title, about_text(texts, heads, where, sample), texts, parent)
