"""Paper as it is: PDF, SVG and PNG files, opened again with other programs."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from planner.core.errors import PlannerError
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.gui.paper.sheet_painter import SheetPainter, write_whole
from planner.report.document import Document, What
from planner.report.gaps.words import readiness_rule
from planner.report.pages import PageContext
from planner.report.paper.flow import Sheet
from planner.report.paper.papers import PAPERS
from tests.dossier_sample import dossier_of, sample
from tests.paper_samples import LONG, STRANGE, TODAY, context, hard_catalogue
from tests.pdf_checks import (
    WHITE,
    has_only_vectors_and_embedded_fonts,
    is_blank_at_the_edges,
    pictures_of,
    squeezed,
    text_of,
    tool,
)
from tests.sheets import said

# In points: the running lines stand this far from the edge at least, and nearer on a sheet that is
# the map's alone.
WHITE_STRIP, NARROW_STRIP = 27, 18


def lin_wei(catalogue: Catalogue, texts: Texts, paper: str = "a4") -> PageContext:
    return context(
        catalogue, texts, role="account-manager", target="chief-customer-officer", paper=paper
    )


def sheets_of(painter: SheetPainter, page: PageContext, what: What, role: str) -> tuple[Sheet, ...]:
    return Document(what=what, context=page, subject=role).sheets(painter.press())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("what", ["map", "gap"])
def test_a_pdf_is_searchable_sharp_and_within_its_margins(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    what: What,
    language: str,
    paper: str,
) -> None:
    texts, file = texts_of[language], tmp_path / "page.pdf"
    page = lin_wei(shipped, texts, paper)
    sheets = sheets_of(painter, page, what, "regional-client-director")
    assert what == "gap" or len(sheets) == 1
    written = painter.write(sheets, file)
    assert (written.files, written.missing_letters) == ((file,), "")
    told = text_of(file)
    role = shipped.role("regional-client-director")
    named = (
        [entry.name for entry in shipped.roles]
        if what == "map"
        else [shipped.skill(needed.skill).name for needed in role.requires]
    )
    for words in (
        "Lin Wei",
        texts.date(TODAY),
        texts.pick(shipped.head.title),
        shipped.head.version,
        texts.pick(shipped.head.attribution),
        texts.pick(role.name),
        readiness_rule(texts),
        texts.tr("page {number} of {count}", number=1, count=len(sheets)),
        *map(texts.pick, named),
    ):
        assert squeezed(words) in told, words
    assert has_only_vectors_and_embedded_fonts(file)
    assert "Lin Wei" in tool("pdfinfo", file).decode().splitlines()[0]
    pictures = list(pictures_of(file))
    assert len(pictures) == len(sheets)
    size = PAPERS[paper]
    for picture in pictures:
        height, width = picture.shape
        assert {abs(width - size.width) < 2, abs(height - size.width) < 2} == {True, False}
        strip = NARROW_STRIP if what == "map" else WHITE_STRIP
        assert is_blank_at_the_edges(picture, strip)
        assert picture.min() < 100


def test_chinese_needs_no_chinese_font_of_the_system(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "map.pdf"
    painter.write(sheets_of(painter, lin_wei(shipped, texts_of["zh_CN"]), "map", ""), file)
    fonts = {line.split()[0] for line in tool("pdffonts", file).decode().splitlines()[2:]}
    assert {font.split("+")[-1].split("-")[0] for font in fonts} == {"PlannerSansSC"}


@pytest.mark.parametrize("what", ["map", "gap"])
def test_svg_and_png_open(
    painter: SheetPainter,
    shipped: Catalogue,
    texts_of: dict[str, Texts],
    tmp_path: Path,
    what: What,
) -> None:
    sheets = sheets_of(painter, lin_wei(shipped, texts_of["zh_CN"]), what, "line-manager")
    for ending in ("svg", "png"):
        written = painter.write(sheets, tmp_path / f"{what}.{ending}")
        names = [f"{what}-{n}.{ending}" for n in range(1, len(sheets) + 1)]
        assert [file.name for file in written.files] == (
            [f"{what}.{ending}"] if len(sheets) == 1 else names
        )
        for file, sheet in zip(written.files, sheets, strict=True):
            if ending == "svg":
                renderer = QSvgRenderer(str(file))
                assert renderer.isValid()
                assert abs(renderer.viewBoxF().width() - sheet.width) < 1
                assert "Noto Sans SC" in file.read_text(encoding="utf-8")
            else:
                picture = QImage(str(file))
                assert abs(picture.width() - sheet.width * 200 / 72) <= 1
                assert picture.text("Title") == sheet.title


def test_the_text_of_an_svg_is_text(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts]
) -> None:
    sheets = sheets_of(painter, lin_wei(shipped, texts_of["zh_CN"]), "map", "")
    drawing = painter.svg(sheets[:1]).decode()
    assert "区域客户总监" in drawing
    assert "<image" not in drawing


def test_strange_names_are_taken_as_they_are(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "gap.pdf"
    name = STRANGE + " {number}"
    page = context(hard_catalogue(skills=4, name=name), texts_of["en"], name=STRANGE, role="low")
    for what in ("map", "gap"):
        written = painter.write(sheets_of(painter, page, what, "high"), file)
        assert written.missing_letters == ""
        assert squeezed(STRANGE) in text_of(file)
        assert has_only_vectors_and_embedded_fonts(file)


def test_letters_that_no_font_has_are_told_apart(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    # A letter of the private use area, and one that Unicode has not given out.
    name = "Ann\ue0f3 \u0378\u200d\u0301"
    page = context(hard_catalogue(skills=1), texts_of["en"], name=name)
    written = painter.write(sheets_of(painter, page, "gap", "high"), tmp_path / "gap.pdf")
    assert written.missing_letters == "\u0378\ue0f3"


def test_a_long_name_does_not_leave_the_map(
    painter: SheetPainter, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    page = context(hard_catalogue(skills=1, name=LONG[:3000]), texts_of["en"], target="high")
    sheets = sheets_of(painter, page, "map", "")
    painter.write(sheets, tmp_path / "map.pdf")
    (drawing,) = sheets[0].drawings
    picture, *_ = pictures_of(tmp_path / "map.pdf")
    below = int(drawing.y + drawing.drawing.height * drawing.scale) + 2
    right = int(drawing.x + drawing.drawing.width * drawing.scale)
    assert picture[below : below + 3, int(drawing.x) : right].min() == WHITE


# files


def test_a_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_whole({tmp_path / "page.pdf": b"new"})
    assert (tmp_path / "page.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_old_file_is_replaced_and_a_link_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "page.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole({link: b"new"})
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [file.name for file in real.parent.iterdir()] == ["page.pdf"]


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(b"old")
    with pytest.raises(PlannerError) as refused:
        write_whole({tmp_path / "one.png": b"new", tmp_path / "no" / "two.png": b"new"})
    assert dict(refused.value.happened.arguments)["file"] == str(tmp_path / "no" / "two.png")
    assert (tmp_path / "one.png").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["one.png"]


def test_a_full_disk_leaves_the_old_file(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    file = tmp_path / "map.pdf"
    file.write_bytes(b"old")
    sheets = sheets_of(painter, lin_wei(shipped, texts_of["en"]), "map", "")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(PlannerError):
            painter.write(sheets, file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert file.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir() if left.is_file()] == ["map.pdf"]


def test_another_ending_writes_nothing(
    painter: SheetPainter, shipped: Catalogue, texts_of: dict[str, Texts], tmp_path: Path
) -> None:
    sheets = sheets_of(painter, lin_wei(shipped, texts_of["en"]), "map", "")
    with pytest.raises(PlannerError):
        painter.write(sheets, tmp_path / "map.docx")
    assert [left for left in tmp_path.iterdir() if left.is_file()] == []
    painter.write(sheets, tmp_path / "MAP.PDF")
    assert (tmp_path / "MAP.PDF").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_cover_of_a_dossier_draws_every_next_role_in_either_language(
    painter: SheetPainter, root: Path, texts_of: dict[str, Texts], language: str
) -> None:
    catalogue, career = sample(root, "sample-am")
    texts = texts_of[language]
    cover, *_ = dossier_of(catalogue, career, texts).sheets(painter.press())
    told = said([cover])
    following = [move.to_role for move in catalogue.moves if move.from_role == "account-manager"]

    assert len(following) > 5
    for role in following:
        assert squeezed(texts.pick(catalogue.role(role).name)) in told
