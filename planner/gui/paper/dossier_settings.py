"""The choices for the dossier of one person, beside its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.core.career import Career
from planner.core.gaps import Gap, gaps_to_every_role
from planner.core.text import Language, Texts
from planner.gui.paper.document_settings import DocumentSettings
from planner.gui.paper.dossier_choices import DossierChoice, DossierChoices
from planner.gui.paper.scrolling_column import ScrollingColumn
from planner.gui.paper.team_dossiers import DossierOrder, dossier_of
from planner.gui.theme import Theme
from planner.gui.widgets.display.labels import plain_label
from planner.gui.workspace import Workspace
from planner.report.document import Document
from planner.report.dossier.words import empty_sections

_WIDTH = 252


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSource:
    """What the dossier of one person is made of, as it was when it was asked for."""

    order: DossierOrder
    career: Career
    gaps: Mapping[str, Gap]
    texts_in: Callable[[Language], Texts]
    # Whether something is imagined of the person: no dossier tells of that.
    is_imagined: bool

    def document(self, choice: DossierChoice, texts: Texts) -> Document:
        """Return the dossier as it was chosen in a window that speaks `texts`."""
        order = chosen_order(self.order, choice, texts.language, self.texts_in)
        return dossier_of(order, self.career, self.gaps)

    def empty(self, texts: Texts) -> Mapping[str, str]:
        """Return the sections that have nothing to tell of the person, each with the reason."""
        context = dossier_of(self.order, self.career, self.gaps).context
        return empty_sections(replace(context, texts=texts))


def dossier_order(
    workspace: Workspace,
    choice: DossierChoice,
    texts_in: Callable[[Language], Texts],
) -> DossierOrder | None:
    """Return what was chosen for the catalogue and the day looked at; None for nobody."""
    graph = workspace.graph
    if graph is None:
        return None
    return DossierOrder(
        graph=graph,
        basis=workspace.basis,
        as_of=workspace.as_of,
        today=workspace.today(),
        chosen=choice.dossier(workspace.texts.language, texts_in),
        paper=choice.paper,
        options=choice.options,
        with_private=choice.with_private,
        stale_months=workspace.stale_months,
    )


def chosen_order(
    order: DossierOrder,
    choice: DossierChoice,
    window: Language,
    texts_in: Callable[[Language], Texts],
) -> DossierOrder:
    """Return an order as it was chosen in a window that speaks a language."""
    return replace(
        order,
        chosen=choice.dossier(window, texts_in),
        paper=choice.paper,
        options=choice.options,
        with_private=choice.with_private,
    )


def dossier_source(
    workspace: Workspace, choice: DossierChoice, texts_in: Callable[[Language], Texts]
) -> DossierSource | None:
    """Return what the dossier of the person looked at is made of; None for nobody."""
    order, person = dossier_order(workspace, choice, texts_in), workspace.person
    if order is None or person is None:
        return None
    career = workspace.career()
    return DossierSource(
        order=order,
        career=career,
        gaps=gaps_to_every_role(
            order.graph, person, career.ratings, basis=order.basis, as_of=order.as_of
        ),
        texts_in=texts_in,
        is_imagined=workspace.what_if is not None,
    )


class DossierSettings(DocumentSettings):
    """The choices, which scroll in a low window."""

    def __init__(
        self,
        source: DossierSource,
        choice: DossierChoice,
        texts: Texts,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(source.document(choice, texts), parent)
        self._source = source
        self._texts = texts
        self.choices = DossierChoices(choice, texts, theme)
        self._note = plain_label(size="small", tone="quiet", wraps=True)
        self._note.setVisible(source.is_imagined)
        self.area = ChoicesArea(self.choices, self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.choices.chosen.connect(self._on_chosen)
        self._word()
        self._fit(theme)

    @property
    def choice(self) -> DossierChoice:
        """What is chosen now."""
        return self.choices.choice

    def retranslate(self, texts: Texts) -> None:
        """Word the choices anew, and the dossier where it speaks as the window does."""
        self._texts = texts
        self.choices.retranslate(texts)
        self._word()
        self._on_chosen(self.choice)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and another text size."""
        self.choices.apply_theme(theme)
        self._fit(theme)

    def _word(self) -> None:
        self.choices.show_empty(self._source.empty(self._texts))
        self._note.setText(self._texts.tr("What is imagined is left out: a dossier tells what is."))

    def _on_chosen(self, choice: DossierChoice) -> None:
        self.choose(self._source.document(choice, self._texts))

    def _fit(self, theme: Theme) -> None:
        self.setFixedWidth(round(_WIDTH * max(1.0, theme.text_factor)))


class ChoicesArea(ScrollingColumn):
    """The choices and more below them: a column that scrolls where it is low."""

    def __init__(self, choices: DossierChoices, *more: QWidget) -> None:
        super().__init__(choices, *more)
        self._warning = choices.warning
        choices.chosen.connect(self._show_warning)

    def _show_warning(self, choice: DossierChoice) -> None:
        """Bring the warning into sight at once."""
        if choice.with_private:
            for event in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
                QCoreApplication.sendPostedEvents(None, event.value)
            self.ensureWidgetVisible(self._warning)
