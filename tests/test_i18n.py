"""Every sentence of the program has its Chinese, and every translation still has its sentence."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"tr": None, "ntr": (1, 2), "message": None, "message_n": (1, 2)}
FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")
PO_FILES = sorted((ROOT / "resources" / "i18n" / "zh_CN").glob("*.po"))

Id = str | tuple[str, ...]


@cache
def extracted() -> dict[Id, str]:
    """The ids in the source, each with a place where it stands."""
    found = extract_from_dir(ROOT / "planner", method_map=[("**.py", "python")], keywords=KEYWORDS)
    return {id_: f"{file}:{line}" for file, line, id_, _, _ in found}


@cache
def entries() -> tuple[tuple[str, Message], ...]:
    """The entries of the Chinese catalogues, each with its file."""
    return tuple(
        (path.name, entry)
        for path in PO_FILES
        for entry in read_po(io.BytesIO(path.read_bytes()), locale="zh_CN", abort_invalid=True)
        if entry.id
    )


def forms(value: Id | None) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value or "",)


def fields(text: str) -> set[str]:
    return {found[1] for found in FIELD.finditer(text) if found[1]}


def test_every_sentence_is_translated() -> None:
    there = {entry.id for _, entry in entries() if all(forms(entry.string))}
    missing = [f"{place}: {id_}" for id_, place in extracted().items() if id_ not in there]
    assert not missing, "\n".join(missing)


def test_every_translation_is_used() -> None:
    dead = [f"{file}: {entry.id}" for file, entry in entries() if entry.id not in extracted()]
    assert not dead, "\n".join(dead)


def test_no_translation_is_a_guess() -> None:
    assert [f"{file}: {entry.id}" for file, entry in entries() if entry.fuzzy] == []


def test_no_sentence_is_translated_in_two_ways() -> None:
    said = {(entry.id, forms(entry.string)) for _, entry in entries()}
    ways = Counter(id_ for id_, _ in said)
    assert [id_ for id_, count in ways.items() if count > 1] == []


def test_the_names_to_fill_in_are_the_same() -> None:
    wrong = [
        f"{file}: {entry.id}"
        for file, entry in entries()
        for form in forms(entry.string)
        if form and fields(form) != fields(forms(entry.id)[-1])
    ]
    assert not wrong, "\n".join(wrong)


def test_no_brace_is_left_open() -> None:
    texts = [form for id_ in extracted() for form in forms(id_)]
    assert [text for text in texts if re.search(r"[{}]", FIELD.sub("", text))] == []


def test_no_sentence_is_put_together_by_the_program() -> None:
    """A sentence that is no literal is not extracted, and so would stay English."""
    call = re.compile(r"\b(?:tr|ntr|message|message_n)\(\s*f[\"']")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sorted((ROOT / "planner").rglob("*.py"))
        for match in call.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
