"""What is looked for is found whatever the order, the case and the width of what is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.searching import folded, has_words, in_both_languages, words_of
from planner.core.text import Text

NAME = in_both_languages(Text(en="CRM reading", zh="CRM 解读"))


@pytest.mark.parametrize(
    "said",
    ["", "  ", "crm", "reading CRM", "解读 reading", "ＣＲＭ　解读", "ｃｒｍ", "read"],
)
def test_every_word_in_either_language_is_enough(said: str) -> None:
    assert has_words(NAME, words_of(said))


@pytest.mark.parametrize("said", ["writing", "crm writing", "readingcrm", "gCRM", "解读crm"])
def test_one_word_that_is_nowhere_is_too_many(said: str) -> None:
    assert not has_words(NAME, words_of(said))


@given(st.text(), st.text())
def test_a_text_is_found_by_itself_within_another(text: str, before: str) -> None:
    assert has_words(f"{before}\n{text}", words_of(text))


@given(st.text())
def test_folding_once_more_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
