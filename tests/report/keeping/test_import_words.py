"""What an import brought is told by what there is, with the right plurals."""

from __future__ import annotations

import pytest

from planner.core.text import Texts
from planner.report.keeping.import_words import import_words


@pytest.mark.parametrize(
    ("counts", "in_english", "in_chinese"),
    [
        ((1, 0, 0), "1 catalogue imported.", "已导入 1 个目录。"),
        ((0, 2, 0), "2 people imported.", "已导入 2 人。"),
        ((0, 1, 1), "1 person and 1 rating imported.", "已导入 1 人和 1 条评定。"),
        (
            (2, 8, 12),
            "2 catalogues, 8 people and 12 ratings imported.",
            "已导入 2 个目录、8 人和 12 条评定。",
        ),
    ],
)
def test_only_what_there_is_is_told(
    counts: tuple[int, int, int], in_english: str, in_chinese: str, english: Texts, chinese: Texts
) -> None:
    catalogues, people, ratings = counts
    said = import_words(catalogues=catalogues, people=people, ratings=ratings)
    assert (english.word(said), chinese.word(said)) == (in_english, in_chinese)
