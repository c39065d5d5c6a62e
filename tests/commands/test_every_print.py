"""Every print of the terminal, in both languages and every style: the files themselves."""

from __future__ import annotations

import contextlib
import io
import json
import re
import statistics
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from planner.cli import main
from planner.core.career import Career
from planner.core.model import Catalogue
from planner.core.text import Language, Text
from planner.files.documents import read_files
from tests.pdf_checks import (
    colouring_operators,
    has_only_vectors_and_embedded_fonts,
    heights_of_words,
    is_blank_at_the_edges,
    is_grey,
    pages_of,
    pictures_of,
    sizes_of,
    squeezed,
    text_of,
)

KINDS = ("map", "path", "gap", "plan", "meeting", "compare", "route", "dossier")
CHARTS = ("map", "path")
LANGUAGES: tuple[Language, ...] = ("en", "zh_CN")
A4 = (210.0, 297.0)
# In dots an inch: enough to see a stroke, few enough to be quick.
DPI = 36
# The running lines of a report begin so far from the edge, and no printer reaches nearer than 5 mm.
REPORT_STRIP, LARGE_STRIP, CHART_STRIP = DPI * 27 // 72, DPI * 20 // 72, DPI * 14 // 72

Printed = Callable[..., Path]


@pytest.fixture(scope="module")
def printed(filled: Path, qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Prints something of Lin Wei once, and returns the file."""
    folder, files = tmp_path_factory.mktemp("printed"), dict[tuple[str, ...], Path]()

    def make(what: str, *options: str, language: str = "en") -> Path:
        asked = (language, what, *options)
        if asked not in files:
            file = folder / f"{len(files)}.pdf"
            say(filled, language, "print", "sample-am", "--what", what, *options, "--to", str(file))
            files[asked] = file
        return files[asked]

    return make


@pytest.fixture(scope="module")
def sample(root: Path) -> tuple[Catalogue, Career]:
    """The shipped catalogue, and Lin Wei, read from the files."""
    read = read_files([root / "data"], today=date.today())
    (catalogue,) = read.catalogues
    (career,) = [career for career in read.people if career.person.id == "sample-am"]
    return catalogue, career


def say(store: Path, language: str, *arguments: str) -> str:
    """Return what a command of the terminal says."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        assert main(["--store", str(store), "--language", language, *arguments]) == 0
    return said.getvalue()


def stand_in_order(names: list[str], told: str) -> bool:
    """Whether texts stand one after the other, whatever stands between them."""
    at = 0
    for name in map(squeezed, names):
        found = told.find(name, at)
        assert found >= 0, name
        at = found + len(name)
    return True


def names_on(
    what: str, sample: tuple[Catalogue, Career], store: Path, language: Language
) -> list[str]:
    """Return the names that stand on a print, in the order in which a person reads them."""
    catalogue, career = sample

    def pick(text: Text) -> str:
        return text.in_language(language)

    def answer(*arguments: str) -> Any:
        return json.loads(say(store, language, *arguments, "--json"))

    way = ["account-manager", "regional-client-director", "chief-customer-officer"]
    roles = [pick(catalogue.role(role).name) for role in way]
    if what == "path":
        return [pick(catalogue.role("junior-account-manager").name), *roles]
    if what in ("gap", "dossier"):
        skills = answer("gap", "sample-am", way[1])["skills"]
        named = [pick(catalogue.skill(one["skill"]).name) for one in skills]
        return ["Lin Wei", roles[1], {"en": "Weight", "zh_CN": "权重"}[language], *named]
    if what == "plan":
        open_ones = [one["title"] for one in answer("plan", "sample-am")["actions"]]
        return ["Lin Wei", roles[0], roles[2], *open_ones[-3:]]
    if what == "meeting":
        open_meeting = next(one for one in career.meetings if not one.is_closed)
        points = [pick(item.text) for item in open_meeting.items if not item.done]
        return ["Lin Wei", roles[1], *points]
    if what == "compare":
        return roles[:2]
    if what == "route":
        return ["Lin Wei", roles[2], *roles]
    return []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", KINDS)
def test_a_print_is_searchable_sharp_and_within_its_margins(
    printed: Printed,
    filled: Path,
    sample: tuple[Catalogue, Career],
    what: str,
    language: Language,
) -> None:
    file = printed(what, language=language)
    assert has_only_vectors_and_embedded_fonts(file)
    told = text_of(file, "-raw")
    assert stand_in_order(names_on(what, sample, filled, language), told)
    catalogue, _ = sample
    for role in catalogue.roles if what == "map" else ():
        assert squeezed(role.name.in_language(language)) in told
    if what == "compare":
        for role in ("account-manager", "regional-client-director"):
            for needed in catalogue.role(role).requires:
                assert squeezed(catalogue.skill(needed.skill).name.in_language(language)) in told
    for size in sizes_of(file):
        assert sorted(size) == pytest.approx(A4, abs=0.5)
    strip = CHART_STRIP if what in (*CHARTS, "compare") else REPORT_STRIP
    for picture in pictures_of(file, DPI):
        assert is_blank_at_the_edges(picture, strip)
        assert picture.min() < 160


@pytest.mark.parametrize("what", KINDS)
def test_black_and_white_is_without_colour(printed: Printed, what: str) -> None:
    # Of a dossier what no other print has.
    part = ("--sections", "history,agreements,kpis") if what == "dossier" else ()
    file = printed(what, "--style", "bw", "--both-languages", *part)
    assert has_only_vectors_and_embedded_fonts(file)
    assert colouring_operators(file) == set()
    assert all(map(is_grey, pictures_of(file, DPI, colours=True)))
    # It is another look of the same: in colour there is colour.
    assert not all(map(is_grey, pictures_of(printed(what), DPI, colours=True)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("what", "paper"),
    [
        *((kind, "a4") for kind in KINDS if kind not in CHARTS),
        # In large print these alone fit on it.
        *((kind, "a5") for kind in ("plan", "meeting")),
    ],
)
def test_large_print_tells_the_whole_attribution(
    printed: Printed, sample: tuple[Catalogue, Career], what: str, paper: str, language: Language
) -> None:
    part = ("--sections", "standing,kpis") if what == "dossier" else ()
    told = pages_of(
        printed(what, "--style", "large", "--paper", paper, *part, language=language), "-raw"
    )
    attribution = sample[0].head.attribution
    whole = squeezed(attribution.zh if language == "zh_CN" else attribution.en)
    assert whole in told[-1]
    # No line of a page breaks off.
    assert not [page for page in told if "..." in page or "…" in page]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("what", "section"),
    [
        ("gap", ""),
        ("plan", ""),
        ("dossier", "next"),
        ("dossier", "history"),
        ("dossier", "plan"),
    ],
)
def test_no_chart_leaves_half_of_a_sheet_empty(
    printed: Printed, what: str, section: str, language: Language
) -> None:
    """In large print a sheet is low, and what stands above a chart takes much of it."""
    part = ("--sections", section) if section else ()
    file = printed(what, "--style", "large", "--orientation", "landscape", *part, language=language)
    # A dossier begins with a cover.
    place = 1 if section else 0
    picture = list(pictures_of(file, DPI))[place]
    # Without the foot and the rule above it.
    body = picture[: round(len(picture) * 0.86)]
    inked = [row for row, dots in enumerate(body) if dots.min() < 200]
    assert inked[-1] > 0.6 * len(picture)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["gap", "plan"])
def test_wide_sheets_are_filled(printed: Printed, what: str, language: Language) -> None:
    """The charts take the room that no table can begin in, and texts stand in two columns."""
    file = printed(what, "--orientation", "landscape", language=language)
    pictures = list(pictures_of(file, DPI))
    for picture in pictures[:-1]:
        body = picture[: round(len(picture) * 0.86)]
        inked = [row for row, dots in enumerate(body) if dots.min() < 200]
        assert inked[-1] > 0.75 * len(picture)
    middle = pictures[-1].shape[1] // 2
    below = pictures[-1][REPORT_STRIP + DPI // 3 : -round(1.2 * DPI)]
    assert below[:, middle:].min() < 200, "there is a right column"
    assert len(pictures) <= {"gap": 4, "plan": 2}[what]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("options", [("--style", "large"), ("--paper", "a5"), ()])
def test_what_was_searched_stands_below_the_chart_of_the_route(
    printed: Printed, language: Language, options: tuple[str, ...]
) -> None:
    told = pages_of(printed("route", *options, language=language))
    searched = {"en": "Every route was searched", "zh_CN": "已搜索全部路线"}[language]
    assert squeezed(searched) in told[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_low_sheets_a_heading_stands_with_what_follows(
    printed: Printed, language: Language
) -> None:
    told = pages_of(printed("meeting", "--style", "large", language=language))
    agreed = squeezed({"en": "Agreed on", "zh_CN": "日商定"}[language])
    promises = squeezed({"en": "Open promises", "zh_CN": "双方未兑现的承诺"}[language])
    (page,) = (one for one in told if agreed in one)
    # What was agreed, and no new sheet for what comes after it.
    assert page.index(agreed) < page.index(promises)
    assert len(told) == 3


@pytest.mark.parametrize("what", [kind for kind in KINDS if kind not in ("map", "path", "dossier")])
def test_large_print_is_larger_by_one_factor(printed: Printed, what: str) -> None:
    usual, large = printed(what), printed(what, "--style", "large")
    assert has_only_vectors_and_embedded_fonts(large)
    for size in sizes_of(large):
        assert sorted(size) == pytest.approx(A4, abs=0.5)
    strip = CHART_STRIP if what == "compare" else LARGE_STRIP
    assert all(is_blank_at_the_edges(picture, strip) for picture in pictures_of(large, DPI))
    heights = [heights_of_words(file) for file in (usual, large)]
    if what == "compare":
        # In colour as large as one sheet holds; in large print the small letters of 9.5 points,
        # 1.6 times larger.
        assert min(heights[1]) > 12.5
        return
    assert min(heights[1]) > 0.98 * 1.6 * min(heights[0])
    if what != "meeting":
        # Whose map is smaller than its words.
        middles = [statistics.mode(each) for each in heights]
        assert middles[1] == pytest.approx(1.6 * middles[0], rel=0.02)


@pytest.mark.parametrize("what", KINDS)
def test_each_page_is_followed_by_its_counterpart(printed: Printed, what: str) -> None:
    part = ("--sections", "history,agreements,kpis") if what == "dossier" else ()
    file = printed(what, "--style", "bw", "--both-languages", *part)
    pages = pages_of(file)
    count = len(pages)
    assert count % 2 == 0
    for number, page in enumerate(pages, start=1):
        if number % 2:
            assert squeezed(f"page {number} of {count}") in page
        else:
            assert squeezed(f"第 {number} 页，共 {count} 页") in page
    sizes = sizes_of(file)
    assert sizes[::2] == sizes[1::2]
    root = PdfReader(file).root_object
    assert (root["/Lang"], root["/PageLayout"]) == ("en", "/TwoColumnLeft")


def test_a_shorter_language_is_filled_up(printed: Printed) -> None:
    lengths = [
        len(pages_of(printed("compare", "--style", "large", language=one))) for one in LANGUAGES
    ]
    assert lengths[0] > lengths[1], "else another print must stand for this one"
    pages = pages_of(printed("compare", "--style", "large", "--both-languages"))
    assert len(pages) == 2 * lengths[0]
    filler = squeezed("本页空白：另一种语言的内容较长。")
    assert [filler in page for page in pages[1::2]] == [
        number >= lengths[1] for number in range(lengths[0])
    ]
    assert not any(filler in page for page in pages[::2])


@pytest.mark.parametrize("what", CHARTS)
@pytest.mark.parametrize("size", [("--poster", "2x2"), ("--fit", "true", "--paper", "a5")])
@pytest.mark.parametrize(("spoken", "other"), [LANGUAGES, LANGUAGES[::-1]])
def test_sheets_to_be_glued_come_a_language_at_a_time(
    printed: Printed, what: str, size: tuple[str, ...], spoken: str, other: str
) -> None:
    # The seams of the two pictures differ, so sheets in turns could be glued to the wrong ones.
    file = printed(what, *size, "--both-languages", language=spoken)
    pages, sizes = pages_of(file), sizes_of(file)
    # Held the same way, each is what it is alone.
    held = "landscape" if sizes[0][0] > sizes[0][1] else "portrait"
    alone = [
        pages_of(printed(what, *size, "--orientation", held, language=language))
        for language in (spoken, other)
    ]
    # Letter by letter: what is written with bookmarks is read back in another order here and there.
    assert [*map(Counter, pages)] == [Counter(page) for own in alone for page in own]
    assert len({sorted(each)[0] for each in sizes}) == 1
    said = {"en": ("row[A-Z],column", "Howthesheets"), "zh_CN": ("[A-Z]行,第", "拼接示意图")}
    for language, sheets in zip((spoken, other), alone, strict=True):
        label, joining = said[language]
        assert len(sheets) > 2
        assert all(re.search(label, sheet) for sheet in sheets[:-1])
        assert joining in sheets[-1]
    reader = PdfReader(file)
    assert reader.root_object["/PageLayout"] == "/OneColumn"
    _, parts = reader.outline
    starts = {str(part.title): reader.get_destination_page_number(part) for part in parts}
    names = {"en": "English", "zh_CN": "中文"}
    assert starts == {names[spoken]: 0, names[other]: len(alone[0])}


def test_a_chart_for_the_wall_has_no_name_in_its_bookmarks(printed: Printed) -> None:
    file = printed("map", "--blank", "--both-languages")
    reader = PdfReader(file)
    owner, parts = reader.outline
    assert str(owner.title) == "Account and line management"
    assert [str(part.title) for part in parts] == ["English", "中文"]
    assert b"Lin Wei" not in file.read_bytes()
    assert "LinWei" not in "".join(pages_of(file))


@pytest.mark.parametrize(
    ("what", "options", "english", "chinese"),
    [
        ("map", (), "Career map: {title} · Lin Wei", "职业地图：{title} · Lin Wei"),
        ("map", ("--blank",), "Career map: {title}", "职业地图：{title}"),
        (
            "map",
            ("--poster", "2x1"),
            "Career map: {title} · Lin Wei",
            "职业地图：{title} · Lin Wei",
        ),
        ("plan", (), "Development plan · Lin Wei", "发展计划 · Lin Wei"),
    ],
)
def test_a_file_is_titled_in_each_of_its_languages(
    what: str,
    options: tuple[str, ...],
    english: str,
    chinese: str,
    printed: Printed,
    sample: tuple[Catalogue, Career],
) -> None:
    name = sample[0].head.title
    titles = [english.format(title=name.en), chinese.format(title=name.zh)]
    for language, order in (("en", titles), ("zh_CN", titles[::-1])):
        alone = PdfReader(printed(what, *options, language=language)).metadata
        both = PdfReader(printed(what, *options, "--both-languages", language=language)).metadata
        assert alone is not None
        assert both is not None
        assert alone.title == order[0]
        assert both.title == " / ".join(order)
        authors = ["Career Planner", "职业规划"]
        authors = authors if language == "en" else authors[::-1]
        assert (alone.author, both.author) == (authors[0], " / ".join(authors))
