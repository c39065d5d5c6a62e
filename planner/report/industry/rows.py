"""A move to another industry as plain data, and as rows of words for the terminal."""

from __future__ import annotations

from planner.core.gaps import Interval
from planner.core.model import Catalogue
from planner.core.roles.transfer import TrackPortability, Transfer
from planner.core.text import Texts
from planner.report.industry.words import part_words, points_words
from planner.report.map.words import readiness_words
from planner.report.plain import Plain
from planner.report.rows import Rows


def plain_transfer(
    found: Transfer, catalogue: Catalogue, tracks: tuple[TrackPortability, ...]
) -> Plain:
    """Return a transfer with its numbers unrounded; `readiness` is that of the present role."""
    present = found.to_role(found.role)
    return {
        "person": found.person,
        "catalogue": catalogue.id,
        "basis": found.basis.value,
        "as_of": found.as_of.isoformat(),
        "industry_now": found.industry_now or None,
        "industry": found.industry,
        "role": found.role,
        "readiness": {
            "now": _plain_interval(present.now if present else None),
            "there": _plain_interval(present.there if present else None),
        },
        "skills": [
            {
                "skill": skill.skill,
                "held": skill.held,
                "portability": skill.portability,
                "kept": skill.kept,
            }
            for skill in found.skills
        ],
        "roles": [
            {
                "role": role.role,
                "now": _plain_interval(role.now),
                "there": _plain_interval(role.there),
            }
            for role in found.roles
        ],
        "tracks": [{"track": track.track, "kept": track.kept} for track in tracks],
    }


def kept_rows(found: Transfer, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a rated skill under a heading row."""
    heading = [texts.tr("Skill"), texts.tr("Held"), texts.tr("Portability"), texts.tr("Kept")]
    return [
        heading,
        *(
            [
                texts.pick(catalogue.skill(skill.skill).name),
                texts.number(skill.held),
                texts.number(skill.portability),
                texts.number(skill.kept),
            ]
            for skill in found.skills
        ),
    ]


def role_transfer_rows(found: Transfer, catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a role under a heading row, those that carry over best first."""
    heading = [texts.tr("Role"), texts.tr("Readiness now"), texts.tr("There"), texts.tr("Lost")]
    return [
        heading,
        *(
            [
                texts.pick(catalogue.role(role.role).name),
                readiness_words(role.now, texts),
                readiness_words(role.there, texts),
                points_words(role, texts),
            ]
            for role in found.roles
        ),
    ]


def track_rows(tracks: tuple[TrackPortability, ...], catalogue: Catalogue, texts: Texts) -> Rows:
    """Return a row a track under a heading row, the one that keeps most first."""
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    return [
        [texts.tr("Track"), texts.tr("What its roles keep")],
        *([names[track.track], part_words(track.kept, texts)] for track in tracks),
    ]


def _plain_interval(readiness: Interval | None) -> Plain | None:
    return {"low": readiness.low, "high": readiness.high} if readiness else None
