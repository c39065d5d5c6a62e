"""The sentences of a one-on-one: origins, promises, what changed, and what agreeing does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.core.career import Action, ActionState, AgendaItem, Meeting, Origin, Owner
from planner.core.meeting.changes import (
    ActionEnded,
    EvidenceAdded,
    Happening,
    LevelChanged,
    RoleTaken,
    StanceNoted,
    TargetChanged,
)
from planner.core.meeting.meetings import PromiseOutcome, first_origin
from planner.core.meeting.ratings import BothSides, Effect
from planner.core.model import Agenda, Catalogue
from planner.core.people import Person, Rater, Rating
from planner.core.searching import folded, words_of
from planner.core.text import Texts
from planner.report.gaps.words import level_name
from planner.report.map.wish_words import stance_words
from planner.report.map.words import DOT, readiness_words
from planner.report.rows import rater_name

# An excerpt begins so many letters before the word that was found.
_LONGEST_EXCERPT, _BEFORE = 90, 30

Mood = Literal["", "quiet", "accent", "warning", "success"]
Sort = Literal["up", "down", "done", "dropped", "evidence", "role", "target", "stance"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and whether they are good news, a warning, new, or neither."""

    words: str
    mood: Mood = "quiet"


def owner_name(owner: Owner, person: Person, texts: Texts) -> str:
    """Return who does an action, in full."""
    return person.name if owner is Owner.EMPLOYEE else texts.tr("Manager")


def agenda_name(meeting: Meeting, agendas: tuple[Agenda, ...], texts: Texts) -> str:
    """Return the name of the template of a one-on-one; empty where it has none."""
    if not meeting.agenda:
        return ""
    known = next((agenda for agenda in agendas if agenda.id == meeting.agenda), None)
    return texts.pick(known.name) if known else meeting.agenda


def origin_words(
    item: AgendaItem,
    last: Meeting | None,
    person: Person,
    texts: Texts,
    meetings: Iterable[Meeting] = (),
) -> str:
    """Return where a point of the agenda comes from; nothing is said of the template's own.

    Of one that was left open before, also who brought it up, as far as `meetings` tell.
    """
    by = {
        Origin.TEMPLATE: "",
        Origin.CARRIED: "",
        Origin.EMPLOYEE: texts.tr("brought up by {name}", name=person.name),
        Origin.MANAGER: texts.tr("brought up by the manager"),
    }[first_origin(item, last, meetings)]
    if item.origin is not Origin.CARRIED:
        return by
    left_open = texts.tr("left open before")
    if last is not None:
        left_open = texts.tr("left open on {day}", day=texts.date(last.on))
    return DOT.join(part for part in (by, left_open) if part)


def due_words(action: Action, meeting: Meeting | None, day: date, texts: Texts) -> Said:
    """Return when an action is due or how it ended, seen from a day and a one-on-one."""
    if action.state is ActionState.DONE:
        return Said(texts.tr("done"), "success")
    if action.state is ActionState.DROPPED:
        return Said(texts.tr("dropped"))
    if action.is_overdue(day) and action.due is not None:
        late = (day - action.due).days
        return Said(texts.ntr("overdue {count} day", "overdue {count} days", late), "warning")
    is_new = meeting is not None and action.meeting == meeting.id
    if action.due is None:
        return Said(texts.tr("new today"), "accent") if is_new else Said(texts.tr("no date"))
    due = texts.tr("due {day}", day=texts.date(action.due))
    return Said(due, "accent" if is_new else "quiet")


def outcome_words(outcome: PromiseOutcome, day: date, texts: Texts) -> Said:
    """Return what became of a promise by a day."""
    action = outcome.action
    if action is None:
        return Said(texts.tr("no longer in the plan"))
    if outcome.is_kept and action.finished is not None:
        return Said(texts.tr("done on {day}", day=texts.date(action.finished)), "success")
    return due_words(action, None, day, texts)


def state_words(action: Action, texts: Texts) -> str:
    """Return how far an action is."""
    return {
        ActionState.PLANNED: texts.tr("planned"),
        ActionState.DOING: texts.tr("under way"),
        ActionState.DONE: texts.tr("done"),
        ActionState.DROPPED: texts.tr("dropped"),
    }[action.state]


def step_of(action: Action, catalogue: Catalogue, texts: Texts) -> str:
    """Return the skill that an action serves, with its step; empty for a free one."""
    if action.skill is None or not catalogue.has_skill(action.skill):
        return ""
    name = texts.pick(catalogue.skill(action.skill).name)
    if action.to_level is None:
        return name
    if action.from_level is None:
        return texts.tr("{skill} → {level}", skill=name, level=texts.number(action.to_level))
    return texts.tr(
        "{skill} {from_level} → {to_level}",
        skill=name,
        from_level=texts.number(action.from_level),
        to_level=texts.number(action.to_level),
    )


def rated_words(rating: Rating | None, texts: Texts) -> str:
    """Return a level as a number, or that there is none."""
    if rating is None:
        return texts.tr("unrated")
    return texts.tr("not applicable") if rating.level is None else texts.number(rating.level)


def sides_words(row: BothSides, texts: Texts) -> str:
    """Return both views and what is required, such as `self 4, manager 3, required 4`."""
    return texts.tr(
        "self {own}, manager {theirs}, required {required}",
        own=rated_words(row.by_self, texts),
        theirs=rated_words(row.by_manager, texts),
        required=texts.number(row.requirement.level),
    )


def agreed_level_words(skill: str, level: float | None, catalogue: Catalogue, texts: Texts) -> str:
    """Return an agreed level, such as `Business negotiation: 4 Advanced`."""
    name = skill_name(skill, catalogue, texts)
    said = texts.tr("not applicable")
    if level is not None:
        said = level_name(level, catalogue.scale, texts)
    return texts.tr("{skill}: {levels}", skill=name, levels=said)


def skill_name(skill: str, catalogue: Catalogue, texts: Texts) -> str:
    """Return the name of a skill; of one that has left the catalogue, its id."""
    return texts.pick(catalogue.skill(skill).name) if catalogue.has_skill(skill) else skill


def role_name(role: str, catalogue: Catalogue, texts: Texts) -> str:
    """Return the name of a role; of one that has left the catalogue, its id."""
    return texts.pick(catalogue.role(role).name) if catalogue.has_role(role) else role


def effect_words(effect: Effect, texts: Texts) -> Said:
    """Return what agreeing does, such as `69–74 % → 72–77 % ready, essentials open 3 → 2`."""
    if effect.is_none:
        return Said(texts.tr("readiness stays as it is"))
    before = readiness_words(effect.before.readiness, texts)
    after = readiness_words(effect.after.readiness, texts)
    words = texts.tr("{before} → {after} ready", before=before, after=after)
    if before == after:
        words = texts.tr("{readiness} ready as before", readiness=after)
    open_before, open_after = (len(gap.open_essentials) for gap in (effect.before, effect.after))
    if open_before != open_after:
        opened = texts.tr(
            "essentials open {before} → {after}", before=open_before, after=open_after
        )
        words = texts.tr("{readiness}, {open}", readiness=words, open=opened)
    is_worse = effect.change < 0 or open_after > open_before
    return Said(words, "warning" if is_worse else "success")


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words, and what sort it is: the icon and the mood follow from it."""

    words: str
    sort: Sort


def change_words(happening: Happening, catalogue: Catalogue, texts: Texts) -> Told:
    """Return one change since the last one-on-one in words."""
    match happening:
        case RoleTaken(position):
            name, day = role_name(position.role, catalogue, texts), texts.date(position.since)
            return Told(texts.tr("New role since {day}: {role}", day=day, role=name), "role")
        case TargetChanged(_, after):
            if after is None:
                return Told(texts.tr("No target any more"), "target")
            return Told(
                texts.tr("New target: {role}", role=role_name(after, catalogue, texts)), "target"
            )
        case StanceNoted(wish):
            return Told(
                texts.tr(
                    "{role}: {stance}",
                    role=role_name(wish.role, catalogue, texts),
                    stance=stance_words(wish.stance, texts),
                ),
                "stance",
            )
        case LevelChanged():
            return _level_words(happening, catalogue, texts)
        case ActionEnded():
            sort: Sort = "done" if happening.is_done else "dropped"
            return Told(_ended_words(happening, texts), sort)
        case EvidenceAdded(text, skill, _):
            if skill is None:
                return Told(texts.tr("Evidence: {evidence}", evidence=text), "evidence")
            name = skill_name(skill, catalogue, texts)
            return Told(
                texts.tr("Evidence for {skill}: {evidence}", skill=name, evidence=text),
                "evidence",
            )


def _level_words(change: LevelChanged, catalogue: Catalogue, texts: Texts) -> Told:
    rater = texts.word(rater_name(change.after.by))
    name = skill_name(change.after.skill, catalogue, texts)
    level = rated_words(change.after, texts)
    if change.before is None:
        words = texts.tr(
            "{skill}, {rater}: first rated {level}", skill=name, rater=rater, level=level
        )
    else:
        words = texts.tr(
            "{skill}, {rater}: {before} → {after}",
            skill=name,
            rater=rater,
            before=rated_words(change.before, texts),
            after=level,
        )
    return Told(words, "up" if change.is_rise else "down")


def _ended_words(ended: ActionEnded, texts: Texts) -> str:
    action = ended.action
    if not ended.is_done:
        return texts.tr("Dropped: {title}", title=action.title)
    if action.due is not None and action.finished is not None and action.finished > action.due:
        late = (action.finished - action.due).days
        return texts.ntr(
            "Done: {title} ({count} day late)",
            "Done: {title} ({count} days late)",
            late,
            title=action.title,
        )
    return texts.tr("Done: {title}", title=action.title)


def meeting_facts(meeting: Meeting, agenda: str, texts: Texts) -> str:
    """Return what a record holds in one line: its template, agreed levels, promises."""
    parts = [agenda] if agenda else []
    if meeting.agreed:
        parts.append(
            texts.ntr("{count} level agreed", "{count} levels agreed", len(meeting.agreed))
        )
    if meeting.promised:
        parts.append(texts.ntr("{count} promise", "{count} promises", len(meeting.promised)))
    if meeting.corrections:
        parts.append(
            texts.ntr("{count} correction", "{count} corrections", len(meeting.corrections))
        )
    return DOT.join(parts)


def view_note(rating: Rating | None, own: Rater, texts: Texts) -> str:
    """Return what is to be said of a side's view in small letters; nothing of a plain level."""
    if rating is None:
        return texts.tr("unrated")
    parts = []
    if rating.level is None:
        parts.append(texts.tr("not applicable"))
    if rating.by is not own:
        parts.append(texts.tr("agreed {month}", month=texts.month(rating.on)))
    return DOT.join(parts)


def excerpt(line: str, said: str) -> str:
    """Return a part of a line around the first of the words looked for, on whole words."""
    if len(line) <= _LONGEST_EXCERPT:
        return line
    words = words_of(said)
    at = max(0, folded(line).find(words[0])) if words else 0
    start = max(0, at - _BEFORE)
    if start:
        start = line.find(" ", start - 1, at) + 1 or start
    part = line[start : start + _LONGEST_EXCERPT].rstrip()
    before, after = ("…" if start else ""), ("…" if start + len(part) < len(line) else "")
    return f"{before}{part}{after}"
