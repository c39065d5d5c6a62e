"""The themes: every text can be read on every surface, and the window takes them over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from planner.core.gaps import SkillGap
from planner.core.model import Level, Requirement, Scale
from planner.core.text import same_text
from planner.gui.look.appearance import Appearance, palette, style_sheet
from planner.gui.settings import Settings
from planner.gui.theme import Theme
from planner.report.drawing import Rectangle, Shape
from planner.report.gaps.level_marks import held_marks, level_marks

LEAST = 4.5
TEXTS = ("text", "text-quiet", "accent", "warning", "success", "danger")
SURFACES = ("canvas", "surface", "surface-quiet", "accent-soft")
NAMES = ("light", "dark", "paper")


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    # The grey that the standard's own examples give as just enough on white.
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_can_be_read_on_every_surface(name: str, themes: dict[str, Theme]) -> None:
    theme = themes[name]
    pairs = [(text, surface) for text in TEXTS for surface in SURFACES]
    pairs += [("on-accent", "accent")]
    weak = {
        (text, surface): round(contrast(theme.colour(text), theme.colour(surface)), 2)
        for text, surface in pairs
        if contrast(theme.colour(text), theme.colour(surface)) < LEAST
    }
    assert weak == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_track_can_be_read_on_its_tint_and_on_cards(name: str, themes: dict[str, Theme]) -> None:
    theme = themes[name]
    weak = {}
    for number in range(len(theme.track_colours)):
        for ground in (f"track-{number}-tint", "surface", "canvas"):
            found = contrast(theme.colour(f"track-{number}"), theme.colour(ground))
            if found < LEAST:
                weak[number, ground] = round(found, 2)
        for text in ("text", "text-quiet", "accent", "warning"):
            found = contrast(theme.colour(text), theme.colour(f"track-{number}-tint"))
            if found < LEAST:
                weak[number, text] = round(found, 2)
    assert weak == {}


@pytest.mark.parametrize("name", NAMES)
def test_lines_and_rings_stand_out_from_cards(name: str, themes: dict[str, Theme]) -> None:
    """Parts that tell something by themselves need 3 : 1 (WCAG 2.1, 1.4.11)."""
    theme = themes[name]
    for role in ("accent", "edge", "warning", "success"):
        tints = [f"track-{number}-tint" for number in range(len(theme.track_tints))]
        for ground in ("surface", "canvas", *tints):
            assert contrast(theme.colour(role), theme.colour(ground)) >= 3, (role, ground)


LEVELS = Scale(
    levels=tuple(Level(number=float(number), name=same_text(str(number))) for number in range(6))
)


def drawn(shapes: tuple[Shape, ...]) -> set[str]:
    """The roles of colour in which the squares of levels are drawn."""
    squares = [shape for shape in shapes if isinstance(shape, Rectangle)]
    assert len(squares) == len(shapes)
    fills = {square.fill for square in squares if square.fill}
    return fills | {square.stroke.colour for square in squares if square.stroke}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_square_of_a_level_stands_out_also_on_a_picked_row(
    name: str, themes: dict[str, Theme]
) -> None:
    theme = themes[name]
    roles: set[str] = set()
    for track in range(len(theme.track_colours)):
        colour = f"track-{track}"
        # Held in part, nothing held, more held than is required, and unrated.
        for held, required in ((1.5, 3.0), (0.0, 2.0), (4.5, 2.0), (None, 3.0)):
            asked = Requirement(skill="s", level=required, weight=1, essential=True)
            skill = SkillGap(
                skill="s",
                held=held,
                required=required,
                weight=1,
                essential=True,
                rating=None,
                requirement=asked,
            )
            roles |= drawn(level_marks(skill, LEVELS, 0, 0, 16, colour))
            roles |= drawn(held_marks(held, LEVELS, 0, 0, 16, colour))
    weak = {
        (role, ground): round(found, 2)
        for role in roles
        for ground in ("surface", "accent-soft")
        if (found := contrast(theme.colour(role), theme.colour(ground))) < 3
    }
    assert weak == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_tick_of_a_menu_has_the_colour_of_its_words(
    name: str, themes: dict[str, Theme], resources: Path
) -> None:
    words = style_sheet("${tick}", themes[name], resources)
    assert f'stroke="{themes[name].hex("text")}"' in Path(words).read_text(encoding="utf-8")


def test_all_themes_have_the_same_roles(themes: dict[str, Theme]) -> None:
    roles = {frozenset(theme.colours) for theme in themes.values()}
    assert len(roles) == 1
    assert {theme.is_dark for theme in themes.values()} == {True, False}


def test_tracks_beyond_the_last_colour_begin_again(themes: dict[str, Theme]) -> None:
    light = themes["light"]
    count = len(light.track_colours)
    assert light.hex(f"track-{count}") == light.hex("track-0")
    assert light.hex(f"track-{count + 1}-tint") == light.track_tints[1]


def test_an_unknown_role_is_an_error(themes: dict[str, Theme]) -> None:
    with pytest.raises(KeyError):
        themes["light"].hex("sky")


def test_the_style_sheet_uses_only_roles_that_exist(
    themes: dict[str, Theme], resources: Path
) -> None:
    template = (resources / "style.qss").read_text(encoding="utf-8")
    for theme in themes.values():
        assert "$" not in style_sheet(template, theme, resources)
    with pytest.raises(KeyError):
        style_sheet("${nothing}", themes["light"], resources)


def test_the_palette_follows_the_theme(themes: dict[str, Theme]) -> None:
    made = palette(themes["dark"])
    assert made.color(QPalette.ColorRole.Window).name() == themes["dark"].hex("canvas")
    assert made.color(QPalette.ColorRole.Text).name() == themes["dark"].hex("text")


def test_the_choice_and_the_text_size_are_taken_over(
    appearance: Appearance, qapp: QApplication
) -> None:
    seen: list[Theme] = []
    appearance.changed.connect(seen.append)
    appearance.choose("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == seen[0].hex("canvas")
    assert seen[0].is_dark
    appearance.set_text_percent(150)
    assert seen[1].text_factor == 1.5
    assert qapp.font().pixelSize() == 20  # 13 × 1.5 = 19.5, rounded to even
    appearance.set_text_percent(150)
    appearance.choose("dark")
    assert len(seen) == 2
    appearance.choose("light")
    appearance.set_text_percent(100)


@pytest.mark.parametrize(("asked", "got"), [(10, 80), (80, 80), (200, 200), (999, 200)])
def test_the_text_size_stays_between_80_and_200(
    asked: int, got: int, appearance: Appearance
) -> None:
    appearance.set_text_percent(asked)
    assert appearance.text_percent == got
    appearance.set_text_percent(100)


def test_the_system_is_followed_only_where_it_was_chosen(
    appearance: Appearance, qapp: QApplication, themes: dict[str, Theme]
) -> None:
    appearance.choose("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.theme.is_dark
    appearance.choose("system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not appearance.theme.is_dark


def test_the_typeface_is_the_shipped_one(theme: Theme, settings: Settings) -> None:
    assert QFontInfo(theme.font()).family() == "Planner Sans SC"
    assert [theme.pixels(size) for size in ("title", "body", "small")] == [17, 13, 12]
