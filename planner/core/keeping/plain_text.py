"""What a person may write into a field: how long, and of which characters."""

from __future__ import annotations

import re

from planner.core.text import Message, message

LONGEST_NOTE = 20_000

# Control characters but tab and line feed, and the halves of characters cut in two.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE, _BREAK = re.compile(r"\s+"), re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]")


def one_line(words: str) -> str:
    """Return a text that has one line alone, such as a name, with a blank for each break or tab.

    Of a text that has none nothing is changed.
    """
    return blanks_for_breaks(words).strip() if _BREAK.search(words) else words


def blanks_for_breaks(words: str) -> str:
    """Return a part of a text of one line with one blank for the space round breaks and tabs."""
    return _SPACE.sub(lambda space: " " if _BREAK.search(space[0]) else space[0], words)


def text_fault(words: str, most: int) -> Message | None:
    """Return why a text cannot be kept, None where it can; what is kept can also be exported."""
    if len(words) > most:
        return message("The text is longer than {most} characters.", most=most)
    if UNPRINTABLE.search(words):
        return message("The text holds a control character. Remove it.")
    return None
