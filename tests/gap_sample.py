"""A small framework with one person in it, whose gap is worked out by hand."""

from __future__ import annotations

from datetime import date

from planner.core.gaps import Basis, Gap, gap, ratings_that_count
from planner.core.graph import PromotionGraph
from planner.core.model import (
    Catalogue,
    CatalogueHead,
    Level,
    Move,
    MoveKind,
    Practice,
    PracticeKind,
    Requirement,
    Role,
    Scale,
    Skill,
    Track,
)
from planner.core.people import Person, Rater, Rating
from planner.core.text import Source, Text, same_text

TODAY = date(2026, 11, 1)

_LEVELS = (
    ("None", "无"),
    ("Aware", "了解"),
    ("Working", "运用"),
    ("Skilled", "熟练"),
    ("Expert", "精通"),
    ("Master", "大师"),
)

# id, English, Chinese, kind, required level, weight, essential, held level, rater, day
_ROWS = (
    ("contract-law", "Contract law", "合同法务知识", "hard", 3, 3, True, 1, "agreed", "2026-03-10"),
    ("budgeting", "Financial budgeting", "财务预算编制", "hard", 4, 2, True, 2, "agreed",
     "2026-03-10"),
    ("negotiation", "Business negotiation", "商务谈判", "hard", 4, 3, True, 3, "manager",
     "2026-05-04"),
    ("talent", "Talent development", "人才培养", "soft", 3, 1, False, None, "", ""),
    ("crm", "CRM data reading", "CRM 数据解读", "digital", 4, 2, False, 3, "self", "2025-01-15"),
    ("cross-cultural", "Cross-cultural communication", "跨文化沟通", "soft", 4, 1, False, 3,
     "agreed", "2026-03-10"),
    ("strategy", "Strategic thinking", "战略思维", "strategic", 3, 2, True, 3, "agreed",
     "2026-03-10"),
    ("packaging", "Packaging industry solutions", "行业解决方案包装", "hard", 4, 2, False, 4,
     "agreed", "2026-03-10"),
    ("emotional", "Emotional self-management", "情绪管理", "soft", 3, 1, False, 4, "manager",
     "2026-05-04"),
)  # fmt: skip

_LAW_LEVELS = (
    ("Knows which clauses matter and whom to ask.", "知道哪些条款重要、该问谁。"),
    ("Reads a standard contract and marks the risks alone.", "能独立审阅标准合同并标出风险。"),
    ("Negotiates terms with the client's counsel.", "能与客户法务谈判条款。"),
    ("Drafts framework contracts for several countries.", "能起草跨国框架合同。"),
    ("Sets the firm's contract policy.", "制定公司的合同政策。"),
)


def sample_catalogue() -> Catalogue:
    """Return three roles in two tracks; one asks for nine skills, one for none."""
    skills = tuple(
        Skill(
            id=row[0],
            name=Text(en=row[1], zh=row[2]),
            kind=row[3],
            source=Source("article §2" if order < 3 else "editorial"),
            levels=tuple(
                (float(number), Text(en=en, zh=zh))
                for number, (en, zh) in enumerate(_LAW_LEVELS, start=1)
            ),
            practice=(
                Practice(
                    kind=PracticeKind.EXPERIENCE,
                    text=Text(
                        en="Mark up two live contracts with a lawyer beside you.",
                        zh="在律师指导下批注两份真实合同。",
                    ),
                    to=3.0,
                    hours=30.0,
                ),
                Practice(
                    kind=PracticeKind.EDUCATION,
                    text=Text(en="Take the course on contract basics.", zh="学习合同基础课程。"),
                    to=2.0,
                    hours=12.0,
                ),
            ),
            order=order,
        )
        for order, row in enumerate(_ROWS)
    )
    requires = tuple(
        Requirement(
            skill=row[0],
            level=float(row[4]),
            weight=float(row[5]),
            essential=row[6],
            source=Source("editorial"),
        )
        for row in _ROWS
    )
    return Catalogue(
        head=CatalogueHead(
            id="sample",
            version="1.0.0",
            title=Text(en="A small framework", zh="小框架"),
            scale=Scale(
                levels=tuple(
                    Level(number=float(number), name=Text(en=en, zh=zh))
                    for number, (en, zh) in enumerate(_LEVELS)
                )
            ),
            tracks=(
                Track(id="client", name=Text(en="Client track", zh="客户序列")),
                Track(id="line", name=Text(en="Line track", zh="管理序列")),
            ),
        ),
        skills=skills,
        roles=(
            Role(
                id="account-manager",
                name=Text(en="Account manager", zh="客户经理"),
                track="client",
                rank=2,
                requires=requires[2:3],
                order=0,
            ),
            Role(
                id="director",
                name=Text(en="Regional client director", zh="区域客户总监"),
                track="client",
                rank=3,
                after=("line",),
                requires=requires,
                order=1,
            ),
            Role(id="host", name=Text(en="Host", zh="主持"), track="line", rank=2, order=2),
        ),
        moves=(
            Move(
                from_role="account-manager",
                to_role="director",
                kind=MoveKind.PROMOTION,
                years=(3.0, 5.0),
            ),
            Move(from_role="account-manager", to_role="host", kind=MoveKind.TRACK_CHANGE, order=1),
        ),
    )


def sample_person() -> Person:
    """Return somebody who has been an account manager for two years and three months."""
    return Person(
        id="lin-wei",
        name="Lin Wei",
        catalogue="sample",
        role="account-manager",
        since=date(2024, 8, 1),
    )


def sample_ratings() -> tuple[Rating, ...]:
    """Return one rating for each skill but one."""
    return tuple(
        Rating(
            entry=entry,
            skill=row[0],
            level=float(row[7]),
            by=Rater(row[8]),
            on=date.fromisoformat(row[9]),
        )
        for entry, row in enumerate(_ROWS, start=1)
        if row[7] is not None
    )


def sample_gap() -> Gap:
    """Return the person's gap to the director's role.

    Σ w·required = 9+8+12+3+8+4+6+8+3 = 61; Σ w·min(held, required) = 3+4+9+0+6+3+6+8+3 = 42, with
    the unrated skill in full 45.
    """
    counting = ratings_that_count(sample_ratings(), Basis.AGREED, TODAY)
    graph = PromotionGraph(sample_catalogue())
    return gap(graph, sample_person(), counting, "director", basis=Basis.AGREED, as_of=TODAY)


def wide_gap(count: int) -> tuple[Gap, Catalogue]:
    """Return a gap of `count` skills with long names on a real scale of 0 to 7."""
    skills = tuple(
        Skill(
            id=f"s{n}",
            name=same_text(f"Coordination of international supplier programmes {n}"),
            kind="hard",
            order=n,
        )
        for n in range(count)
    )
    role = Role(
        id="r",
        name=same_text("Programme lead"),
        track="t",
        rank=1,
        requires=tuple(
            Requirement(skill=skill.id, level=4.62, weight=1.0 + skill.order / 10)
            for skill in skills
        ),
    )
    catalogue = Catalogue(
        head=CatalogueHead(
            id="wide",
            version="1",
            title=same_text("Wide"),
            scale=Scale(
                levels=tuple(Level(number=float(n), name=same_text(f"Level {n}")) for n in range(8))
            ),
            tracks=(Track(id="t", name=same_text("T")),),
        ),
        skills=skills,
        roles=(role,),
        moves=(),
    )
    person = Person(id="p", name="P", catalogue="wide", role="r", since=date(2020, 1, 1))
    ratings = [
        Rating(
            entry=n + 1,
            skill=f"s{n}",
            level=n % 7 + 0.25,
            by=Rater.AGREED,
            on=date(2026, 1, 1),
        )
        for n in range(0, count, 2)
    ]
    counting = ratings_that_count(ratings, Basis.AGREED, TODAY)
    found = gap(PromotionGraph(catalogue), person, counting, "r", basis=Basis.AGREED, as_of=TODAY)
    return found, catalogue
