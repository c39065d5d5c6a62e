"""The mathematics of a gap, against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.gaps import (
    Basis,
    Gap,
    Interval,
    first_role_to_open,
    gap,
    gaps_to_every_role,
    ratings_that_count,
)
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Position, Rater, Rating
from planner.core.text import same_text

TODAY = date(2026, 11, 1)


def _role(role_id: str, rank: int, *requires: Requirement, **more: object) -> Role:
    track = str(more.pop("track", "client"))
    return Role(
        id=role_id,
        name=same_text(role_id),
        track=track,
        rank=rank,
        requires=requires,
        order=rank,
        **more,  # type: ignore[arg-type]
    )


def _asks(skill: str, level: float, weight: float = 1.0, *, essential: bool = True) -> Requirement:
    return Requirement(skill=skill, level=level, weight=weight, essential=essential)


def _catalogue() -> Catalogue:
    head = CatalogueHead(
        id="small",
        version="1",
        title=same_text("Small"),
        scale=Scale(
            levels=tuple(Level(number=n, name=same_text(str(n)), hours=n * 40) for n in range(6))
        ),
        tracks=(Track(id="client", name=same_text("C")), Track(id="line", name=same_text("L"))),
    )
    skills = tuple(
        Skill(id=skill, name=same_text(skill), portability=portability, order=order)
        for order, (skill, portability) in enumerate(
            [("law", 0.5), ("money", 1.0), ("talk", 0.8), ("care", 1.0)]
        )
    )
    roles = (
        _role("junior", 1, _asks("talk", 1)),
        _role("manager", 2, _asks("talk", 3)),
        # 3·4 + 2·3 + 1·2 + 1·3 = 23
        _role(
            "director",
            3,
            _asks("talk", 4, 3),
            _asks("law", 3, 2),
            _asks("money", 2, 1, essential=False),
            _asks("care", 3, 1, essential=False),
        ),
        _role("expert", 4, _asks("law", 5)),
        _role("both", 5, _asks("talk", 1), after=("client", "line")),
        _role("open", 6),
        _role("leader", 7, _asks("talk", 2), track="line"),
    )
    moves = (
        Move(from_role="junior", to_role="manager", kind=MoveKind.PROMOTION, order=0),
        Move(
            from_role="manager",
            to_role="director",
            kind=MoveKind.PROMOTION,
            years=(3, 5),
            order=1,
        ),
        Move(
            from_role="manager",
            to_role="director",
            kind=MoveKind.CAREER_CHANGE,
            years=(2, 6),
            order=2,
        ),
        Move(from_role="manager", to_role="expert", kind=MoveKind.PROMOTION, order=3),
        Move(from_role="director", to_role="both", kind=MoveKind.PROMOTION, order=4),
        Move(from_role="leader", to_role="manager", kind=MoveKind.TRACK_CHANGE, order=5),
        Move(from_role="manager", to_role="leader", kind=MoveKind.TRACK_CHANGE, order=6),
    )
    return Catalogue(head=head, skills=skills, roles=roles, moves=moves)


GRAPH = PromotionGraph(_catalogue())
PERSON = Person(
    id="ada",
    name="Ada",
    catalogue="small",
    role="manager",
    since=date(2024, 11, 1),
    positions=(Position(role="junior", since=date(2022, 1, 1), until=date(2024, 10, 31)),),
    industry="software",
)


def _rating(
    entry: int,
    skill: str,
    level: float | None,
    by: Rater = Rater.AGREED,
    on: date = date(2026, 3, 1),
) -> Rating:
    return Rating(entry=entry, skill=skill, level=level, by=by, on=on)


def _gap(role: str, *ratings: Rating, **options: object) -> Gap:
    basis = Basis(str(options.get("basis", "agreed")))
    as_of = options.get("as_of", TODAY)
    assert isinstance(as_of, date)
    person = options.get("person", PERSON)
    assert isinstance(person, Person)
    industry = options.get("industry")
    assert industry is None or isinstance(industry, str)
    counting = ratings_that_count(ratings, basis, as_of)
    return gap(GRAPH, person, counting, role, basis=basis, as_of=as_of, industry=industry)


def test_readiness_is_the_weighted_part_of_what_is_required() -> None:
    found = _gap(
        "director",
        _rating(1, "talk", 3),
        _rating(2, "law", 1),
        _rating(3, "money", 5),
        _rating(4, "care", 3),
    )

    # 3·3 + 2·1 + 1·2 (surplus counts for nothing) + 1·3 = 16 of 23
    assert found.readiness == Interval(16 / 23, 16 / 23)
    assert found.readiness.is_exact
    assert found.required_sum == 23
    assert [(skill.skill, skill.gap, skill.weighted_gap) for skill in found.skills] == [
        ("law", 2, 4),
        ("talk", 1, 3),
        ("money", 0, 0),
        ("care", 0, 0),
    ]
    assert found.open_essentials == ("law", "talk")
    assert not found.ready


def test_an_unrated_skill_is_an_interval_and_its_gap_is_whole() -> None:
    found = _gap("director", _rating(1, "talk", 4), _rating(2, "law", 3), _rating(3, "money", 1))

    # 12 + 6 + 1 = 19 for sure, 3 more if the unrated skill is held
    assert found.readiness == Interval(19 / 23, 22 / 23)
    assert not found.readiness.is_exact
    assert not found.is_unrated
    assert [(skill.skill, skill.held, skill.gap) for skill in found.skills][:2] == [
        ("care", None, 3),
        ("money", 1, 1),
    ]
    assert found.open_essentials == ()
    assert found.unrated == ("care",)


def test_an_essential_skill_without_a_rating_is_open() -> None:
    found = _gap("expert")

    assert found.open_essentials == ("law",)
    assert found.readiness == Interval(0, 1)
    assert found.is_unrated
    # Where nothing is required, nothing is unrated.
    assert not _gap("open").is_unrated


def test_not_applicable_leaves_the_sum_and_every_list() -> None:
    found = _gap("director", _rating(1, "talk", 4), _rating(2, "law", None), _rating(3, "care", 3))

    # law's 6 has left: 12 + 3 = 15 of 17, money's 2 unknown
    assert found.readiness == Interval(15 / 17, 1)
    assert "law" not in [skill.skill for skill in found.skills]
    assert found.open_essentials == ()


def test_readiness_is_unknown_where_nothing_is_required() -> None:
    assert _gap("open").readiness is None
    assert not _gap("open").ready
    assert _gap("expert", _rating(1, "law", None)).readiness is None


@pytest.mark.parametrize(("basis", "expected"), [("agreed", 2.0), ("manager", 4.0), ("self", 5.0)])
def test_the_basis_chooses_the_rater(basis: str, expected: float) -> None:
    found = _gap(
        "expert",
        _rating(1, "law", 5, Rater.SELF, date(2026, 9, 1)),
        _rating(2, "law", 4, Rater.MANAGER, date(2026, 8, 1)),
        _rating(3, "law", 2, Rater.AGREED, date(2025, 1, 1)),
        basis=basis,
    )

    assert found.skills[0].held == expected


def test_agreed_falls_back_to_the_manager_and_then_to_the_person() -> None:
    own = _rating(1, "law", 5, Rater.SELF, date(2026, 9, 1))
    managers = _rating(2, "law", 4, Rater.MANAGER, date(2026, 1, 1))

    assert _gap("expert", own, managers).skills[0].held == 4
    assert _gap("expert", own).skills[0].held == 5
    assert _gap("expert", own, basis="manager").skills[0].held is None


def test_not_applicable_is_the_raters_answer_and_is_not_passed_over() -> None:
    found = _gap("expert", _rating(1, "law", None, Rater.AGREED), _rating(2, "law", 3, Rater.SELF))

    assert found.skills == ()


def test_the_newest_counts_by_day_and_then_by_entry() -> None:
    day = date(2026, 5, 1)
    found = _gap(
        "expert",
        _rating(9, "law", 1, on=date(2026, 4, 30)),
        _rating(3, "law", 4, on=day),
        _rating(2, "law", 2, on=day),
    )

    assert found.skills[0].held == 4


def test_as_of_a_day_includes_that_day_and_nothing_later() -> None:
    ratings = (_rating(1, "law", 2, on=date(2026, 1, 1)), _rating(2, "law", 4, on=date(2026, 2, 1)))

    assert _gap("expert", *ratings, as_of=date(2026, 2, 1)).skills[0].held == 4
    assert _gap("expert", *ratings, as_of=date(2026, 1, 31)).skills[0].held == 2
    assert _gap("expert", *ratings, as_of=date(2025, 12, 31)).skills[0].held is None


def test_the_least_usual_years_of_the_quickest_move_must_be_served() -> None:
    full = (
        _rating(1, "talk", 4),
        _rating(2, "law", 3),
        _rating(3, "money", 2),
        _rating(4, "care", 3),
    )
    # two moves lead there: 3 and 2 years at least; 730 days are served
    found = _gap("director", *full)

    assert found.years_to_serve == pytest.approx(2 - 730 / 365.25)
    assert not found.ready
    assert _gap("director", *full, as_of=TODAY + timedelta(days=1)).ready


def test_no_years_are_asked_where_no_move_leads_from_the_present_role() -> None:
    new = replace(PERSON, role="junior", since=TODAY, positions=())

    assert _gap("expert", _rating(1, "law", 5), person=new).ready
    # Nor where the catalogue has the present role no more.
    gone = replace(new, role="abolished")
    assert _gap("director", person=gone).years_to_serve == 0


def test_tracks_that_must_have_been_held() -> None:
    talks = _rating(1, "talk", 1)
    assert _gap("both", talks).missing_tracks == ("line",)
    assert not _gap("both", talks).ready

    led = replace(
        PERSON,
        positions=(Position(role="leader", since=date(2022, 1, 1), until=date(2024, 10, 31)),),
    )
    assert _gap("both", talks, person=led).ready
    # as of a day before the leading role ended and the managing one began, only one was held
    assert _gap("both", talks, person=led, as_of=date(2024, 1, 1)).missing_tracks == ("client",)


def test_as_of_a_day_before_everything_the_first_position_stands() -> None:
    assert PERSON.position_on(date(2000, 1, 1)).role == "junior"
    assert PERSON.position_on(date(2024, 10, 31)).role == "junior"
    assert PERSON.position_on(date(2024, 11, 1)).role == "manager"


def test_another_industry_keeps_the_portable_part() -> None:
    law = _rating(1, "law", 4)

    assert _gap("expert", law, industry="software").skills[0].held == 4
    assert _gap("expert", law, industry="energy").skills[0].held == 2
    nowhere = replace(PERSON, industry="")
    assert _gap("expert", law, person=nowhere, industry="energy").skills[0].held == 2
    assert _gap("expert", law, person=nowhere).skills[0].held == 4


def test_next_roles_stand_once_in_the_catalogues_order() -> None:
    assert [role.id for role in GRAPH.next_roles("manager")] == ["director", "expert", "leader"]


def test_the_first_role_to_open() -> None:
    gaps = gaps_to_every_role(
        GRAPH, PERSON, [_rating(1, "talk", 4)], basis=Basis.AGREED, as_of=TODAY
    )

    # promotions: director 12/23 at least, expert 0
    assert first_role_to_open(GRAPH, PERSON, gaps) == "director"
    assert first_role_to_open(GRAPH, replace(PERSON, target="both"), gaps) == "director"
    assert first_role_to_open(GRAPH, replace(PERSON, target="leader"), gaps) == "leader"
    # no way leads there: the target itself
    assert first_role_to_open(GRAPH, replace(PERSON, target="open"), gaps) == "open"
    assert first_role_to_open(GRAPH, replace(PERSON, role="open"), gaps) == "open"


_LEVELS = st.none() | st.integers(0, 20).map(lambda quarter: quarter / 4)


@given(st.lists(st.tuples(st.sampled_from(["talk", "law", "money", "care"]), _LEVELS), max_size=8))
def test_readiness_equals_exact_fractions(rows: list[tuple[str, float | None]]) -> None:
    ratings = [_rating(entry, skill, level) for entry, (skill, level) in enumerate(rows)]
    found = _gap("director", *ratings)

    last = dict(rows)
    low = high = whole = Fraction(0)
    for requirement in GRAPH.catalogue.role("director").requires:
        weight, level = Fraction(requirement.weight), Fraction(requirement.level)
        if requirement.skill in last:
            held = last[requirement.skill]
            if held is None:
                continue
            low += weight * min(Fraction(held), level)
            high += weight * min(Fraction(held), level)
        else:
            high += weight * level
        whole += weight * level
    if whole == 0:
        assert found.readiness is None
    else:
        assert found.readiness is not None
        assert found.readiness.low == pytest.approx(float(low / whole), abs=1e-12)
        assert found.readiness.high == pytest.approx(float(high / whole), abs=1e-12)


@given(
    st.lists(st.sampled_from(["talk", "law", "money", "care"]), unique=True, max_size=4),
    st.sampled_from(["talk", "law", "money", "care"]),
    st.integers(0, 4),
)
def test_readiness_never_falls_with_a_higher_rating(
    rated: list[str], raised: str, level: int
) -> None:
    before = [_rating(entry, skill, 2) for entry, skill in enumerate(rated)]
    lower = _gap("director", *before, _rating(8, raised, level)).readiness
    higher = _gap("director", *before, _rating(8, raised, level + 1)).readiness

    assert lower is not None
    assert higher is not None
    assert higher.low >= lower.low
    assert higher.high >= lower.high
