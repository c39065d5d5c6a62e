"""What a dossier holds, in which languages, on which paper and how, chosen in a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.core.text import Language, Texts, in_line
from planner.gui.paper.speech import (
    Speech,
    chosen_speech,
    fill_languages,
    known_speech,
    languages_of,
    show_speech,
)
from planner.gui.paper.still_fields import StillCombo
from planner.gui.paper.words import REPORT_PAPERS, paper_words, style_words
from planner.gui.settings import Settings
from planner.gui.theme import Theme
from planner.gui.widgets.choices.tick_box import TickBox
from planner.gui.widgets.display.labels import plain_label
from planner.gui.widgets.rows.tick_list import TickList
from planner.report.dossier.dossier import SECTIONS, Dossier, Section, section_name
from planner.report.paper.chart_options import STYLES, ChartOptions, Style

_PAPER, _KEY = "paper/size", "paper/dossier"


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierChoice:
    """What was chosen for a dossier, or for those of a team."""

    sections: frozenset[Section] = frozenset(SECTIONS)
    speech: Speech = "window"
    paper: str = REPORT_PAPERS[0]
    style: Style = STYLES[0]
    with_private: bool = False

    @property
    def options(self) -> ChartOptions:
        """How it is put on paper."""
        return ChartOptions(style=self.style)

    def dossier(self, window: Language, texts_in: Callable[[Language], Texts]) -> Dossier:
        """Return what the dossier holds, where the window speaks a language."""
        spoken = languages_of(self.speech, window)
        return Dossier(languages=tuple(map(texts_in, spoken)), sections=self.sections)


def remembered_choice(settings: Settings, usual_paper: str) -> DossierChoice:
    """Return what was chosen last, without private notes; bad values count as missing."""
    kept = settings.record(_KEY)
    named, speech, style = kept.get("sections"), kept.get("speech"), kept.get("style")
    sections = frozenset(SECTIONS)
    if isinstance(named, list):
        sections = frozenset(section for section in SECTIONS if section in named)
    return DossierChoice(
        sections=sections,
        speech=known_speech(speech),
        paper=settings.word(_PAPER, REPORT_PAPERS, usual_paper),
        style=next((one for one in STYLES if one == style), STYLES[0]),
    )


def remember_choice(settings: Settings, choice: DossierChoice) -> None:
    """Keep what was chosen, but never that private notes were."""
    sections = [section for section in SECTIONS if section in choice.sections]
    kept = {"sections": sections, "speech": choice.speech, "style": choice.style}
    settings.set_json(_KEY, kept)
    settings.set_text(_PAPER, choice.paper)


class DossierChoices(QWidget):
    """The choices; `chosen` (DossierChoice) at once with each of them."""

    chosen = Signal(object)

    def __init__(
        self, choice: DossierChoice, texts: Texts, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._texts = texts
        self._empty: Mapping[str, str] = {}
        self.sections = TickList(theme)
        self.language, self.paper, self.style_ = StillCombo(), StillCombo(), StillCombo()
        self.private = TickBox(theme)
        self._names = tuple(plain_label(tone="quiet") for _ in range(4))
        self._private_words = plain_label(wraps=True)
        self._private_words.setBuddy(self.private)
        self.warning = plain_label(size="small", tone="warning", strong=True, wraps=True)
        self._private_rule = plain_label(size="small", tone="quiet", wraps=True)
        self._lay_out()
        self.retranslate(texts)
        self.sections.itemChanged.connect(self._on_change)
        self.language.activated.connect(self._on_change)
        self.paper.activated.connect(self._on_change)
        self.style_.activated.connect(self._on_change)
        self.private.clicked.connect(self._on_change)

    @property
    def choice(self) -> DossierChoice:
        """What is chosen now."""
        return self._choice

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        card = QFrame()
        card.setObjectName("card")
        within = QVBoxLayout(card)
        within.setContentsMargins(4, 4, 4, 4)
        within.addWidget(self.sections)
        choosers = (self.language, self.paper, self.style_)
        for name, part, editor in zip(
            self._names, (card, *choosers), (self.sections, *choosers), strict=True
        ):
            name.setBuddy(editor)
            if column.count():
                column.addSpacing(8)
            column.addWidget(name)
            column.addWidget(part)
        for chooser in choosers:
            chooser.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        row.addWidget(self.private, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._private_words, 1)
        column.addWidget(self.warning)
        column.addWidget(self._private_rule)
        column.addStretch(1)

    def show_empty(self, empty: Mapping[str, str]) -> None:
        """Say of sections why they have nothing to tell."""
        self._empty = dict(empty)
        self._show()

    def retranslate(self, texts: Texts) -> None:
        """Word everything in another language; what is chosen stays chosen."""
        self._texts = texts
        tr = texts.tr
        words = (tr("Sections"), tr("Language"), tr("Paper"), tr("Style"))
        editors = (self.sections, self.language, self.paper, self.style_)
        for name, editor, said in zip(self._names, editors, words, strict=True):
            name.setText(said)
            editor.setAccessibleName(said)
        fill_languages(self.language, texts)
        self.paper.clear()
        for paper in REPORT_PAPERS:
            self.paper.addItem(paper_words(paper, texts), paper)
        self.style_.clear()
        for style in STYLES:
            self.style_.addItem(style_words(style, texts), style)
        said = tr("With the manager's private notes")
        self._private_words.setText(said)
        self.private.setAccessibleName(said)
        self.warning.setText(
            tr("Every page says so: “Confidential: with private notes”. It is not to be handed on.")
        )
        self._private_rule.setText(tr("They belong to the section “Last agreements”."))
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.sections.apply_theme(theme)
        self.private.apply_theme(theme)

    def _show(self) -> None:
        """Show what is chosen."""
        choice = self._choice
        things = [
            (section_name(section, self._texts), self._empty.get(section, ""))
            for section in SECTIONS
        ]
        ticked = [place for place, one in enumerate(SECTIONS) if one in choice.sections]
        self.sections.offer(things, ticked)
        show_speech(self.language, choice.speech, self._texts.language)
        self.paper.setCurrentIndex(max(0, self.paper.findData(choice.paper)))
        self.style_.setCurrentIndex(self.style_.findData(choice.style))
        self.private.setChecked(choice.with_private)
        self._show_private()

    def _show_private(self) -> None:
        choice = self._choice
        can_hold = "agreements" in choice.sections
        for part in (self.private, self._private_words):
            part.setEnabled(can_hold)
        self.warning.setVisible(choice.with_private)
        self._private_rule.setVisible(not can_hold)
        shown = [part.text() for part in (self.warning, self._private_rule) if not part.isHidden()]
        self.private.setAccessibleDescription(in_line(shown, self._texts))

    def _on_change(self) -> None:
        choice = self._choice
        sections = frozenset(SECTIONS[place] for place in self.sections.ticked)
        made = replace(
            choice,
            sections=sections,
            speech=chosen_speech(self.language, choice.speech, self._texts.language),
            paper=self.paper.currentData(),
            style=self.style_.currentData(),
            with_private=self.private.isChecked() and "agreements" in sections,
        )
        if made != choice:
            self._choice = made
            self.private.setChecked(made.with_private)
            self._show_private()
            self.chosen.emit(made)
