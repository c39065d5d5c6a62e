"""The gaps of the sample team once more, straight from the YAML of `data/`, by the printed rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml


class SampleTeam:
    """The documents of a folder, joined; every value is the text that stands there."""

    def __init__(self, folder: Path) -> None:
        documents = [
            yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
            for file in sorted(folder.glob("*.yaml"))
        ]

        def all_of(kind: str) -> list[dict[str, Any]]:
            return [record for document in documents for record in document.get(kind, [])]

        self.people = {person["id"]: person for person in all_of("people")}
        self.roles = {role["id"]: role for role in all_of("roles")}
        self.order = {skill["id"]: place for place, skill in enumerate(all_of("skills"))}
        self.moves = all_of("moves")

    def position(self, person: dict[str, Any], day: date) -> dict[str, str]:
        """The position held on a day, before the first one the first."""
        history = sorted(
            [*person.get("positions", []), person], key=lambda position: position["since"]
        )
        begun = [position for position in history if position["since"] <= day.isoformat()]
        return (begun or history[:1])[-1]

    def gap(self, person_id: str, role_id: str, basis: str, day: date) -> dict[str, Any]:
        """The gap as `gap --json` prints it; readiness as exact fractions."""
        person, role = self.people[person_id], self.roles[role_id]
        skills = list(self._skills(person, role, basis, day))
        skills.sort(key=lambda skill: (-skill["weight"] * skill["gap"], self.order[skill["skill"]]))
        whole = sum(skill["weight"] * skill["required"] for skill in skills)
        known = [skill for skill in skills if skill["held"] is not None]
        low = sum(skill["weight"] * min(skill["held"], skill["required"]) for skill in known)
        unknown = sum(
            skill["weight"] * skill["required"] for skill in skills if skill["held"] is None
        )
        open_essentials = [
            skill["skill"]
            for skill in skills
            if skill["essential"] and (skill["held"] is None or skill["gap"] > 0)
        ]
        return {
            "person": person_id,
            "role": role_id,
            "catalogue": "am-lm",
            "basis": basis,
            "as_of": day.isoformat(),
            "readiness": {"low": low / whole, "high": (low + unknown) / whole} if whole else None,
            "ready": bool(
                whole
                and not open_essentials
                and self._tracks_held(person, role, day)
                and self._years_served(person, role_id, day)
            ),
            "open_essentials": open_essentials,
            "skills": skills,
        }

    def _skills(
        self, person: dict[str, Any], role: dict[str, Any], basis: str, day: date
    ) -> Iterator[dict[str, Any]]:
        raters = ["agreed", "manager", "self"] if basis == "agreed" else [basis]
        for needed in role.get("requires", []):
            rating = None
            for rater in raters:
                said = [
                    rating
                    for rating in person.get("ratings", [])
                    if (rating["skill"], rating["by"]) == (needed["skill"], rater)
                    and rating["on"] <= day.isoformat()
                ]
                if said:
                    newest = max(rating["on"] for rating in said)
                    rating = [one for one in said if one["on"] == newest][-1]
                    break
            if rating and rating["level"] == "n/a":
                continue
            held = Fraction(rating["level"]) if rating else None
            required = Fraction(needed["level"])
            yield {
                "skill": needed["skill"],
                "held": held,
                "required": required,
                "gap": max(Fraction(0), required - (held or 0)),
                "weight": Fraction(needed.get("weight", "1")),
                "essential": needed.get("essential", "true") == "true",
                "rated_by": rating["by"] if rating else None,
                "rated_on": rating["on"] if rating else None,
            }

    def _tracks_held(self, person: dict[str, Any], role: dict[str, Any], day: date) -> bool:
        held = {self.roles[self.position(person, day)["role"]]["track"]}
        for position in [*person.get("positions", []), person]:
            if position["since"] <= day.isoformat():
                held.add(self.roles[position["role"]]["track"])
        return set(role.get("after", [])) <= held

    def _years_served(self, person: dict[str, Any], role_id: str, day: date) -> bool:
        position = self.position(person, day)
        least = [
            Fraction(move["years"][0]) if "years" in move else Fraction(0)
            for move in self.moves
            if (move["from"], move["to"]) == (position["role"], role_id)
        ]
        days = max(0, (day - date.fromisoformat(position["since"])).days)
        return not least or Fraction(days) / Fraction("365.25") >= min(least)
