"""The map's sheet and the gap report, as values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from planner.core.errors import PlannerError
from planner.core.model import Catalogue, Skill
from planner.core.people import Position
from planner.core.text import Source, Texts
from planner.report.document import Document, file_name
from planner.report.drawing import Words
from planner.report.gaps.report import gap_report
from planner.report.gaps.words import readiness_rule
from planner.report.pages import counted_sources
from planner.report.paper.chart_options import ChartOptions
from planner.report.paper.flow import BODY, SMALL, Sheet
from planner.report.paper.papers import PAPERS, Paper
from planner.report.sheets.map_page import map_page
from tests.generated import career_catalogue, framework_catalogue
from tests.paper_samples import (
    LONG,
    LONG_WORD,
    STRANGE,
    TODAY,
    context,
    hard_catalogue,
)
from tests.sheets import collisions, outside, press, said, squeezed, words_of

MARGIN = PAPERS["a4"].margin
# A sheet of the map alone has narrower margins.
NARROW = 32.0
# In points: no text on paper is smaller.
LEAST_READABLE = 6.0


def smallest(sheet: Sheet) -> float:
    """The smallest text of a sheet in points, the drawings on it included."""
    drawn = [
        shape.size * placed.scale
        for placed in sheet.drawings
        for shape in placed.drawing.shapes
        if isinstance(shape, Words)
    ]
    return min([*drawn, *(words.size for words in words_of(sheet))])


def hold(sheets: tuple[Sheet, ...]) -> None:
    """Fail where texts lie upon each other or leave the page."""
    for sheet in sheets:
        assert not list(collisions(sheet))
        assert not list(outside(sheet, MARGIN if sheet.title.startswith("Gap") else NARROW))


# the gap report


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_report_says_whose_which_when_and_by_which_rule(
    shipped: Catalogue, english: Texts, chinese: Texts, language: str, paper: str
) -> None:
    texts = english if language == "en" else chinese
    page = context(
        shipped, texts, role="account-manager", target="chief-customer-officer", paper=paper
    )
    for role in shipped.roles:
        sheets = gap_report(page, role.id, press())
        hold(sheets)
        told = said(sheets)
        for words in (
            "Lin Wei",
            texts.pick(role.name),
            texts.date(TODAY),
            texts.pick(shipped.head.title),
            shipped.head.version,
            texts.pick(shipped.head.attribution),
            readiness_rule(texts),
            *(texts.pick(shipped.skill(needed.skill).name) for needed in role.requires),
        ):
            assert squeezed(words) in told, (role.id, words)
        for number, sheet in enumerate(sheets, start=1):
            page_words = texts.tr("page {number} of {count}", number=number, count=len(sheets))
            assert page_words in [words.text for words in words_of(sheet)]


def test_article_and_editorial_are_told_apart(
    shipped: Catalogue, english: Texts, chinese: Texts
) -> None:
    for texts, article, editorial in (
        (english, "article §2", "Source of the required levels and weights: editorial."),
        (chinese, "原文 §2", "要求等级与权重的来源：编者补充。"),
    ):
        page = context(shipped, texts, role="account-manager")
        told = said(gap_report(page, "regional-client-director", press()))
        assert squeezed(article) in told
        assert squeezed(editorial) in told
    assert "editorial" not in said(gap_report(page, "regional-client-director", press()))


def test_an_open_skill_is_told_with_its_levels_and_practice(
    shipped: Catalogue, english: Texts
) -> None:
    page = context(shipped, english, role="account-manager", held=1.0)
    sheets = gap_report(page, "regional-client-director", press())
    told = said(sheets)
    gap = page.gaps["regional-client-director"]
    for skill in gap.skills:
        known = shipped.skill(skill.skill)
        if not skill.is_open:
            continue
        description = known.description(skill.required)
        assert description is not None
        assert squeezed(english.pick(description)) in told
        for practice in known.practice:
            is_of_use = practice.to is None or practice.to > (skill.held or 0)
            assert (squeezed(english.pick(practice.text)) in told) == is_of_use


def test_of_skills_that_are_not_described_no_more_than_the_table_is_told(english: Texts) -> None:
    catalogue = hard_catalogue(skills=3)
    first, second, third = catalogue.skills
    bare = [replace(skill, levels=(), practice=()) for skill in catalogue.skills]

    def told(*skills: Skill) -> str:
        page = context(replace(catalogue, skills=skills), english, held=None)
        return said(gap_report(page, "high", press()))

    nothing = told(*bare)
    assert squeezed("What the open skills ask") not in nothing
    assert "Required:" not in nothing
    of_one = told(bare[0], second, bare[2])
    assert of_one.count("Required:") == 1
    assert squeezed("For 2 more open skills the catalogue describes no level") in of_one
    # Practice alone is worth telling, and so is a described level without any.
    of_two = told(replace(first, levels=()), bare[1], replace(third, practice=()))
    assert of_two.count("Required:") == 2
    assert squeezed("For 1 more open skill the catalogue describes no level") in of_two


def test_what_counts_has_as_many_decimals_in_every_row(english: Texts) -> None:
    # Two skills weigh 0.5 and 0.83 and ask for 1 and 1.46; of the first one 0.5 is held.
    page = context(hard_catalogue(skills=2), english, held=0.5)
    sheets = gap_report(page, "high", press())
    words = [words for sheet in sheets for words in words_of(sheet)]
    counts = [words for words in words if words.text in ("0.25 of 0.50", "0–1.21 of 1.21")]
    assert len(counts) == 2
    assert len({(words.x, words.align) for words in counts}) == 1


@pytest.mark.parametrize("height", range(620, 860, 24))
def test_an_open_skill_stands_where_all_of_it_has_room(
    shipped: Catalogue, english: Texts, height: int
) -> None:
    page = context(shipped, english, role="account-manager", held=1.0)
    paper = Paper(width=595.0, height=float(height), margin=45.0)
    sheets = gap_report(replace(page, held=paper), "regional-client-director", press())
    lines = [
        sorted((w.y, w.bold and w.size == BODY, w.size, w.text) for w in words_of(sheet) if w.size)
        for sheet in sheets
    ]
    # The foot, and what is left above it for the text.
    foot = max(w.y for w in words_of(sheets[0]) if w.text.startswith("page"))
    for before, after in pairwise(lines):
        own = [line for line in after if 50 < line[0] < foot - 20]
        if not (own and own[0][1] and " → " in own[0][3]):
            continue
        ends = [y for y, is_bold, *_ in own[1:] if is_bold] or [own[-1][0] + 20]
        high = ends[0] - own[0][0]
        last = max(y for y, *_ in before if y < foot - 20)
        free = foot - 35 - last
        assert high > free, own[0][3]


def test_a_level_between_two_reads_as_at_least_the_lower_one(english: Texts) -> None:
    page = context(hard_catalogue(skills=1), english, target="high")
    told = said(gap_report(page, "high", press()))
    assert "Required:1,Grade1" not in told
    page = context(hard_catalogue(skills=14), english, held=1.5)
    told = said(gap_report(page, "high", press()))
    assert squeezed("Now: 1.5, at least Grade 1") in told
    assert squeezed("Next: 2 Grade 2") in told
    # 1 + 6 · 12 / 13 = 6.54
    assert squeezed("Required: 6.54, at least Grade 6") in told


def test_the_sum_is_that_of_the_terms(english: Texts) -> None:
    # Levels 1 and 1.46, weights 0.5 and 0.83: the first is held at 2.37, the second unrated.
    page = context(hard_catalogue(skills=2), english)
    told = said(gap_report(page, "high", press()))
    assert squeezed("0.50 of 0.50") in told
    assert squeezed("0–1.21 of 1.21") in told
    assert squeezed("In sum: 0.5 to 1.71 of 1.71 = 29–100 %") in told


def test_a_role_that_asks_for_nothing_has_one_sheet_without_charts(english: Texts) -> None:
    page = context(hard_catalogue(), english)
    (sheet,) = gap_report(page, "low", press())
    hold((sheet,))
    assert sheet.charts == ()
    assert squeezed("readiness unknown") in said((sheet,))


def test_where_all_is_reached_nothing_is_told_of_open_skills(english: Texts) -> None:
    catalogue = hard_catalogue(skills=6)
    page = context(catalogue, english, held=7.0)
    half = said(gap_report(page, "high", press()))
    assert squeezed("What the open skills ask") in half
    rated = tuple(
        replace(role, requires=tuple(n for n in role.requires if int(n.skill[6:]) % 2 == 0))
        for role in catalogue.roles
    )
    page = context(replace(catalogue, roles=rated), english, held=7.0)
    sheets = gap_report(page, "high", press())
    hold(sheets)
    told = said(sheets)
    assert squeezed("100 % ready") in told
    assert squeezed("What the open skills ask") not in told
    assert len(sheets[0].charts) == 1


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_thirty_five_skills_on_a_real_scale_keep_their_places(english: Texts, paper: str) -> None:
    page = context(hard_catalogue(), english, target="high", paper=paper)
    sheets = gap_report(page, "high", press())
    hold(sheets)
    assert len(sheets) > 3
    for number in range(35):
        assert squeezed(f"handbook, chapter {number}") in said(sheets)


def test_weights_have_their_decimal_points_below_each_other(
    shipped: Catalogue, english: Texts
) -> None:
    role = shipped.role("line-manager")
    first, *others = role.requires
    heavy = [replace(first, weight=2.25), *(replace(one, weight=3.0) for one in others)]
    roles = [replace(one, requires=tuple(heavy)) if one is role else one for one in shipped.roles]
    heavier = replace(shipped, roles=tuple(roles))
    page = context(heavier, english, role="account-manager", target=role.id)
    told = [words for sheet in gap_report(page, role.id, press()) for words in words_of(sheet)]
    weights = [words for words in told if words.text in ("2.25", "3.00")]
    assert len(weights) == len(role.requires)
    assert len({(words.x, words.align) for words in weights}) == 1


@pytest.mark.parametrize("name", [LONG[:300], LONG_WORD[:300], STRANGE, "短"])
def test_no_name_breaks_the_page(english: Texts, name: str) -> None:
    page = context(hard_catalogue(skills=4, name=name), english, name=name, target="high")
    hold(gap_report(page, "high", press()))
    hold(map_page(page, press()))
    if name is STRANGE:
        assert squeezed(STRANGE) in said(gap_report(page, "high", press()))


def test_names_of_ten_thousand_letters_are_cut_and_no_sheet_is_lost(english: Texts) -> None:
    page = context(hard_catalogue(skills=2, name=LONG), english, name=LONG)
    hold(gap_report(page, "high", press()))
    hold(map_page(page, press()))


def test_a_long_notice_stands_whole_at_the_end_of_the_report(english: Texts) -> None:
    notice = "The makers ask to be named in full. " * 60
    page = context(hard_catalogue(skills=3, notice=notice.strip()), english)
    sheets = gap_report(page, "high", press())
    hold(sheets)
    assert squeezed(notice) in said(sheets)
    hold(map_page(page, press()))


def test_a_past_day_is_told_as_such(shipped: Catalogue, english: Texts) -> None:
    page = context(shipped, english, role="account-manager", as_of=date(2025, 1, 31))
    person = replace(
        page.person,
        positions=(
            Position(
                role="junior-account-manager", since=date(2021, 1, 1), until=date(2025, 6, 30)
            ),
        ),
        since=date(2025, 7, 1),
    )
    page = replace(page, person=person)
    for sheets in (gap_report(page, "regional-client-director", press()), map_page(page, press())):
        told = said(sheets)
        assert squeezed("As of 31 Jan 2025") in told
        assert squeezed("requirements of today") in told
        assert squeezed("printed on 23 Nov 2026") in told
        assert squeezed("Junior account manager since 1 Jan 2021") in told


# the map


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_map_shows_every_role_with_its_rule_and_sources(
    shipped: Catalogue, english: Texts, chinese: Texts, language: str, paper: str
) -> None:
    texts = english if language == "en" else chinese
    page = context(
        shipped, texts, role="account-manager", target="chief-customer-officer", paper=paper
    )
    sheets = map_page(page, press())
    hold(sheets)
    (sheet,) = sheets
    told = said(sheets)
    for words in (
        "Lin Wei",
        texts.date(TODAY),
        shipped.head.version,
        texts.pick(shipped.head.attribution),
        readiness_rule(texts),
        texts.tr("page {number} of {count}", number=1, count=len(sheets)),
        *(texts.pick(role.name) for role in shipped.roles),
    ):
        assert squeezed(words) in told, words
    # Moves are counted by section where there is no room to name them.
    assert squeezed("§5") in told
    assert smallest(sheet) >= LEAST_READABLE


def test_the_moves_of_the_article_are_named(shipped: Catalogue, english: Texts) -> None:
    page = context(shipped, english, role="account-manager", paper="a3")
    told = said(map_page(page, press()))
    for move in shipped.moves:
        names = [english.pick(shipped.role(end).name) for end in (move.from_role, move.to_role)]
        assert (squeezed(" → ".join(names)) in told) == move.source.is_article


def test_moves_of_other_sources_are_counted(shipped: Catalogue, english: Texts) -> None:
    moves = tuple(
        replace(move, source=Source("a survey " * 40 if number else "article §4"))
        for number, move in enumerate(shipped.moves)
    )
    page = context(replace(shipped, moves=moves), english, role="account-manager")
    told = said(map_page(page, press()))
    assert squeezed("All other moves are editorial") not in told
    assert squeezed(f"… ({len(moves) - 1}), article §4 (1)") in told


def test_a_framework_without_sources_is_said_to_have_none(english: Texts) -> None:
    page = context(framework_catalogue(roles=30, tracks=4, moves=60), english, role="role-3")
    assert squeezed("gives no sources") in said(map_page(page, press()))


def test_sources_are_counted_only_where_they_differ(english: Texts) -> None:
    one, other = Source("editorial"), Source("article §3")
    assert counted_sources([one, one], english) == "editorial"
    assert counted_sources([one, other, one], english) == "editorial (2), article §3 (1)"
    many = [Source(f"book {number}") for number in range(9)]
    assert counted_sources(many, english).endswith("book 5 (1), and others")


@pytest.mark.parametrize("number", range(0, 900, 150))
def test_of_a_framework_too_large_to_read_the_part_around_the_person_is_drawn(
    english: Texts, number: int
) -> None:
    catalogue = framework_catalogue()
    here, target = catalogue.roles[number].id, catalogue.roles[(number + 371) % 900].id
    page = context(catalogue, english, role=here, target=target)
    sheets = map_page(page, press())
    hold(sheets)
    assert min(map(smallest, sheets)) >= LEAST_READABLE
    told = said(sheets)
    way = page.graph.shortest_way(here, target)
    assert len(way) > 1
    for role in way:
        assert squeezed(english.pick(catalogue.role(role).name)) in told
    assert squeezed("of 900 roles are drawn, as more would be too small to read") in told
    assert squeezed("and the way to the target") in told


@pytest.mark.parametrize("near", [0, 1, 2])
@pytest.mark.parametrize("paper", ["a4", "letter", "a3"])
def test_of_many_tracks_with_long_names_every_next_role_is_read(
    english: Texts, paper: str, near: int
) -> None:
    catalogue = framework_catalogue()
    here = catalogue.roles[150].id
    page = context(catalogue, english, role=here, paper=paper)
    following = page.graph.next_roles(here)
    assert len({role.track for role in following}) > 10
    sheets = Document(what="map", context=page, options=ChartOptions(near=near)).sheets(press())
    if paper != "a3":
        # Where all grows with the sheet its own words are a drawing too.
        hold(sheets)
    assert min(map(smallest, sheets)) >= LEAST_READABLE
    told = said(sheets)
    names = {track.id: english.pick(track.name) for track in catalogue.tracks}
    for role in (catalogue.role(here), *following):
        assert squeezed(english.pick(role.name)) in told
        assert squeezed(names[role.track]) in told
    remark = sheets[0].remark
    assert remark is not None
    assert squeezed(english.word(remark).partition(".")[0]) in told
    # No sheet but that of the drawing has anything to say of it.
    assert all(sheet.remark is None for sheet in sheets[1:])


def test_a_map_that_is_shown_whole_leaves_nothing_to_remark(
    shipped: Catalogue, english: Texts
) -> None:
    sheets = map_page(context(shipped, english, role="account-manager"), press())
    assert [sheet.remark for sheet in sheets if sheet.remark] == []


@pytest.mark.parametrize("options", [{"is_blank": True}, {"track": "track-0"}])
def test_what_cannot_be_read_on_a_sheet_is_refused_with_the_poster_that_is_enough(
    english: Texts, options: dict[str, object]
) -> None:
    # Nobody's map has no middle, and of a track there is no part: it is all of it or nothing.
    catalogue = framework_catalogue(tracks=7)
    page = context(catalogue, english, role=catalogue.roles[0].id)
    asked = ChartOptions(**options)  # type: ignore[arg-type]
    with pytest.raises(PlannerError) as refused:
        Document(what="map", context=page, options=asked).sheets(press())
    words = [english.word(part) for part in refused.value.sentences]
    assert "less than 6 is not read" in words[0]
    found = re.search(r"poster of (\d+) × (\d+) sheets", " ".join(words))
    assert found is not None
    columns, rows = map(int, found.groups())
    poster = replace(asked, fit="poster", columns=columns, rows=rows)
    sheets = Document(what="map", context=page, options=poster).sheets(press())
    assert min(map(smallest, sheets)) >= LEAST_READABLE - 0.1


def test_of_a_middling_framework_all_that_can_be_read_is_drawn(english: Texts) -> None:
    small = career_catalogue(roles=24, tracks=4, ranks=5)
    page = context(small, english, role=small.roles[0].id)
    told = said(map_page(page, press()))
    assert "roles are drawn" not in told
    assert "of 24 roles" not in told
    large = career_catalogue(roles=140, tracks=14, ranks=8)
    page = context(large, english, role=large.roles[0].id)
    sheets = map_page(page, press())
    assert squeezed("of 140 roles are drawn") in said(sheets)
    # The sheet with the drawing says so above it, with the number of roles named on it.
    told = said(sheets[:1])
    drawn = [role for role in large.roles if squeezed(english.pick(role.name)) in told]
    assert 0 < len(drawn) < 140
    assert squeezed(f"{len(drawn)} of 140 roles") in told
    assert squeezed("and the way to the target") not in said(sheets)
    assert min(map(smallest, sheets)) >= LEAST_READABLE


def test_of_hundreds_of_moves_those_of_the_person_are_drawn(english: Texts) -> None:
    dense = framework_catalogue(roles=30, tracks=2, ranks=5, moves=410)
    page = context(dense, english, role="role-7", target="role-20", paper="a2")
    assert squeezed("moves between the roles drawn, those") in said(map_page(page, press()))


# documents


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lin Wei – career map", "Lin Wei – career map"),
        ("../../etc/passwd", "etc passwd"),
        ('a<b>:"c"|d?*\\e\n', "a b c d e"),
        ("名" * 200, "名" * 40),
        ("  ...  ", ""),
        ("x.", "x"),
    ],
)
def test_a_document_is_called_what_every_system_takes_for_a_name(words: str, name: str) -> None:
    assert file_name(words) == name


def test_a_document_says_what_it_is(shipped: Catalogue, english: Texts, chinese: Texts) -> None:
    page = context(shipped, english, role="account-manager")
    assert Document(what="map", context=page).name() == "Lin Wei – career map"
    report = Document(what="gap", context=page, subject="line-manager")
    assert report.name() == "Lin Wei – gap to Line manager"
    in_chinese = replace(report, context=replace(page, texts=chinese))
    assert in_chinese.name() == "Lin Wei – 直线经理差距报告"
    assert report.on_paper("letter").sheets(press())[0].width == 612
    nameless = replace(page, person=replace(page.person, name="///"))
    assert "map" in Document(what="map", context=nameless).name()


def test_the_notes_are_the_smallest_text_beside_the_map(shipped: Catalogue, english: Texts) -> None:
    sheet = map_page(context(shipped, english, role="account-manager"), press())[0]
    assert min(words.size for words in words_of(sheet)) == SMALL
