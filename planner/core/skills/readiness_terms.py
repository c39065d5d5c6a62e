"""The terms that a readiness is made of, skill by skill, as they are shown beside its rule."""

from __future__ import annotations

from dataclasses import dataclass

from planner.core.gaps import Gap, SkillGap


@dataclass(frozen=True, slots=True)
class Term:
    """What one skill adds: weight times min(held, required), of weight times required."""

    skill: SkillGap

    @property
    def counted_level(self) -> float | None:
        """The lower one of held and required; None while unrated."""
        held = self.skill.held
        return None if held is None else min(held, self.skill.required)

    @property
    def low(self) -> float:
        """What it adds at least: nothing while unrated."""
        return self.skill.weight * (self.counted_level or 0.0)

    @property
    def high(self) -> float:
        """What it adds at most: all that is required while unrated."""
        return self.whole if self.skill.is_unrated else self.low

    @property
    def whole(self) -> float:
        """What it adds where all that is required is held."""
        return self.skill.weight * self.skill.required


@dataclass(frozen=True, slots=True)
class ReadinessTerms:
    """The terms of one gap in its order; readiness lies from `low` to `high`, of `whole`."""

    terms: tuple[Term, ...]

    @property
    def low(self) -> float:
        """The least sum."""
        return sum(term.low for term in self.terms)

    @property
    def high(self) -> float:
        """The greatest sum."""
        return sum(term.high for term in self.terms)

    @property
    def whole(self) -> float:
        """The sum of what is required; 0 makes readiness unknown."""
        return sum(term.whole for term in self.terms)


def readiness_terms(gap: Gap) -> ReadinessTerms:
    """Return the terms of a gap's readiness."""
    return ReadinessTerms(tuple(Term(skill) for skill in gap.skills))
