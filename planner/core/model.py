"""The catalogue: the scale, skills, roles, tracks and moves of one career framework."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from planner.core.questionnaire import Questionnaire
from planner.core.text import Source, Text

EMPTY = Text()
UNSAID = Source()


class MoveKind(StrEnum):
    """What sort of step a move is."""

    PROMOTION = "promotion"
    TRACK_CHANGE = "track-change"
    CAREER_CHANGE = "career-change"
    DUAL_LADDER = "dual-ladder"
    RETURN = "return"


class PracticeKind(StrEnum):
    """How a practice suggestion teaches: by doing, by others, or by study."""

    EXPERIENCE = "experience"
    EXPOSURE = "exposure"
    EDUCATION = "education"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A named level of the scale; `hours` of practice lead from nothing up to it."""

    number: float
    name: Text
    hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The levels, rising; the first is 0 and means that nothing is held."""

    levels: tuple[Level, ...]

    @property
    def lowest(self) -> float:
        """The number of the first level."""
        return self.levels[0].number

    @property
    def highest(self) -> float:
        """The number of the last level."""
        return self.levels[-1].number

    def has(self, level: float) -> bool:
        """Whether `level` lies on the scale, ends included."""
        return self.lowest <= level <= self.highest

    def at_most(self, level: float) -> Level:
        """Return the highest named level that does not exceed `level`, else the lowest one."""
        return max(
            (named for named in self.levels if named.number <= level),
            key=lambda named: named.number,
            default=self.levels[0],
        )

    def next_below(self, level: float) -> float | None:
        """Return the number of the highest named level below `level`, None at the bottom."""
        return max((named.number for named in self.levels if named.number < level), default=None)

    def next_above(self, level: float) -> float | None:
        """Return the number of the lowest named level above `level`, None at the top."""
        return min((named.number for named in self.levels if named.number > level), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A suggestion for gaining a skill up to level `to`, in `hours`."""

    kind: PracticeKind
    text: Text
    to: float | None = None
    hours: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A competency: what each level looks like, how portable it is, and how to gain it.

    `portability` in 0..1 is the part of a held level that counts in another industry. `levels` and
    `hours` pair a level's number with its description and with the cumulative hours up to it; an
    empty `hours` leaves the scale's hours in force. `order` is the place in the catalogue.
    """

    id: str
    name: Text
    kind: str = ""
    portability: float = 1.0
    source: Source = UNSAID
    levels: tuple[tuple[float, Text], ...] = ()
    hours: tuple[tuple[float, float], ...] = ()
    practice: tuple[Practice, ...] = ()
    order: int = 0

    def description(self, level: float) -> Text | None:
        """Return the words for the highest described level that does not exceed `level`."""
        return max(
            ((number, text) for number, text in self.levels if number <= level),
            key=lambda pair: pair[0],
            default=(0.0, None),
        )[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a role asks of one skill: the level, its weight (> 0), and whether it is essential."""

    skill: str
    level: float
    weight: float = 1.0
    essential: bool = True
    source: Source = UNSAID
    lower_because: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A measure that the role is appraised by; `weight` in per cent."""

    id: str
    name: Text
    weight: float | None = None
    source: Source = UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeShare:
    """What a share of the role's time goes to, in per cent."""

    on: Text
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role of the framework.

    `rank` gives its height on the map, 1 being entry. `end` marks the intended end of a track.
    `after` names tracks in each of which a person must already have held a role.
    """

    id: str
    name: Text
    track: str
    rank: int
    end: bool = False
    after: tuple[str, ...] = ()
    source: Source = UNSAID
    purpose: Text = EMPTY
    responsibilities: tuple[Text, ...] = ()
    time: tuple[TimeShare, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    requires: tuple[Requirement, ...] = ()
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A family of roles, drawn side by side with the others."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RankName:
    """What a rank is called."""

    rank: int
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step from one role to another; `years` are the least and most usual years before it."""

    from_role: str
    to_role: str
    kind: MoveKind
    years: tuple[float, float] | None = None
    precondition: Text | None = None
    source: Source = UNSAID
    order: int = 0

    @property
    def id(self) -> str:
        """The name of the move within its catalogue: each pair and kind stands once."""
        return f"{self.from_role}/{self.to_role}/{self.kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A template for the agenda of a one-on-one."""

    id: str
    name: Text
    items: tuple[Text, ...] = ()
    source: Source = UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueHead:
    """What a catalogue says of itself, with its scale, ranks, tracks and templates."""

    id: str
    version: str
    title: Text
    scale: Scale
    tracks: tuple[Track, ...]
    ranks: tuple[RankName, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    questionnaires: tuple[Questionnaire, ...] = ()
    source: Source = UNSAID
    licence: str = ""
    attribution: Text = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """One whole framework; its lists stand in the catalogue's order."""

    head: CatalogueHead
    skills: tuple[Skill, ...]
    roles: tuple[Role, ...]
    moves: tuple[Move, ...]
    _skills: Mapping[str, Skill] = field(init=False, repr=False, compare=False)
    _roles: Mapping[str, Role] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the records by their ids."""
        object.__setattr__(self, "_skills", {skill.id: skill for skill in self.skills})
        object.__setattr__(self, "_roles", {role.id: role for role in self.roles})

    @property
    def id(self) -> str:
        """The catalogue's slug."""
        return self.head.id

    @property
    def scale(self) -> Scale:
        """The scale of every level in the catalogue."""
        return self.head.scale

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks, in the order in which they stand side by side."""
        return self.head.tracks

    def role(self, role_id: str) -> Role:
        """Return a role; raise KeyError for an unknown id."""
        return self._roles[role_id]

    def has_role(self, role_id: str | None) -> bool:
        """Whether there is a role of this id."""
        return role_id in self._roles

    def skill(self, skill_id: str) -> Skill:
        """Return a skill; raise KeyError for an unknown id."""
        return self._skills[skill_id]

    def has_skill(self, skill_id: str) -> bool:
        """Whether there is a skill of this id."""
        return skill_id in self._skills
