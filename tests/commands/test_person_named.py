"""A person named in the terminal by the id, or by the whole name where nobody else has it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.pdf_checks import squeezed, text_of
from tests.terminal import Terminal

PERSON = "  - {{id: {id}, name: {name}, catalogue: am-lm, role: {role}, since: 2024-02-01}}"


def bring(run: Terminal, folder: Path, *people: tuple[str, str, str]) -> None:
    """Import people of so many ids, names and roles."""
    file = folder / "more.yaml"
    lines = [PERSON.format(id=id_, name=name, role=role) for id_, name, role in people]
    file.write_text("\n".join(["people:", *lines, ""]), encoding="utf-8")
    assert run("import", file).code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("gap", "{}", "line-manager"),
        ("history", "{}"),
        ("history", "{}", "negotiation"),
        ("plan", "{}"),
        ("routes", "{}", "chief-customer-officer"),
        ("what-if", "{}", "--set", "negotiation=4"),
        ("next-steps", "{}"),
        ("transfer", "{}", "--industry", "Rail"),
    ],
)
def test_whoever_is_told_of_is_named_by_name_too(run: Terminal, command: tuple[str, ...]) -> None:
    by_id, by_name = (
        run(*(part.format(said) for part in command), "--json").json
        for said in ("sample-am", "Lin Wei")
    )
    assert by_name == by_id
    assert "sample-am" in str(by_name)


@pytest.mark.parametrize(
    ("said", "id_"),
    [
        ("sample-am", "sample-am"),
        ("lin wei", "sample-am"),
        ("LIN WEI", "sample-am"),
        (" Lin   Wei ", "sample-am"),
        ("Ｌｉｎ\N{IDEOGRAPHIC SPACE}Ｗｅｉ", "sample-am"),
        ("oscar inkwell", "oscar-inkwell"),
        ("周小舟", "zhou-xiaozhou"),
        ("米朵", "mi-duo"),
    ],
)
def test_neither_case_nor_width_nor_space_of_a_name_counts(
    run: Terminal, said: str, id_: str
) -> None:
    assert run("gap", said, "line-manager", "--json").json["person"] == id_


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_may_be_a_letter_of_its_own(run: Terminal, tmp_path: Path, form: str) -> None:
    bring(run, tmp_path, ("r", "Renée Noël", "engineer"))
    said = unicodedata.normalize(form, "RENÉE NOËL")
    assert run("gap", said, "line-manager", "--json").json["person"] == "r"


def test_part_of_a_name_names_nobody(run: Terminal) -> None:
    assert "There is no person “Lin”." in run.refused("--language", "en", "plan", "Lin")


def test_a_rating_an_export_and_an_erasure_by_name(run: Terminal, tmp_path: Path) -> None:
    rated = run("--language", "en", "rate", "lin wei", "negotiation", "3", "--by", "self")
    assert rated.out.startswith("Saved for Lin Wei: Business negotiation, 3")
    for said, file in (("sample-am", "id.yaml"), ("Lin Wei", "name.yaml")):
        assert run("export", said, "米朵", "Lin Wei", "--to", tmp_path / file).code == 0
    by_id, by_name = ((tmp_path / file).read_bytes() for file in ("id.yaml", "name.yaml"))
    assert by_name == by_id
    # Named twice, in there once.
    assert by_id.count(b"id: sample-am\n") == 1
    assert run("erase", "Lin Wei").code == 0
    assert "sample-am" not in {person["id"] for person in run("people", "--json").json}


def test_a_print_by_name(run: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "gap.pdf"
    asked = ("--language", "en", "print", "oscar inkwell", "--what", "gap", "--to", file)
    assert run(*asked).code == 0
    assert squeezed("Oscar Inkwell") in text_of(file)


def test_of_two_of_one_name_the_ids_are_told(run: Terminal, tmp_path: Path) -> None:
    bring(run, tmp_path, ("lin-2", "LIN WEI", "engineer"))
    said = run.refused("--language", "en", "gap", "Lin Wei")
    assert said == (
        "“Lin Wei” is the name of several people.\nName one of them by the id: sample-am, lin-2.\n"
    )
    said = run.refused("--language", "zh_CN", "erase", "Lin Wei")
    assert said == "有多人名为“Lin Wei”。\n请用标识指明其中一人：sample-am, lin-2。\n"
    assert run("gap", "lin-2", "line-manager", "--json").json["person"] == "lin-2"


def test_an_id_wins_over_a_name(run: Terminal, tmp_path: Path) -> None:
    bring(run, tmp_path, ("one", "two", "engineer"), ("two", "Somebody", "engineer"))
    assert run("gap", "two", "line-manager", "--json").json["person"] == "two"
    assert run("gap", "TWO", "line-manager", "--json").json["person"] == "one"


def test_of_one_person_in_two_catalogues_the_catalogue_must_be_named(
    run: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(
        """\
catalogue: {id: other, version: '1', title: Other}
scale: [{level: 0, name: None}]
tracks: [{id: t, name: T}]
skills: []
roles:
  - {id: host, name: Host, track: t, rank: 1, end: true}
moves: []
people:
  - {id: sample-am, name: Lin Wei, catalogue: other, role: host, since: 2024-02-01}
""",
        encoding="utf-8",
    )
    assert run("import", file).code == 0
    said = run.refused("--language", "en", "gap", "Lin Wei")
    assert "“Lin Wei” is a person in several catalogues: am-lm, other." in said
    assert run("gap", "Lin Wei", "host", "--catalogue", "other", "--json").json["role"] == "host"


@pytest.mark.parametrize("said", ["Lin Wie", "lin Wei."])
def test_a_slip_in_a_name_is_told_with_the_name_near_it(run: Terminal, said: str) -> None:
    told = run.refused("--language", "en", "gap", said)
    assert told.startswith(f"There is no person “{said}”.\nDid you mean Lin Wei")


def test_the_help_says_how_a_person_is_named(
    run: Terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("gap", "print", "export"):
        with pytest.raises(SystemExit):
            run("--language", "en", command, "--help")
        told = " ".join(capsys.readouterr().out.split())
        assert "PERSON an id, or the whole name where only one person has it" in told
