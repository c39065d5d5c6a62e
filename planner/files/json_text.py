"""JSON with repeated keys, infinities and bottomless nesting refused, and the lines of values."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from planner.core.text import Message, message
from planner.files.errors import SyntaxFlaw, shown
from planner.files.yaml_text import DEEPEST, Path, repeated_key, too_deep

_SPACE = re.compile(r"[ \t\r\n]*")
# Perhaps one half of a character written as two: only the scanner knows for certain.
_HALF = re.compile(r"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]")
_CONSTANT = re.compile(r"-?Infinity|NaN")


class _RepeatedKey(Exception):
    pass


class _Constant(Exception):
    pass


def parse_json(text: str) -> Any:
    """Return the document in `text`; raise SyntaxFlaw for what is not JSON."""
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise SyntaxFlaw(
            error.lineno,
            message("the file is not well-formed JSON ({problem})", problem=error.msg),
            message("Look at the commas, quotes and brackets on this line and above it."),
        ) from error
    except (_RepeatedKey, _Constant, RecursionError, ValueError) as error:
        # The quick parser does not say where, so the text is read again with its positions.
        json_lines(text)
        raise SyntaxFlaw(1, *_too_long()) from error
    if _HALF.search(text):
        json_lines(text)
    return document


def _too_long() -> tuple[Message, Message]:
    return message("a number is too long"), message("Write numbers with at most 15 digits.")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise _RepeatedKey
    return mapping


def _refuse_constant(_name: str) -> NoReturn:
    raise _Constant


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def json_lines(text: str) -> dict[Path, int]:
    """Return the line of every value of a JSON text that the quick parser reads.

    Raises SyntaxFlaw where a key stands twice, a number is no number or nesting is too deep.
    """
    return _Scanner(text).scan()


class _Scanner:
    """Walks a JSON text with its positions; no recursion, so no nesting is too deep for it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decode = json.JSONDecoder(parse_constant=_refuse_constant).raw_decode
        self._lines: dict[Path, int] = {}
        self._path: list[str | int] = []
        self._keys: list[set[str] | None] = []
        self._at = 0
        self._line = 1

    def scan(self) -> dict[Path, int]:
        """Return the line of each path."""
        self._skip_space()
        while True:
            self._lines.setdefault(tuple(self._path), self._line)
            opened = self._text[self._at : self._at + 1]
            if opened in ("{", "["):
                if len(self._keys) >= DEEPEST:
                    raise SyntaxFlaw(self._line, *too_deep())
                self._step()
                if self._next() == ("}" if opened == "{" else "]"):
                    self._step()
                else:
                    self._keys.append(set() if opened == "{" else None)
                    self._begin_item(0)
                    continue
            else:
                self._take_scalar()
            if not self._go_on():
                return self._lines

    def _go_on(self) -> bool:
        """Move past the commas and brackets behind a value; False at the end of the text."""
        while self._keys:
            mark = self._next()
            self._step()
            last = self._path.pop()
            if mark == ",":
                self._begin_item(last + 1 if isinstance(last, int) else 0)
                return True
            self._keys.pop()
        return False

    def _begin_item(self, index: int) -> None:
        self._skip_space()
        keys = self._keys[-1]
        if keys is None:
            self._path.append(index)
            return
        key, end = self._decode(self._text, self._at)
        self._check(key)
        if key in keys:
            raise SyntaxFlaw(self._line, *repeated_key(key))
        keys.add(key)
        self._path.append(key)
        self._lines[tuple(self._path)] = self._line
        self._at = end
        self._skip_space()
        self._step()
        self._skip_space()

    def _take_scalar(self) -> None:
        try:
            value, self._at = self._decode(self._text, self._at)
        except _Constant as error:
            found = _CONSTANT.match(self._text, self._at)
            raise SyntaxFlaw(
                self._line,
                message("“{value}” is not a number", value=shown(found[0] if found else "NaN")),
                message("Write a number, or leave the key out."),
            ) from error
        except ValueError as error:
            raise SyntaxFlaw(self._line, *_too_long()) from error
        self._check(value)

    def _check(self, value: object) -> None:
        if isinstance(value, str) and not _is_whole(value):
            raise SyntaxFlaw(
                self._line,
                message("“{value}” holds half a character", value=shown(value)),
                message("Write the character itself, or both halves."),
            )

    def _next(self) -> str:
        self._skip_space()
        return self._text[self._at : self._at + 1]

    def _step(self) -> None:
        self._at += 1

    def _skip_space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        if found and found.end() > self._at:
            self._line += self._text.count("\n", self._at, found.end())
            self._at = found.end()
