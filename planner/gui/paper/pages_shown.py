"""What a preview shows of a document: pictures of its pages, and what they leave out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from planner.core.text import Message


class Pages(NamedTuple):
    """The pages as pictures; `remark` says what they do not show of what was chosen, if so."""

    pictures: Sequence[QImage] = ()
    remark: Message | None = None
