"""YAML by the 1.2 core schema: plain values without aliases, anchors or tags, and their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from planner.core.text import Message, message
from planner.files.errors import SyntaxFlaw, shown

if TYPE_CHECKING:
    import yaml

Path = tuple[str | int, ...]
DEEPEST = 40
_LONGEST_NUMBER = 40

_WORDS: dict[str, bool | None] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True)
_WORDS |= dict.fromkeys(("false", "False", "FALSE"), False)
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER = (".nan", ".NaN", ".NAN")
_NUMBER_STARTS = frozenset("0123456789+-.")


def resolve(plain: str) -> str | int | float | bool | None:
    """Return what a plain scalar means in the core schema of YAML 1.2."""
    if plain in _WORDS:
        return _WORDS[plain]
    if plain[0] not in _NUMBER_STARTS:
        return plain
    if _INTEGER.fullmatch(plain) and len(plain) <= _LONGEST_NUMBER:
        return int(plain, 0) if plain[:2] in ("0o", "0x") else int(plain)
    if _FLOAT.fullmatch(plain):
        return float(plain)
    if _INFINITE.fullmatch(plain):
        return float(plain.replace(".", ""))
    return float("nan") if plain in _NOT_A_NUMBER else plain


def parse_yaml(text: str, lines: dict[Path, int] | None = None) -> Any:
    """Return the one document in `text`, noting in `lines` where each value stands.

    Raises SyntaxFlaw for what is not YAML and for aliases, anchors, tags, repeated keys, a second
    document, and nesting deeper than `DEEPEST`.
    """
    import yaml

    builder = _Builder(lines)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.YAMLError as error:
        raise _not_yaml(text, error) from error
    return builder.document


def _events(text: str) -> Iterator[yaml.Event]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yield from yaml.parse(text, Loader=loader)


class _Builder:
    """Builds plain values out of parser events."""

    def __init__(self, lines: dict[Path, int] | None) -> None:
        import yaml

        self.document: Any = None
        self._lines = lines
        self._documents = 0
        # Each open collection: the value, and for a mapping the key that waits for its value.
        self._open: list[tuple[Any, list[Any]]] = []
        self._path: list[str | int] = []
        self._takers = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.MappingStartEvent: self._begin_mapping,
            yaml.SequenceStartEvent: self._begin_sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._refuse_alias,
            yaml.DocumentStartEvent: self._begin_document,
        }

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the document."""
        taker = self._takers.get(type(event))
        if taker is not None:
            taker(event)

    def _begin_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _flaw(
                event,
                message("a second document begins here"),
                message("Keep one document in a file: put the other one into a file of its own."),
            )

    def _refuse_alias(self, event: Any) -> None:
        raise _flaw(
            event,
            message("an alias (“*{name}”) is not allowed", name=shown(event.anchor)),
            message("Write the value out where it is used."),
        )

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            raise _flaw(
                event,
                message("an anchor (“&{name}”) is not allowed", name=shown(event.anchor)),
                message("Remove the anchor and write the value out where it is used."),
            )
        if event.tag is not None:
            raise _flaw(
                event,
                message("a tag (“{name}”) is not allowed", name=shown(event.tag)),
                message("Remove the tag; put quotes round a value that must be text."),
            )

    def _take_scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        value = event.value
        if event.implicit[0]:
            value = resolve(value)
        self._place(value, event)

    def _begin_mapping(self, event: Any) -> None:
        self._begin({}, event)

    def _begin_sequence(self, event: Any) -> None:
        self._begin([], event)

    def _begin(self, value: Any, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if len(self._open) >= DEEPEST:
            raise _flaw(event, *too_deep())
        self._place(value, event)
        self._open.append((value, []))

    def _end(self, _event: Any) -> None:
        self._open.pop()
        self._after_value()

    def _after_value(self) -> None:
        if self._path:
            self._path.pop()

    def _place(self, value: Any, event: Any) -> None:
        """Put a value where it belongs; a mapping takes its keys and values in turn."""
        if not self._open:
            self.document = value
            self._note(event)
            return
        collection, keys = self._open[-1]
        if isinstance(collection, list):
            self._path.append(len(collection))
            collection.append(value)
        elif keys:
            collection[keys.pop()] = value
        else:
            self._take_key(collection, keys, value, event)
            return
        self._note(event)
        if not isinstance(value, dict | list):
            self._after_value()

    def _take_key(self, mapping: Any, keys: list[Any], key: Any, event: Any) -> None:
        if isinstance(key, dict | list):
            raise _flaw(
                event,
                message("a key is a list or a mapping"),
                message(
                    "Use a word or a number as the key; quote a text that begins with [ or {{."
                ),
            )
        if key in mapping:
            raise _flaw(event, *repeated_key(key))
        keys.append(key)
        self._path.append(key)
        self._note(event)

    def _note(self, event: Any) -> None:
        if self._lines is not None:
            self._lines.setdefault(tuple(self._path), event.start_mark.line + 1)


def too_deep() -> tuple[Message, Message]:
    """Return what is said of a document that is nested too deeply."""
    return (
        message("lists and mappings are nested too deeply"),
        message("Write the document in the form that the page of fields explains."),
    )


def repeated_key(key: object) -> tuple[Message, Message]:
    """Return what is said of a key that stands twice in one mapping."""
    return (
        message("the key “{key}” stands twice in one place", key=shown(key)),
        message("Keep one of the two."),
    )


def _flaw(event: Any, said: Message, remedy: Message) -> SyntaxFlaw:
    return SyntaxFlaw(event.start_mark.line + 1, said, remedy)


def _not_yaml(text: str, error: yaml.YAMLError) -> SyntaxFlaw:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = getattr(error, "position", None)
    if mark is not None:
        line = mark.line + 1
    elif isinstance(position, int):
        line = text.count("\n", 0, position) + 1
        return SyntaxFlaw(
            line,
            message("a control character is not allowed"),
            message("Remove the character; the file may be damaged or of another kind."),
        )
    else:
        line = 1
    lines = text.splitlines()
    at_fault = lines[line - 1] if line <= len(lines) else ""
    if at_fault.lstrip(" ").startswith("\t"):
        return SyntaxFlaw(
            line,
            message("a tab is used for indentation"),
            message("Indent with spaces."),
        )
    problem = getattr(error, "problem", None) or str(error)
    return SyntaxFlaw(
        line,
        message("the file is not well-formed YAML ({problem})", problem=shown(problem)),
        message("Look at the indentation, the quotes and the colons on this line and above it."),
    )
