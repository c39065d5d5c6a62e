"""Files that are damaged, of another kind, or made to do harm."""

from __future__ import annotations

import copy
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from planner.core.edits import touched_by
from planner.core.errors import PlannerError
from planner.core.keeping.imports import import_edit
from planner.core.text import LANGUAGES
from planner.files import documents
from planner.files.documents import read_files
from planner.files.errors import FileErrors
from planner.files.texts import load_texts
from planner.files.writing import write_catalogue, write_people
from planner.files.yaml_text import parse_yaml
from tests.files.samples import (
    AGENDAS,
    CAREER,
    CATALOGUE,
    PEOPLE,
    QUESTIONNAIRES,
    TODAY,
    TWO_TRACKS,
    errors_of,
    read_text,
    told,
)

SOUND_TEXT = TWO_TRACKS + PEOPLE + CAREER + AGENDAS + QUESTIONNAIRES
SOUND = parse_yaml(SOUND_TEXT)
SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "i18n"


def places(value: Any) -> list[tuple[Any, ...]]:
    """The paths of everything in a document."""
    found: list[tuple[Any, ...]] = [()]
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            found += [(step, *rest) for rest in places(inner)]
    return found


WHOLE = [
    ("", "1 the document: the document is empty"),
    ("# nothing\n", "None the document: the document is empty"),
    ("{}", "1 the document: the document is empty"),
    ("---\n", "2 the document: the document is empty"),
    ("- a\n- b\n", "1 the document: the document is not a mapping"),
    ("just words", "1 the document: the document is not a mapping"),
    ("42", "1 the document: the document is not a mapping"),
    ("people: {}\n", "1 the key “people”: “people” is not a list"),
    ("people: [1]\n", "1 person “#1”: “1” stands where a record should"),
    ("a: 1\na: 2\n", "2 the document: the key “a” stands twice in one place"),
    ("a: {b: 1, 'b': 2}\n", "1 the document: the key “b” stands twice in one place"),
    ("a: {1: x, 1.0: y}\n", "1 the document: the key “1.0” stands twice in one place"),
    ("a: &x 1\nb: *x\n", "1 the document: an anchor (“&x”) is not allowed"),
    ("a: *x\n", "1 the document: an alias (“*x”) is not allowed"),
    ("a: !!str 1\n", "1 the document: a tag (“tag:yaml.org,2002:str”) is not allowed"),
    ("a: !!python/object:os.system {}\n",
     "1 the document: a tag (“tag:yaml.org,2002:python/object:os.system”) is not allowed"),
    ("a: 1\n---\nb: 2\n", "2 the document: a second document begins here"),
    ("? [a]\n: b\n", "1 the document: a key is a list or a mapping"),
    ("a:\n\t- b\n", "2 the document: a tab is used for indentation"),
    ("[" * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ("{a: " * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ("a: 1\nb: \x00\n", "2 the document: a control character is not allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE, ids=[text[:30] for text, _ in WHOLE])
def test_a_text_that_is_no_document_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    (found,) = told(errors_of(tmp_path, text))
    assert found == expected or found == expected.replace("1 ", "None ", 1)


WHOLE_JSON = [
    ("", "1 the document: the file is not well-formed JSON (Expecting value)"),
    ("{", "1 the document: the file is not well-formed JSON"
          " (Expecting property name enclosed in double quotes)"),
    ('{"a": 1,\n "a": 2}', "2 the document: the key “a” stands twice in one place"),
    ('{"a": {"b": [],\n"b": {}}}', "2 the document: the key “b” stands twice in one place"),
    ('{"a":\nNaN}', "2 the document: “NaN” is not a number"),
    ('{"a": [1,\n-Infinity]}', "2 the document: “-Infinity” is not a number"),
    ('{"a": 1' + "0" * 5000 + "}", "1 the document: a number is too long"),
    ("[" * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ('{"a":' * 100_000, "1 the document: lists and mappings are nested too deeply"),
    ("[" * 100 + "]" * 100, "1 the document: lists and mappings are nested too deeply"),
    ("[]", "1 the document: the document is not a mapping"),
    ("null", "1 the document: the document is empty"),
    ('{"people": [{"id": "a\\ud800"}]}',
     "1 the document: “a\\ud800” holds half a character"),
    ('{"\\ud800": 1}', "1 the document: “\\ud800” holds half a character"),
    ('{"catalogue": {"licence": "a\\u0000"}}',
     "1 the catalogue: “licence”: “a\\x00” holds a control character"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), WHOLE_JSON, ids=[text[:30] for text, _ in WHOLE_JSON]
)
def test_a_text_that_is_no_json_document_is_refused(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert expected in told(errors_of(tmp_path, text, "file.json"))


def test_characters_written_as_two_halves_are_text(tmp_path: Path) -> None:
    (catalogue,) = read_text(tmp_path, CATALOGUE.replace("Junior", "🚀 \\ud800")).catalogues
    text = json.dumps(yaml.safe_load(write_catalogue(catalogue)))
    assert "\\ud83d\\ude80 \\\\ud800" in text
    assert read_text(tmp_path, text, "file.json").catalogues == (catalogue,)
    assert errors_of(tmp_path, 'people: ["\\ud800"]')


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    (catalogue,) = read_text(tmp_path, CATALOGUE).catalogues
    text = json.dumps(yaml.safe_load(write_catalogue(catalogue)))
    assert read_text(tmp_path, text, "file.json").catalogues == (catalogue,)
    for length in range(0, len(text), 17):
        assert errors_of(tmp_path, text[:length], "file.json"), length


def test_a_cut_text_is_read_or_refused_but_never_a_fault(tmp_path: Path) -> None:
    text = SOUND_TEXT
    refused = [length for length in range(0, len(text), 7) if errors_of(tmp_path, text[:length])]
    assert len(refused) > len(text) / 7 / 2


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    (found,) = told(errors_of(tmp_path, "\n".join(lines)))
    assert found == "1 the document: an anchor (“&a0”) is not allowed"


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)), b"\xff\xfe" + "people: []".encode("utf-16-le"), "人员".encode("gb18030")],
    ids=["binary", "utf-16", "gb18030"],
)
def test_what_is_not_utf_8_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(content)
    with pytest.raises(FileErrors) as raised:
        read_files([path], today=TODAY)
    assert told(raised.value.errors)[0].endswith("the file is not a text in UTF-8")


def test_texts_have_their_limits(tmp_path: Path) -> None:
    long = "x" * 10_000
    assert told(errors_of(tmp_path, CATALOGUE.replace("name: Junior", f"name: {long}"))) == [
        "21 role “junior”: “name”: the text is 10,000 characters long; 300 are allowed"
    ]
    (found,) = told(errors_of(tmp_path, CATALOGUE.replace("id: mini", f"id: {long}")))
    assert len(found) < 200
    purpose = CATALOGUE.replace("en: Lead", f"en: {long}")
    assert read_text(tmp_path, purpose).catalogues[0].roles[1].purpose.en == long


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileErrors) as raised:
        read_files([tmp_path / "none.yaml"], today=TODAY)
    assert told(raised.value.errors) == [
        "None the document: the file cannot be read (No such file or directory)"
    ]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 65 * 1024 * 1024)
    with pytest.raises(FileErrors) as raised:
        read_files([path], today=TODAY)
    assert told(raised.value.errors) == ["None the document: the file is larger than 64 MB"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of POSIX systems")
def test_no_more_is_read_of_a_device_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST_FILE", 1024)
    with pytest.raises(FileErrors) as raised:
        read_files([Path("/dev/zero")], today=TODAY)
    assert len(raised.value.errors) == 1


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(
        (
            "junior",
            "negotiation",
            "client",
            "mini",
            "n/a",
            "self",
            "2024-01-01",
            "2026-Q1",
            "2026",
            "done",
            "manager",
            "action-1",
            "meeting-1",
        )
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("id", "name", "level", "skill", "en", "1", "on", "x", "\ud800")),
            inner,
            max_size=3,
        )
    ),
    max_leaves=5,
)


@given(st.lists(st.tuples(st.sampled_from(places(SOUND)), anything), min_size=1, max_size=4))
def test_whatever_stands_in_a_document_is_read_or_told(
    changes: list[tuple[tuple[Any, ...], Any]],
) -> None:
    document = copy.deepcopy(SOUND)
    for path, value in changes:
        at: Any = document
        for step in path[:-1]:
            inside = isinstance(at, dict) and step in at
            inside = inside or (isinstance(at, list) and isinstance(step, int) and step < len(at))
            at = at[step] if inside else None
        if not path:
            document = value
        elif isinstance(at, dict) or (isinstance(at, list) and path[-1] in range(len(at))):
            at[path[-1]] = value
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.json"
        file.write_text(json.dumps(document), encoding="utf-8")
        try:
            read = read_files([file], today=TODAY)
        except FileErrors as errors:
            for language in LANGUAGES:
                texts = load_texts(language, SHIPPED, None)
                for error in errors.errors:
                    said = [texts.word(error.sentence), texts.word(error.remedy)]
                    # It can be printed, and nothing in it stayed unfilled.
                    "".join(said).encode()
                    assert "{said}" not in said[0]
                    assert error.line is not None
        else:
            again = Path(folder) / "again"
            again.mkdir()
            for catalogue in read.catalogues:
                (again / "catalogue.yaml").write_text(write_catalogue(catalogue), "utf-8")
            if read.people:
                (again / "people.yaml").write_text(write_people(read.people), "utf-8")
            if read.catalogues:
                assert read_files([again], today=TODAY) == read
            with suppress(PlannerError):
                edit = import_edit(
                    read.catalogues,
                    read.people,
                    stored_catalogues={},
                    stored_people=(),
                    next_entry=1,
                )
                # No record is named twice: the store would call that a fault of ours.
                assert len(touched_by(edit.changes).keys) == len(edit.changes)
