"""Names are broken into lines without losing a letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.charts.elements.wrapping import balanced, widest_piece, wrapped

NAMES = st.text(alphabet="ab -/&é合同法，。（）", min_size=1, max_size=40)


def letters(text: str) -> float:
    """Measure a text as if each letter were one unit wide."""
    return float(len(text))


def test_breaks_at_spaces() -> None:
    assert wrapped("Cross-cultural communication", 16, letters) == (
        "Cross-cultural",
        "communication",
    )


def test_breaks_between_chinese_characters_but_not_before_a_comma() -> None:
    assert wrapped("跨文化沟通，合作", 5, letters) == ("跨文化沟", "通，合作")


def test_levels_stay_together_and_names_break_behind_their_arrow() -> None:
    assert wrapped("Contract law – → 3", 13, letters) == ("Contract law", "– → 3")
    assert wrapped("Contract law 2 → 3", 16, letters) == ("Contract law", "2 → 3")
    assert wrapped("合同法 2 → 3", 7, letters) == ("合同法", "2 → 3")
    assert wrapped("Engineer → Chief engineer", 17, letters) == ("Engineer → Chief", "engineer")
    assert wrapped("Engineer → Chief engineer", 11, letters) == ("Engineer →", "Chief", "engineer")


def test_a_name_stays_whole_with_the_particle_behind_it() -> None:
    name = "Zhao\u00a0Ning"
    assert wrapped(f"{name}的就绪度", 11, letters) == ("Zhao Ning的就", "绪度")
    assert balanced(f"{name}的就绪度", 12, letters) == ("Zhao Ning的", "就绪度")
    assert balanced(f"Readiness of {name}", 20, letters) == ("Readiness of", "Zhao Ning")
    assert wrapped("Zhao Ning的就绪度", 9, letters) == ("Zhao", "Ning的就绪度")
    # Where it is wider than all of the room it is broken after all, between its words.
    for room in (5, 6):
        assert wrapped(name, room, letters) == ("Zhao", "Ning")
    assert wrapped("这是我们的目标", 4, letters) == ("这是我们", "的目标")


def test_no_break_goes_through_a_chinese_day() -> None:
    assert wrapped("逾期，2026年10月9日截止", 10, letters) == ("逾期，", "2026年10月9日", "截止")
    assert wrapped("始于2026年第3季度", 9, letters) == ("始于", "2026年第3季度")
    # Where a day is wider than all of the room it is broken after all.
    assert wrapped("2026年10月9日", 6, letters) == ("2026年1", "0月9日")


def test_breaks_an_overlong_word_at_its_hyphen() -> None:
    assert wrapped("self-management", 10, letters) == ("self-", "management")


def test_breaks_a_word_with_no_joint_anywhere() -> None:
    assert wrapped("abcdefgh", 3, letters) == ("abc", "def", "gh")


def test_balances_the_lines() -> None:
    assert wrapped("aaa bbb ccc ddd", 11, letters) == ("aaa bbb ccc", "ddd")
    assert balanced("aaa bbb ccc ddd", 11, letters) == ("aaa bbb", "ccc ddd")


def test_does_not_break_words_for_balance() -> None:
    assert balanced("one communication", 14, letters) == ("one", "communication")


def test_knows_the_widest_piece() -> None:
    assert widest_piece("one communication", letters) == 13
    assert widest_piece("", letters) == 0


def test_an_empty_name_is_one_empty_line() -> None:
    assert wrapped("  ", 10, letters) == ("",)


@given(NAMES, st.integers(2, 30))
def test_every_line_fits_and_no_letter_is_lost(name: str, width: int) -> None:
    for lines in (wrapped(name, width, letters), balanced(name, width, letters)):
        assert all(len(line) <= width for line in lines)
        assert "".join("".join(lines).split()) == "".join(name.split())


@given(NAMES, st.integers(2, 30))
def test_balancing_needs_no_more_lines(name: str, width: int) -> None:
    assert len(balanced(name, width, letters)) <= len(wrapped(name, width, letters))
