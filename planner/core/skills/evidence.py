"""What a rating or an action rests on: told as a text, a link, or the path of a file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote_to_bytes, urlsplit

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_FILE_ADDRESS = "file:"
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_DRIVE_IN_ADDRESS = re.compile(r"/[A-Za-z]:(?:/|$)")
_HOME = re.compile(r"~[\\/].")
_FROM_ROOT = re.compile(r"/[^/\s]")
_OTHER_COMPUTER = re.compile(r"(?:\\\\|//)[^\\/\s?.][^\\/\s]*[\\/].")
# They turn the order of letters round, and so could show another ending than a file has.
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class EvidenceKind(StrEnum):
    """What was written: words, the address of a page, or the path of a file."""

    TEXT = "text"
    LINK = "link"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was written as evidence, and what it is.

    `target` is the address of a link, or the path of a file in which `~` still stands for the home
    folder; empty for a text. `is_remote` says that the path leads to another computer: merely to
    look for it would tell that computer who looks.
    """

    kind: EvidenceKind
    words: str
    target: str = ""
    is_remote: bool = False


def evidence_of(words: str) -> Evidence | None:
    """Return what was written as evidence; None where nothing was.

    A link begins with http:// or https:// and has a host and no password. A file's path begins at
    the root, at `~/`, with a drive letter or with the name of a computer, or is a file:// address.
    Everything else, whatever stands in it, is a text.
    """
    said = words.strip()
    if not said:
        return None
    text = Evidence(kind=EvidenceKind.TEXT, words=said)
    if not _is_plain(said):
        return text
    if _LINK.fullmatch(said):
        return Evidence(kind=EvidenceKind.LINK, words=said, target=said) if _leads(said) else text
    path = _path_of(said)
    if not path or not _is_plain(path):
        return text
    is_remote = _OTHER_COMPUTER.match(path) is not None
    return Evidence(kind=EvidenceKind.FILE, words=said, target=path, is_remote=is_remote)


def _is_plain(said: str) -> bool:
    return not any(letter in _TURNING or unicodedata.category(letter) == "Cc" for letter in said)


def _leads(address: str) -> bool:
    """Whether an address names a host and hides no other name before it."""
    try:
        parts = urlsplit(address)
        # Asked for: a port that is no number is an error only then.
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.hostname) and parts.username is None and parts.password is None


def _path_of(said: str) -> str:
    """Return the path of a file, empty where the words are none."""
    if said[: len(_FILE_ADDRESS)].lower() == _FILE_ADDRESS:
        return _path_of_address(said[len(_FILE_ADDRESS) :])
    for begins in (_DRIVE, _HOME, _FROM_ROOT, _OTHER_COMPUTER):
        if begins.match(said):
            return said
    return ""


def _path_of_address(rest: str) -> str:
    """Return the path of a file:// address, empty where it is none."""
    host = ""
    if rest.startswith("//"):
        host, slash, rest = rest[2:].partition("/")
        rest = slash + rest
    try:
        path = unquote_to_bytes(rest).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if not path.startswith("/"):
        return ""
    if host and host.lower() != "localhost":
        path = f"//{host}{path}"
        return path if _OTHER_COMPUTER.match(path) else ""
    if path.startswith("//"):
        return path if _OTHER_COMPUTER.match(path) else ""
    return path[1:] if _DRIVE_IN_ADDRESS.match(path) else path
