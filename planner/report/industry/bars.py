"""What is kept in another industry as bars with their numbers: skills, roles and tracks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.core.gaps import Interval
from planner.core.graph import PromotionGraph
from planner.core.model import Catalogue
from planner.core.people import Person
from planner.core.roles.transfer import KeptSkill, RoleTransfer, TrackPortability, Transfer
from planner.core.text import Texts
from planner.report.industry.words import part_words
from planner.report.map.words import readiness_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBar:
    """A row: its name with a note, and a bar of which a part is kept.

    All parts in 0..1 of the bar's length: `kept` for sure, `at_most` where it is not known better,
    `before` what there was. `words` are the numbers, `thing` the id of what the row tells of. A row
    without `thing` is a heading. `colour` is a role of colour.
    """

    thing: str
    name: str
    note: str = ""
    kept: float = 0.0
    at_most: float = 0.0
    before: float = 0.0
    words: str = ""
    spoken: str = ""
    colour: str = "accent"


def most_lost_first(found: Transfer) -> list[KeptSkill]:
    """Return the rated skills, the one that loses most levels first."""
    return sorted(found.skills, key=lambda skill: skill.kept - skill.held)


def near_and_others(
    found: Transfer, graph: PromotionGraph
) -> tuple[list[RoleTransfer], list[RoleTransfer]]:
    """Return the present and the next roles, and the others, each as `found` has them."""
    known = graph.catalogue.has_role(found.role)
    following = {role.id for role in graph.next_roles(found.role)} if known else set()
    near = [role for role in found.roles if role.role in {found.role, *following}]
    near.sort(key=lambda role: role.role != found.role)
    return near, [role for role in found.roles if role not in near]


def skill_bars(found: Transfer, catalogue: Catalogue, texts: Texts) -> tuple[PartBar, ...]:
    """Return a bar a rated skill, as long as the scale; the one that loses most levels first."""
    return tuple(_skill_bar(skill, catalogue, texts) for skill in most_lost_first(found))


def role_bars(
    found: Transfer, graph: PromotionGraph, person: Person, texts: Texts
) -> tuple[PartBar, ...]:
    """Return a bar a role: the present and the next ones, then the others, each best first."""
    catalogue = graph.catalogue
    near, others = near_and_others(found, graph)
    notes = {role.role: texts.tr("next role") for role in near}
    if person.target:
        notes[person.target] = texts.tr("target")
    notes[found.role] = texts.tr("present role")
    bars: list[PartBar] = []
    if near:
        bars.append(PartBar(thing="", name=texts.tr("Present and next roles")))
        bars += _role_bars(near, notes, catalogue, texts)
    if others:
        bars.append(
            PartBar(thing="", name=texts.tr("Other roles, those that carry over best first"))
        )
        bars += _role_bars(others, notes, catalogue, texts)
    return tuple(bars)


def track_bars(
    tracks: Sequence[TrackPortability], catalogue: Catalogue, texts: Texts
) -> tuple[PartBar, ...]:
    """Return a bar a track, the one that keeps most first."""
    places = [track.id for track in catalogue.tracks]
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    bars = []
    for track in tracks:
        words, name = part_words(track.kept, texts), names[track.track]
        bars.append(
            PartBar(
                thing=track.track,
                name=name,
                kept=track.kept,
                at_most=track.kept,
                before=track.kept,
                words=words,
                spoken=texts.tr("{track} keeps {part}", track=name, part=words),
                colour=f"track-{places.index(track.track)}",
            )
        )
    return tuple(bars)


def _skill_bar(skill: KeptSkill, catalogue: Catalogue, texts: Texts) -> PartBar:
    most = catalogue.scale.highest
    held, kept = texts.number(skill.held), texts.number(skill.kept)
    part = texts.number(skill.portability)
    name = texts.pick(catalogue.skill(skill.skill).name)
    return PartBar(
        thing=skill.skill,
        name=name,
        note=texts.tr("portability {part}", part=part),
        kept=skill.kept / most if most > 0 else 0.0,
        at_most=skill.kept / most if most > 0 else 0.0,
        before=skill.held / most if most > 0 else 0.0,
        words=texts.tr("{held} → {required}", held=held, required=kept),
        spoken=texts.tr(
            "{skill}: held {held}, kept {kept}, portability {part}",
            skill=name,
            held=held,
            kept=kept,
            part=part,
        ),
    )


def _role_bars(
    roles: Iterable[RoleTransfer], notes: dict[str, str], catalogue: Catalogue, texts: Texts
) -> Iterable[PartBar]:
    places = [track.id for track in catalogue.tracks]
    for one in roles:
        role = catalogue.role(one.role)
        name, note = texts.pick(role.name), notes.get(one.role, "")
        now, there = readiness_words(one.now, texts), readiness_words(one.there, texts)
        words = texts.tr("{before} → {after}", before=now, after=there)
        spoken = texts.tr("{role}: {now} now, {there} there", role=name, now=now, there=there)
        if one.there is None:
            words = spoken = there
            spoken = texts.tr("{role}: {state}", role=name, state=there)
        there_or_none = one.there or Interval(0.0, 0.0)
        yield PartBar(
            thing=one.role,
            name=name,
            note=note,
            kept=there_or_none.low,
            at_most=there_or_none.high,
            before=one.now.low if one.now else 0.0,
            words=words,
            spoken=texts.tr("{role}, {note}", role=spoken, note=note) if note else spoken,
            colour=f"track-{places.index(role.track)}",
        )
