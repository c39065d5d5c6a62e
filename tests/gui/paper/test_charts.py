"""Charts as they are on paper: the files opened again with other programs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pypdf import PdfReader

from planner.core.errors import PlannerError
from planner.core.model import Catalogue
from planner.core.people import Position
from planner.core.text import Texts
from planner.gui.paper.sheet_painter import SheetPainter
from planner.report.document import Document, What
from planner.report.drawing import Words, area_of
from planner.report.pages import PageContext
from planner.report.paper.chart_options import PAPER_NAMES, ChartOptions, Orientation
from planner.report.paper.flow import Sheet
from planner.report.paper.papers import PAPERS
from tests.generated import career_catalogue
from tests.paper_samples import TODAY, context, hard_catalogue
from tests.pdf_checks import (
    Picture,
    colouring_operators,
    has_only_vectors_and_embedded_fonts,
    is_blank_at_the_edges,
    is_grey,
    pictures_of,
    sizes_of,
    squeezed,
    text_of,
    tool,
)
from tests.sheets import said

POINTS_A_MM = 72 / 25.4
# No printer reaches nearer to the edge than 5 mm.
UNPRINTED = int(5 * POINTS_A_MM)


def lin_wei(catalogue: Catalogue, texts: Texts, paper: str = "a4", **known: Any) -> PageContext:
    page = context(
        catalogue,
        texts,
        role="account-manager",
        target="chief-customer-officer",
        paper=paper,
        **known,
    )
    past = Position(role="junior-account-manager", since=date(2021, 9, 1), until=date(2024, 7, 31))
    return replace(page, person=replace(page.person, positions=(past,)))


def sheets_of(
    painter: SheetPainter, page: PageContext, what: What = "map", **options: Any
) -> tuple[Sheet, ...]:
    document = Document(what=what, context=page, options=ChartOptions(**options))
    return document.sheets(painter.press())


def smallest(sheets: tuple[Sheet, ...]) -> float:
    """The smallest text in points."""
    drawn = [
        shape.size * placed.scale
        for sheet in sheets
        for placed in sheet.drawings
        for shape in placed.drawing.shapes
        if isinstance(shape, Words)
    ]
    return min(
        [*drawn, *(s.size for sheet in sheets for s in sheet.shapes if isinstance(s, Words))]
    )


def sizes_of_text(sheet: Sheet, text: str) -> list[float]:
    """How large each line with this text is on a sheet, in points."""
    return [
        shape.size * placed.scale
        for placed in sheet.drawings
        for shape in placed.drawing.shapes
        if isinstance(shape, Words) and shape.text == text
    ] + [shape.size for shape in sheet.shapes if isinstance(shape, Words) and shape.text == text]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    ("paper", "times"), [("a3", 2**0.5), ("a2", 2.0), ("a1", 8**0.5), ("a0", 4.0)]
)
def test_title_and_margins_grow_with_the_wall(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    language: str,
    paper: str,
    times: float,
) -> None:
    texts = texts_of[language]
    (track, *_) = shipped.tracks
    title = texts.pick(track.name)
    found = {}
    for name in ("a4", paper):
        page = lin_wei(shipped, texts, paper=name)
        (found[name],) = sheets_of(painter, page, track=track.id, is_blank=True)
        painter.write([found[name]], tmp_path / f"{name}.pdf")
        assert cut_words(painter, (found[name],)) == []
    small, large = (sizes_of_text(found[name], title) for name in ("a4", paper))
    # Title and band of the track; between the square root of the size and the size itself.
    assert max(large) / max(small) == pytest.approx(times**0.75, rel=0.01)
    for name, grown in (("a4", 1.0), (paper, times**0.75)):
        (picture,) = pictures_of(tmp_path / f"{name}.pdf", 18)
        # Above the usual margin of 45 points stand the running lines alone.
        assert is_blank_at_the_edges(picture, int(27 * grown * 18 / 72))


def cut_words(painter: SheetPainter, sheets: tuple[Sheet, ...]) -> list[str]:
    """The words that lie partly beyond the edge of the part of a picture that a sheet shows."""
    measure = painter.press().measure
    found = []
    for sheet in sheets:
        for placed in sheet.drawings:
            right = placed.left + placed.drawing.width
            bottom = placed.top + placed.drawing.height
            for shape in placed.drawing.shapes:
                if not isinstance(shape, Words):
                    continue
                x, y, width, height = area_of([shape], measure)
                if (
                    x < placed.left - 0.5
                    or x + width > right + 0.5
                    or y < placed.top - 0.5
                    or y + height > bottom + 0.5
                ):
                    found.append(shape.text)
    return found


@pytest.mark.parametrize("paper", PAPER_NAMES)
def test_every_paper_is_as_large_as_it_is_called(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    paper: str,
) -> None:
    millimetres = {
        "a5": (148, 210),
        "a4": (210, 297),
        "a3": (297, 420),
        "a2": (420, 594),
        "a1": (594, 841),
        "a0": (841, 1189),
        "letter": (215.9, 279.4),
        "legal": (215.9, 355.6),
        "tabloid": (279.4, 431.8),
    }
    page = lin_wei(shipped, texts_of["en"], paper)
    orientations: tuple[Orientation, ...] = ("portrait", "landscape")
    for orientation in orientations:
        file = tmp_path / f"{orientation}.pdf"
        sheets = sheets_of(painter, page, orientation=orientation)
        if (paper, orientation) != ("a5", "portrait"):
            # On which the tables of a report have no room.
            subject = "regional-client-director"
            options = ChartOptions(orientation=orientation)
            gap = Document(what="gap", context=page, subject=subject, options=options)
            sheets += gap.sheets(painter.press())
        painter.write(sheets, file)
        wanted = millimetres[paper]
        for size in sizes_of(file):
            upright = size if orientation == "portrait" else size[::-1]
            assert upright == pytest.approx(wanted, abs=0.5)


def test_the_papers_that_can_be_chosen_are_known() -> None:
    assert tuple(PAPERS) == PAPER_NAMES


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(
    "options",
    [
        {"fit": "poster", "columns": 3, "rows": 2},
        {"fit": "poster", "columns": 2, "rows": 2, "style": "bw"},
        {"fit": "true"},
        {"fit": "width"},
        {"fit": "poster", "columns": 4, "rows": 4, "style": "large"},
    ],
    ids=["poster", "bw", "true", "width", "large"],
)
def test_a_poster_has_everything_whole(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    options: dict[str, Any],
    language: str,
) -> None:
    texts, file = texts_of[language], tmp_path / "poster.pdf"
    sheets = sheets_of(painter, lin_wei(shipped, texts), **options)
    assert cut_words(painter, sheets) == []
    least = 12.0 if options.get("style") == "large" else 6.0
    assert smallest(sheets[:-1]) >= least - 0.01
    painter.write(sheets, file)
    assert has_only_vectors_and_embedded_fonts(file)
    told = text_of(file)
    for role in shipped.roles:
        assert squeezed(texts.pick(role.name)) in told
    for words in (
        "Lin Wei",
        texts.pick(shipped.head.title),
        shipped.head.version,
        texts.pick(shipped.head.attribution),
        texts.date(TODAY),
        texts.tr("How the sheets go together"),
    ):
        assert squeezed(words) in told
    label = texts.tr("row {row}, column {column} of {count}", row="A", column=1, count=1)
    assert squeezed(label[:3]) in told
    assert all(is_blank_at_the_edges(picture, UNPRINTED) for picture in pictures_of(file))


def test_the_sheets_together_are_the_whole_picture(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts]
) -> None:
    page = lin_wei(shipped, texts_of["en"])
    *sheets, overview = sheets_of(painter, page, fit="poster", columns=3, rows=2, overlap=10.0)
    whole = overview.drawings[0].drawing
    tiles = [sheet.drawings[0] for sheet in sheets]
    scale = tiles[0].scale
    assert {tile.scale for tile in tiles} == {scale}
    lefts = sorted({tile.left for tile in tiles})
    tops = sorted({tile.top for tile in tiles})
    assert len(lefts) * len(tops) == len(tiles)
    right = {tile.left: tile.left + tile.drawing.width for tile in tiles}
    bottom = {tile.top: tile.top + tile.drawing.height for tile in tiles}
    assert lefts[0] == tops[0] == 0
    assert right[lefts[-1]] == pytest.approx(whole.width)
    assert bottom[tops[-1]] == pytest.approx(whole.height)
    # Neighbours share ten millimetres of paper.
    for starts, ends in ((lefts, right), (tops, bottom)):
        for one, other in pairwise(starts):
            assert (ends[one] - other) * scale == pytest.approx(10 * POINTS_A_MM, abs=0.01)
    paper = PAPERS["a4"]
    for sheet, tile in zip(sheets, tiles, strict=True):
        assert tile.x + tile.drawing.width * scale <= sheet.width - tile.x + 0.01
        assert tile.y + tile.drawing.height * scale <= sheet.height - tile.y + 0.01
        assert {sheet.width, sheet.height} == {paper.width, paper.height}


def test_without_colour_no_colour_is_in_the_file(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    page = lin_wei(shipped, texts_of["en"])
    for what, options in (
        ("map", {}),
        ("map", {"fit": "poster", "columns": 2, "rows": 2}),
        ("path", {}),
    ):
        file = tmp_path / "grey.pdf"
        painter.write(sheets_of(painter, page, what, style="bw", **options), file)  # type: ignore[arg-type]
        assert colouring_operators(file) == set()
        assert all(map(is_grey, pictures_of(file, 40, colours=True)))


def test_tracks_are_told_by_number_without_colour(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "grey.pdf"
    painter.write(sheets_of(painter, lin_wei(shipped, texts_of["en"]), style="bw"), file)
    told = tool("pdftotext", "-layout", file, "-").decode()
    for number, track in enumerate(shipped.tracks, start=1):
        assert re.search(rf"\b{number} +{re.escape(track.name.en.upper())}", told)


def test_the_text_of_a_path_is_in_the_order_of_a_life(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "path.pdf"
    painter.write(sheets_of(painter, lin_wei(shipped, texts_of["en"]), "path"), file)
    told = text_of(file, "-raw")
    words = (
        "Sep 2021 – Jul 2024",
        "Junior account manager",
        "2\u00a0y\u00a010\u00a0m",
        "since Aug 2024",
        "You are here",
        "Regional client director",
        "Chief customer officer",
    )
    places = [told.index(squeezed(part)) for part in words]
    assert places == sorted(places)
    assert has_only_vectors_and_embedded_fonts(file)


def test_the_roles_of_a_map_are_read_row_by_row(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "map.pdf"
    painter.write(sheets_of(painter, lin_wei(shipped, texts_of["en"]), is_blank=True), file)
    told = text_of(file, "-raw", "-l", "1")
    places = {
        role.id: told.index(squeezed(role.name.en)) for role in shipped.roles if role.rank in (1, 6)
    }
    top = max(place for role, place in places.items() if shipped.role(role).rank == 6)
    assert top < min(place for role, place in places.items() if shipped.role(role).rank == 1)


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh_CN", "zh-CN")])
def test_a_chart_says_its_language(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    language: str,
    tag: str,
) -> None:
    for what in ("map", "path"):
        file = tmp_path / f"{what}.pdf"
        painter.write(sheets_of(painter, lin_wei(shipped, texts_of[language]), what), file)  # type: ignore[arg-type]
        assert PdfReader(file).root_object["/Lang"] == tag


def test_a_blank_chart_names_nobody(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    page = lin_wei(shipped, texts_of["en"])
    whats: tuple[What, ...] = ("map", "path")
    for what in whats:
        for options in ({}, {"fit": "poster", "columns": 2, "rows": 1}):
            file = tmp_path / "blank.pdf"
            painter.write(sheets_of(painter, page, what, is_blank=True, **options), file)
            told = text_of(file)
            for words in ("Lin Wei", "2021", "2024", "You are", "ready", "open"):
                assert squeezed(words) not in told
            assert "Chiefcustomerofficer" in told


def test_a_part_of_the_map_is_drawn_alone(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    page = lin_wei(shipped, texts_of["en"])
    way = ("account-manager", "regional-client-director", "chief-customer-officer")
    near = page.graph.neighbourhood(["account-manager"], 1)
    for options, drawn in (
        ({"track": "client"}, {role.id for role in shipped.roles if role.track == "client"}),
        ({"near": 1}, set(near)),
        ({"roles": way}, set(way)),
    ):
        (placed,) = sheets_of(painter, page, **options)[0].drawings
        bold = squeezed(
            "".join(s.text for s in placed.drawing.shapes if isinstance(s, Words) and s.bold)
        )
        for role in shipped.roles:
            assert (squeezed(role.name.en) in bold) == (role.id in drawn), role.id


def test_too_small_a_poster_is_refused_with_what_would_do(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts]
) -> None:
    page = lin_wei(shipped, texts_of["en"], "a5")
    with pytest.raises(PlannerError) as refused:
        sheets_of(painter, page, fit="poster", columns=1, rows=1)
    assert refused.value.remedy is not None
    advice = dict(refused.value.remedy.arguments)
    sheets = sheets_of(painter, page, fit="poster", **advice)
    assert smallest(sheets[:-1]) >= 6.0 - 0.01


@pytest.mark.parametrize("name", ["Director of " + "very " * 37 + "much", "很长的职位名称" * 29])
def test_a_name_of_two_hundred_letters_is_told_in_full(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path, name: str
) -> None:
    page = context(hard_catalogue(skills=3, name=name[:200]), texts_of["en"], target="high")
    for what in ("map", "path"):
        for options in ({}, {"fit": "poster", "columns": 2, "rows": 2}):
            file = tmp_path / "long.pdf"
            sheets = sheets_of(painter, page, what, **options)  # type: ignore[arg-type]
            assert cut_words(painter, sheets) == []
            assert painter.write(sheets, file).missing_letters == ""
            assert squeezed(name[:200]) in text_of(file)


def test_letters_beyond_gb_2312_are_drawn_or_told(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "map.pdf"
    for name, missing in (("㛃喆昇𬭚", ""), ("㛃喆昇\u0378", "\u0378")):
        page = context(hard_catalogue(skills=1), texts_of["zh_CN"], name=name, target="high")
        for what in ("map", "path"):
            sheets = sheets_of(painter, page, what, fit="poster", columns=2, rows=1)  # type: ignore[arg-type]
            assert painter.write(sheets, file).missing_letters == missing
            assert name.removesuffix("\u0378") in text_of(file)


def test_somebody_without_ratings_has_a_map_and_a_path(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    page = lin_wei(shipped, texts_of["en"], held=None)
    for what in ("map", "path"):
        file = tmp_path / "unrated.pdf"
        painter.write(sheets_of(painter, page, what), file)  # type: ignore[arg-type]
        assert "unrated" in text_of(file)
        assert smallest(sheets_of(painter, page, what)) >= 6.0  # type: ignore[arg-type]


def test_what_is_written_straight_looks_as_qt_paints_it(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number, (what, language, options) in enumerate(
        (
            ("map", "zh_CN", {}),
            ("map", "en", {"fit": "poster", "columns": 2, "rows": 2, "style": "bw"}),
            ("path", "en", {"style": "large"}),
        )
    ):
        page = lin_wei(shipped, texts_of[language])
        sheets = sheets_of(painter, page, what, **options)  # type: ignore[arg-type]
        ours, theirs = tmp_path / f"ours-{number}.pdf", tmp_path / f"theirs-{number}.pdf"
        painter.write(sheets, ours)
        with monkeypatch.context() as patch:
            patch.setattr("planner.gui.paper.sheet_painter.can_write", lambda *_: False)
            painter.write(sheets, theirs)
        assert b"Qt" in theirs.read_bytes()
        assert len(ours.read_bytes()) < len(theirs.read_bytes())
        assert text_of(ours, "-raw") == text_of(theirs, "-raw")
        # Finely enough that it hardly counts to which dots a thin upright line is rounded.
        for one, other in zip(pictures_of(ours, 144), pictures_of(theirs, 144), strict=True):
            assert ink(one) == pytest.approx(ink(other), abs=6)


def ink(picture: Picture) -> list[float]:
    """How dark a page is, from 0 to 255, in each of sixteen by sixteen parts."""
    return [
        255 - float(part.mean())
        for row in np.array_split(picture, 16)
        for part in np.array_split(row, 16, axis=1)
    ]


def test_what_needs_another_font_or_a_shaper_is_left_to_qt(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    for name, is_ours in (("Ann Li", True), ("Ann ก", False), ("Ann e\u0301", False)):
        file = tmp_path / "map.pdf"
        page = context(hard_catalogue(skills=1), texts_of["en"], name=name, target="high")
        painter.write(sheets_of(painter, page, "path"), file)
        assert (b"ReportLab" in file.read_bytes()) == is_ours


def test_a_thousand_roles_are_a_poster_or_the_part_that_can_be_read(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    catalogue = career_catalogue(1000, 12, 12)
    here, target = catalogue.roles[0].id, catalogue.roles[400].id
    page = context(catalogue, texts_of["en"], role=here, target=target, paper="a3")
    part = sheets_of(painter, page)
    assert smallest(part) >= 6.0
    assert squeezed("of 1,000 roles are drawn") in said(part)
    page = replace(page, paper="a0")
    sheets = sheets_of(painter, page, fit="true")
    assert cut_words(painter, sheets) == []
    assert smallest(sheets[:-1]) >= 6.0
    painter.write(sheets, tmp_path / "all.pdf")
    told = text_of(tmp_path / "all.pdf")
    for role in catalogue.roles:
        assert squeezed(role.name.en) in told
