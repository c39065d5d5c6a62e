"""Sentences, dates and numbers as people of either language read them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from planner.core.text import (
    LANGUAGES,
    Language,
    Text,
    Texts,
    in_line,
    message,
    message_n,
    same_text,
)
from planner.files.texts import load_texts

HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=1; plural=0;\\n"\n'
)
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def write_po(folder: Path, name: str, *entries: tuple[str, str]) -> Path:
    """Write a catalogue of Chinese texts under `folder`."""
    path = folder / "zh_CN" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    said = "".join(f'\nmsgid "{english}"\nmsgstr "{chinese}"\n' for english, chinese in entries)
    path.write_text(HEADER + said, encoding="utf-8")
    return path


@pytest.fixture
def english() -> Texts:
    return load_texts("en", SHIPPED, None)


@pytest.fixture(scope="session")
def chinese() -> Texts:
    return load_texts("zh_CN", SHIPPED, None)


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    texts = load_texts("en", tmp_path / "none", tmp_path / "cache")
    assert texts.language == "en"
    assert texts.tr("Rate {skill}", skill="Contracts") == "Rate Contracts"
    assert not (tmp_path / "cache").exists()


def test_catalogues_of_several_areas_are_joined(tmp_path: Path) -> None:
    write_po(tmp_path, "one", ("Open", "打开"))
    write_po(tmp_path, "two", ("Close {name}", "关闭{name}"))
    texts = load_texts("zh_CN", tmp_path, None)
    assert texts.language == "zh_CN"
    assert texts.tr("Open") == "打开"
    assert texts.tr("Close {name}", name="A") == "关闭 A"
    assert texts.tr("Unknown {name}", name="A") == "Unknown A"
    assert texts.tr("") == ""


def test_sentences_in_a_line_have_a_space_between_them_in_english_alone(
    english: Texts, chinese: Texts
) -> None:
    assert in_line((message("Undo"), "", "Then this."), english) == "Undo. Then this."
    assert in_line((message("Undo"), "", "然后。"), chinese) == "撤销。然后。"
    assert in_line(("Written to a.pdf", "One.", "Two?", "Three."), english) == (
        "Written to a.pdf. One. Two? Three."
    )
    assert in_line((), chinese) == ""


@pytest.mark.parametrize(
    ("template", "arguments", "said"),
    [
        ("{a}的就绪度", {"a": "Lin Wei"}, "Lin Wei 的就绪度"),
        ("{a}的就绪度", {"a": "周小舟"}, "周小舟的就绪度"),
        ("来自 {a}", {"a": "区域客户总监"}, "来自区域客户总监"),
        ("来自 {a}", {"a": "Chief officer"}, "来自 Chief officer"),
        ("从 {a} 换到 {b}", {"a": "software", "b": "另一行业"}, "从 software 换到另一行业"),
        ("{a}{b}", {"a": "Élan", "b": "序列"}, "Élan 序列"),
        ("{a} {b}", {"a": "区域", "b": "客户总监"}, "区域 客户总监"),
        ("截至 {a}", {"a": "2024年8月1日"}, "截至 2024年8月1日"),
        ("任“{a}”时为 {b}", {"a": "AM", "b": 3}, "任“AM”时为 3"),
        ("{a}{b}", {"a": message("{c}", c="Lin"), "b": "提出"}, "Lin 提出"),
    ],
)
def test_names_stand_apart_from_chinese_where_they_are_latin_alone(
    tmp_path: Path, template: str, arguments: dict[str, object], said: str
) -> None:
    write_po(tmp_path, "one", ("English", template))
    assert load_texts("zh_CN", tmp_path, None).tr("English", **arguments) == said


def test_plural_forms(tmp_path: Path, english: Texts) -> None:
    said = message_n("{count} gap in {skill}", "{count} gaps in {skill}", 1, skill="x")
    assert english.word(said) == "1 gap in x"
    assert english.ntr("{count} gap", "{count} gaps", 0) == "0 gaps"
    assert english.ntr("{count} gap", "{count} gaps", 2) == "2 gaps"
    path = write_po(tmp_path, "one")
    with path.open("a", encoding="utf-8") as file:
        file.write(
            '\nmsgid "{count} gap"\nmsgid_plural "{count} gaps"\nmsgstr[0] "{count}项差距"\n'
        )
    texts = load_texts("zh_CN", tmp_path, None)
    assert [texts.ntr("{count} gap", "{count} gaps", n) for n in (1, 5)] == ["1项差距", "5项差距"]


def test_arguments_are_worded_in_the_same_language(chinese: Texts, english: Texts) -> None:
    inner = message("role “{role}”", role="x")
    said = message("{a} {b} {c} {d} {e}", a=inner, b=Text(en="Two", zh="二"), c=date(2024, 8, 1),
                   d=4.62, e="{a}")  # fmt: skip
    assert english.word(said) == "role “x” Two 1 Aug 2024 4.62 {a}"
    assert chinese.word(said) == "职位“x” 二 2024年8月1日 4.62 {a}"


def test_braces_and_missing_arguments_do_no_harm(english: Texts) -> None:
    assert english.tr("{{en: {what}}} {missing} {", what="x") == "{en: x} {missing} {"
    assert english.tr("{a.__class__} {0}", a="x") == "{a.__class__} {0}"
    assert english.tr("100 % {{") == "100 % {"


def test_a_catalogue_text_falls_back_to_the_other_language(chinese: Texts, english: Texts) -> None:
    assert english.pick(Text(zh="只有")) == "只有"
    assert chinese.pick(Text(en="only")) == "only"
    assert chinese.pick(same_text("same")) == "same"


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [("en", "1 Aug 2024", "Aug 2024"), ("zh_CN", "2024年8月1日", "2024年8月")],
)
def test_days_and_months(language: Language, day: str, month: str) -> None:
    texts = load_texts(language, SHIPPED, None)
    assert texts.date(date(2024, 8, 1)) == day
    assert texts.month(date(2024, 8, 1)) == month


def test_every_month_has_its_name(chinese: Texts, english: Texts) -> None:
    months = [date(2024, month, 1) for month in range(1, 13)]
    assert [english.month(day) for day in months] == [f"{day:%b} 2024" for day in months]
    assert [chinese.month(day) for day in months] == [f"2024年{n}月" for n in range(1, 13)]


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [(4.0, 2, "4"), (4.62, 2, "4.62"), (4.6, 2, "4.6"), (0.005, 2, "0.01"), (-0.001, 2, "0"),
     (100.0, 0, "100"), (1234.5, 1, "1,234.5"), (-2.5, 1, "-2.5"), (3, 2, "3")],
)  # fmt: skip
def test_numbers(english: Texts, value: float, digits: int, written: str) -> None:
    assert english.number(value, digits) == written


@pytest.mark.parametrize(
    ("fraction", "whole"),
    [(0.0, 0), (0.0001, 1), (0.685, 69), (0.684, 68), (0.994, 99), (0.9999, 99), (1.0, 100),
     (sum([0.1] * 10), 100)],
)  # fmt: skip
def test_percentages_neither_promise_nor_deny_too_much(
    english: Texts, chinese: Texts, fraction: float, whole: int
) -> None:
    assert english.percent(fraction) == f"{whole}\u00a0%"
    assert chinese.percent(fraction) == f"{whole}%"


@pytest.mark.parametrize(
    ("since", "day", "english_words", "chinese_words"),
    [
        (date(2024, 8, 1), date(2024, 8, 1), "under a month", "不足一个月"),
        (date(2024, 8, 1), date(2024, 9, 1), "1\u00a0m", "1个月"),
        (date(2023, 8, 1), date(2024, 7, 31), "1\u00a0y", "1年"),
        (date(2024, 8, 1), date(2025, 8, 1), "1\u00a0y", "1年"),
        (date(2024, 8, 1), date(2026, 11, 23), "2\u00a0y\u00a03\u00a0m", "2年3个月"),
        (date(2022, 8, 1), date(2026, 8, 1), "4\u00a0y", "4年"),
        (date(2026, 8, 1), date(2024, 8, 1), "under a month", "不足一个月"),
    ],
)
def test_durations(
    english: Texts, chinese: Texts, since: date, day: date, english_words: str, chinese_words: str
) -> None:
    days = (day - since).days
    assert english.duration(days) == english_words
    assert chinese.duration(days) == chinese_words


def test_names_sort_as_readers_expect(english: Texts, chinese: Texts) -> None:
    assert sorted(["Zeta", "émile", "Anna", "eve"], key=english.sort_key) == [
        "Anna",
        "émile",
        "eve",
        "Zeta",
    ]
    # By pinyin: Bob before the characters; chen, li, wang, zhang.
    names = ["张伟", "王芳", "Bob", "李娜", "陈静", "anna"]
    assert sorted(names, key=chinese.sort_key) == ["anna", "Bob", "陈静", "李娜", "王芳", "张伟"]
    assert chinese.sort_key("\ud800")


def test_what_is_compiled_is_kept_and_follows_the_sources(tmp_path: Path) -> None:
    folder, cache = tmp_path / "i18n", tmp_path / "cache"
    write_po(folder, "one", ("Open", "打开"))
    assert load_texts("zh_CN", folder, cache).tr("Open") == "打开"
    (kept,) = cache.iterdir()
    assert load_texts("zh_CN", folder, cache).tr("Open") == "打开"
    assert list(cache.iterdir()) == [kept]
    write_po(folder, "one", ("Open", "开启"))
    assert load_texts("zh_CN", folder, cache).tr("Open") == "开启"
    (new,) = cache.iterdir()
    assert new != kept


@pytest.mark.parametrize("damage", [b"", b"x" * 7, b"y" * 500])
def test_a_damaged_cache_is_made_again(tmp_path: Path, damage: bytes) -> None:
    folder, cache = tmp_path / "i18n", tmp_path / "cache"
    write_po(folder, "one", ("Open", "打开"))
    load_texts("zh_CN", folder, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    for content in (damage, whole[:-20]):
        kept.write_bytes(content)
        assert load_texts("zh_CN", folder, cache).tr("Open") == "打开"
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    folder, cache = tmp_path / "i18n", tmp_path / "cache"
    write_po(folder, "one", ("Open", "打开"))
    cache.write_text("a file where the folder should be")
    assert load_texts("zh_CN", folder, cache).tr("Open") == "打开"


def test_a_later_start_does_without_babel(tmp_path: Path) -> None:
    load_texts("zh_CN", SHIPPED, tmp_path)
    code = (
        "import sys; from pathlib import Path; from planner.files.texts import load_texts;"
        f"texts = load_texts('zh_CN', Path({str(SHIPPED)!r}), Path({str(tmp_path)!r}));"
        "assert texts.tr('Jan') == '1月'; assert 'babel' not in sys.modules;"
        "assert 'yaml' not in sys.modules and 'pydantic_core' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=SHIPPED.parents[1])


def test_all_languages_load() -> None:
    for language in LANGUAGES:
        assert load_texts(language, SHIPPED, None).language == language
