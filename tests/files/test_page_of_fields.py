"""The page that explains every field says, in both languages, what the forms say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.core.checks import problems
from planner.files.documents import read_files
from planner.files.fields import Field, Form
from planner.files.forms import document_validator
from tests.files.samples import TODAY

PAGE = (Path(__file__).resolve().parents[2] / "data" / "FORMAT.md").read_text(encoding="utf-8")
ENGLISH, CHINESE = PAGE.split("\n---\n")
DOCUMENT, _ = document_validator()
_KEY = re.compile(r"`(\w+)`( ●)?")


def forms(form: Form, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Yield the form of every record, with the keys that lead to it."""
    for known in form.fields:
        if known.form is not None:
            yield (*path, known.key), known.form
            yield from forms(known.form, (*path, known.key))


FORMS = dict(forms(DOCUMENT))


def explained(half: str, key: str) -> dict[str, bool]:
    """The keys of the record that stands under `key`, and whether they are said to be required.

    They stand in a table under its heading, or in a sentence that begins with it in brackets.
    """
    found = re.search(rf"(?:^### `{key}`|[(（]`{key}`[)）][:：])(.*)$", half, re.MULTILINE)
    assert found, key
    sentence = re.split(r"[.。]\s?[A\u4e00-\u9fff]", found[1])[0]
    if _KEY.search(sentence):
        rest = half[found.end() :].partition("\n\n")[0]
        said = re.split(r"[(（]`\w+`[)）][:：]", found[1] + rest)[0]
        # Of what is said of a key in brackets or behind a colon, nothing is a key.
        said = re.sub(r"[(（][^()（）]*[)）]", "", said)
        said = re.sub(r"[:：]\s*`template`.*", "", said, flags=re.DOTALL)
        return {name: bool(mark) for name, mark in _KEY.findall(said)}
    table = half[found.end() :].partition("|---|---|---|\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in row.split("|")[1:4]] for row in table.splitlines()]
    return {name: mark == "●" for names, mark, _ in rows for name, _ in _KEY.findall(names)}


# Two keys of one name are told apart by the part of the page in which they stand.
def part_of(half: str, path: tuple[str, ...]) -> str:
    people = re.search(r"^## (?:People|人员)$", half, re.MULTILINE)
    assert people
    return half[people.start() :] if path[0] == "people" else half[: people.start()]


@pytest.mark.parametrize("half", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("path", FORMS, ids="/".join)
def test_every_key_is_explained_and_the_required_ones_are_marked(
    half: str, path: tuple[str, ...]
) -> None:
    if path == ("people",):
        table = part_of(half, path).partition("|---|---|---|\n")[2].partition("\n\n")[0]
        said = {name: " ● " in row for row in table.splitlines() for name, _ in
                _KEY.findall(row.split("|")[1])}  # fmt: skip
    elif path in (("people", "positions"), ("roles", "time")):
        (row,) = re.findall(rf"^\| `{path[-1]}` .*$", part_of(half, path), re.MULTILINE)
        said = {name: bool(mark) for name, mark in _KEY.findall(row.split("|")[3])}
        if path[-1] == "time":
            # It stands as an example: {on: …, share: …}.
            said = dict.fromkeys(re.findall(r"(\w+):", row.partition("{")[2]), True)
    else:
        said = explained(part_of(half, path), path[-1])
    fields: tuple[Field, ...] = FORMS[path].fields
    assert said == {known.key: known.required for known in fields}


@pytest.mark.parametrize("half", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_part_of_a_document_has_its_heading(half: str) -> None:
    for known in DOCUMENT.fields:
        assert re.search(rf"^(?:### )?`{known.key}`", half, re.MULTILINE), known.key


@pytest.mark.parametrize("half", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("path", FORMS, ids="/".join)
def test_every_word_of_a_choice_is_there(half: str, path: tuple[str, ...]) -> None:
    for known in FORMS[path].fields:
        words = known.schema.get("members") or known.schema.get("expected") or ()
        for word in words:  # type: ignore[attr-defined]
            assert f"`{word}`" in half, (path, known.key, word)


def test_the_examples_are_read_and_have_no_problem(tmp_path: Path) -> None:
    examples = re.findall(r"```yaml\n(.*?)```", ENGLISH, re.DOTALL)
    assert len(examples) == 2
    for number, text in enumerate(examples):
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    read = read_files([tmp_path], today=TODAY)
    assert problems(read.catalogues[0]) == ()
    (career,) = read.people
    # The second one has something of everything.
    assert career.person.wishes
    assert career.ratings
    assert career.actions
    assert career.meetings[0].promised[0].title == career.actions[0].title
    assert career.kpi_results
