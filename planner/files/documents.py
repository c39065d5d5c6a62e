"""Reading catalogues and people from files and folders: everything, or every error."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from planner.core.career import Career
from planner.core.model import Catalogue, CatalogueHead, Scale
from planner.core.people import DEFAULT_HOURS_A_WEEK, Person
from planner.core.text import Message, message
from planner.files.errors import FileError, FileErrors, Flaw, SyntaxFlaw
from planner.files.fields import Form
from planner.files.forms import Document, PersonForm, document_validator
from planner.files.json_text import json_lines, parse_json
from planner.files.mending import Mended, Placed, read_document
from planner.files.rules.catalogues import Known, add_repeated, check_catalogue
from planner.files.rules.people import check_people, known_of
from planner.files.rules.questionnaires import check_questionnaires
from planner.files.yaml_text import parse_yaml

SUFFIXES = (".yaml", ".yml", ".json")
LARGEST_FILE = 64 * 1024 * 1024
_CATALOGUE_KEYS = (
    *("scale", "ranks", "tracks", "skills", "roles", "moves"),
    *("agendas", "questionnaires"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What files hold; the ratings of each person are numbered from 1 in their file's order."""

    catalogues: tuple[Catalogue, ...]
    people: tuple[Career, ...]


@dataclass(slots=True)
class _File:
    """One file with its text and, once it is read, its document."""

    path: Path
    text: str
    document: Mended

    @property
    def is_json(self) -> bool:
        return self.path.suffix.lower() == ".json"


@dataclass(slots=True)
class _Group:
    """The files that are joined: a folder's, or one file alone."""

    files: list[_File]

    @property
    def documents(self) -> list[Mended]:
        return [file.document for file in self.files]

    def values(self) -> Iterator[Document]:
        """Yield the documents as far as they could be read."""
        return (file.document.value for file in self.files)


def _none_known(_catalogue: str) -> Catalogue | None:
    return None


def _none_kept(_catalogue: str, _person: str) -> Collection[str]:
    return ()


def read_files(
    paths: Sequence[Path],
    *,
    known: Callable[[str], Catalogue | None] = _none_known,
    kept_meetings: Callable[[str, str], Collection[str]] = _none_kept,
    today: date,
) -> Read:
    """Return what the files, and the files in the folders, hold.

    People may refer to a catalogue that is read with them or that `known` returns, and to the
    one-on-ones whose ids `kept_meetings` returns for a catalogue and a person. No day may lie after
    `today`. Raises FileErrors with every error found; then nothing is returned.
    """
    errors: list[FileError] = []
    groups = [_read_group(path, errors) for path in paths]
    found: dict[str, Catalogue] = {}
    defined: dict[str, Known] = {}
    for group in groups:
        _join(group, found, defined)

    def defines(catalogue: str) -> Known | None:
        if catalogue not in defined:
            stored = known(catalogue)
            if stored is not None:
                defined[catalogue] = known_of(stored)
        return defined.get(catalogue)

    files = [file for group in groups for file in group.files]
    check_people([file.document for file in files], defines, kept_meetings, today)
    for file in files:
        errors += _file_errors(file)
    if errors:
        raise FileErrors(errors)
    return Read(
        catalogues=tuple(found.values()),
        people=tuple(_person(form) for file in files for form in file.document.value.people),
    )


def _read_group(path: Path, errors: list[FileError]) -> _Group:
    # One reader a group: it numbers the records on, from file to file.
    form, validator = document_validator()
    group = _Group([])
    for file in _files_in(path, errors):
        try:
            text = _text_of(file)
            raw = parse_json(text) if file.suffix.lower() == ".json" else parse_yaml(text)
        except SyntaxFlaw as flaw:
            errors.append(_whole(file, flaw.said, flaw.remedy, flaw.line or None))
            continue
        document = _document(raw, form, validator)
        group.files.append(_File(file, text, document))
    return group


def _document(raw: Any, form: Form, validator: Any) -> Mended:
    if raw is None or raw == {}:
        empty = Mended(Document(), {})
        said = message("the document is empty")
        remedy = message("Give it a catalogue or people, or leave the file out.")
        empty.flaws.append(
            Placed(Flaw(path=(), message=said, remedy=remedy), message("the document"))
        )
        return empty
    return read_document(raw, form, validator)


def _files_in(path: Path, errors: list[FileError]) -> list[Path]:
    """Return the file itself, or the documents directly in a folder, by name."""
    if not path.is_dir():
        return [path]
    try:
        files = sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() in SUFFIXES and not file.name.startswith(".") and file.is_file()
        )
    except OSError as error:
        errors.append(_whole(path, *_unreadable(error)))
        return []
    if not files:
        errors.append(
            _whole(
                path,
                message("the folder holds no catalogue and no people"),
                message("Name a folder with .yaml or .json documents, or a file."),
            )
        )
    return files


def _text_of(path: Path) -> str:
    try:
        # Not asked for its size: a pipe or a device has none.
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise SyntaxFlaw(
                0,
                message("the file is larger than {size} MB", size=LARGEST_FILE // 2**20),
                message("Split it into several documents in one folder."),
            )
        return data.decode("utf-8-sig")
    except OSError as error:
        raise SyntaxFlaw(0, *_unreadable(error)) from error
    except UnicodeDecodeError as error:
        raise SyntaxFlaw(
            error.object.count(b"\n", 0, error.start) + 1,
            message("the file is not a text in UTF-8"),
            message("Save it as UTF-8, or name another file."),
        ) from error


def _unreadable(error: OSError) -> tuple[Message, Message]:
    return (
        message("the file cannot be read ({reason})", reason=error.strerror or str(error)),
        message("Look at its name, its place and the right to read it."),
    )


def _whole(path: Path, said: Message, remedy: Message, line: int | None = None) -> FileError:
    return FileError(
        file=str(path), line=line, record=message("the document"), message=said, remedy=remedy
    )


def _join(group: _Group, found: dict[str, Catalogue], defined: dict[str, Known]) -> None:
    """Join a group's documents into its catalogue, if they hold one."""
    if not group.files:
        return
    _check_once(group, found)
    levels = next((value.scale for value in group.values() if value.scale), None)
    head = next((value.catalogue for value in group.values() if value.catalogue), None)
    known = check_catalogue(group.documents, levels)
    add_repeated(group.documents, "ranks", "rank")
    add_repeated(group.documents, "agendas", "id")
    check_questionnaires(group.documents, known)
    if head is None:
        return
    defined.setdefault(head.id, known)
    if levels is not None and not any(document.flaws for document in group.documents):
        found[head.id] = _catalogue(
            group,
            CatalogueHead(
                id=head.id,
                version=head.version,
                title=head.title,
                scale=Scale(levels=levels),
                tracks=tuple(track for value in group.values() for track in value.tracks),
                ranks=tuple(rank for value in group.values() for rank in value.ranks),
                agendas=tuple(agenda for value in group.values() for agenda in value.agendas),
                questionnaires=tuple(x for value in group.values() for x in value.questionnaires),
                source=head.source,
                licence=head.licence,
                attribution=head.attribution,
            ),
        )


def _catalogue(group: _Group, head: CatalogueHead) -> Catalogue:
    skills = tuple(skill for value in group.values() for skill in value.skills)
    roles = tuple(role for value in group.values() for role in value.roles)
    moves = tuple(move for value in group.values() for move in value.moves)
    if any(document.is_mended for document in group.documents):
        # The records were counted more than once.
        skills = tuple(replace(skill, order=order) for order, skill in enumerate(skills))
        roles = tuple(replace(role, order=order) for order, role in enumerate(roles))
        moves = tuple(replace(move, order=order) for order, move in enumerate(moves))
    return Catalogue(head=head, skills=skills, roles=roles, moves=moves)


def _check_once(group: _Group, found: dict[str, Catalogue]) -> None:
    for key in ("catalogue", "scale"):
        holders = [
            file
            for file in group.files
            if isinstance(file.document.raw, dict)
            and (key in file.document.raw or file.document.has_flaw_under(key))
        ]
        for file in holders[1:]:
            file.document.add(
                Flaw(
                    path=(key,),
                    message=message("the key “{key}” stands in more than one document", key=key),
                    remedy=message(
                        "Keep it in “{file}” alone; each catalogue has a folder of its own.",
                        file=holders[0].path.name,
                    ),
                )
            )
        needing = [
            file
            for file in group.files
            if any(other in file.document.raw for other in ("catalogue", *_CATALOGUE_KEYS))
        ]
        if needing and not holders:
            needing[0].document.add(
                Flaw(
                    path=(),
                    message=message("the key “{key}” is missing", key=key),
                    remedy=message(
                        "Add “{key}: …” to the document, or to one in its folder.", key=key
                    ),
                )
            )
    for file in group.files:
        if isinstance(file.document.value.scale, tuple) and not file.document.value.scale:
            file.document.add(
                Flaw(
                    path=("scale",),
                    message=message("the scale has no levels"),
                    remedy=message("Give it its levels, rising, the first being 0."),
                )
            )
        head = file.document.value.catalogue
        if head is not None and head.id in found:
            file.document.add(
                Flaw(
                    path=("catalogue", "id"),
                    message=message("“{id}” stands twice", id=head.id),
                    remedy=message("Give each its own, or remove one of them."),
                )
            )


def _file_errors(file: _File) -> list[FileError]:
    flaws = file.document.flaws
    if not flaws:
        return []
    lines: dict[tuple[str | int, ...], int] = {}
    try:
        if file.is_json:
            lines = json_lines(file.text)
        else:
            parse_yaml(file.text, lines)
    except SyntaxFlaw as flaw:
        return [_whole(file.path, flaw.said, flaw.remedy, flaw.line)]
    errors = [
        FileError(
            file=str(file.path),
            line=_line(lines, placed.flaw.path),
            record=placed.record,
            message=placed.flaw.message,
            remedy=placed.flaw.remedy,
        )
        for placed in flaws
    ]
    return sorted(errors, key=lambda error: error.line or 0)


def _line(lines: dict[tuple[str | int, ...], int], path: tuple[str | int, ...]) -> int | None:
    """Return the line of the innermost part of `path` that stands in the file."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _person(form: PersonForm) -> Career:
    person = Person(
        id=form.id,
        name=form.name,
        catalogue=form.catalogue,
        role=form.role,
        since=form.since,
        positions=form.positions,
        industry=form.industry,
        target=form.target,
        hours_a_week=(DEFAULT_HOURS_A_WEEK if form.hours_a_week is None else form.hours_a_week),
        wishes=form.wishes,
    )
    ratings = (replace(rating, entry=entry) for entry, rating in enumerate(form.ratings, start=1))
    return Career(
        person=person,
        ratings=tuple(ratings),
        actions=form.actions,
        meetings=form.meetings,
        kpi_results=form.kpi_results,
        track_choices=form.track_choices,
    )
