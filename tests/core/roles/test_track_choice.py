"""To which track answers lean and why, worked out by hand, and what the ratings say beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.career import TrackChoice
from planner.core.edits import Change, Key
from planner.core.gaps import Basis, Gap, Interval
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Role,
    Scale,
    Track,
)
from planner.core.people import Person
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.roles.track_choice import (
    Verdict,
    answer_question,
    before,
    begun,
    in_order,
    leaning,
    newest,
    offered,
    questionnaire_of,
    remove_choice,
    share,
    track_readiness,
    write_note,
)
from planner.core.text import message, same_text

DAY = date(2026, 11, 23)


def question(id_: str, weight: float = 2) -> Question:
    """A question with an answer for each side, one for both and one for none."""
    half = (("client", weight / 2), ("line", weight / 2))
    answers = (
        Answer(id="out", text=same_text("Out"), weights=(("client", weight),)),
        Answer(id="in", text=same_text("In"), weights=(("line", weight),)),
        Answer(id="both", text=same_text("Both"), weights=half),
        Answer(id="none", text=same_text("None")),
    )
    return Question(id=id_, text=same_text(id_.upper()), answers=answers)


ASKED = Questionnaire(
    id="q",
    title=same_text("Q"),
    tracks=("client", "line"),
    questions=(question("a"), question("b", 3), question("c"), question("d", 1)),
)


def choice(id_: str = "choice-1", on: date = DAY, **answers: str) -> TrackChoice:
    return TrackChoice(id=id_, questionnaire="q", on=on, answers=tuple(answers.items()))


def sums(found: object) -> list[tuple[str, float, float]]:
    return [(one.track, one.weight, one.share) for one in found.sums]  # type: ignore[attr-defined]


# The leaning


def test_weights_are_added_up_and_the_reasons_stand_largest_first() -> None:
    found = leaning(ASKED, choice(a="out", b="in", c="out", d="out"))
    # 2 + 2 + 1 against 3.
    assert sums(found) == [("client", 5, 5 / 8), ("line", 3, 3 / 8)]
    assert found.lead == 2 / 8
    assert (found.verdict, found.track) == (Verdict.LEANS, "client")
    assert [(one.question.id, one.track, one.pull) for one in found.reasons] == [
        ("b", "line", 3),
        ("a", "client", 2),
        ("c", "client", 2),
        ("d", "client", 1),
    ]
    assert (found.answered, found.asked, found.open) == (4, 4, ())


def test_what_weighs_for_both_alike_pulls_to_neither() -> None:
    found = leaning(ASKED, choice(a="both", b="none", c="in"))
    # 1 against 1 + 2.
    assert sums(found) == [("client", 1, 1 / 4), ("line", 3, 3 / 4)]
    assert [(one.question.id, one.track, one.pull) for one in found.reasons] == [
        ("c", "line", 2),
        ("a", None, 0),
        ("b", None, 0),
    ]
    assert [one.id for one in found.open] == ["d"]


@pytest.mark.parametrize(
    ("answers", "verdict", "track"),
    [
        # 3 to 2: a lead of one fifth is just enough.
        ({"b": "out", "a": "in"}, Verdict.LEANS, "client"),
        # 3 + 1 to 2 + 2; 2 + 1.5 to 1.5 + 2.
        ({"b": "out", "d": "out", "a": "in", "c": "in"}, Verdict.NEAR_MIDDLE, None),
        ({"a": "out", "b": "both", "c": "in"}, Verdict.NEAR_MIDDLE, None),
        # 3 to 2.5 is less than a fifth.
        ({"b": "out", "a": "in", "d": "both"}, Verdict.NEAR_MIDDLE, None),
        ({"a": "none", "b": "none"}, Verdict.NEAR_MIDDLE, None),
        # One of four is less than half.
        ({"a": "out"}, Verdict.TOO_FEW, None),
        ({}, Verdict.TOO_FEW, None),
        ({"a": "out", "b": "gone", "gone": "out"}, Verdict.TOO_FEW, None),
    ],
)
def test_near_the_middle_or_with_too_few_answers_nothing_leans(
    answers: dict[str, str], verdict: Verdict, track: str | None
) -> None:
    found = leaning(ASKED, choice(**answers))
    assert (found.verdict, found.track) == (verdict, track)


def test_a_lead_of_a_fifth_is_enough_whatever_the_weights() -> None:
    """0.6 to 0.4 in weights that do not add up exactly."""
    asked = replace(ASKED, questions=tuple(question(str(n), 0.1) for n in range(10)))
    answers = {str(n): "out" if n < 6 else "in" for n in range(10)}
    assert leaning(asked, choice(**answers)).track == "client"


def test_without_weights_there_are_no_shares() -> None:
    found = leaning(ASKED, choice(a="none", b="none"))
    assert sums(found) == [("client", 0, 0), ("line", 0, 0)]
    assert found.lead == 0


def test_a_questionnaire_without_questions_leans_nowhere() -> None:
    found = leaning(replace(ASKED, questions=()), choice())
    assert (found.verdict, found.asked) == (Verdict.TOO_FEW, 0)


def test_of_three_tracks_one_must_lead_both_others() -> None:
    def answer(track: str) -> Answer:
        return Answer(id=track, text=same_text(track), weights=((track, 1.0),))

    three = ("client", "line", "craft")
    asked = Questionnaire(
        id="q",
        title=same_text("Q"),
        tracks=three,
        questions=tuple(
            Question(id=str(n), text=same_text("?"), answers=tuple(map(answer, three)))
            for n in range(5)
        ),
    )

    def found(words: str) -> str | None:
        named = {"c": "client", "l": "line", "k": "craft"}
        return leaning(asked, choice(**{str(n): named[w] for n, w in enumerate(words)})).track

    assert found("kkkcl") == "craft"
    assert found("kkccl") is None
    assert found("kklcc") is None
    # 2 of 4 to 1 of 4 leads by a quarter.
    assert found("kkcl") == "craft"


@given(st.dictionaries(st.sampled_from("abcd"), st.sampled_from(("out", "in", "both", "none"))))
def test_the_other_side_s_answers_lean_to_the_other_side(answers: dict[str, str]) -> None:
    turned = {"out": "in", "in": "out"}
    other = {key: turned.get(value, value) for key, value in answers.items()}
    found, mirrored = leaning(ASKED, choice(**answers)), leaning(ASKED, choice(**other))
    assert found.verdict is mirrored.verdict
    tracks = {"client": "line", "line": "client", None: None}
    assert mirrored.track == tracks[found.track]
    assert sum(one.share for one in found.sums) in (0, pytest.approx(1))
    assert [one.pull for one in found.reasons] == sorted(
        (one.pull for one in found.reasons), reverse=True
    )


# Which questionnaire

HEAD = CatalogueHead(
    id="c",
    version="1",
    title=same_text("C"),
    scale=Scale(levels=(Level(number=0, name=same_text("0")),)),
    tracks=tuple(Track(id=id_, name=same_text(id_)) for id_ in ("client", "line", "craft")),
)


def role(id_: str, track: str, rank: int, order: int) -> Role:
    return Role(id=id_, name=same_text(id_), track=track, rank=rank, order=order)


def move(start: str, end: str) -> Move:
    return Move(from_role=start, to_role=end, kind=MoveKind.PROMOTION)


CATALOGUE = Catalogue(
    head=HEAD,
    skills=(),
    roles=(
        role("seller", "client", 2, 0),
        role("director", "client", 4, 1),
        role("lead", "line", 2, 2),
        role("second", "line", 2, 3),
        role("head", "line", 3, 4),
        role("novice", "craft", 1, 5),
        role("master", "craft", 3, 6),
    ),
    moves=(move("seller", "director"), move("seller", "head"), move("lead", "head")),
)


def test_a_catalogue_s_own_comes_before_the_shipped_one() -> None:
    own, second = replace(ASKED, id="own"), replace(ASKED, id="second")
    mine = replace(CATALOGUE, head=replace(HEAD, questionnaires=(own, second)))
    assert offered(mine, (ASKED,)) == own
    assert offered(CATALOGUE, (ASKED,)) == ASKED
    assert offered(CATALOGUE, ()) is None
    lacking = replace(CATALOGUE, head=replace(HEAD, tracks=HEAD.tracks[1:]))
    assert offered(lacking, (ASKED,)) is None
    later = replace(choice(), questionnaire="second")
    assert questionnaire_of(later, mine, (ASKED,)) == second
    assert questionnaire_of(choice(), mine, (ASKED,)) == ASKED
    assert questionnaire_of(later, CATALOGUE, (ASKED,)) is None
    assert questionnaire_of(choice(), lacking, (ASKED,)) is None


# In their order


def test_answers_stand_by_day_then_by_number() -> None:
    first = choice("choice-9", date(2026, 1, 1))
    second = choice("choice-2", DAY)
    third = choice("choice-10", DAY)
    other = replace(choice("choice-3", date(2026, 6, 1)), questionnaire="other")
    assert in_order((third, other, second, first)) == (first, other, second, third)
    assert newest((third, first, second)) == third
    assert newest(()) is None
    assert before(third, (first, second, third, other)) == second
    assert before(second, (first, second, third, other)) == first
    assert before(other, (first, second, third, other)) is None


# What the ratings say


def gaps(**known: tuple[float, float] | None) -> dict[str, Gap]:
    found = {}
    for one in CATALOGUE.roles:
        ends = known.get(one.id, (0.0, 0.0))
        found[one.id] = Gap(
            person="ada",
            role=one.id,
            catalogue="c",
            basis=Basis.AGREED,
            as_of=DAY,
            skills=(),
            readiness=Interval(*ends) if ends else None,
            missing_tracks=(),
            years_to_serve=0,
        )
    return found


def test_next_roles_and_those_of_the_same_rank_are_compared_the_most_ready_first() -> None:
    known = gaps(seller=(0.9, 0.9), director=(0.4, 0.7), lead=(0.5, 0.5), second=(0.5, 0.8),
                 head=(0.6, 0.6))  # fmt: skip
    graph = PromotionGraph(CATALOGUE)
    client = track_readiness(graph, "seller", known, "client")
    assert [gap.role for gap in client.gaps] == ["seller", "director"]
    line = track_readiness(graph, "seller", known, "line")
    assert [gap.role for gap in line.gaps] == ["head", "second", "lead"]
    assert client.is_near
    assert line.is_near
    # No move leads from it to the client track, and the director stands too high.
    assert [x.role for x in track_readiness(graph, "lead", known, "client").gaps] == ["seller"]


def test_an_unknown_readiness_comes_last() -> None:
    known = gaps(lead=None, second=(0.0, 0.0), head=None)
    found = track_readiness(PromotionGraph(CATALOGUE), "seller", known, "line")
    assert [gap.role for gap in found.gaps] == ["second", "lead", "head"]


def test_where_nothing_is_near_the_nearest_rank_is_taken_the_lower_of_two() -> None:
    graph = PromotionGraph(CATALOGUE)
    found = track_readiness(graph, "seller", gaps(), "craft")
    assert ([gap.role for gap in found.gaps], found.is_near) == (["novice"], False)
    far = track_readiness(graph, "director", gaps(), "craft")
    assert ([gap.role for gap in far.gaps], far.is_near) == (["master"], False)
    lost = track_readiness(graph, "gone", gaps(), "line")
    assert ([gap.role for gap in lost.gaps], lost.is_near) == (["lead", "second"], False)
    none = track_readiness(graph, "seller", gaps(), "nobody's")
    assert (none.gaps, none.is_near) == ((), False)


# The edits

ADA = Person(id="ada", name="Ada", catalogue="c", role="seller", since=date(2025, 1, 1))
KEY = Key("track-choice", "c", "ada", part="choice-3")
LATER = date(2026, 12, 1)


def test_the_first_answer_makes_a_record_and_each_other_changes_it() -> None:
    fresh = begun((choice(), choice("choice-2")), ASKED, DAY)
    assert fresh == TrackChoice(id="choice-3", questionnaire="q", on=DAY)
    first = answer_question(ADA, None, fresh, ASKED.questions[0], "out", DAY)
    one = replace(fresh, answers=(("a", "out"),))
    assert first.label == message("Answer “{question}”", question=same_text("A"))
    assert first.changes == (Change(KEY, None, one),)
    second = answer_question(ADA, one, one, ASKED.questions[1], "in", LATER)
    two = replace(one, answers=(("a", "out"), ("b", "in")), on=LATER)
    assert second.changes == (Change(KEY, one, two),)
    # Another answer to the first takes its place; a day never goes back.
    third = answer_question(ADA, two, two, ASKED.questions[0], "both", DAY)
    assert third.changes == (Change(KEY, two, replace(two, answers=(("a", "both"), ("b", "in")))),)


def test_a_result_is_shared_written_to_and_removed() -> None:
    kept = choice("choice-3", a="out")
    shared = replace(kept, is_shared=True)
    assert share(ADA, kept, is_shared=True).changes == (Change(KEY, kept, shared),)
    back = share(ADA, shared, is_shared=False)
    assert back.changes == (Change(KEY, shared, kept),)
    assert back.label != share(ADA, kept, is_shared=True).label
    noted = write_note(ADA, kept, "Hm.")
    assert noted.changes == (Change(KEY, kept, replace(kept, note="Hm.")),)
    gone = remove_choice(ADA, kept)
    assert gone.changes == (Change(KEY, kept, None),)
    assert gone.inverse().changes == (Change(KEY, None, kept),)
