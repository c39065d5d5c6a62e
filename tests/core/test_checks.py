"""A catalogue without problems, and each problem alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.core.checking.problem import Problem
from planner.core.checks import problems
from planner.core.edits import Key
from planner.core.model import (
    Agenda,
    Catalogue,
    CatalogueHead,
    Kpi,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    RankName,
    Requirement,
    Role,
    Scale,
    Skill,
    TimeShare,
    Track,
)
from planner.core.questionnaire import Answer, Question, Questionnaire
from planner.core.text import Message, Source, Text
from planner.files.texts import load_texts

BOTH = Text(en="Text", zh="文字")
ENGLISH = Text(en="Text")
SAID = Source("editorial")
REASON = Text(en="Because", zh="因为")


def move(start: str, end: str, kind: MoveKind = MoveKind.PROMOTION) -> Move:
    return Move(from_role=start, to_role=end, kind=kind, source=SAID)


#        chief                rank 3
#          ▲
#  lead ◄──┼── expert          rank 2 (a change of track)
#    ▲     └─────┘▲
#  junior    novice            rank 1
MOVES = (
    move("junior", "lead"),
    move("novice", "expert"),
    move("expert", "lead", MoveKind.TRACK_CHANGE),
    move("lead", "chief"),
)


def role(id_: str, track: str, rank: int, level: float, **more: Any) -> Role:
    values: dict[str, Any] = {
        "id": id_,
        "name": BOTH,
        "track": track,
        "rank": rank,
        "source": SAID,
        "requires": (
            Requirement(skill="s", level=level, source=SAID),
            Requirement(skill="z", level=1, source=SAID),
        ),
    }
    return Role(**(values | more))


ROLES = (
    role("junior", "line", 1, 1, order=0),
    role("novice", "craft", 1, 1, order=1),
    role(
        "lead",
        "line",
        2,
        2,
        purpose=BOTH,
        responsibilities=(BOTH,),
        kpis=(
            Kpi(id="a", name=BOTH, weight=60, source=SAID),
            Kpi(id="b", name=BOTH, weight=40, source=SAID),
        ),
        time=(TimeShare(on=BOTH, share=66.67), TimeShare(on=BOTH, share=33.33)),
        order=2,
    ),
    role("expert", "craft", 2, 2, order=3),
    role("chief", "line", 3, 3, end=True, order=4),
)
SKILLS = tuple(
    Skill(
        id=id_,
        name=BOTH,
        source=SAID,
        levels=((1.0, BOTH), (2.0, BOTH), (3.0, BOTH)),
        practice=(Practice(kind=PracticeKind.EXPOSURE, text=BOTH),),
    )
    for id_ in ("s", "z")
)
HEAD = CatalogueHead(
    id="c",
    version="1",
    title=BOTH,
    scale=Scale(levels=tuple(Level(number=float(n), name=BOTH) for n in range(4))),
    tracks=(Track(id="line", name=BOTH), Track(id="craft", name=BOTH)),
    ranks=tuple(RankName(rank=rank, name=BOTH) for rank in (1, 2, 3)),
    agendas=(Agenda(id="talk", name=BOTH, items=(BOTH, BOTH), source=SAID),),
    questionnaires=(
        Questionnaire(
            id="ask",
            title=BOTH,
            intro=BOTH,
            tracks=("line", "craft"),
            questions=(
                Question(
                    id="time",
                    text=BOTH,
                    source=SAID,
                    answers=(
                        Answer(id="a", text=BOTH, weights=(("line", 1.0),), reason=BOTH),
                        Answer(id="b", text=BOTH, weights=(("craft", 1.0),), reason=BOTH),
                        Answer(id="c", text=BOTH),
                    ),
                ),
            ),
            source=SAID,
        ),
    ),
    source=SAID,
)
GOOD = Catalogue(head=HEAD, skills=SKILLS, roles=ROLES, moves=MOVES)


def with_role(id_: str, **more: Any) -> Catalogue:
    return replace(
        GOOD, roles=tuple(replace(one, **more) if one.id == id_ else one for one in ROLES)
    )


def with_skill(**more: Any) -> Catalogue:
    return replace(GOOD, skills=(replace(SKILLS[0], **more), SKILLS[1]))


def with_moves(*moves: Move) -> Catalogue:
    return replace(GOOD, moves=moves)


AGENDA = Agenda(id="talk", name=BOTH, items=(BOTH,), source=SAID)


def with_head(**more: Any) -> Catalogue:
    return replace(GOOD, head=replace(HEAD, **more))


ASK = HEAD.questionnaires[0]
ASKED = ASK.questions[0]


def with_question(**more: Any) -> Catalogue:
    return with_head(questionnaires=(replace(ASK, questions=(replace(ASKED, **more),)),))


def with_answer(**more: Any) -> Catalogue:
    return with_question(answers=(replace(ASKED.answers[0], **more), *ASKED.answers[1:]))


def worded(said: Message) -> str:
    return load_texts("en", Path(), None).word(said)


def told(found: tuple[Problem, ...]) -> list[str]:
    return [worded(problem.sentences[0]).removesuffix(".") for problem in found]


def test_a_good_catalogue_has_no_problem() -> None:
    assert problems(GOOD) == ()


CASES: list[tuple[Catalogue, Key, str]] = [
    (with_head(source=Source()), Key("catalogue", "c"), "catalogue “c”: the source is missing"),
    (
        with_head(title=ENGLISH, attribution=ENGLISH),
        Key("catalogue", "c"),
        "catalogue “c”: the Chinese text is missing in: title, attribution",
    ),
    (
        with_head(tracks=(HEAD.tracks[0], Track(id="craft", name=Text(zh="文字")))),
        Key("catalogue", "c"),
        "catalogue “c”: the English text is missing in: tracks",
    ),
    (
        with_head(scale=Scale(levels=HEAD.scale.levels[1:])),
        Key("catalogue", "c"),
        "catalogue “c”: the scale begins at 1",
    ),
    (
        with_head(ranks=HEAD.ranks[:1]),
        Key("catalogue", "c"),
        "catalogue “c”: 2 ranks have no name, though others have: 2, 3",
    ),
    (
        with_head(tracks=(*HEAD.tracks, Track(id="none", name=BOTH))),
        Key("catalogue", "c"),
        "catalogue “c”: no role is in the track “none”",
    ),
    (
        with_head(agendas=(replace(AGENDA, source=Source()),)),
        Key("catalogue", "c"),
        "agenda “talk”: the source is missing",
    ),
    (
        with_head(agendas=(replace(AGENDA, items=(BOTH, ENGLISH)),)),
        Key("catalogue", "c"),
        "agenda “talk”: the Chinese text is missing in: items",
    ),
    (
        with_head(agendas=(AGENDA, replace(AGENDA, id="empty", items=()))),
        Key("catalogue", "c"),
        "agenda “empty”: the agenda has no points",
    ),
    (
        with_head(questionnaires=(replace(ASK, source=Source()),)),
        Key("catalogue", "c"),
        "questionnaire “ask”: the source is missing",
    ),
    (
        with_head(questionnaires=(replace(ASK, intro=ENGLISH, title=ENGLISH),)),
        Key("catalogue", "c"),
        "questionnaire “ask”: the Chinese text is missing in: title, intro",
    ),
    (
        with_head(questionnaires=(ASK, replace(ASK, id="empty", questions=()))),
        Key("catalogue", "c"),
        "questionnaire “empty”: the questionnaire has no questions",
    ),
    (
        with_question(answers=(ASKED.answers[0], ASKED.answers[2])),
        Key("catalogue", "c"),
        "questionnaire “ask”: no answer weighs for the track “craft”",
    ),
    (
        with_question(source=Source()),
        Key("catalogue", "c"),
        "questionnaire “ask”, question “time”: the source is missing",
    ),
    (
        with_question(text=Text(zh="文字")),
        Key("catalogue", "c"),
        "questionnaire “ask”, question “time”: the English text is missing in: text",
    ),
    (
        with_answer(text=ENGLISH, reason=ENGLISH),
        Key("catalogue", "c"),
        "questionnaire “ask”, question “time”: the Chinese text is missing in: answers, reason",
    ),
    (
        with_answer(reason=Text()),
        Key("catalogue", "c"),
        "questionnaire “ask”, question “time”: an answer weighs for a track and gives no reason",
    ),
    (with_skill(source=Source()), Key("skill", "c", "s"), "skill “s”: the source is missing"),
    (
        with_role("expert", after=("line",)),
        Key("role", "c", "expert"),
        "role “expert”: nobody can have held all that “after” asks for before the role: line",
    ),
    (
        with_skill(practice=(Practice(kind=PracticeKind.EXPOSURE, text=ENGLISH),)),
        Key("skill", "c", "s"),
        "skill “s”: the Chinese text is missing in: practice",
    ),
    (
        with_skill(levels=()),
        Key("skill", "c", "s"),
        "skill “s”: no level of the skill is described",
    ),
    (
        with_skill(levels=((2.0, BOTH), (2.5, BOTH), (3.0, Text()))),
        Key("skill", "c", "s"),
        "skill “s”: levels without a description: 1, 3",
    ),
    (
        replace(GOOD, skills=(*SKILLS, replace(SKILLS[0], id="unused"))),
        Key("skill", "c", "unused"),
        "skill “unused”: no role requires the skill",
    ),
    (with_role("lead", source=Source()), Key("role", "c", "lead"),
     "role “lead”: the source is missing"),
    (with_role("lead", purpose=ENGLISH), Key("role", "c", "lead"),
     "role “lead”: the Chinese text is missing in: purpose"),
    (with_role("expert", requires=()), Key("role", "c", "expert"),
     "role “expert”: the role requires nothing"),
    (
        with_role("lead", requires=tuple(replace(x, source=Source()) for x in ROLES[2].requires)),
        Key("role", "c", "lead"),
        "role “lead”: 2 requirements have no source: s, z",
    ),
    (
        with_role("lead", kpis=(Kpi(id="a", name=BOTH, weight=100),)),
        Key("role", "c", "lead"),
        "role “lead”: a KPI has no source: a",
    ),
    (
        with_role("lead", kpis=(replace(ROLES[2].kpis[0], weight=90), ROLES[2].kpis[1])),
        Key("role", "c", "lead"),
        "role “lead”: the weights of the KPIs come to 130 %",
    ),
    (
        with_role("lead", kpis=(replace(ROLES[2].kpis[0], weight=100.0),
                                replace(ROLES[2].kpis[1], weight=None))),
        Key("role", "c", "lead"),
        "role “lead”: KPIs without a weight, though others have one: b",
    ),
    (
        with_role("lead", time=(TimeShare(on=BOTH, share=90),)),
        Key("role", "c", "lead"),
        "role “lead”: the shares of time come to 90 %",
    ),
    (with_role("chief", end=False), Key("role", "c", "chief"),
     "role “chief”: no move leads out of the role, and it is not marked as an end"),
    (
        with_moves(MOVES[0], MOVES[2], MOVES[3], move("novice", "lead")),
        Key("role", "c", "expert"),
        "role “expert”: no move leads to the role, though it is no entry role",
    ),
    (
        with_moves(*MOVES, move("chief", "lead")),
        Key("role", "c", "lead"),
        "role “lead”: promotions lead round in a circle: lead, chief",
    ),
    (
        with_moves(*MOVES, move("chief", "junior")),
        Key("move", "c", "chief/junior/promotion"),
        "move “chief” to “junior”: the promotion leads downward, from rank 3 to 1",
    ),
    (
        with_moves(*MOVES[:2], MOVES[3], move("expert", "lead")),
        Key("move", "c", "expert/lead/promotion"),
        "move “expert” to “lead”: the promotion stays on rank 2",
    ),
    (
        with_moves(*MOVES, move("lead", "lead", MoveKind.RETURN)),
        Key("move", "c", "lead/lead/return"),
        "move “lead” to “lead”: the move leads back to the role that it leaves",
    ),
    (
        with_moves(replace(MOVES[0], source=Source()), *MOVES[1:]),
        Key("move", "c", "junior/lead/promotion"),
        "move “junior” to “lead”: the source is missing",
    ),
    (
        with_moves(replace(MOVES[0], precondition=ENGLISH), *MOVES[1:]),
        Key("move", "c", "junior/lead/promotion"),
        "move “junior” to “lead”: the Chinese text is missing in: precondition",
    ),
    (
        with_role("lead", requires=(Requirement(skill="s", level=0.5, source=SAID),)),
        Key("role", "c", "lead"),
        "role “lead”: “s” falls from 1 in “junior” to 0.5 along a promotion",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("catalogue", "key", "expected"), CASES, ids=[expected for _, _, expected in CASES]
)
def test_a_problem_is_told_with_its_record_and_a_remedy(
    catalogue: Catalogue, key: Key, expected: str
) -> None:
    found = problems(catalogue)
    assert expected in told(found)
    assert key in {problem.key for problem in found}
    assert all(worded(problem.remedy) for problem in found)
    # A circle of promotions cannot but lead downward somewhere, and lower something.
    if "circle" not in expected and "downward" not in expected:
        assert len(found) == 1


def test_a_circle_is_told_once_and_its_downward_promotion_too() -> None:
    assert told(problems(with_moves(*MOVES, move("chief", "lead")))) == [
        "role “lead”: promotions lead round in a circle: lead, chief",
        "move “chief” to “lead”: the promotion leads downward, from rank 3 to 2",
        "role “lead”: “s” falls from 3 in “chief” to 2 along a promotion",
    ]


def test_a_reason_excuses_a_requirement_that_falls() -> None:
    lower = Requirement(skill="s", level=0.5, source=SAID, lower_because=REASON)
    assert problems(with_role("lead", requires=(lower,))) == ()


def test_a_requirement_may_fall_along_other_moves() -> None:
    catalogue = with_role("expert", requires=(Requirement(skill="s", level=2.5, source=SAID),))
    assert problems(catalogue) == ()


def test_a_fall_is_told_once_for_a_role() -> None:
    lower = (Requirement(skill="s", level=0.5, source=SAID),)
    catalogue = replace(with_role("lead", requires=lower), moves=(*MOVES, move("novice", "lead")))
    assert len(problems(catalogue)) == 1


def test_a_role_that_stands_alone_has_no_way_in_and_none_out() -> None:
    catalogue = replace(GOOD, roles=(*ROLES, role("alone", "line", 3, 3)))
    assert told(problems(catalogue)) == [
        "role “alone”: no move leads to the role, though it is no entry role",
        "role “alone”: no move leads out of the role, and it is not marked as an end",
    ]


def test_roles_that_only_lead_to_each_other_cannot_be_reached() -> None:
    catalogue = replace(
        GOOD,
        roles=(*ROLES, role("x", "craft", 2, 2), role("y", "craft", 2, 2)),
        moves=(
            *MOVES,
            move("x", "y", MoveKind.TRACK_CHANGE),
            move("y", "x", MoveKind.TRACK_CHANGE),
        ),
    )
    assert told(problems(catalogue)) == [
        "role “x”: no way from an entry role leads to the role",
        "role “y”: no way from an entry role leads to the role",
    ]


def test_a_move_to_itself_is_no_way() -> None:
    catalogue = replace(
        GOOD,
        roles=(*ROLES, role("alone", "line", 3, 3)),
        moves=(*MOVES, move("alone", "alone", MoveKind.RETURN)),
    )
    assert len(problems(catalogue)) == 3


def test_no_weights_and_no_times_are_no_problem() -> None:
    kpis = tuple(replace(kpi, weight=None) for kpi in ROLES[2].kpis)
    assert problems(with_role("lead", kpis=kpis, time=())) == ()


def test_a_catalogue_without_roles() -> None:
    empty = replace(GOOD, head=replace(HEAD, tracks=(), ranks=()), roles=(), skills=(), moves=())
    assert told(problems(empty)) == ["catalogue “c”: the catalogue has no roles"]
