"""What is typed to look for something: words in any order, whatever their case and width."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from planner.core.text import Text


def folded(text: str) -> str:
    """Return a text as it is compared: neither case nor the width of a letter counts."""
    # Once more at the end: what is in small letters may be composed anew.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def words_of(said: str) -> tuple[str, ...]:
    """Return the words of what is said, folded."""
    return tuple(folded(said).split())


def has_words(text: str, words: Sequence[str]) -> bool:
    """Whether a text has every one of some folded words; no word is in every text."""
    if not words:
        return True
    compared = folded(text)
    return all(word in compared for word in words)


def in_both_languages(text: Text) -> str:
    """Return a name as it is looked for: in whichever language, and in no word across both."""
    return f"{text.en}\n{text.zh}"
