"""What the window remembers until the next start, in an INI file; bad values count as missing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

Word = TypeVar("Word", bound=str)

LONGEST_VALUE = 100_000
_GONE = object()


class Settings:
    """Typed values of one INI file; whoever reads a value says what counts when it is bad."""

    def __init__(self, file: Path) -> None:
        self._file = file
        _make_private(file)
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)
        self._settings.setFallbacksEnabled(False)

    @property
    def file(self) -> Path:
        """Where the values are kept."""
        return self._file

    def text(self, key: str) -> str:
        """Return a text, empty where there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, str) and len(value) <= LONGEST_VALUE else ""

    def word(self, key: str, words: Sequence[Word], otherwise: Word) -> Word:
        """Return one of `words`."""
        said = self.text(key)
        return next((word for word in words if word == said), otherwise)

    def number(self, key: str, lowest: int, highest: int, otherwise: int) -> int:
        """Return a whole number from `lowest` to `highest`."""
        try:
            value = int(self.text(key))
        except ValueError:
            return otherwise
        return value if lowest <= value <= highest else otherwise

    def flag(self, key: str, otherwise: bool) -> bool:
        """Return yes or no."""
        return {"true": True, "false": False}.get(self.text(key), otherwise)

    def record(self, key: str) -> dict[str, object]:
        """Return a dictionary of JSON values, empty where there is none."""
        try:
            value = json.loads(self.text(key))
        except (ValueError, RecursionError):
            return {}
        return value if isinstance(value, dict) else {}

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return pairs of texts, leaving out whatever is none."""
        try:
            value = json.loads(self.text(key))
        except (ValueError, RecursionError):
            return ()
        return tuple(
            (pair[0], pair[1])
            for pair in (value if isinstance(value, list) else ())
            if isinstance(pair, list) and [type(part) for part in pair] == [str, str]
        )

    def bytes(self, key: str) -> QByteArray:
        """Return bytes that Qt made, empty where there are none."""
        return QByteArray.fromBase64(self.text(key).encode("ascii", "ignore"))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        # Qt writes the file, and waits for the disk, whenever a value is set, even to the same.
        if self._settings.value(key) != value:
            self._settings.setValue(key, value)

    def set_number(self, key: str, value: int) -> None:
        """Remember a whole number."""
        self.set_text(key, str(value))

    def set_flag(self, key: str, value: bool) -> None:
        """Remember yes or no."""
        self.set_text(key, "true" if value else "false")

    def set_json(self, key: str, value: object) -> None:
        """Remember a value that JSON can hold."""
        self.set_text(key, json.dumps(value))

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember bytes that Qt made."""
        self.set_text(key, bytes(value.toBase64().data()).decode())

    def forget(self, id_: str) -> None:
        """Forget whatever is remembered of somebody: every value, or part of one, with their id."""
        for key in self._settings.allKeys():
            if id_ in key.split("/") or self.text(key) == id_:
                self._settings.remove(key)
                continue
            try:
                value = json.loads(self.text(key))
            except (ValueError, RecursionError):
                continue
            left = _without(value, id_)
            if left is _GONE:
                self._settings.remove(key)
            elif left != value:
                self.set_json(key, left)

    def save(self) -> None:
        """Write everything to the file now; a file that cannot be written is let be."""
        self._settings.sync()


def _without(value: object, id_: str) -> object:
    """Return a value that JSON can hold without the parts that name an id; _GONE for none of it."""
    if isinstance(value, str):
        return _GONE if id_ in value.split("/") else value
    if isinstance(value, list):
        if any(part == id_ for part in value):
            return _GONE
        parts = (_without(part, id_) for part in value)
        return [part for part in parts if part is not _GONE]
    if isinstance(value, dict):
        if any(part == id_ for part in value.values()):
            return _GONE
        others = {key: part for key, part in value.items() if id_ not in key.split("/")}
        pairs = ((key, _without(part, id_)) for key, part in others.items())
        return {key: part for key, part in pairs if part is not _GONE}
    return value


def _make_private(file: Path) -> None:
    """Let nobody else read the file; where that cannot be done it is let be."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
