"""The look of the whole application: theme, palette, style sheet and text size, as chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from string import Template
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from planner.gui.look.icons import MOST
from planner.gui.look.restyling import restyle
from planner.gui.theme import Theme, load_theme

# In pixels at the usual text size: icons of buttons and menus, and the arrow of a field.
_ICON, _ARROW = 16, 14
ThemeChoice = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)
# The words that choose the style where an application is made. `setStyle` would hand the style to
# Python, which then learns its 566 names.
STYLE = ("-style", "Fusion")
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 80, 200, 10

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface-quiet",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text-quiet",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface-quiet",
    QPalette.ColorRole.Mid: "line-strong",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "line-strong",
}
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_PALE = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette in the colours of a theme."""
    made = QPalette()
    for part, role in _PALETTE.items():
        made.setColor(part, theme.colour(role))
    for part in _PALE:
        made.setColor(QPalette.ColorGroup.Disabled, part, theme.colour("text-quiet"))
    return made


def style_sheet(template: str, theme: Theme, resources: Path) -> str:
    """Fill the style sheet's `${names}`; raise KeyError for a name that no theme has."""
    roles = {role.replace("-", "_"): colour for role, colour in theme.colours.items()}
    accent = theme.colour("accent")
    grown = min(theme.text_factor, MOST)
    return Template(template).substitute(
        roles,
        accent_strong=(accent.lighter(108) if theme.is_dark else accent.darker(112)).name(),
        warning_soft=_mixed(theme.colour("warning"), theme.colour("surface"), 0.12).name(),
        title_px=theme.pixels("title"),
        body_px=theme.pixels("body"),
        small_px=theme.pixels("small"),
        icon_px=round(_ICON * grown),
        arrow_px=round(_ARROW * grown),
        arrow=(resources / "field-arrow.svg").as_posix(),
        tick=(resources / f"menu-tick-{'dark' if theme.is_dark else 'light'}.svg").as_posix(),
    )


class Appearance(QObject):
    """Dresses the application; `changed` carries the theme to all that paint by themselves."""

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication,
        resources: Path,
        *,
        choice: ThemeChoice = "system",
        text_percent: int = 100,
        is_styled: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._resources = resources
        self._template = (resources / "style.qss").read_text(encoding="utf-8")
        self._choice: ThemeChoice = choice
        self._text_percent = _within(text_percent)
        self._tell_system()
        self._theme = self._chosen()
        self._is_styled = is_styled
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme in force, with the text-size factor."""
        return self._theme

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose: one theme, or whatever the system shows."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """The text size in per cent of the usual one, 80 to 200."""
        return self._text_percent

    def put_on_style(self) -> None:
        """Put the style sheet on if that was left for later, as is cheaper on finished widgets."""
        if not self._is_styled:
            self._is_styled = True
            self._dress()

    def choose(self, choice: ThemeChoice) -> None:
        """Take a theme, or follow the system."""
        if choice != self._choice:
            self._choice = choice
            self._tell_system()
            self._change()

    def set_text_percent(self, percent: int) -> None:
        """Set the text size in per cent, kept within 80 to 200."""
        if _within(percent) != self._text_percent:
            self._text_percent = _within(percent)
            self._change()

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._change()

    def _tell_system(self) -> None:
        """Let the title bar and the system's own dialogs follow the choice."""
        self._application.styleHints().setColorScheme(_SCHEMES[self._choice])

    def _change(self) -> None:
        theme = self._chosen()
        if theme != self._theme:
            self._theme = theme
            self._dress()
            self.changed.emit(theme)

    def _chosen(self) -> Theme:
        name = self._choice
        if name == "system":
            scheme = self._application.styleHints().colorScheme()
            name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        return replace(
            load_theme(self._resources / "themes", name), text_factor=self._text_percent / 100
        )

    def _dress(self) -> None:
        self._application.setPalette(palette(self._theme))
        self._application.setFont(self._theme.font())
        if self._is_styled:
            restyle(self._application, style_sheet(self._template, self._theme, self._resources))


def _mixed(colour: QColor, ground: QColor, part: float) -> QColor:
    """Return a ground with a part of a colour in it, 0..1."""

    def mixed(over: int, under: int) -> int:
        return round(part * over + (1 - part) * under)

    return QColor(
        mixed(colour.red(), ground.red()),
        mixed(colour.green(), ground.green()),
        mixed(colour.blue(), ground.blue()),
    )


def _within(percent: int) -> int:
    return max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
