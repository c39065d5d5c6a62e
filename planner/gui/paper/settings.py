"""How a document is put on paper, chosen in a column beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from planner.core.text import Language, Texts
from planner.gui.paper.document_settings import DocumentSettings
from planner.gui.paper.scrolling_column import ScrollingColumn
from planner.gui.paper.speech import Speech, chosen_speech, fill_languages, in_speech, show_speech
from planner.gui.paper.still_fields import StillCombo, StillSpin
from planner.gui.paper.words import REPORT_PAPERS, paper_words, style_words
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.report.document import Document, What
from planner.report.pages import PageContext
from planner.report.paper.chart_options import (
    FITS,
    MOST_OVERLAP,
    MOST_SHEETS,
    ORIENTATIONS,
    PAPER_NAMES,
    STYLES,
    ChartOptions,
)

# Times the height of a line: the width that choices take at least, and the longest name of a track.
_LEAST, _MOST = 11, 18
# So many moves around the present role can be chosen.
_NEAR = (1, 2, 3)


class PaperSettings(DocumentSettings):
    """The choices for a chart or a report in a window that speaks `texts`."""

    def __init__(
        self,
        document: Document,
        texts: Texts,
        texts_in: Callable[[Language], Texts],
        speech: Speech = "window",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, parent)
        self._texts, self._texts_in, self._speech = texts, texts_in, speech
        choices = QWidget()
        self._column = QVBoxLayout(choices)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.shown, self.paper, self.orientation, self.fit = (self._chooser() for _ in range(4))
        self.sheets = QWidget()
        self.columns, self.rows, self.overlap = StillSpin(), StillSpin(), StillSpin()
        self._add_sheets()
        self._add_overlap()
        self.style_, self.language, self.person = (self._chooser() for _ in range(3))
        self.area = ScrollingColumn(choices)
        within = QVBoxLayout(self)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self.area)
        self._fill()
        self._show()
        for chooser in self._choosers:
            chooser.activated.connect(self._on_change)
        for box in (self.columns, self.rows, self.overlap):
            # Typing 12 asks for no poster of one column on the way.
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._on_change)

    @property
    def _choosers(self) -> tuple[QComboBox, ...]:
        return (*self._of_charts, self.paper, self.orientation, self.style_, self.language)

    @property
    def _of_charts(self) -> tuple[QComboBox, ...]:
        return self.shown, self.fit, self.person

    @property
    def speech(self) -> Speech:
        """In which languages it is printed."""
        return self._speech

    def retranslate(self, texts: Texts) -> None:
        """Word the choices anew, and the document where it speaks as the window does."""
        self._texts = texts
        self._fill()
        self.choose(self._spoken(self._document))
        self._show()

    def _spoken(self, document: Document) -> Document:
        return in_speech(document, self._speech, self._texts.language, self._texts_in)

    def apply_theme(self, theme: Theme) -> None:
        """Take another text size."""
        self._fill()
        self._show()

    def _chooser(self) -> QComboBox:
        chooser = StillCombo()
        # The column is as wide as the longest entry of all; by itself one would size itself alone.
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._add_labelled(chooser, self._column)
        return chooser

    def _add_labelled(self, field: QWidget, column: QVBoxLayout) -> None:
        label = plain_label(tone="quiet")
        label.setBuddy(field)
        if column.count():
            # Unlike a spacing it goes with the label where that is hidden.
            label.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label)
        column.addWidget(field)
        field.setProperty("label", label)

    def _add_sheets(self) -> None:
        row = QHBoxLayout(self.sheets)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for box in (self.columns, self.rows):
            box.setRange(1, MOST_SHEETS)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.columns, 1)
        row.addWidget(QLabel("×"))
        row.addWidget(self.rows, 1)
        self._column.addWidget(self.sheets)

    def _add_overlap(self) -> None:
        self.overlap.setRange(0, MOST_OVERLAP)
        self.overlap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Its label comes and goes with it, and with the space above.
        self.strip = QWidget()
        column = QVBoxLayout(self.strip)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self._add_labelled(self.overlap, column)
        self._column.addWidget(self.strip)

    def _fill(self) -> None:
        document, texts = self._document, self._texts
        tr = texts.tr
        for chooser, words in (
            (self.shown, tr("Show")),
            (self.paper, tr("Paper")),
            (self.orientation, tr("Orientation")),
            (self.fit, tr("Size")),
            (self.style_, tr("Style")),
            (self.language, tr("Language")),
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
        words = tr("Overlap")
        cast("QLabel", self.overlap.property("label")).setText(words)
        self.overlap.setAccessibleName(words)
        self.overlap.setToolTip(tr("The strip that neighbouring sheets share, for gluing"))
        self.overlap.setSuffix(tr(" mm"))
        papers = PAPER_NAMES if document.is_chart else REPORT_PAPERS
        for paper in papers:
            self.paper.addItem(paper_words(paper, texts), paper)
        best = tr("Whichever is larger") if document.is_chart else tr("As it suits")
        orientations = (best, tr("Portrait"), tr("Landscape"))
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
        fill_languages(self.language, texts)
        self.person.addItem(tr("Shown"), False)
        self.person.addItem(tr("Left out"), True)
        if document.is_chart:
            for words, choice in _choices(replace(document.context, texts=texts)):
                self.shown.addItem(self._cut(words), choice)
                for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                    self.shown.setItemData(self.shown.count() - 1, words, role)
        self._fit()

    def _cut(self, words: str) -> str:
        """Return the name of a track no longer than there is room for."""
        metrics = self.shown.fontMetrics()
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, _MOST * metrics.height())

    def _fit(self) -> None:
        """Be as wide as the longest entry of any choice, beside the scroll bar of a low window."""
        choosers = [
            chooser
            for chooser in self._choosers
            if self._document.is_chart or chooser not in self._of_charts
        ]
        for chooser in choosers:
            chooser.ensurePolished()
        least = _LEAST * self.paper.fontMetrics().height()
        self.setFixedWidth(max(least, *map(_width_for_all, choosers)) + self.area.beside)

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
        show_speech(self.language, self._speech, self._texts.language)
        chosen = _choice(document)
        for place in range(self.shown.count()):
            if self.shown.itemData(place) == chosen:
                self.shown.setCurrentIndex(place)
        self.columns.setValue(options.columns)
        self.rows.setValue(options.rows)
        self.overlap.setValue(round(options.overlap))
        for part in self._of_charts:
            part.setVisible(document.is_chart)
            cast("QLabel", part.property("label")).setVisible(document.is_chart)
        self._show_what_goes_with_size(document)

    def _show_what_goes_with_size(self, document: Document) -> None:
        options = document.options
        self.sheets.setVisible(document.is_chart and options.fit == "poster")
        self.strip.setVisible(document.is_chart and options.may_take_several)

    def _on_change(self) -> None:
        self._speech = chosen_speech(self.language, self._speech, self._texts.language)
        document = self._spoken(self._document.on_paper(self.paper.currentData()))
        if not document.is_chart:
            options = ChartOptions(
                orientation=self.orientation.currentData(), style=self.style_.currentData()
            )
            document = document.with_options(options)
        else:
            what, track, near, roles = self.shown.currentData()
            options = ChartOptions(
                orientation=self.orientation.currentData(),
                fit=self.fit.currentData(),
                columns=self.columns.value(),
                rows=self.rows.value(),
                overlap=self.overlap.value(),
                style=self.style_.currentData(),
                is_blank=self.person.currentData(),
                track=track,
                near=near,
                roles=roles,
            )
            document = replace(document, what=what, options=options)
            self._show_what_goes_with_size(document)
        self.choose(document)


def _width_for_all(chooser: QComboBox) -> int:
    """Return the width at which every entry is whole."""
    metrics, option = chooser.fontMetrics(), QStyleOptionComboBox()
    chooser.initStyleOption(option)
    entries = (chooser.itemText(place) for place in range(chooser.count()))
    widest = max((metrics.horizontalAdvance(entry) for entry in entries), default=0)
    return (
        chooser.style()
        .sizeFromContents(
            QStyle.ContentsType.CT_ComboBox, option, QSize(widest, metrics.height()), chooser
        )
        .width()
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
