"""The icons: one family, tinted by the theme, sharp at every scale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage

from planner.gui.look.icons import Icons
from planner.gui.theme import Theme
from planner.gui.window.actions import SPECS


def strange(picture: QImage, wanted: str) -> set[str]:
    """The colours of those pixels that are wholly there but not as wanted, but for rounding."""
    pixels = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    solid = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert solid
    red, green, blue, _ = QColor(wanted).getRgb()
    return {
        pixel.name()
        for pixel in solid
        if max(abs(pixel.red() - red), abs(pixel.green() - green), abs(pixel.blue() - blue)) > 1
    }


def drawn(icon: QIcon, side: int = 48, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(side, side), mode).toImage()


def test_every_icon_is_drawn_in_the_colour_asked_for(icons: Icons, theme: Theme) -> None:
    for name in icons.names:
        assert not strange(drawn(icons.icon(name, "accent"), 96), theme.hex("accent")), name


def test_the_icons_are_one_family(resources: Path) -> None:
    for file in sorted((resources / "icons").glob("*.svg")):
        svg = file.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in svg, file.name
        assert 'stroke-width="1.6"' in svg, file.name
        named = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
        assert named <= {"none", "currentColor"}, file.name


def test_every_icon_that_an_action_names_is_there(icons: Icons) -> None:
    assert {spec.icon for spec in SPECS if spec.icon} <= set(icons.names)


def test_another_theme_tints_anew(icons: Icons, themes: dict[str, Theme]) -> None:
    icons.set_theme(themes["dark"])
    assert not strange(drawn(icons.icon("plus", "text"), 96), themes["dark"].hex("text"))


def test_what_is_disabled_is_pale(icons: Icons) -> None:
    icon = icons.icon("minus", "text")
    middle = drawn(icon, 48).pixelColor(24, 24)
    pale = drawn(icon, 48, QIcon.Mode.Disabled).pixelColor(24, 24)
    assert middle.alpha() == 255
    assert 80 <= pale.alpha() <= 120  # four tenths of 255 is 102


def test_a_checked_icon_takes_its_own_colour(icons: Icons, theme: Theme) -> None:
    icon = icons.icon("plus", "text-quiet", checked_role="accent")
    picture = icon.pixmap(QSize(96, 96), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert not strange(picture, theme.hex("accent"))


def test_a_fine_screen_gets_a_fine_picture(icons: Icons) -> None:
    picture = icons.icon("plus").pixmap(QSize(20, 20), 1.5)
    assert (picture.width(), picture.devicePixelRatio()) == (30, 1.5)
    assert picture.toImage().pixelColor(15, 15).alpha() == 255


def test_whatever_lies_under_it_an_icon_keeps_its_colour(icons: Icons, theme: Theme) -> None:
    # Qt tints icons without a drawing of their own for a selected row.
    for mode in (QIcon.Mode.Active, QIcon.Mode.Selected):
        assert not strange(drawn(icons.icon("plus", "text"), 96, mode), theme.hex("text"))


@pytest.mark.parametrize("side", [16, 17, 18, 27])
def test_an_icon_lies_in_the_middle_of_its_place(icons: Icons, side: int) -> None:
    picture = drawn(icons.icon("plus"), side)
    assert picture == picture.flipped(Qt.Orientation.Horizontal | Qt.Orientation.Vertical)


def test_qt_destroys_no_icon_that_python_draws(icons: Icons) -> None:
    # PySide may take another object for what Qt destroys by itself, and the program ends.
    icon = icons.icon("plus")
    assert not icon.isNull()
    known = shiboken6.getAllValidWrappers()
    assert not [thing for thing in known if isinstance(thing, QIconEngine)]


def test_an_unknown_icon_is_an_error(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn")
