"""The sentences of a plan: when it would be done, what stands in the way, and by which rule."""

from __future__ import annotations

from datetime import date

from planner.core.career import Action, ActionState, Owner
from planner.core.gaps import SkillGap
from planner.core.model import Catalogue, Requirement, Scale
from planner.core.planning.offers import Earned, Moved
from planner.core.planning.plan import Plan, PlannedAction
from planner.core.text import Texts
from planner.report.gaps.words import practice_kind, skill_heading
from planner.report.map.words import DOT
from planner.report.rows import rater_name


def state_name(state: ActionState, texts: Texts) -> str:
    """Return how far an action is, in a word."""
    return {
        ActionState.PLANNED: texts.tr("planned"),
        ActionState.DOING: texts.tr("under way"),
        ActionState.DONE: texts.tr("done"),
        ActionState.DROPPED: texts.tr("dropped"),
    }[state]


def owner_name(owner: Owner, texts: Texts) -> str:
    """Return who does an action, in a word."""
    return {
        Owner.EMPLOYEE: texts.tr("employee"),
        Owner.MANAGER: texts.tr("manager"),
    }[owner]


def plan_rule(hours_a_week: float, texts: Texts) -> str:
    """Return by which rule a plan is ordered and timed, as it is printed beside it."""
    return texts.tr(
        "Order: actions for open essential gaps, then for other gaps, then all others; among these "
        "the earliest due day first, then the largest weighted gap, then the lower step. The "
        "person's own actions are done one after the other at {hours} h a week; one that starts "
        "later waits for its day while the next goes ahead. The manager's take none of these "
        "hours. An action without hours of its own takes those of its step; where nobody has given "
        "any it counts as 0 and is named as having no estimate.",
        hours=texts.number(hours_a_week),
    )


def plan_line(plan: Plan, texts: Texts) -> str:
    """Return when the plan would be done, in one line."""
    hours, week = texts.number(plan.hours, 1), texts.number(plan.hours_a_week)
    if not plan.open:
        return texts.tr("Nothing is open.") if plan.closed else texts.tr("Nothing is planned yet.")
    if plan.done_by is None:
        if plan.unestimated:
            return texts.tr("No open action has an estimate, so no day can be said.")
        return texts.tr("Only the manager's actions are open.")
    return texts.tr(
        "{hours} h left: done by {day} at {week} h a week",
        hours=hours,
        day=texts.date(plan.done_by),
        week=week,
    )


def trouble_words(plan: Plan, texts: Texts) -> tuple[str, ...]:
    """Return what is overdue, what does not fit before its due day, and what has no estimate."""
    parts = []
    if count := len(plan.overdue):
        parts.append(texts.ntr("{count} overdue", "{count} overdue", count))
    if count := len(plan.too_late):
        parts.append(
            texts.ntr(
                "{count} does not fit before it is due",
                "{count} do not fit before they are due",
                count,
            )
        )
    if count := len(plan.unestimated):
        parts.append(texts.ntr("{count} without an estimate", "{count} without an estimate", count))
    return tuple(parts)


def step_words(action: Action, texts: Texts) -> str:
    """Return an action's step, such as `1 → 2`; empty where it leads to no level."""
    if action.to_level is None:
        return ""
    low = "–" if action.from_level is None else texts.number(action.from_level)
    return texts.tr("{held} → {required}", held=low, required=texts.number(action.to_level))


def skill_name(action: Action, catalogue: Catalogue, texts: Texts) -> str:
    """Return the name of an action's skill; empty without one, its id where it is unknown."""
    if action.skill is None:
        return ""
    if not catalogue.has_skill(action.skill):
        return action.skill
    return texts.pick(catalogue.skill(action.skill).name)


def skill_and_step(action: Action, catalogue: Catalogue, texts: Texts) -> str:
    """Return an action's skill with its step, such as `Contract law 1 → 2`; empty without one."""
    name, step = skill_name(action, catalogue, texts), step_words(action, texts)
    if not (name and step):
        return name
    return texts.tr("{skill} {level}", skill=name, level=step)


def action_facts(action: Action, texts: Texts) -> str:
    """Return what an action is in a few words: its state, kind, and whose it is."""
    parts = [state_name(action.state, texts)]
    if action.kind is not None:
        parts.append(practice_kind(action.kind, texts))
    if action.owner is Owner.MANAGER:
        parts.append(texts.tr("the manager's"))
    return DOT.join(parts)


def draft_facts(draft: Action, texts: Texts) -> str:
    """Return of a ready-made action its kind, how far it leads, and its hours."""
    parts = [practice_kind(draft.kind, texts)] if draft.kind is not None else []
    if draft.to_level is not None:
        parts.append(texts.tr("up to level {level}", level=texts.number(draft.to_level)))
    if draft.hours is not None:
        parts.append(texts.tr("{hours}\N{NO-BREAK SPACE}h", hours=texts.number(draft.hours)))
    return DOT.join(parts)


def hours_words(one: PlannedAction, texts: Texts) -> str:
    """Return the hours of an action, after a `≈` where they are only those of its step."""
    if one.hours is None:
        return ""
    number = texts.number(one.hours, 1)
    return number if one.action.hours is not None else texts.tr("≈ {hours}", hours=number)


def due_note(one: PlannedAction, texts: Texts) -> str:
    """Return for how long an action has been overdue; empty where it is not."""
    due = one.action.due
    if due is None or not one.is_overdue:
        return ""
    days = (one.as_of - due).days
    return texts.ntr("overdue {count} day", "overdue {count} days", days)


def finish_words(one: PlannedAction, texts: Texts) -> tuple[str, str]:
    """Return when an action would be done, or was, and below it whether that is in time."""
    action = one.action
    if action.finished is not None:
        return texts.date(action.finished), state_name(action.state, texts)
    if not action.is_open:
        return state_name(action.state, texts), ""
    if one.finish is None:
        if one.takes_hours and one.hours is None:
            return texts.tr("no estimate"), ""
        return "–", ""
    return texts.date(one.finish), fit_note(one, texts)


def fit_note(one: PlannedAction, texts: Texts) -> str:
    """Return whether an action would be done in time; empty where that cannot be said."""
    if one.fits is None or one.finish is None:
        return ""
    return texts.tr("in time") if one.fits else texts.tr("after it is due")


def step_sentence(action: Action, catalogue: Catalogue, texts: Texts) -> str:
    """Return an action's step in words, with what the level reached looks like; empty for none."""
    gap = step_gap(action, catalogue.scale)
    if gap is None or not catalogue.has_skill(gap.skill):
        return skill_name(action, catalogue, texts)
    skill = catalogue.skill(gap.skill)
    heading = skill_heading(gap, skill, catalogue.scale, texts)
    description = skill.description(gap.required)
    return f"{heading}\n{texts.pick(description)}" if description else heading


def when_sentence(one: PlannedAction, texts: Texts) -> str:
    """Return the days of an action: when it would be worked on, is due, or was finished."""
    return DOT.join(part for part in when_lines(one, texts) if part)


def when_lines(one: PlannedAction, texts: Texts) -> tuple[str, str]:
    """Return when an action would be worked on or was finished, and when it is due; "" for none."""
    action = one.action
    if action.finished is not None:
        state = state_name(action.state, texts)
        return texts.tr("{state} on {day}", state=state, day=texts.date(action.finished)), ""
    worked_on = ""
    if one.begin is not None and one.finish is not None:
        first, last = texts.date(one.begin), texts.date(one.finish)
        worked_on = texts.tr("{first} – {last}", first=first, last=last)
    due = texts.tr("due {day}", day=texts.date(action.due)) if action.due is not None else ""
    in_time = due_note(one, texts) or fit_note(one, texts)
    return worked_on, DOT.join(part for part in (due, in_time) if part)


def hours_sentence(one: PlannedAction, texts: Texts) -> str:
    """Return the hours of an action, and where they come from if they are not its own."""
    if one.hours is None:
        return texts.tr("no estimate") if one.takes_hours else ""
    hours = texts.tr("{hours}\N{NO-BREAK SPACE}h", hours=texts.number(one.hours, 1))
    if one.action.hours is not None:
        return hours
    return texts.tr("≈ {hours}, the effort of the step", hours=hours)


def earned_words(earned: Earned, catalogue: Catalogue, texts: Texts) -> str:
    """Return what a finished action has earned, such as `Contract law 2`."""
    name = earned.skill
    if catalogue.has_skill(earned.skill):
        name = texts.pick(catalogue.skill(earned.skill).name)
    return texts.tr("{skill} {level}", skill=name, level=texts.number(earned.level))


def moved_words(moved: Moved, catalogue: Catalogue, texts: Texts) -> str:
    """Return what a finished action has moved, or that nobody has rated the skill since."""
    name = moved.skill
    if catalogue.has_skill(moved.skill):
        name = texts.pick(catalogue.skill(moved.skill).name)
    if moved.after is None:
        return texts.tr("{skill} has not been rated since.", skill=name)
    return texts.tr(
        "Since then: {skill} {before} → {after} ({rater}, {day})",
        skill=name,
        before=_level_words(moved.before.level if moved.before else None, texts),
        after=_level_words(moved.after.level, texts),
        rater=texts.word(rater_name(moved.after.by)),
        day=texts.date(moved.after.on),
    )


def past_words(as_of: date, texts: Texts) -> str:
    """Return what is shown of a past day."""
    return texts.tr(
        "As of {day}: the actions made until then, as they were. Go back to today to change them.",
        day=texts.date(as_of),
    )


def timeline_words(plan: Plan, shown: int, texts: Texts) -> str:
    """Return what a timeline of `shown` actions tells, for those who cannot see it."""
    if not shown:
        return texts.tr("No action to show.")
    return texts.ntr(
        "{count} action over time, with its due day. {line}. The list tells the same in words.",
        "{count} actions over time, with their due days. {line}. The list tells the same in words.",
        shown,
        line=plan_line(plan, texts).rstrip("。."),
    )


def step_gap(action: Action, scale: Scale) -> SkillGap | None:
    """Return an action's step as a gap from level to level, to be drawn; None without a step."""
    if action.skill is None or action.to_level is None:
        return None
    return SkillGap(
        skill=action.skill,
        held=scale.lowest if action.from_level is None else action.from_level,
        required=action.to_level,
        weight=1.0,
        essential=True,
        rating=None,
        requirement=Requirement(skill=action.skill, level=action.to_level),
    )


def _level_words(level: float | None, texts: Texts) -> str:
    return "–" if level is None else texts.number(level)
