"""What must hold between the records of one catalogue, over all the documents that it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from planner.core.model import Level, Role, Scale, Skill
from planner.core.text import Message, message
from planner.files.errors import Flaw, shown
from planner.files.forms import UNFIT, UNFIT_LEVEL
from planner.files.mending import Mended, Path

_MOST_SUGGESTIONS = 50


@dataclass(slots=True)
class Known:
    """The ids that references may name; None where they are not known for certain."""

    tracks: set[str] | None
    skills: set[str] | None
    roles: set[str] | None
    scale: Scale | None
    moves: set[tuple[str, str, str]] = field(default_factory=set)
    _nearest: dict[str, str] = field(default_factory=dict)

    def nearest(self, name: str, among: set[str]) -> str:
        """Return the id most like `name`; for the first few names only, for it takes long."""
        if name not in self._nearest and len(self._nearest) < _MOST_SUGGESTIONS:
            near = get_close_matches(shown(name), sorted(among), 1)
            self._nearest[name] = near[0] if near else ""
        return self._nearest.get(name, "")


def check_catalogue(documents: Sequence[Mended], levels: tuple[Level, ...] | None) -> Known:
    """Add what is wrong with a catalogue to its documents, and return what it defines."""
    known = Known(
        tracks=_ids(documents, "tracks"),
        skills=_ids(documents, "skills"),
        roles=_ids(documents, "roles"),
        scale=None,
    )
    if levels and not any(document.has_flaw_under("scale") for document in documents):
        known.scale = Scale(levels=tuple(sorted(levels, key=lambda level: level.number)))
    for document in documents:
        for flaw in (
            *_scale_flaws(document.value.scale or ()),
            *_skill_flaws(document.value.skills, known.scale),
            *_role_flaws(document.value.roles, known),
            *_move_flaws(document, known),
        ):
            document.add(flaw)
    return known


def add_repeated(documents: Sequence[Mended], section: str, key: str) -> None:
    """Add a flaw for each record whose name an earlier one of the section bears."""
    seen: set[object] = set()
    for document in documents:
        for index, item in enumerate(getattr(document.value, section)):
            name = getattr(item, key)
            if name in seen and name != UNFIT:
                document.add(
                    Flaw(
                        path=(section, index, key),
                        message=message("“{id}” stands twice", id=shown(name)),
                        remedy=message("Give each its own, or remove one of them."),
                    )
                )
            seen.add(name)


def dangling(path: Path, said: Message, near: str) -> Flaw:
    """Return the flaw of a reference to something that is not there; `near` may be meant."""
    if near:
        remedy = message("Write “{near}” if that is meant.", near=near)
    else:
        remedy = message("Add it to the catalogue, or correct the id here.")
    return Flaw(path=path, message=said, remedy=remedy)


def off_scale(path: Path, level: float, scale: Scale) -> Flaw:
    """Return the flaw of a level that is not on the scale."""
    return Flaw(
        path=path,
        message=message("level {level} lies outside the scale", level=level),
        remedy=message(
            "Write a level from {lowest} to {highest}.", lowest=scale.lowest, highest=scale.highest
        ),
    )


def unknown_skill(path: Path, skill: str, known: Known) -> Iterator[Flaw]:
    """Yield a flaw if the catalogue has no such skill."""
    if known.skills is not None and skill not in known.skills and skill != UNFIT:
        said = message("there is no skill “{skill}”", skill=shown(skill))
        yield dangling(path, said, known.nearest(skill, known.skills))


def unknown_role(path: Path, role: str, known: Known) -> Iterator[Flaw]:
    """Yield a flaw if the catalogue has no such role."""
    if known.roles is not None and role not in known.roles and role != UNFIT:
        said = message("there is no role “{role}”", role=shown(role))
        yield dangling(path, said, known.nearest(role, known.roles))


def _ids(documents: Sequence[Mended], section: str) -> set[str] | None:
    add_repeated(documents, section, "id")
    if any(document.has_flaw_at(section) for document in documents):
        return None
    unfit = (document.unfit_ids.get(section, set()) for document in documents)
    return {item.id for document in documents for item in getattr(document.value, section)}.union(
        *unfit
    )


def _scale_flaws(levels: Sequence[Level]) -> Iterator[Flaw]:
    hours = 0.0
    for index, level in enumerate(levels):
        if index and level.number <= levels[index - 1].number:
            yield Flaw(
                path=("scale", index, "level"),
                message=message("the scale does not rise here"),
                remedy=message("Put the levels in rising order, each once."),
            )
        if level.hours is not None:
            if level.hours < hours:
                yield _falling_hours(("scale", index, "hours"))
            hours = level.hours


def _falling_hours(path: Path) -> Flaw:
    return Flaw(
        path=path,
        message=message("the hours fall as the level rises"),
        remedy=message("Write the hours from nothing up to each level, so that they rise."),
    )


def _skill_flaws(skills: Sequence[Skill], scale: Scale | None) -> Iterator[Flaw]:
    for index, skill in enumerate(skills):
        path: Path = ("skills", index)
        for (_, earlier), (level, hours) in zip(skill.hours, skill.hours[1:], strict=False):
            if hours < earlier:
                yield _falling_hours((*path, "hours", _key(level)))
        if scale is None:
            continue
        for key, levels in (("levels", skill.levels), ("hours", skill.hours)):
            for level, _ in levels:
                if not scale.has(level):
                    yield off_scale((*path, key, _key(level)), level, scale)
        for place, practice in enumerate(skill.practice):
            if practice.to is not None and not scale.has(practice.to):
                yield off_scale((*path, "practice", place, "to"), practice.to, scale)
        yield from _uncovered_hours((*path, "hours"), skill, scale)


def _uncovered_hours(path: Path, skill: Skill, scale: Scale) -> Iterator[Flaw]:
    covered = {level for level, _ in skill.hours}
    for level in scale.levels:
        if covered and level.number > 0 and level.number not in covered:
            yield Flaw(
                path=path,
                message=message("the hours leave out level {level}", level=level.number),
                remedy=message("Give hours for every level above 0, or none to use the scale’s."),
            )


def _key(level: float) -> int | str:
    return int(level) if level == int(level) else str(level)


def _role_flaws(roles: Sequence[Role], known: Known) -> Iterator[Flaw]:
    for index, role in enumerate(roles):
        yield from _requirement_flaws(index, role, known)
        if known.tracks is not None:
            for path, track in (
                (("roles", index, "track"), role.track),
                *((("roles", index, "after", place), x) for place, x in enumerate(role.after)),
            ):
                if track not in known.tracks and track != UNFIT:
                    said = message("there is no track “{track}”", track=shown(track))
                    yield dangling(path, said, known.nearest(track, known.tracks))
        seen: set[str] = set()
        for place, kpi in enumerate(role.kpis):
            if kpi.id in seen and kpi.id != UNFIT:
                yield Flaw(
                    path=("roles", index, "kpis", place, "id"),
                    message=message("“{id}” stands twice", id=shown(kpi.id)),
                    remedy=message("Give each its own, or remove one of them."),
                )
            seen.add(kpi.id)


def _requirement_flaws(index: int, role: Role, known: Known) -> Iterator[Flaw]:
    low, high = (known.scale.lowest, known.scale.highest) if known.scale else (None, None)
    seen: set[str] = set()
    for place, requirement in enumerate(role.requires):
        skill, level = requirement.skill, requirement.level
        if known.skills is not None and skill not in known.skills:
            yield from unknown_skill(("roles", index, "requires", place, "skill"), skill, known)
        if skill in seen and skill != UNFIT:
            yield Flaw(
                path=("roles", index, "requires", place, "skill"),
                message=message("the role requires “{skill}” twice", skill=shown(skill)),
                remedy=message("Keep one of the two requirements."),
            )
        seen.add(skill)
        if low is not None and not low <= level <= high and level != UNFIT_LEVEL:  # type: ignore[operator]
            assert known.scale is not None
            yield off_scale(("roles", index, "requires", place, "level"), level, known.scale)


def _move_flaws(document: Mended, known: Known) -> Iterator[Flaw]:
    roles, seen = known.roles, known.moves
    of_unknown_kind = document.with_unfit("moves", "kind")
    for index, move in enumerate(document.value.moves):
        name = (move.from_role, move.to_role, move.kind)
        if index not in of_unknown_kind:
            if name in seen and UNFIT not in name:
                yield Flaw(
                    path=("moves", index),
                    message=message("the same move of the same kind stands twice"),
                    remedy=message("Keep one of the two."),
                )
            seen.add(name)
        for key, role in (("from", move.from_role), ("to", move.to_role)):
            if roles is not None and role not in roles:
                yield from unknown_role(("moves", index, key), role, known)
