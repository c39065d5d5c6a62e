"""What of `print` goes together, what is refused, and what is printed of a team."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.pdf_checks import pages_of, sizes_of, squeezed
from tests.terminal import Terminal

WHATS = ("map", "path", "gap", "plan", "meeting", "compare", "route", "dossier")


@pytest.mark.parametrize(
    ("asked", "happened", "remedy"),
    [
        ("--what dossier", "Missing on the command line: PERSON", "--team prints everybody's"),
        ("sample-am", "Missing on the command line: --what", "map, path, gap"),
        ("sample-am --team", "PERSON and --team exclude each other", "Leave out one of them"),
        ("sample-am --what gap --poster 2x3", "--poster does not go with a gap", "map, path"),
        ("sample-am --what plan --fit width", "--fit does not go with a plan", "map, path"),
        ("sample-am --what route --blank", "--blank does not go with a route", "map, path"),
        ("sample-am --what path --track line", "--track does not go with a path", "with map"),
        ("sample-am --what gap --overlap 0", "--overlap does not go with a gap", "map, path"),
        ("sample-am --what map --overlap 5", "not go with a chart on one sheet", "--poster"),
        ("sample-am --what path --fit page --overlap 0", "with a chart on one sheet", "--fit true"),
        ("sample-am --what map --poster 2x2 --overlap 50.1", "“50.1” is no overlap", "0 to 50"),
        ("sample-am --what map --poster 2x2 --overlap -1", "“-1” is no overlap", "0 to 50"),
        ("sample-am --what map --fit true --overlap nan", "“nan” is no overlap", "0 to 50"),
        ("sample-am --what map --fit width --overlap 1cm", "“1cm” is no overlap", "0 to 50"),
        ("sample-am --what path --near 2", "--near does not go with a path", "with map"),
        ("sample-am --what meeting --role line-manager", "--role does not go with", "compare"),
        ("sample-am --what gap --sections plan", "--sections does not go with", "dossier"),
        ("sample-am --what gap --with-private", "--with-private does not go with", "dossier"),
        ("sample-am --what map --track line --near 2", "--track exclude each other", "usage"),
        ("sample-am --what map --fit page --poster 2x2", "--fit exclude each other", "usage"),
        ("sample-am --what map --role line-manager --near 1", "--role and --near", "Leave out"),
        ("--team --what map --blank", "--blank and --team exclude each other", "Leave out one"),
        ("--team --poster 2x2", "--poster does not go with a dossier", "map, path"),
        ("sample-am --what dossier --sections plan,wage", "has no section “wage”", "standing"),
        ("sample-am --what gap --paper a5 --orientation portrait", "A5 is too narrow", "landscape"),
        (
            "sample-am --what gap --style large --orientation portrait",
            "A4 is too narrow for the tables of a report in large print",
            "Hold the sheets in landscape, or choose A3 or larger",
        ),
        (
            "sample-am --what route --style large --paper letter --orientation portrait",
            "LETTER is too narrow",
            "choose TABLOID or larger",
        ),
        ("sample-am --what dossier --style large --paper a5", "A5 is too narrow", "Choose A4"),
        ("--team --what gap --role nobody", "There is no role “nobody”", "Nothing|roles"),
    ],
)
def test_what_does_not_go_together_is_refused_with_a_remedy(
    run: Terminal, tmp_path: Path, asked: str, happened: str, remedy: str
) -> None:
    to = tmp_path / "print.pdf"
    told = run.refused("--language", "en", "print", *asked.split(), "--to", to)
    assert happened in told
    assert any(part in told for part in remedy.split("|"))
    assert not to.exists()


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_team_is_not_one_picture(run: Terminal, tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"team.{ending}"
    told = run.refused("--language", "en", "print", "--team", "--what", "gap", "--to", to)
    assert "Name one PDF, or a folder" in told
    assert not to.exists()


@pytest.mark.parametrize("paper", ["a5", "a4", "letter", "legal", "a3"])
@pytest.mark.parametrize("style", ["colour", "large"])
def test_a_report_is_held_so_that_its_tables_fit(
    run: Terminal, tmp_path: Path, paper: str, style: str
) -> None:
    to = tmp_path / "gap.pdf"
    asked = ("print", "sample-am", "--what", "gap", "--paper", paper, "--style", style)
    if (paper, style) == ("a5", "large"):
        run.refused(*asked, "--to", to)
        return
    assert run(*asked, "--to", to).code == 0
    lies = paper == "a5" or (style == "large" and paper != "a3")
    assert {width > height for width, height in sizes_of(to)} == {lies}


def test_a_route_and_a_path_lead_to_the_role_named_else_to_the_target(
    run: Terminal, tmp_path: Path
) -> None:
    to = tmp_path / "way.pdf"
    for what, role, words in (
        ("route", (), "Ways to Chief customer officer"),
        ("route", ("--role", "line-manager"), "Ways to Line manager"),
        ("path", (), "Chief customer officer"),
        ("path", ("--role", "line-manager"), "Line manager"),
        ("map", ("--role", "line-manager"), "Account manager → Line manager"),
    ):
        asked = ("--language", "en", "print", "sample-am", "--what", what, *role, "--to", to)
        assert run(*asked).code == 0
        told = pages_of(to)[0]
        assert squeezed(words) in told
        if what == "path":
            assert ("Chiefcustomer" in told.split("target:")[1][20:]) == (not role)


def test_several_pages_are_a_picture_each(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "path.png"
    asked = ("print", "sample-am", "--what", "path", "--style", "bw", "--both-languages")
    assert run(*asked, "--to", to).code == 0
    assert sorted(file.name for file in tmp_path.glob("path*.png")) == [
        f"path-{number}.png" for number in range(1, 3)
    ]


# a team


@pytest.mark.parametrize("what", WHATS)
def test_everything_is_printed_of_a_team_in_one_file(
    run: Terminal, tmp_path: Path, what: str
) -> None:
    to = tmp_path / "team.pdf"
    part = {"dossier": ("--sections", "standing"), "map": ("--near", "1")}.get(what, ())
    answer = run("--language", "en", "print", "--team", "--what", what, *part, "--to", to)
    people = [person["name"] for person in run("people", "--json").json]
    named = [mark.title for mark in PdfReader(to).outline if not isinstance(mark, list)]
    # Whoever had no one-on-one yet is left out, and named.
    left_out = [name for name in people if name not in named]
    assert named == [name for name in people if name in named]
    assert len(answer.err.splitlines()) == len(left_out)
    assert all(f"Left out: {name} has no one-on-one" in answer.err for name in left_out)
    assert bool(left_out) <= (what == "meeting")
    assert named
    reader = PdfReader(to)
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    pages = pages_of(to)
    for mark in marks:
        assert squeezed(str(mark.title)) in pages[reader.get_destination_page_number(mark)]


def test_a_team_is_a_dossier_each_where_nothing_else_is_said(run: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    asked = ("--language", "en", "print", "--team", "--sections", "kpis", "--style", "bw")
    assert run(*asked, "--to", folder).code == 0
    people = [person["name"] for person in run("people", "--json").json]
    assert {file.name for file in folder.iterdir()} == {
        f"{name} – career dossier.pdf" for name in people
    }


def test_whoever_is_in_the_role_is_left_out_of_what_leads_there(
    run: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    asked = ("--language", "en", "print", "--team", "--what", "compare", "--role", "line-manager")
    answer = run(*asked, "--to", folder)
    assert answer.code == 0
    assert answer.err.count("Left out") == 1
    assert "“Line manager” is the present role of 米朵" in answer.err
    assert len(list(folder.iterdir())) == len(run("people", "--json").json) - 1


def test_a_team_of_whom_nothing_can_be_printed_is_refused(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "team.pdf"
    asked = ("--language", "en", "print", "--team", "--what", "meeting", "--as-of", "2019-01-01")
    assert "There is nobody of whom this can be printed" in run.refused(*asked, "--to", to)
    assert not to.exists()


def test_one_file_of_a_team_is_not_named_by_its_first_person_alone(
    run: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "team.pdf"
    run("--language", "en", "print", "--team", "--what", "map", "--to", str(file))
    metadata = PdfReader(file).metadata
    assert metadata is not None
    assert str(metadata.title).endswith("and 7 more people")
