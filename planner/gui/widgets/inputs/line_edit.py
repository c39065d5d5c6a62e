"""A field of one line, in which what is pasted or dropped stands on that line too."""

from __future__ import annotations

from itertools import takewhile

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.core.keeping.plain_text import UNPRINTABLE, blanks_for_breaks


class LineEdit(QLineEdit):
    """Puts blanks for line breaks, tabs and control characters in what comes into it.

    Qt shows blanks there too, but keeps what it does not show. What the field is given to show
    stays as it is: a note may have had lines before.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flattening = _Flattening(self)
        self.setValidator(self._flattening)
        self.textChanged.connect(self._flattening.note)

    def setText(self, text: str | None) -> None:
        """Show a text as it is."""
        self._flattening.note(text or "")
        super().setText(text)


class _Flattening(QValidator):
    """Finds nothing wrong, but mends what is new in a text; Qt lets no other part do so in time."""

    def __init__(self, line: LineEdit) -> None:
        super().__init__(line)
        self._known = ""

    def note(self, text: str) -> None:
        """Take a text for granted."""
        self._known = text

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Return the text with its new part in one line, and the cursor's place in that."""
        start = _shared(self._known, text)
        end = len(text) - _shared(self._known[start:][::-1], text[start:][::-1])
        new = text[start:end]
        flat = blanks_for_breaks(UNPRINTABLE.sub("\n", new))
        if flat != new:
            text, place = text[:start] + flat + text[end:], _places(text[:start] + flat)
        return QValidator.State.Acceptable, text, place


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _places(text: str) -> int:
    """Return how many places a text takes by Qt's count, in which a rare character has two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
