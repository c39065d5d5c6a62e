"""The words of the sample team: each in English and in Chinese, and none that nobody says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from planner.core.career import Career
from planner.core.keeping.own_words import in_language
from planner.core.text import LANGUAGES, Language, Text
from planner.files.documents import read_files
from planner.files.sample_texts import read_sample_texts
from tests.files.samples import TODAY
from tests.sample_words import HAN, own_words, without_words

# What reads the same in both languages, such as a number; there is none as yet.
SAME_IN_BOTH: frozenset[str] = frozenset()


@pytest.fixture(scope="module")
def pairs(root: Path) -> tuple[Text, ...]:
    return read_sample_texts(root / "resources" / "sample" / "texts.yaml")


@pytest.fixture(scope="module")
def written(root: Path) -> tuple[Career, ...]:
    """The people as their file has them, some in English, some in Chinese."""
    return read_files([root / "data"], today=TODAY).people


def of_nobody_else(careers: tuple[Career, ...]) -> list[str]:
    """The words that stand in one language, so not the points of the catalogue's agendas."""
    words = (x.en if isinstance(x, Text) and x.en == x.zh else x for x in own_words(careers))
    return [x for x in words if isinstance(x, str)]


def said_in(careers: tuple[Career, ...], language: Language) -> list[str]:
    """All that is read of careers in a language."""
    return [x.in_language(language) if isinstance(x, Text) else x for x in own_words(careers)]


def test_no_words_stand_twice(pairs: tuple[Text, ...]) -> None:
    counted = Counter(words for pair in pairs for words in {pair.en, pair.zh})
    assert [words for words, times in counted.items() if times > 1] == []


def test_each_pair_has_english_and_chinese(pairs: tuple[Text, ...]) -> None:
    assert all(pair.is_complete for pair in pairs)
    assert [pair.en for pair in pairs if HAN.search(pair.en)] == []
    chinese = [pair.zh for pair in pairs if pair.zh not in SAME_IN_BOTH]
    assert [words for words in chinese if not HAN.search(words)] == []


def test_all_that_the_people_wrote_is_in_a_pair_and_no_pair_is_unused(
    pairs: tuple[Text, ...], written: tuple[Career, ...]
) -> None:
    words = set(of_nobody_else(written))
    assert len(words) > 250
    known = {one for pair in pairs for one in (pair.en, pair.zh)}
    assert sorted(words - known) == []
    assert [pair.en for pair in pairs if not words & {pair.en, pair.zh}] == []


def test_the_people_speak_the_language_alone(
    pairs: tuple[Text, ...], written: tuple[Career, ...]
) -> None:
    english = said_in(in_language(written, pairs, "en"), "en")
    assert [words for words in english if HAN.search(words)] == []
    chinese = said_in(in_language(written, pairs, "zh_CN"), "zh_CN")
    assert [x for x in chinese if not HAN.search(x) and x not in SAME_IN_BOTH] == []
    # Both kinds are there before, so that the lists above are not empty for another reason.
    for language in LANGUAGES:
        before = said_in(written, language)
        assert any(HAN.search(words) for words in before)
        assert any(not HAN.search(words) for words in before)


def test_but_for_their_words_the_people_are_the_same(
    pairs: tuple[Text, ...], written: tuple[Career, ...]
) -> None:
    english, chinese = (in_language(written, pairs, language) for language in LANGUAGES)
    assert english != chinese
    assert without_words(english) == without_words(chinese) == without_words(written)
    assert [x.person.name for x in english] == [x.person.name for x in written]
    # A text that is there in one language is there in the other.
    assert len(said_in(english, "en")) == len(said_in(chinese, "zh_CN"))
