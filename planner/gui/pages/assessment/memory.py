"""The assessments that were begun and not finished, remembered as ids alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from planner.core.people import Person, Rater
from planner.core.skills.assessment import Assessment
from planner.gui.settings import Settings

_KEY = "assessments"
_MOST = 40

Record = dict[str, object]


class AssessmentMemory:
    """Keeps one round for each person, rater and role; the settings hold no level and no name."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def unfinished(self, store: Path, person: Person) -> tuple[Assessment, ...]:
        """Return what was begun for a person, the newest first."""
        found = []
        for record in self._records():
            assessment = _assessment(record)
            if assessment is not None and _is_of(record, store, person):
                found.append(assessment)
        return tuple(found)

    def keep(self, store: Path, person: Person, assessment: Assessment) -> None:
        """Remember a round as it is now, as the newest one."""
        others = self._others(store, person, assessment)
        mine = {
            "store": _digest(store),
            "catalogue": person.catalogue,
            "person": person.id,
            "by": assessment.by.value,
            "role": assessment.role,
            "only_due": assessment.only_due,
            "skills": list(assessment.skills),
            "begun": assessment.begun,
            "skipped": list(assessment.skipped),
        }
        self._settings.set_json(_KEY, {"begun": [mine, *others][:_MOST]})

    def forget(self, store: Path, person: Person, assessment: Assessment) -> None:
        """Remember a round no longer."""
        others = self._others(store, person, assessment)
        self._settings.set_json(_KEY, {"begun": others})

    def _others(self, store: Path, person: Person, assessment: Assessment) -> list[Record]:
        return [
            record
            for record in self._records()
            if not _is_of(record, store, person)
            or (record.get("by"), record.get("role")) != (assessment.by.value, assessment.role)
        ]

    def _records(self) -> list[Record]:
        begun = self._settings.record(_KEY).get("begun")
        records = begun if isinstance(begun, list) else []
        return [record for record in records if isinstance(record, dict)]


def without_unknown(assessment: Assessment, known: frozenset[str]) -> Assessment:
    """Return a round without the skills that the catalogue no longer has."""
    return replace(
        assessment,
        skills=tuple(skill for skill in assessment.skills if skill in known),
        skipped=tuple(skill for skill in assessment.skipped if skill in known),
    )


def _is_of(record: Record, store: Path, person: Person) -> bool:
    mine = (_digest(store), person.catalogue, person.id)
    return (record.get("store"), record.get("catalogue"), record.get("person")) == mine


def _assessment(record: Record) -> Assessment | None:
    """Return what was remembered, None where it is damaged."""
    by, role, begun = record.get("by"), record.get("role"), record.get("begun")
    skills, skipped = _ids(record.get("skills")), _ids(record.get("skipped"))
    if not isinstance(by, str) or not isinstance(role, str) or type(begun) is not int:
        return None
    if by not in {rater.value for rater in Rater}:
        return None
    if not skills or skipped is None or not set(skipped) <= set(skills):
        return None
    return Assessment(
        by=Rater(by),
        role=role,
        only_due=record.get("only_due") is True,
        skills=skills,
        begun=begun,
        skipped=skipped,
    )


def _ids(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(id_, str) for id_ in value):
        return None
    return tuple(dict.fromkeys(value))


def _digest(store: Path) -> str:
    return hashlib.sha256(str(store).encode()).hexdigest()[:12]
