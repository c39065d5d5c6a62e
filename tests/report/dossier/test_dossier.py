"""The dossier as sheets: its sections, what leads to them, and what is private."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.core.career import Career
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.report.document import file_name
from planner.report.dossier.dossier import SECTIONS
from planner.report.drawing import Words
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import Sheet
from planner.report.paper.papers import PAPERS
from tests.dossier_sample import NOTE, TODAY, dossier_of, newcomer, sample, with_note
from tests.paper_samples import LONG, STRANGE
from tests.sheets import collisions, outside, press, said, squeezed, words_of

HEADINGS = {
    "standing": ("Present standing", "现状"),
    "next": ("Gap to the next role: Regional client director", "与下一职位的差距：区域客户总监"),
    "target": ("Gap to the target: Chief customer officer", "与目标的差距：首席客户官"),
    "history": ("History", "历史"),
    "plan": ("Development plan", "发展计划"),
    "routes": ("Routes compared", "路线比较"),
    "agreements": ("Last agreements", "最近的约定"),
    "kpis": ("KPIs", "KPI"),
}
MARK = "Confidential: with private notes"


@pytest.fixture(scope="module")
def lin_wei(root: Path) -> tuple[Catalogue, Career]:
    return sample(root, "sample-am")


def anchors(sheets: tuple[Sheet, ...]) -> dict[str, int]:
    """Return the number of the sheet on which each part begins, the cover being 1."""
    return {anchor.key: n for n, sheet in enumerate(sheets, 1) for anchor in sheet.anchors}


def shown(cover: Sheet, catalogue: Catalogue, language: str) -> set[str]:
    """Return the roles whose names stand on the map, where they are parted into lines."""
    (placed,) = cover.drawings
    words = (shape.text for shape in placed.drawing.shapes if isinstance(shape, Words))
    told, found = squeezed("".join(words)), set()
    names = {squeezed(getattr(role.name, language)): role.id for role in catalogue.roles}
    # The longest first, for some are parts of others.
    for name in sorted(names, key=len, reverse=True):
        if name in told:
            found.add(names[name])
            told = told.replace(name, "|")
    return found


def lines_of(sheet: Sheet) -> set[str]:
    return {words.text for words in words_of(sheet)}


@pytest.mark.parametrize("language", [0, 1])
def test_every_section_begins_with_its_heading_where_the_contents_say(
    lin_wei: tuple[Catalogue, Career], english: Texts, chinese: Texts, language: int
) -> None:
    sheets = dossier_of(*lin_wei, (english, chinese)[language]).sheets(press())
    name = ("en", "zh_CN")[language]
    found = anchors(sheets)
    assert list(found) == [f"sample-am/{name}/{part}" for part in ("cover", *SECTIONS)]
    assert list(found.values()) == sorted(found.values())
    cover = words_of(sheets[0])
    for section in SECTIONS:
        heading = HEADINGS[section][language]
        number = found[f"sample-am/{name}/{section}"]
        assert heading in lines_of(sheets[number - 1])
        (line,) = [words for words in cover if words.text == heading]
        (page,) = [words.text for words in cover if words.y == line.y and words.align == "right"]
        assert page == str(number)
    # Each line of the contents leads to what it names, and nothing else on the cover does.
    links = [link.key for link in sheets[0].links]
    assert links == [f"sample-am/{name}/{section}" for section in SECTIONS]
    count = len(sheets)
    last = f"page {count} of {count}" if not language else f"第 {count} 页，共 {count} 页"
    assert last in lines_of(sheets[-1])


def test_a_section_that_is_not_ticked_leaves_nothing(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:
    sheets = dossier_of(*lin_wei, english, sections=("history", "kpis")).sheets(press())
    assert [key.split("/")[2] for key in anchors(sheets)] == ["cover", "history", "kpis"]
    told = said(sheets)
    for section, (heading, _) in HEADINGS.items():
        assert (squeezed(heading) in told) == (section in ("history", "kpis")), section
    for words in ("What is asked, and what is held", "To do, in this order", "Promises"):
        assert squeezed(words) not in told


def test_with_no_section_there_is_the_cover(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:
    (cover,) = dossier_of(*lin_wei, english, sections=()).sheets(press())
    assert "Lin Wei" in lines_of(cover)
    assert not cover.links
    assert cover.drawings


@pytest.mark.parametrize("person", ["sample-am", "han-songyue", "mi-duo", "oscar-inkwell"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_no_text_on_the_map_of_the_cover_is_smaller_than_six_points(
    root: Path, english: Texts, chinese: Texts, paper: str, person: str
) -> None:
    for texts in (english, chinese):
        document = dossier_of(*sample(root, person), texts, paper=paper, with_private=True)
        ((placed,), *_) = [sheet.drawings for sheet in document.sheets(press())]
        sizes = [shape.size for shape in placed.drawing.shapes if isinstance(shape, Words)]
        assert min(sizes) * placed.scale >= 6.0


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("person", ["sample-am", "mi-duo", "oscar-inkwell"])
def test_the_covers_in_both_languages_show_the_same_part_of_the_map(
    english: Texts, chinese: Texts, root: Path, person: str, paper: str
) -> None:
    catalogue, career = sample(root, person)

    texts = (english, chinese)
    for languages in (texts, texts[::-1]):
        sheets = dossier_of(
            catalogue, career, *languages, sections=["standing"], paper=paper
        ).sheets(press())
        first, second, *_ = sheets
        one, other = ("en", "zh") if languages == texts else ("zh", "en")
        assert shown(first, catalogue, one) == shown(second, catalogue, other)
        assert career.person.position_on(TODAY).role in shown(first, catalogue, one)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "person", ["sample-am", "mi-duo", "oscar-inkwell", "han-songyue", "nora-fieldgate"]
)
def test_a_map_that_leaves_next_roles_out_says_so(
    english: Texts, chinese: Texts, root: Path, person: str, language: str
) -> None:
    catalogue, career = sample(root, person)
    texts = english if language == "en" else chinese
    cover = dossier_of(catalogue, career, texts).sheets(press())[0]
    present = career.person.position_on(TODAY).role
    following = {move.to_role for move in catalogue.moves if move.from_role == present}
    count = len(following & shown(cover, catalogue, language))

    notes = {
        "en": f"Roles that the present one leads to: {count} of {len(following)} are drawn, as more"
        " would be too small to read.",
        "zh": f"现任职位可直接去往 {len(following)} 个职位，图中绘出 {count} 个（再多则字太小，"
        "无法阅读）。",
    }
    assert (squeezed(notes[language]) in said([cover])) == (count < len(following))


def test_the_target_is_told_once_where_it_is_the_next_role(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:
    catalogue, career = lin_wei
    from dataclasses import replace

    near = replace(career, person=replace(career.person, target="regional-client-director"))
    words = squeezed("The target is the next role, whose gap is told before.")
    assert words in said(dossier_of(catalogue, near, english).sheets(press()))
    alone = said(dossier_of(catalogue, near, english, sections=("target",)).sheets(press()))
    assert words not in alone
    assert squeezed("What is asked, and what is held") in alone


@pytest.mark.parametrize("with_private", [False, True])
def test_private_notes_stand_only_where_every_sheet_says_so(
    lin_wei: tuple[Catalogue, Career], english: Texts, chinese: Texts, with_private: bool
) -> None:
    catalogue, career = lin_wei
    document = dossier_of(catalogue, with_note(career), english, chinese, with_private=with_private)
    sheets = document.sheets(press())
    assert (squeezed(NOTE) in said(sheets)) is with_private
    for sheet in sheets:
        mark = MARK if sheet.language == "en" else "机密：含私人笔记"
        assert (mark in lines_of(sheet)) is with_private


def test_private_notes_belong_to_the_agreements(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:
    catalogue, career = lin_wei
    sections = [section for section in SECTIONS if section != "agreements"]
    document = dossier_of(
        catalogue, with_note(career), english, sections=sections, with_private=True
    )
    sheets = document.sheets(press())
    assert squeezed(NOTE) not in said(sheets)
    assert all(MARK in lines_of(sheet) for sheet in sheets)


def test_each_sheet_is_followed_by_its_counterpart_in_the_other_language(
    lin_wei: tuple[Catalogue, Career], english: Texts, chinese: Texts
) -> None:
    sheets = dossier_of(*lin_wei, english, chinese).sheets(press())
    assert [sheet.language for sheet in sheets] == ["en", "zh-CN"] * (len(sheets) // 2)
    found = anchors(sheets)
    assert len(found) == 2 * (len(SECTIONS) + 1)
    for section in ("cover", *SECTIONS):
        first, second = (found[f"sample-am/{name}/{section}"] for name in ("en", "zh_CN"))
        # KPIs go on below the agreements where these leave room, which may differ.
        assert second - first == 1 or section == "kpis"
    other_first = dossier_of(*lin_wei, chinese, english).sheets(press())
    assert [sheet.language for sheet in other_first[:2]] == ["zh-CN", "en"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["Zhao Ning", STRANGE, LONG])
def test_of_somebody_new_every_section_says_what_is_not_there(
    lin_wei: tuple[Catalogue, Career], english: Texts, chinese: Texts, name: str, paper: str
) -> None:
    catalogue, _ = lin_wei
    document = dossier_of(catalogue, newcomer(catalogue, name), english, chinese, paper=paper)
    sheets = document.sheets(press())
    told = said(sheets)
    for words in (
        "No target is set.",
        "Nothing that counts was rated up to this day.",
        "The plan has no action yet.",
        "No target is set, so there is nothing that ways could lead to.",
        "There was no one-on-one yet.",
        "no result yet",
    ):
        assert squeezed(words) in told, words
    for sheet in sheets:
        assert list(outside(sheet, PAPERS[paper].margin)) == []
        assert list(collisions(sheet)) == []


def test_no_sheet_is_begun_to_say_that_there_is_nothing(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:
    catalogue, career = lin_wei
    found = anchors(dossier_of(catalogue, newcomer(catalogue), english).sheets(press()))
    pages = {key.split("/")[2]: page for key, page in found.items()}
    history = pages["history"]
    assert [pages[section] for section in ("plan", "routes", "agreements")] == [history] * 3
    assert pages["target"] == history - 1
    # What is told at length begins on a sheet of its own.
    found = anchors(dossier_of(catalogue, career, english).sheets(press()))
    begun = [page for key, page in found.items() if not key.endswith("kpis")]
    assert len(set(begun)) == len(begun) == len(SECTIONS)
    near = replace(career, person=replace(career.person, target="regional-client-director"))
    found = anchors(dossier_of(catalogue, near, english).sheets(press()))
    pages = {key.split("/")[2]: page for key, page in found.items()}
    assert pages["next"] < pages["target"] == pages["history"] - 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_on_the_low_sheets_of_large_print_kpis_go_on_below_the_agreements(
    root: Path, english: Texts, paper: str
) -> None:
    document = dossier_of(
        *sample(root, "nora-fieldgate"), english, sections=("agreements", "kpis"), paper=paper
    ).with_options(ChartOptions(style="large"))
    sheets = document.sheets(press())
    shared = said((sheets[anchors(sheets)["nora-fieldgate/en/kpis"] - 1],))
    for words in ("The next one-on-one: 19 Jan 2027", "KPIs", "Newest result"):
        assert squeezed(words) in shared


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_lies_on_another_or_beyond_the_margins(
    lin_wei: tuple[Catalogue, Career], english: Texts, chinese: Texts, paper: str
) -> None:
    document = dossier_of(*lin_wei, english, chinese, paper=paper, with_private=True)
    for sheet in document.sheets(press()):
        assert (sheet.width, sheet.height) == (PAPERS[paper].width, PAPERS[paper].height)
        assert list(outside(sheet, PAPERS[paper].margin)) == []
        assert list(collisions(sheet)) == []


def test_as_of_a_past_day_nothing_later_is_told(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:
    day = date(2025, 12, 1)
    told = said(dossier_of(*lin_wei, english, as_of=day).sheets(press()))
    assert squeezed("As of 1 Dec 2025") in told
    assert squeezed("One-on-one of 19 Nov 2025") in told
    assert "Q32026" not in told


def test_without_a_career_there_is_no_dossier(
    lin_wei: tuple[Catalogue, Career], english: Texts
) -> None:

    document = dossier_of(*lin_wei, english)
    bare = replace(document, context=replace(document.context, career=None))
    with pytest.raises(ValueError, match="career"):
        bare.sheets(press())
    with pytest.raises(ValueError, match="sections"):
        replace(document, dossier=None).sheets(press())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lin Wei – career dossier", "Lin Wei – career dossier"),
        ("con", "_con"),
        ("NUL.v2 – career dossier", "_NUL.v2 – career dossier"),
        ("Conrad – career dossier", "Conrad – career dossier"),
        ("COM1", "_COM1"),
        ("a/b\\c:d", "a b c d"),
        ("Ame\u0301lie", "Am\u00e9lie"),
        ("trailing. ", "trailing"),
    ],
)
def test_a_name_is_safe_on_every_system(words: str, name: str) -> None:
    assert file_name(words) == name
