"""Dossiers from the terminal: the files themselves, opened again with other programs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from planner import __version__
from planner.core.gaps import Basis
from planner.core.graph import PromotionGraph
from planner.core.layout import Cancelled
from planner.files.texts import load_texts
from planner.gui.paper.sheet_painter import gui_application
from planner.gui.paper.team_dossiers import DossierOrder, told_apart, write_dossiers
from planner.opening import open_planner_store
from planner.report.dossier.dossier import SECTIONS, Dossier
from tests.pdf_checks import has_only_vectors_and_embedded_fonts, pages_of, squeezed
from tests.terminal import Terminal

ENGLISH = (
    "Present standing",
    "Gap to the next role: Regional client director",
    "Gap to the target: Chief customer officer",
    "History",
    "Development plan",
    "Routes compared",
    "Last agreements",
    "KPIs",
)
CHINESE = (
    "现状",
    "与下一职位的差距：区域客户总监",
    "与目标的差距：首席客户官",
    "历史",
    "发展计划",
    "路线比较",
    "最近的约定",
    "KPI",
)
DOSSIER = ("--language", "en", "print", "sample-am", "--what", "dossier", "--to")


def bookmarks(
    reader: PdfReader, found: Any = None, depth: int = 0
) -> Iterator[tuple[int, str, int]]:
    """Yield the bookmarks: how deep, their words, and the number of their page."""
    for one in reader.outline if found is None else found:
        if isinstance(one, list):
            yield from bookmarks(reader, one, depth + 1)
        else:
            yield depth, one.title, reader.get_destination_page_number(one) + 1


def links(reader: PdfReader, page: int) -> list[int]:
    """Return the numbers of the pages to which the links of a page lead."""
    ids = {one.indirect_reference.idnum: n for n, one in enumerate(reader.pages, 1)}
    found = [one.get_object() for one in reader.pages[page - 1].get("/Annots", [])]
    assert all(one["/Subtype"] == "/Link" for one in found)
    return [ids[one["/Dest"][0].idnum] for one in found]


def test_bookmarks_and_links_lead_to_the_headings(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "dossier.pdf"
    assert run(*DOSSIER, file).code == 0
    reader = PdfReader(file)
    root, *marks = bookmarks(reader)
    assert root == (0, "Lin Wei", 1)
    assert [(depth, title) for depth, title, _ in marks] == [(1, words) for words in ENGLISH]
    pages = pages_of(file)
    for _, title, number in marks:
        assert squeezed(title) in pages[number - 1]
    assert links(reader, 1) == [number for _, _, number in marks]
    # In the order in which one reads, each heading stands after the one before.
    whole, at = "".join(pages[1:]), 0
    for words in ENGLISH:
        at = whole.index(squeezed(words), at) + 1


def test_title_author_and_language_name_nobody_else(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "dossier.pdf"
    assert run(*DOSSIER, file).code == 0
    reader = PdfReader(file)
    assert reader.metadata is not None
    assert reader.metadata.title == "Career dossier · Lin Wei"
    # Nobody wrote it: the product is named, as people read it.
    assert reader.metadata.author == "Career Planner"
    assert reader.metadata.creator == f"Career Planner {__version__}"
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/PageMode"] == "/UseOutlines"


@pytest.mark.parametrize("languages", [[], ["--both-languages"]])
def test_letters_are_letters_on_pages_of_the_paper(
    run: Terminal, tmp_path: Path, languages: list[str]
) -> None:
    file = tmp_path / "dossier.pdf"
    assert run(*DOSSIER, file, "--paper", "letter", *languages).code == 0
    assert has_only_vectors_and_embedded_fonts(file)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_both_languages_whatever_the_one_spoken(
    run: Terminal, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "dossier.pdf"
    arguments = ("print", "sample-am", "--what", "dossier", "--both-languages", "--to", file)
    assert run("--language", language, *arguments).code == 0
    reader = PdfReader(file)
    first, second = (ENGLISH, CHINESE) if language == "en" else (CHINESE, ENGLISH)
    names = ["English", "中文"] if language == "en" else ["中文", "English"]
    marks = list(bookmarks(reader))
    assert [title for depth, title, _ in marks if depth == 1] == names
    assert [title for depth, title, _ in marks if depth == 2] == [*first, *second]
    titles = ["Career dossier · Lin Wei", "职业档案 · Lin Wei"]
    authors = ["Career Planner", "职业规划"]
    if language != "en":
        titles, authors = titles[::-1], authors[::-1]
    assert reader.metadata is not None
    assert reader.metadata.title == " / ".join(titles)
    assert reader.metadata.author == " / ".join(authors)
    assert reader.root_object["/PageLayout"] == "/TwoColumnLeft"
    assert reader.root_object["/Lang"] == ("en" if language == "en" else "zh-CN")
    pages = pages_of(file)
    for depth, title, number in marks:
        if depth == 2:
            assert squeezed(title) in pages[number - 1]
    # The contents of each language lead to its own pages: odd ones first, even ones second.
    assert [number % 2 for number in links(reader, 1)] == [1] * len(SECTIONS)
    assert [number % 2 for number in links(reader, 2)] == [0] * len(SECTIONS)


def test_private_notes_are_printed_only_with_a_word_on_every_page(
    run: Terminal, tmp_path: Path
) -> None:
    without, with_notes = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert run(*DOSSIER, without).code == 0
    assert run(*DOSSIER, with_notes, "--with-private").code == 0
    mark, heading = squeezed("Confidential: with private notes"), squeezed("Private notes of the")
    assert not any(mark in page or heading in page for page in pages_of(without))
    pages = pages_of(with_notes)
    assert all(mark in page for page in pages)
    assert any(heading in page for page in pages)


def test_sections_are_named_in_any_order(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "dossier.pdf"
    assert run(*DOSSIER, file, "--sections", "plan, standing").code == 0
    titles = [title for _, title, _ in bookmarks(PdfReader(file))]
    assert titles == ["Lin Wei", "Present standing", "Development plan"]
    assert not any(squeezed("Last agreements") in page for page in pages_of(file))


def test_a_team_in_one_file(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "team.pdf"
    team = ("--language", "en", "print", "--team", "--what", "dossier", "--sections", "standing")
    assert run(*team, "--to", file).code == 0
    people = run("people", "--json").json
    marks = list(bookmarks(PdfReader(file)))
    names = [title for depth, title, _ in marks if depth == 0]
    assert sorted(names) == sorted(person["name"] for person in people)
    # A cover and a page each.
    assert [number for depth, _, number in marks if depth == 0] == [
        2 * place + 1 for place in range(len(people))
    ]


def test_a_team_in_one_file_of_two_languages_is_titled_in_both(
    run: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "team.pdf"
    team = ("--language", "en", "print", "--team", "--sections", "standing", "--both-languages")
    assert run(*team, "--to", file).code == 0
    others = len(run("people", "--json").json) - 1
    metadata = PdfReader(file).metadata
    assert metadata is not None
    assert metadata.title is not None
    english, chinese = metadata.title.split(" / ")
    assert english.startswith("Career dossier · ")
    assert english.endswith(f", and {others} more people")
    assert chinese.startswith("职业档案 · ")
    assert chinese.endswith(f"，以及另外 {others} 人")


def test_a_team_in_a_file_each(run: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "dossiers"
    team = ("--language", "en", "print", "--team", "--what", "dossier", "--sections", "standing")
    answer = run(*team, "--to", folder)
    assert (answer.code, answer.err) == (0, "")
    names = {f"{person['name']} – career dossier.pdf" for person in run("people", "--json").json}
    assert {file.name for file in folder.iterdir()} == names
    assert len(answer.out.splitlines()) == len(names)


def test_a_team_stopped_midway_leaves_nothing(filled: Path, tmp_path: Path, root: Path) -> None:

    resources = root / "resources"
    gui_application(resources)
    copy = Path(shutil.copy(filled, tmp_path / "planner.db"))
    today = date.today()
    with closing(open_planner_store(copy, tmp_path / "backups", today)) as store:
        people = store.people()
        order = DossierOrder(
            graph=PromotionGraph(store.catalogue(people[0].catalogue)),
            basis=Basis.AGREED,
            as_of=today,
            today=today,
            chosen=Dossier(
                languages=(load_texts("en", resources / "i18n", None),),
                sections=frozenset({"standing"}),
            ),
        )
        for to in (tmp_path / "team.pdf", tmp_path / "folder"):
            told: list[float] = []

            def stop(done: float, told: list[float] = told) -> None:
                told.append(done)
                if done > 0.5:
                    raise Cancelled

            with pytest.raises(Cancelled):
                write_dossiers(order, store, people, to, resources, stop)
            assert told == sorted(told)
            assert not to.exists()


def test_equal_names_are_told_apart_as_every_system_reads_them() -> None:
    assert told_apart(["Ann", "Bob", "ann", "Am\u00e9lie", "Ame\u0301lie", "ANN"]) == [
        "Ann",
        "Bob",
        "ann (2)",
        "Am\u00e9lie",
        "Ame\u0301lie (2)",
        "ANN (3)",
    ]
