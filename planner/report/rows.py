"""People, roles and gaps as rows of words, for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from planner.core.gaps import Gap, SkillGap
from planner.core.model import Catalogue
from planner.core.people import MONTHS_UNTIL_STALE, Person, Rater
from planner.core.text import Message, Texts, message, message_n
from planner.report.map.words import readiness_words

Rows = list[list[str]]


def aligned_numbers(values: Sequence[float], texts: Texts) -> tuple[str, ...]:
    """Word numbers with as many decimals as that has which has most, for a column of them."""
    written = [texts.number(value).partition(".") for value in values]
    most = max((len(decimals) for *_, decimals in written), default=0)
    point = "." if most else ""
    return tuple(f"{whole}{point}{decimals:0<{most}}" for whole, _, decimals in written)


def rater_name(rater: Rater) -> Message:
    """Return who rated, in words."""
    return {
        Rater.SELF: message("self"),
        Rater.MANAGER: message("manager"),
        Rater.AGREED: message("agreed"),
    }[rater]


def verdict(gap: Gap, catalogue: Catalogue, texts: Texts) -> list[str]:
    """Return whether the person is ready, and else each reason why not."""
    if gap.ready:
        return [texts.tr("Ready")]
    reasons = []
    if not catalogue.role(gap.role).requires:
        reasons.append(texts.tr("this role names no requirements, so readiness is unknown"))
    elif gap.readiness is None:
        reasons.append(texts.tr("nothing is required, so readiness is unknown"))
    if gap.open_essentials:
        reasons.append(
            texts.ntr(
                "{count} essential skill open",
                "{count} essential skills open",
                len(gap.open_essentials),
            )
        )
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    reasons += [
        texts.tr("no role held yet in {track}", track=names.get(track, track))
        for track in gap.missing_tracks
    ]
    if gap.years_to_serve > 0:
        reasons.append(
            texts.tr(
                "{years} years still to serve in the present role",
                years=texts.number(max(gap.years_to_serve, 0.1), 1),
            )
        )
    return reasons


def gap_heading(gap: Gap, person: Person, catalogue: Catalogue, texts: Texts) -> list[str]:
    """Return the lines above a gap's table: who, which role, readiness, and what is open."""
    role = texts.pick(catalogue.role(gap.role).name)
    readiness, day = gap.readiness, texts.date(gap.as_of)
    reasons = texts.tr("; ").join(verdict(gap, catalogue, texts))
    lines = [
        texts.tr("{name} → {role}", name=person.name, role=role),
        texts.tr("Readiness unknown, as of {day}", day=day)
        if readiness is None
        else texts.tr(
            "Readiness {readiness}, as of {day}",
            readiness=readiness_words(readiness, texts),
            day=day,
        ),
        reasons[:1].upper() + reasons[1:],
    ]
    if unrated := len(gap.unrated):
        lines.append(
            texts.word(message_n("{count} skill unrated", "{count} skills unrated", unrated))
        )
    return lines


def gap_rows(
    gap: Gap, catalogue: Catalogue, texts: Texts, months: int = MONTHS_UNTIL_STALE
) -> Rows:
    """Return a row a skill under a heading row, the largest weighted gap first.

    A rating older than so many months is said to be stale.
    """
    tr = texts.tr
    heading = [tr("Skill"), tr("Kind"), tr("Held"), tr("Required"), tr("Gap"), tr("Weight")]
    heading.append(tr("Rated"))
    weights = aligned_numbers([skill.weight for skill in gap.skills], texts)
    return [
        heading,
        *(
            _gap_row(
                skill,
                weight,
                catalogue,
                texts,
                is_stale=skill.rating is not None and skill.rating.is_stale(gap.as_of, months),
            )
            for skill, weight in zip(gap.skills, weights, strict=True)
        ),
    ]


def people_rows(
    people: Iterable[Person], catalogue_of: Callable[[str], Catalogue], texts: Texts
) -> Rows:
    """Return a row a person under a heading row."""
    tr = texts.tr
    rows: Rows = [[tr("Id"), tr("Name"), tr("Role"), tr("Since"), tr("Target"), tr("Catalogue")]]
    catalogues: dict[str, Catalogue] = {}
    for person in people:
        catalogue = catalogues.setdefault(person.catalogue, catalogue_of(person.catalogue))
        target = texts.pick(catalogue.role(person.target).name) if person.target else "–"
        rows.append(
            [
                person.id,
                person.name,
                texts.pick(catalogue.role(person.role).name),
                texts.date(person.since),
                target,
                person.catalogue,
            ]
        )
    return rows


def role_rows(catalogues: Sequence[Catalogue], texts: Texts) -> Rows:
    """Return a row a role under a heading row."""
    tr = texts.tr
    rows: Rows = [[tr("Id"), tr("Name"), tr("Track"), tr("Rank"), tr("Catalogue")]]
    for catalogue in catalogues:
        tracks = {track.id: texts.pick(track.name) for track in catalogue.tracks}
        rows += [
            [
                role.id,
                texts.pick(role.name),
                tracks[role.track],
                texts.number(role.rank, 0),
                catalogue.id,
            ]
            for role in catalogue.roles
        ]
    return rows


def _gap_row(
    skill: SkillGap, weight: str, catalogue: Catalogue, texts: Texts, *, is_stale: bool
) -> list[str]:
    rating = skill.rating
    rated = texts.tr("unrated")
    if rating is not None and rating.is_imagined:
        rated = texts.tr("what if")
    elif rating is not None:
        day = texts.date(rating.on)
        if is_stale:
            day = texts.tr("{day} · stale", day=day)
        rated = texts.tr("{rater}, {day}", rater=texts.word(rater_name(rating.by)), day=day)
    return [
        texts.pick(catalogue.skill(skill.skill).name),
        texts.tr("essential") if skill.essential else texts.tr("desirable"),
        "–" if skill.held is None else texts.number(skill.held),
        texts.number(skill.required),
        texts.number(skill.gap),
        weight,
        rated,
    ]
