"""The header: whose career this is, where they stand, their target, find, print, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.people import Person
from planner.core.text import Texts
from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.widgets.display.avatar import Avatar
from planner.gui.widgets.display.labels import breakable, plain_label
from planner.gui.window.actions import Actions
from planner.gui.workspace import Workspace

_ICON, _LARGEST_ICON = 20, 1.5
_HEIGHT = 56
# So wide a name is where Find keeps its words beside it, and where it does not, in pixels.
_WHOLE_NAME, _NAME_WIDTH = 420, 240
_FIND_WIDTH = 260
# The field of Find without words, and what surrounds them.
_NARROW, _AROUND_WORDS = 44, 80
_LEAST_NAME = 120
# At both ends, between two parts, and what a chip takes beside its text.
_MARGIN, _GAP, _AROUND_CHIP = 12, 12, 80
# No real name is longer; a file may say anything.
_LONGEST = 120


class PersonButton(QPushButton):
    """Opens the person menu; shows the name, the role and how long it has been held."""

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person")
        self._widest = _NAME_WIDTH
        self._icons = icons
        self._avatar = Avatar(theme)
        self._name = plain_label(strong=True, wraps=True)
        self._role = plain_label(size="small", tone="quiet", wraps=True)
        self._chevron = QLabel()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self._avatar)
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        row.addLayout(words)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._role)
        words.addStretch(1)
        row.addWidget(self._chevron)
        for part in (self._avatar, self._name, self._role, self._chevron):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.apply_theme(theme)

    def show_person(self, person: Person, role: str, duration: str, texts: Texts) -> None:
        """Show a person in words."""
        self._avatar.show_name(person.name)
        standing = f"{role} · {duration}" if duration else role
        self._name.setText(_in_the_header(person.name))
        self._role.setText(_in_the_header(standing))
        self.setAccessibleName(texts.tr("{name}, {role}: people", name=person.name, role=standing))
        self.setToolTip("")
        self.fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self._avatar.apply_theme(theme)
        self._chevron.setPixmap(self._icons.picture("chevron-down", "text-quiet", 16))
        self.fit()

    def fit(self, widest: int | None = None) -> None:
        """Give each line its width, at most `widest` pixels or as before."""
        self._widest = widest or self._widest
        for label in (self._name, self._role):
            _fit(label, self._widest)
        # Else their layout learns of it with the next event, and the header measures too soon.
        self._words.invalidate()
        self._row.invalidate()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the texts anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def sizeHint(self) -> QSize:
        """Return room for the contents, which a push button does not ask for by itself."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the contents."""
        return self._row.totalMinimumSize()


class Chip(QFrame):
    """A rounded note with an icon and one button to be rid of it."""

    removed = Signal()

    def __init__(
        self, icon: str, role: str, icons: Icons, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._widest = _NAME_WIDTH
        self._icon, self._role = icon, role
        self._icons = icons
        self._theme = theme
        self._picture = QLabel()
        self.label = plain_label(strong=True, wraps=True)
        self.button = QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 6, 1)
        row.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._picture)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self.apply_theme(theme)

    def say(self, text: str, button: str) -> None:
        """Show a text, and name the button for those who cannot see its cross."""
        self.label.setText(_in_the_header(text))
        self.button.setAccessibleName(button)
        self.button.setToolTip(button)
        self.fit()

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self._picture.setPixmap(self._icons.picture(self._icon, self._role, 16))
        self.button.setIcon(self._icons.icon("close", self._role))
        self.button.setIconSize(self._icons.square(14))
        self.fit()

    def fit(self, widest: int | None = None) -> None:
        """Give the text its width, at most `widest` pixels or as before."""
        self._widest = widest or self._widest
        _fit(self.label, self._widest)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the text anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()


class Header(QFrame):
    """Composes the header; what is asked for in it leaves as a signal."""

    people_requested = Signal()
    find_requested = Signal()
    menu_requested = Signal()
    clear_target_requested = Signal()
    leave_sample_requested = Signal()
    today_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        actions: Actions,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._workspace = workspace
        self._icons = icons
        self._theme = theme
        self.person = PersonButton(icons, theme)
        self.target = Chip("target-set", "accent", icons, theme)
        self.sample = Chip("people", "warning", icons, theme)
        self.sample.setProperty("tone", "warning")
        self.sample.hide()
        self.day = Chip("calendar", "warning", icons, theme)
        self.day.setProperty("tone", "warning")
        self.day.hide()
        self._chips = (self.target, self.day, self.sample)
        self.find_field = QPushButton()
        self.find_field.setObjectName("find")
        self.find_field.setMinimumWidth(_NARROW)
        self.find_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._find_words = plain_label(tone="quiet")
        self._find_key = plain_label(size="small", tone="quiet")
        self._find_icon = QLabel()
        field = QHBoxLayout(self.find_field)
        field.setContentsMargins(12, 0, 12, 0)
        for part in (self._find_icon, self._find_words, self._find_key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        field.addWidget(self._find_icon)
        field.addWidget(self._find_words, 1)
        field.addWidget(self._find_key)
        self.menu = QToolButton()
        self._is_stacked = False
        self._row, self._second = QHBoxLayout(), QHBoxLayout()
        self._lay_out(actions)
        self.person.clicked.connect(self.people_requested)
        self.target.removed.connect(self.clear_target_requested)
        self.sample.removed.connect(self.leave_sample_requested)
        self.day.removed.connect(self.today_requested)
        self.find_field.clicked.connect(self.find_requested)
        self.menu.clicked.connect(self.menu_requested)
        self.apply_theme(theme)
        self.retranslate()

    def _lay_out(self, actions: Actions) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        rows.setSpacing(4)
        for row in (self._row, self._second):
            rows.addLayout(row)
            row.setSpacing(_GAP)
        self._row.addWidget(self.person)
        for chip in self._chips:
            self._row.addWidget(chip)
        self._row.addStretch(0)
        self._row.addWidget(self.find_field, 1)
        keys = ("undo", "redo", "print", "panel")
        self._buttons = [self._button(actions, key) for key in keys if actions.has(key)]
        self._row.addWidget(self.menu)
        self._second.addStretch(1)

    def refresh(self) -> None:
        """Show the person, their standing on the day looked at, and their target."""
        texts = self._workspace.texts
        person, catalogue = self._workspace.seen_person, self._workspace.catalogue
        self.person.setVisible(person is not None)
        self.target.hide()
        self.day.hide()
        if person is None or catalogue is None:
            return
        day = self._workspace.as_of
        position = person.position_on(day)
        known = catalogue.has_role(position.role)
        role = texts.pick(catalogue.role(position.role).name) if known else ""
        held = texts.duration(max(0, (day - position.since).days))
        self.person.show_person(person, role, held, texts)
        if self._workspace.is_past:
            self.day.say(texts.tr("As of {day}", day=texts.date(day)), texts.tr("Back to today"))
            self.day.show()
        if person.target is not None and catalogue.has_role(person.target):
            target = texts.pick(catalogue.role(person.target).name)
            self.target.say(texts.tr("Target: {role}", role=target), texts.tr("Clear the target"))
            self.target.show()
        self._fit()

    @property
    def day_anchor(self) -> QWidget:
        """What the days to look at are offered below: the day looked at, else the menu."""
        return self.menu if self.day.isHidden() else self.day

    def show_sample(self, is_sample: bool) -> None:
        """Mark the window as showing the sample team, or no longer."""
        self.sample.setVisible(is_sample)
        self._fit()

    def retranslate(self) -> None:
        """Word everything in the present language."""
        tr = self._workspace.texts.tr
        self._find_words.setText(tr("Find a role, a skill, a person"))
        self._find_key.setText("Ctrl K")
        self.find_field.setAccessibleName(tr("Find a role, a skill, a person"))
        self.menu.setAccessibleName(tr("Menu"))
        self.menu.setToolTip(tr("Menu (F10)"))
        self.sample.say(tr("Sample team"), tr("Leave the sample team"))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap names sooner in a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width out: names wrap rather than Find loses its words, but not for nothing.

        The chips get a row of their own where even wrapped names leave no room for the buttons.
        """
        self._stack(False)
        self._stack(self._room_beside(_LEAST_NAME) < _NARROW)
        factor = self._theme.text_factor
        whole = round(_WHOLE_NAME * factor)
        wrapped = max(_LEAST_NAME, min(round(_NAME_WIDTH * factor), self.width() // 6))
        short = _AROUND_WORDS + self._find_words.sizeHint().width()
        wanted = short + self._find_key.sizeHint().width()
        room = self._room_beside(whole)
        has_room = room >= _NARROW
        if room < short:
            room = self._room_beside(wrapped)
        if room < short and has_room:
            room = self._room_beside(whole)
        elif room < _NARROW:
            room = self._room_beside(_LEAST_NAME)
        self._find_words.setVisible(room >= short)
        self._find_key.setVisible(room >= wanted)
        usual = round(_FIND_WIDTH * factor)
        self.find_field.setMaximumWidth(max(wanted, usual) if room >= short else _NARROW)

    def _stack(self, is_stacked: bool) -> None:
        """Put the chips into a row of their own, or back beside the person."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            before, row = (self._row, self._second) if is_stacked else (self._second, self._row)
            for place, chip in enumerate(self._chips, 0 if is_stacked else 1):
                before.removeWidget(chip)
                row.insertWidget(place, chip)

    def _room_beside(self, widest: int) -> int:
        """Let names be at most so wide, and return what they leave to Find."""
        chips = [chip for chip in self._chips if not chip.isHidden()]
        width = self.width() - 2 * _MARGIN
        if not self.person.isHidden():
            self.person.fit(widest)
        for chip in chips:
            share = width // len(chips) - _AROUND_CHIP
            chip.fit(max(_LEAST_NAME, share) if self._is_stacked else widest)
        others = [part for part in (self.person, *self._buttons, self.menu) if not part.isHidden()]
        beside = others if self._is_stacked else [*others, *chips]
        return width - sum(part.sizeHint().width() + _GAP for part in beside)

    def apply_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self._fit()
        self.setMinimumHeight(round(_HEIGHT * max(1.0, theme.text_factor)))
        self.find_field.setMinimumHeight(round(32 * theme.text_factor))
        for part in (self.person, *self._chips):
            part.apply_theme(theme)
        self._find_icon.setPixmap(self._icons.picture("search", "text-quiet", 16))
        self.menu.setIcon(self._icons.icon("menu"))
        side = round(_ICON * min(theme.text_factor, _LARGEST_ICON))
        for button in (*self._buttons, self.menu):
            button.setIconSize(QSize(side, side))

    def _button(self, actions: Actions, key: str) -> QToolButton:
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setDefaultAction(actions[key])
        self._row.addWidget(button)
        return button


def _in_the_header(text: str) -> str:
    """Return a text that leaves the page its room, however long a file made it."""
    return breakable(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")


def _fit(label: QLabel, widest: int) -> None:
    """Give a label the width of its text, or `widest` and as many lines as that needs."""
    label.ensurePolished()
    metrics, plain = label.fontMetrics(), int(Qt.AlignmentFlag.AlignLeft)
    natural = metrics.boundingRect(QRect(0, 0, 100_000, 1000), plain, label.text()).width() + 4
    width = min(widest, natural)
    wrapped = plain | int(Qt.TextFlag.TextWordWrap)
    height = metrics.boundingRect(QRect(0, 0, width, 100_000), wrapped, label.text()).height()
    label.setFixedSize(width, height)
