"""What a team would lose by a requirement one level higher, in words."""

from __future__ import annotations

from planner.core.team.against_roles import Team
from planner.core.team.requirement_change import RaisedRequirement, ReadinessLoss
from planner.core.text import Texts
from planner.report.map.words import readiness_words


def raised_words(raised: RaisedRequirement | None, team: Team, texts: Texts, *, most: int) -> str:
    """Return who would lose readiness, from what to what; empty where nothing can rise.

    Whoever loses most is named first, at most so many people.
    """
    if raised is None:
        return ""
    catalogue = team.catalogue
    asked = texts.tr(
        "If {role} asked for {skill} {from_level} → {to_level}",
        role=texts.pick(catalogue.role(raised.role).name),
        skill=texts.pick(catalogue.skill(raised.skill).name),
        from_level=texts.number(raised.from_level),
        to_level=texts.number(raised.to_level),
    )
    if not raised.losses:
        return texts.tr("{asked}, nobody would lose readiness.", asked=asked)
    names = {person.id: person.name for person in team.people}
    falling = sorted(raised.losses, key=lambda loss: loss.after.low - loss.before.low)
    told = [_loss(loss, names[loss.person], texts) for loss in falling[:most]]
    if (more := len(raised.losses) - len(told)) > 0:
        told.append(texts.ntr("{count} more", "{count} more", more))
    return texts.tr(
        "{asked}, {count} of {compared} would lose readiness: {people}.",
        asked=asked,
        count=len(raised.losses),
        compared=raised.compared,
        people=texts.tr("; ").join(told),
    )


def _loss(loss: ReadinessLoss, name: str, texts: Texts) -> str:
    before, after = readiness_words(loss.before, texts), readiness_words(loss.after, texts)
    words = texts.tr("{name} {before} → {after}", name=name, before=before, after=after)
    if loss.is_ready_no_longer:
        return texts.tr("{loss}, ready no longer", loss=words)
    return words
