"""A map for the wall from the terminal: it needs nobody, and tells of nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from planner.core.model import Catalogue
from planner.core.text import Language
from tests.commands.test_team import other
from tests.pdf_checks import has_only_vectors_and_embedded_fonts, pages_of, squeezed
from tests.terminal import Terminal


def wall_map(run: Terminal, to: Path, *options: str, language: Language = "en") -> list[str]:
    """Print a blank map of nobody, and return what its pages say."""
    asked = ("--language", language, "print", "--what", "map", "--blank", *options)
    assert run(*asked, "--to", to).code == 0
    assert has_only_vectors_and_embedded_fonts(to)
    return pages_of(to)


@pytest.mark.parametrize("size", [(), ("--poster", "2x2"), ("--fit", "true", "--style", "bw")])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_map_for_the_wall_needs_nobody(
    run: Terminal, tmp_path: Path, shipped: Catalogue, language: Language, size: tuple[str, ...]
) -> None:
    told = wall_map(run, tmp_path / "wall.pdf", *size, language=language)
    whole = "".join(told)
    head = shipped.head
    title = squeezed(head.title.in_language(language))
    assert title in told[0]
    assert head.version in whole
    sources = {"en": "All other moves are editorial", "zh_CN": "其余去向均为编者补充"}
    assert squeezed(sources[language]) in whole
    assert str(date.today().year) in told[0]
    # A word each, as a name may stand in two lines with others between them.
    for role in shipped.roles:
        for word in role.name.in_language(language).split():
            assert squeezed(word) in whole, word
    for person in run("people", "--json").json:
        assert squeezed(person["name"]) not in whole
    for words in ("readiness", "就绪度", "You", "target:"):
        assert words not in whole


def test_it_is_the_same_as_one_that_leaves_somebody_out(run: Terminal, tmp_path: Path) -> None:
    asked = ("--language", "en", "print", "sample-am", "--what", "map", "--blank")
    for part in ((), ("--track", "line"), ("--poster", "3x2", "--overlap", "0")):
        told = wall_map(run, tmp_path / "wall.pdf", *part)
        assert run(*asked, *part, "--to", tmp_path / "somebody's.pdf").code == 0
        assert told == pages_of(tmp_path / "somebody's.pdf")


def test_one_track_of_nobody_in_both_languages(run: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "wall.pdf"
    told = wall_map(run, to, "--track", "line", "--both-languages")
    assert len(told) == 2
    assert squeezed("Line manager") in told[0]
    assert "Accountmanager" not in told[0].split("§")[0]
    owner, parts = PdfReader(to).outline
    assert str(owner.title) == "Account and line management"
    assert [str(part.title) for part in parts] == ["English", "中文"]


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_it_is_a_picture_too(run: Terminal, tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"wall.{ending}"
    assert run("print", "--what", "map", "--blank", "--track", "line", "--to", to).code == 0
    assert to.stat().st_size > 1000


def test_of_several_catalogues_one_is_named(fresh: Terminal, tmp_path: Path) -> None:
    to = tmp_path / "wall.pdf"
    asked = ("--language", "en", "print", "--what", "map", "--blank")
    # A store without anybody has one catalogue, the shipped one.
    assert fresh(*asked, "--to", to).code == 0
    to.unlink()
    fresh("import", other(tmp_path))
    said = fresh.refused(*asked, "--to", to)
    assert "several catalogues: am-lm, other" in said
    assert "Say which one with --catalogue" in said
    assert not to.exists()
    assert "Clerk" in "".join(wall_map(fresh, to, "--catalogue", "other"))
    assert "Clerk" not in "".join(wall_map(fresh, to, "--catalogue", "am-lm"))
    assert "There is no catalogue “othre”" in fresh.refused(
        *asked, "--catalogue", "othre", "--to", to
    )


@pytest.mark.parametrize(
    ("asked", "happened", "remedy"),
    [
        ("--what map", "Missing on the command line: PERSON", "--what map --blank a map without"),
        ("--what gap --blank", "Missing on the command line: PERSON", "“people” lists them"),
        ("--blank", "Missing on the command line: PERSON", "“people” lists them"),
        ("--what path --blank", "A path is somebody's", "Name the PERSON whose path it is"),
        ("--what map --blank --near 1", "--near begins at the present role", "--track"),
        ("--what map --blank --role line-manager", "--role begins at the present role", "--track"),
        ("--what map --blank --track clint", "There is no track “clint”", "client"),
    ],
)
def test_what_begins_with_somebody_is_refused_with_a_remedy(
    run: Terminal, tmp_path: Path, asked: str, happened: str, remedy: str
) -> None:
    to = tmp_path / "wall.pdf"
    said = run.refused("--language", "en", "print", *asked.split(), "--to", to)
    assert happened in said
    assert remedy in said
    assert not to.exists()
