"""Stances in words and as signs: states, each told apart by its shape, none by colour alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.core.people import Stance, Wish
from planner.core.text import LANGUAGES, Texts
from planner.files.texts import load_texts
from planner.report.drawing import Polygon, Rectangle
from planner.report.map.wish_words import stance_sign, stance_title, stance_words, wish_line


@pytest.fixture(scope="module")
def spoken(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Texts]:
    cache = tmp_path_factory.mktemp("texts")
    return {name: load_texts(name, root / "resources" / "i18n", cache) for name in LANGUAGES}


def test_ready_and_no_opening_read_as_states(spoken: dict[str, Texts]) -> None:
    en, zh = spoken["en"], spoken["zh_CN"]
    assert stance_words(Stance.NO_OPENING, en, is_ready=True) == "ready · no opening"
    assert stance_words(Stance.NOT_WANTED, en, is_ready=True) == "ready · does not want it"
    assert stance_words(Stance.WANTED, en) == "wants it"
    assert stance_words(Stance.STEPPING_BACK, zh) == "有意退回"
    assert stance_words(Stance.NO_OPENING, zh, is_ready=True) == "已就绪 · 暂无空缺"


def test_each_stance_has_words_of_its_own(spoken: dict[str, Texts]) -> None:
    for texts in spoken.values():
        for words in (stance_words, stance_title):
            assert len({words(stance, texts) for stance in Stance}) == len(Stance)


def test_a_line_says_since_when(spoken: dict[str, Texts]) -> None:
    wish = Wish(role="r", stance=Stance.NO_OPENING, on=date(2026, 3, 3))
    assert wish_line(wish, spoken["en"]) == "no opening · since 3 Mar 2026"
    assert wish_line(wish, spoken["en"], is_ready=True) == "ready · no opening · since 3 Mar 2026"


@pytest.mark.parametrize("stance", Stance)
def test_a_sign_lies_on_its_disc(stance: Stance) -> None:
    disc, *glyph = stance_sign(stance, 100, 50, 8)
    assert isinstance(disc, Rectangle)
    assert (disc.x, disc.y, disc.width, disc.height, disc.radius) == (92, 42, 16, 16, 8)
    assert glyph
    for shape in glyph:
        points = shape.points if isinstance(shape, Polygon) else corners(shape)
        assert all((x - 100) ** 2 + (y - 50) ** 2 < 64 for x, y in points)


def corners(shape: object) -> list[tuple[float, float]]:
    assert isinstance(shape, Rectangle)
    return [
        (x, y) for x in (shape.x, shape.x + shape.width) for y in (shape.y, shape.y + shape.height)
    ]


def test_the_signs_differ_in_shape() -> None:
    drawn = {stance_sign(stance, 0, 0)[1:] for stance in Stance}
    assert len(drawn) == len(Stance)
