"""The one family of line icons, tinted by the theme and sharp at every scale."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QSize
from PySide6.QtGui import QIcon, QPixmap

from planner.gui.theme import Theme

# How often the usual size an icon has at most, beside the largest letters.
MOST = 1.5
_PALE = 0.4
_NO_FILES, _ARE_PACKED, _NO_PICTURES = 0, 1, 0


class Icons:
    """The shipped icons in the colours of one theme."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._drawn: dict[str, str] = {}
        self._made: dict[tuple[str, str, str], QIcon] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all icons."""
        return tuple(sorted(file.stem for file in self._folder.glob("*.svg")))

    def set_theme(self, theme: Theme) -> None:
        """Tint every icon made from now on for another theme."""
        self._theme = theme
        self._made.clear()

    def square(self, usual: float) -> QSize:
        """Return the size of an icon, `usual` pixels a side at the usual text size.

        Beside the largest letters it grows no more, so that these keep their room.
        """
        side = round(usual * min(self._theme.text_factor, MOST))
        return QSize(side, side)

    def picture(self, name: str, role: str, usual: float) -> QPixmap:
        """Return an icon as a picture, `usual` pixels a side at the usual text size."""
        return self.icon(name, role).pixmap(self.square(usual))

    def icon(self, name: str, role: str = "text-quiet", checked_role: str = "accent") -> QIcon:
        """Return an icon in a role of colour, in another one while checked.

        Raise FileNotFoundError for an unknown name.
        """
        key = (name, role, checked_role)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def _make(self, name: str, role: str, checked_role: str) -> QIcon:
        if name not in self._drawn:
            self._drawn[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        off, on = (
            self._drawn[name].replace("currentColor", self._theme.hex(colour))
            for colour in (role, checked_role)
        )
        return _icon_of({QIcon.State.Off: off, QIcon.State.On: on})


def _icon_of(drawings: dict[QIcon.State, str]) -> QIcon:
    """Return an icon that Qt draws from an SVG for each state, pale while disabled.

    Qt's engine for SVG takes drawings from a file or from a stream, in the form that it writes
    itself (QSvgIconEngine::write). An engine in Python would be destroyed by Qt, in places where
    PySide may take another object for it.
    """
    pale = f'<svg opacity="{_PALE}" '
    packed = []
    for state, svg in drawings.items():
        whole, disabled = _packed(svg), _packed(svg.replace("<svg ", pale, 1))
        for mode in QIcon.Mode:
            drawing = disabled if mode == QIcon.Mode.Disabled else whole
            place = mode.value << 4 | state.value
            packed.append(struct.pack(">iI", place, len(drawing)) + drawing)
    engine = "svg".encode("utf-16-be")
    head = struct.pack(">I6siii", len(engine), engine, _NO_FILES, _ARE_PACKED, len(packed))
    icon = QIcon()
    QDataStream(QByteArray(head + b"".join(packed) + struct.pack(">i", _NO_PICTURES))) >> icon
    return icon


def _packed(svg: str) -> bytes:
    """Return a drawing in the form of qCompress: its length, then zlib's, here only stored."""
    whole = svg.encode()
    store = zlib.compressobj(level=0, wbits=9, memLevel=1)
    return struct.pack(">I", len(whole)) + store.compress(whole) + store.flush()
