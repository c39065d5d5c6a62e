"""How a document is put on paper, chosen in a column beside its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.core.text import Texts
from planner.gui.document_settings import DocumentSettings
from planner.gui.settings import Settings
from planner.gui.widgets.labels import plain_label
from planner.report.chart_options import (
    FITS,
    MOST_SHEETS,
    ORIENTATIONS,
    PAPER_NAMES,
    STYLES,
    ChartOptions,
    Style,
)
from planner.report.document import Document, What
from planner.report.pages import PageContext

# What is no chart has columns that need the width of these.
REPORT_PAPERS = ("a4", "letter")
_WIDTH = 232
_KEY = "paper/chart"
# So many moves around the present role can be chosen.
_NEAR = (1, 2, 3)


class ChartSettings(DocumentSettings):
    """The choices for one chart, and the paper of any other document."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setFixedWidth(_WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.shown, self.paper, self.orientation, self.fit = (self._chooser() for _ in range(4))
        self.sheets = QWidget()
        self.columns, self.rows = QSpinBox(), QSpinBox()
        self._add_sheets()
        self.style_, self.person = self._chooser(), self._chooser()
        self._column.addStretch(1)
        self._fill(document.context.texts)
        self._show()
        for chooser in (
            self.shown,
            self.paper,
            self.orientation,
            self.fit,
            self.style_,
            self.person,
        ):
            chooser.activated.connect(self._on_change)
        self.columns.valueChanged.connect(self._on_change)
        self.rows.valueChanged.connect(self._on_change)

    def retranslate(self, texts: Texts) -> None:
        """Word choices and document in another language."""
        context = replace(self._document.context, texts=texts)
        document = replace(self._document, context=context)
        self._fill(texts)
        self.choose(document)
        self._show()

    def _chooser(self) -> QComboBox:
        label, chooser = plain_label(tone="quiet"), QComboBox()
        label.setBuddy(chooser)
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(label)
        self._column.addWidget(chooser)
        chooser.setProperty("label", label)
        return chooser

    def _add_sheets(self) -> None:
        row = QHBoxLayout(self.sheets)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for box in (self.columns, self.rows):
            box.setRange(1, MOST_SHEETS)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            # Typing 12 asks for no poster of one column on the way.
            box.setKeyboardTracking(False)
        row.addWidget(self.columns, 1)
        row.addWidget(QLabel("×"))
        row.addWidget(self.rows, 1)
        self._column.addWidget(self.sheets)

    def _fill(self, texts: Texts) -> None:
        document = self._document
        tr = texts.tr
        for chooser, words in (
            (self.shown, tr("Show")),
            (self.paper, tr("Paper")),
            (self.orientation, tr("Orientation")),
            (self.fit, tr("Size")),
            (self.style_, tr("Style")),
            (self.person, tr("Person")),
        ):
            cast("QLabel", chooser.property("label")).setText(words)
            chooser.setAccessibleName(words)
            chooser.clear()
        self.person.setToolTip(tr("A chart for the wall has no name, no dates and no readiness"))
        columns, rows = tr("Columns of sheets"), tr("Rows of sheets")
        for box, words in ((self.columns, columns), (self.rows, rows)):
            box.setAccessibleName(words)
            box.setToolTip(words)
        papers = PAPER_NAMES if document.is_chart else REPORT_PAPERS
        for paper in papers:
            self.paper.addItem(paper_words(paper, texts), paper)
        orientations = (tr("Whichever is larger"), tr("Portrait"), tr("Landscape"))
        for key, words in zip(ORIENTATIONS, orientations, strict=True):
            self.orientation.addItem(words, key)
        fits = (
            tr("On one sheet"),
            tr("As wide as one sheet"),
            tr("True size"),
            tr("Poster of sheets"),
        )
        for fit, words in zip(FITS, fits, strict=True):
            self.fit.addItem(words, fit)
        for style in STYLES:
            self.style_.addItem(style_words(style, texts), style)
        self.person.addItem(tr("Shown"), False)
        self.person.addItem(tr("Left out"), True)
        if document.is_chart:
            for words, choice in _choices(replace(document.context, texts=texts)):
                self.shown.addItem(words, choice)

    def _show(self) -> None:
        """Show the document's own choices."""
        document, options = self._document, self._document.options
        for chooser, key in (
            (self.paper, document.context.paper),
            (self.orientation, options.orientation),
            (self.fit, options.fit),
            (self.style_, options.style),
            (self.person, options.is_blank),
        ):
            chooser.setCurrentIndex(max(0, chooser.findData(key)))
        chosen = _choice(document)
        for place in range(self.shown.count()):
            if self.shown.itemData(place) == chosen:
                self.shown.setCurrentIndex(place)
        self.columns.setValue(options.columns)
        self.rows.setValue(options.rows)
        for part in (self.shown, self.orientation, self.fit, self.style_, self.person):
            part.setVisible(document.is_chart)
            cast("QLabel", part.property("label")).setVisible(document.is_chart)
        self.sheets.setVisible(document.is_chart and options.fit == "poster")

    def _on_change(self) -> None:
        document = self._document.on_paper(self.paper.currentData())
        if document.is_chart:
            what, track, near, roles = self.shown.currentData()
            fit = self.fit.currentData()
            options = ChartOptions(
                orientation=self.orientation.currentData(),
                fit=fit,
                columns=self.columns.value(),
                rows=self.rows.value(),
                style=self.style_.currentData(),
                is_blank=self.person.currentData(),
                track=track,
                near=near,
                roles=roles,
            )
            document = replace(document, what=what, options=options)
            self.sheets.setVisible(fit == "poster")
        self.choose(document)


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


def remembered_options(settings: Settings, otherwise: str) -> tuple[str, ChartOptions]:
    """Return the paper and the options that a chart was put on last; bad ones count as missing."""
    kept = settings.record(_KEY)

    def word(key: str, words: Sequence[str]) -> str:
        said = kept.get(key)
        return said if isinstance(said, str) and said in words else words[0]

    def number(key: str) -> int:
        said = kept.get(key)
        is_number = isinstance(said, int) and not isinstance(said, bool)
        return said if is_number and 1 <= cast("int", said) <= MOST_SHEETS else 2  # type: ignore[return-value]

    paper = kept.get("paper")
    options = ChartOptions(
        orientation=word("orientation", ORIENTATIONS),  # type: ignore[arg-type]
        fit=word("fit", FITS),  # type: ignore[arg-type]
        columns=number("columns"),
        rows=number("rows"),
        style=word("style", STYLES),  # type: ignore[arg-type]
    )
    return (paper if isinstance(paper, str) and paper in PAPER_NAMES else otherwise), options


def remember(settings: Settings, document: Document) -> None:
    """Keep on which paper and how a chart is put; what it shows is chosen anew each time."""
    options = document.options
    settings.set_json(
        _KEY,
        {
            "paper": document.context.paper,
            "orientation": options.orientation,
            "fit": options.fit,
            "columns": options.columns,
            "rows": options.rows,
            "style": options.style,
        },
    )


_Choice = tuple[What, str, int, tuple[str, ...]]


def _choices(context: PageContext) -> list[tuple[str, _Choice]]:
    """Return what can be shown: in words, and as the document, track, moves around, and roles."""
    texts, catalogue, person = context.texts, context.catalogue, context.person
    tr = texts.tr
    present = person.position_on(context.as_of).role
    choices: list[tuple[str, _Choice]] = [(tr("The whole map"), ("map", "", 0, ()))]
    if catalogue.has_role(present):
        choices += [
            (
                texts.ntr(
                    "Within {count} move of the present role",
                    "Within {count} moves of the present role",
                    near,
                ),
                ("map", "", near, ()),
            )
            for near in _NEAR
        ]
    if len(catalogue.tracks) > 1:
        used = {role.track for role in catalogue.roles}
        choices += [
            (tr("Track: {track}", track=texts.pick(track.name)), ("map", track.id, 0, ()))
            for track in catalogue.tracks
            if track.id in used
        ]
    if catalogue.has_role(present) and person.target and catalogue.has_role(person.target):
        way = context.graph.shortest_way(present, person.target)
        if len(way) > 1:
            choices.append((tr("The route to the target"), ("map", "", 0, way)))
    choices.append((tr("The path so far and ahead"), ("path", "", 0, ())))
    return choices


def _choice(document: Document) -> _Choice:
    options = document.options
    return document.what, options.track, options.near, options.roles
