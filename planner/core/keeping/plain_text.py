"""What a person may write into a field: how long, and of which characters."""

from __future__ import annotations

import re

from planner.core.text import Message, message

LONGEST_NOTE = 20_000

# Control characters but tab and line feed, and the halves of characters cut in two.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def text_fault(words: str, most: int) -> Message | None:
    """Return why a text cannot be kept, None where it can; what is kept can also be exported."""
    if len(words) > most:
        return message("The text is longer than {most} characters.", most=most)
    if UNPRINTABLE.search(words):
        return message("The text holds a control character. Remove it.")
    return None
