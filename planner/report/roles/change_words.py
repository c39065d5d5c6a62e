"""What it changes to take up a role, told before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.core.gaps import Gap
from planner.core.model import Catalogue, Role
from planner.core.people import Position
from planner.core.roles.change import RoleChange, Step
from planner.core.text import Message, Texts, message
from planner.report.map.wish_words import stance_words
from planner.report.map.words import DOT, essentials_words, readiness_words, unrated_words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that changes, or that does not; `icon` names its picture."""

    icon: str
    words: str


def change_heading(change: RoleChange, catalogue: Catalogue, texts: Texts) -> str:
    """Return what kind of step it is, such as `Promotion: from … to …`."""
    tr, to_role = texts.tr, _name(change.role, catalogue, texts)
    if not change.is_present:
        return tr("The past is corrected: {role}", role=to_role)
    from_role = _name(change.before.role, catalogue, texts)
    ends = {"from_role": from_role, "to_role": to_role}
    match change.step:
        case Step.PROMOTION:
            return tr("Promotion: from {from_role} to {to_role}", **ends)
        case Step.TRACK_CHANGE:
            return tr("Change of track: from {from_role} to {to_role}", **ends)
        case Step.CAREER_CHANGE:
            return tr("Change of career: from {from_role} to {to_role}", **ends)
        case Step.DUAL_LADDER:
            return tr("Dual ladder: from {from_role} to {to_role}", **ends)
        case Step.RETURN:
            return tr("Return: from {from_role} to {to_role}", **ends)
        case Step.BACK:
            return tr("A step back: from {from_role} to {to_role}", **ends)
        case Step.LEVEL:
            return tr("From {from_role} to {to_role}", **ends)


def change_lines(
    change: RoleChange,
    catalogue: Catalogue,
    texts: Texts,
    *,
    now: Gap | None,
    next_step: Gap | None,
) -> tuple[ChangeLine, ...]:
    """Return everything that changes, and what stays.

    `now` is the gap to the role that is taken up; `next_step` the one that matters then.
    """
    lines = _present_lines if change.is_present else _past_lines
    return (
        *lines(change, catalogue, texts),
        *(_readiness_lines(change, catalogue, texts, now, next_step) if change.is_present else ()),
        ChangeLine(
            "check", texts.tr("Ratings, plan, one-on-ones and KPI results stay as they are.")
        ),
    )


def taken_up_words(change: RoleChange, catalogue: Catalogue) -> Message:
    """Return what was done, once it is."""
    said = {"name": change.before.name, "role": catalogue.role(change.role).name}
    if change.until is None:
        return message("{name}: {role} since {day}.", **said, day=change.on)
    return message(
        "{name}: {role} from {first} to {last}.", **said, first=change.on, last=change.until
    )


def _present_lines(change: RoleChange, catalogue: Catalogue, texts: Texts) -> Iterator[ChangeLine]:
    if change.left is not None:
        yield ChangeLine(
            "career",
            texts.tr(
                "{position} becomes a past position.", position=_held(change.left, catalogue, texts)
            ),
        )
    yield ChangeLine(
        "calendar",
        texts.tr(
            "Time as {role} counts from {day}.",
            role=_name(change.role, catalogue, texts),
            day=texts.date(change.on),
        ),
    )
    target = change.before.target
    if change.reaches_target:
        yield ChangeLine("target-set", texts.tr("The target is reached, and cleared."))
    elif target is not None:
        name = _name(target, catalogue, texts)
        yield ChangeLine("target", texts.tr("The target {role} stays.", role=name))
    wish = change.cleared_wish
    if wish is not None:
        words = stance_words(wish.stance, texts)
        yield ChangeLine("close", texts.tr("The stance “{stance}” is cleared.", stance=words))


def _past_lines(change: RoleChange, catalogue: Catalogue, texts: Texts) -> Iterator[ChangeLine]:
    added = Position(role=change.role, since=change.on, until=change.until)
    yield ChangeLine(
        "career",
        texts.tr("{position} is added to the past.", position=_held(added, catalogue, texts)),
    )
    if change.left is not None and change.left.until is not None:
        yield ChangeLine(
            "calendar",
            texts.tr(
                "{role} then ends on {day}.",
                role=_name(change.left.role, catalogue, texts),
                day=texts.date(change.left.until),
            ),
        )
    present = _name(change.before.role, catalogue, texts)
    yield ChangeLine("person", texts.tr("{role} stays the present role.", role=present))


def _readiness_lines(
    change: RoleChange, catalogue: Catalogue, texts: Texts, now: Gap | None, next_step: Gap | None
) -> Iterator[ChangeLine]:
    if now is not None and not now.ready and now.readiness is not None and now.open_essentials:
        yield ChangeLine(
            "gaps",
            texts.tr(
                "{role}, today: {state}. That does not stand in the way.",
                role=_name(change.role, catalogue, texts),
                state=_state(now, texts),
            ),
        )
    if next_step is None:
        role = catalogue.role(change.role)
        yield ChangeLine("map", _end_words(role, texts))
        return
    yield ChangeLine(
        "map",
        texts.tr(
            "Next step: {role}, {state}.",
            role=_name(next_step.role, catalogue, texts),
            state=_state(next_step, texts),
        ),
    )


def _end_words(role: Role, texts: Texts) -> str:
    if role.end:
        return texts.tr("It is the end of its track: no next step.")
    return texts.tr("No move leads on from it.")


def _state(gap: Gap, texts: Texts) -> str:
    """Return readiness with what is open, such as `69–74 % ready · 3 essentials open`."""
    if gap.readiness is None:
        return readiness_words(None, texts)
    # A number and its sign stay in one line.
    readiness = readiness_words(gap.readiness, texts).replace(" ", "\u00a0")
    parts = [texts.tr("{percentage} ready", percentage=readiness)]
    parts.append(essentials_words(len(gap.open_essentials), texts))
    if gap.unrated:
        parts.append(unrated_words(len(gap.unrated), texts))
    return DOT.join(parts)


def _held(position: Position, catalogue: Catalogue, texts: Texts) -> str:
    """Return a past position with its days and how long it lasted."""
    role = _name(position.role, catalogue, texts)
    if position.until is None:
        return role
    return texts.tr(
        "{role}, {first} – {last} ({duration})",
        role=role,
        first=texts.date(position.since),
        last=texts.date(position.until),
        duration=texts.duration((position.until - position.since).days + 1),
    )


def _name(role: str, catalogue: Catalogue, texts: Texts) -> str:
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role
