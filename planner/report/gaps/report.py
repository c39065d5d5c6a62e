"""The report of one gap on paper: verdict, terms, charts, and what each open skill asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from planner.core.gaps import Gap, SkillGap
from planner.core.model import Practice, PracticeKind, Role
from planner.core.skills.level_steps import LevelStep, steps_of
from planner.core.text import Source, Texts
from planner.report.drawing import Shape, Words
from planner.report.gaps.history_rows import day_and_age
from planner.report.gaps.level_marks import level_marks, level_marks_width
from planner.report.gaps.stale_mark import stale_mark
from planner.report.gaps.words import readiness_rule
from planner.report.map.words import readiness_words, source_words
from planner.report.pages import (
    PageContext,
    Press,
    day_words,
    gap_charts_height,
    gap_figures,
    requirement_sources,
)
from planner.report.paper.columns import Block, add_blocks
from planner.report.paper.flow import (
    ASCENT,
    BODY,
    CHART_HEADING,
    HEADING,
    LEADING,
    SMALL,
    Cell,
    Column,
    Flow,
    Sheet,
)
from planner.report.person_report import person_report
from planner.report.rows import aligned_numbers, rater_name, verdict

_VERDICT = 15.0
_SQUARE = 8.5
_STALE_SIDE = 8.0
# The charts are higher than usual where more bars need it, up to a share of the sheet.
_LEAST_CHART, _CHART_HEIGHT, _MOST_SHARE = 110.0, 215.0, 0.45
_BELOW_CHARTS = 10.0
# The least widths of the columns; words that need more get it.
_LEVEL_WORDS = 66.0
_WEIGHT, _COUNTS, _RATED = 44.0, 76.0, 74.0
_RATED_INDENT, _COLUMN_GAP = 14.0, 8.0
_INDENT = 14.0
# The heading of a table and two rows, which stand below the words above it.
_TABLE_BEGINS = 110.0
# A skill's words begin on a new sheet rather than be torn apart below this height.
_STEP_HEIGHT, _STEP_SPACE = 84.0, 6.0
# Where a row of squares would take more of the width than this, the levels stand as words alone.
_MARKS_SHARE = 0.25
_MARKS_GAP = 7.0


def gap_report(context: PageContext, role_id: str, press: Press) -> tuple[Sheet, ...]:
    """Return the sheets of a person's gap to a role."""
    texts = context.texts
    role = context.catalogue.role(role_id)
    title = texts.tr("Gap report: {role}", role=texts.pick(role.name))

    def add(flow: Flow) -> None:
        flow.space(10)
        add_gap(flow, context, role_id, press)

    return person_report(context, press, title, add)


def add_gap(flow: Flow, context: PageContext, role_id: str, press: Press) -> None:
    """Set all that is told of a gap, below whatever heading it stands."""
    gap, role = context.gaps[role_id], context.catalogue.role(role_id)
    _add_verdict(flow, gap, context)
    figures = gap_figures(gap, context, press)
    if figures:
        flow.space(8)
        tr, least = context.texts.tr, flow.least_of_chart(_LEAST_CHART)
        headings = (tr("Held and required"), tr("Weighted gap"))
        wide = flow.width_of_chart(len(figures))
        whole = closer = gap_charts_height(gap, context, press, wide)
        most = max(_CHART_HEIGHT, _MOST_SHARE * flow.paper.inner_height) - CHART_HEADING
        if whole > most:
            closer = gap_charts_height(gap, context, press, wide, most)
        height = max(_CHART_HEIGHT, CHART_HEADING + min(most, closer))
        if flow.room - height < _BELOW_CHARTS + HEADING * LEADING + _TABLE_BEGINS:
            # No table begins below them, so they may have what they need.
            height = max(height, min(CHART_HEADING + whole, flow.room))
        flow.charts(figures, height, least=least, headings=headings)
        flow.space(_BELOW_CHARTS)
        _add_terms(flow, gap, role, context)
        _add_steps(flow, gap, context)


def _add_verdict(flow: Flow, gap: Gap, context: PageContext) -> None:
    texts = context.texts
    words = readiness_words(gap.readiness, texts)
    if gap.readiness is not None:
        words = texts.tr("{percentage} ready", percentage=words)
    flow.text(words, size=_VERDICT, bold=True)
    reasons = texts.tr("; ").join(verdict(gap, context.catalogue, texts))
    flow.text(reasons, bold=True, colour="success" if gap.ready else "warning")
    flow.text(day_words(context), size=SMALL, colour="text-quiet")
    flow.text(readiness_rule(texts), size=SMALL, colour="text-quiet")


def _add_terms(flow: Flow, gap: Gap, role: Role, context: PageContext) -> None:
    texts, width = context.texts, context.sheet.inner_width
    tr = texts.tr
    marks = level_marks_width(context.catalogue.scale, _SQUARE)
    if marks > width * _MARKS_SHARE:
        marks = 0.0
    weights = aligned_numbers([skill.weight for skill in gap.skills], texts)
    rows = [
        _term_row(skill, weight, counted, role, context, marks)
        for skill, weight, counted in zip(
            gap.skills, weights, _counted_words(gap.skills, texts), strict=True
        )
    ]
    words = [levels_words(skill, context) for skill in gap.skills]
    levels = max(_LEVEL_WORDS, _MARKS_GAP + _COLUMN_GAP + _widest(words, BODY, flow, bold=True))
    counts = max(_COUNTS, _COLUMN_GAP + _widest([row[3].text for row in rows], BODY, flow))
    dates = _widest([row[4].note for row in rows], SMALL, flow)
    raters = _widest([row[4].text for row in rows], BODY, flow)
    rated = max(_RATED, _RATED_INDENT + _COLUMN_GAP + max(dates, raters))
    columns = [
        Column(tr("Skill"), width - marks - levels - _WEIGHT - counts - rated),
        Column(tr("Held → required"), marks + levels),
        Column(tr("Weight"), _WEIGHT, "right"),
        Column(tr("Counts"), counts, "right"),
        Column(tr("Rated"), rated, indent=_RATED_INDENT),
    ]
    flow.text(tr("What is asked, and what is held"), size=HEADING, bold=True, keep=_TABLE_BEGINS)
    flow.space(4)
    total = _sum_words(gap, context)
    sources = [skill.requirement.source for skill in gap.skills]
    told = _source_words(sources, context) if any(source.text for source in sources) else ""
    below = ((total, BODY, True), (told, SMALL, False))
    heights = [
        len(flow.lines(words, flow.width, size, bold=bold)) * size * LEADING
        for words, size, bold in below
        if words
    ]
    flow.table(columns, rows, keep=2 + sum(heights))
    flow.space(2)
    flow.text(total, bold=True)
    if told:
        flow.text(told, size=SMALL, colour="text-quiet")


def _widest(words: Sequence[str], size: float, flow: Flow, *, bold: bool = False) -> float:
    return max(flow.measure(part, size, bold) for part in words)


def _term_row(
    skill: SkillGap, weight: str, counted: str, role: Role, context: PageContext, marks: float
) -> list[Cell]:
    texts = context.texts
    known = context.catalogue.skill(skill.skill)
    kind = texts.tr("essential") if skill.essential else texts.tr("desirable")
    levels = partial(
        _levels, skill=skill, context=context, marks=marks, colour=_track_colour(role, context)
    )
    return [
        Cell(
            texts.pick(known.name),
            texts.tr("{kind} · {source}", kind=kind, source=source_words(known.source, texts))
            if known.source.text
            else kind,
            bold=skill.is_open,
        ),
        Cell(shapes=levels, height=BODY * LEADING),
        Cell(weight),
        Cell(counted),
        _rated(skill, context),
    ]


def _rated(skill: SkillGap, context: PageContext) -> Cell:
    """Return who rated and when; what is stale has its sign in the indent and its word."""
    texts, rating = context.texts, skill.rating
    if rating is None:
        return Cell(texts.tr("unrated"), colour="text-quiet")
    if rating.is_imagined:
        return Cell(texts.tr("what if"), bold=True)
    rater = texts.word(rater_name(rating.by))
    day = day_and_age(rating, texts, context.as_of, context.stale_months)
    is_stale = rating.is_stale(context.as_of, context.stale_months)
    return Cell(rater, day, shapes=_stale_sign if is_stale else None)


def _stale_sign(x: float, y: float) -> tuple[Shape, ...]:
    line = y + BODY * LEADING + (SMALL * LEADING - _STALE_SIDE) / 2 - 1.5
    return stale_mark(x - _STALE_SIDE - 2, line, _STALE_SIDE, "text-quiet")


def _levels(
    x: float, y: float, *, skill: SkillGap, context: PageContext, marks: float, colour: str
) -> Sequence[Shape]:
    shapes: list[Shape] = []
    if marks:
        shapes += level_marks(skill, context.catalogue.scale, x, y, _SQUARE, colour)
        x += marks + _MARKS_GAP
    words = levels_words(skill, context)
    return [*shapes, Words(x, y - 1.5 + BODY * ASCENT, words, BODY, "text", skill.is_open)]


def levels_words(skill: SkillGap, context: PageContext) -> str:
    """Return the step from the held to the required level, such as `1 → 3`."""
    texts = context.texts
    held = texts.tr("unrated") if skill.is_unrated else texts.number(skill.held or 0.0)
    return texts.tr("{held} → {required}", held=held, required=texts.number(skill.required))


def _counted_words(skills: Sequence[SkillGap], texts: Texts) -> list[str]:
    """Return what of each skill counts, in numbers of like decimals as they stand in a column."""
    wholes = [skill.weight * skill.required for skill in skills]
    counted = [skill.weight * min(skill.held or 0.0, skill.required) for skill in skills]
    numbers = aligned_numbers([*wholes, *counted], texts)
    return [
        texts.tr("{least}–{most} of {whole}", least="0", most=whole, whole=whole)
        if skill.held is None
        else texts.tr("{counted} of {whole}", counted=number, whole=whole)
        for skill, whole, number in zip(
            skills, numbers[: len(skills)], numbers[len(skills) :], strict=True
        )
    ]


def _sum_words(gap: Gap, context: PageContext) -> str:
    texts = context.texts
    if gap.readiness is None:
        return texts.tr("The sum of what is required is 0, so readiness is unknown.")
    whole = gap.required_sum
    low = texts.number(gap.readiness.low * whole)
    result = readiness_words(gap.readiness, texts)
    if gap.readiness.is_exact:
        return texts.tr(
            "In sum: {low} of {whole} = {result}", low=low, whole=texts.number(whole), result=result
        )
    return texts.tr(
        "In sum: {low} to {high} of {whole} = {result}",
        low=low,
        high=texts.number(gap.readiness.high * whole),
        whole=texts.number(whole),
        result=result,
    )


def _source_words(sources: Sequence[Source], context: PageContext) -> str:
    """Return where levels and weights come from, and what the marks mean."""
    texts = context.texts
    words = requirement_sources(sources, texts)
    if not any(skill.source.is_article for skill in context.catalogue.skills):
        return words
    return texts.tr(
        "{sources} Below each skill stands its own source: “article §n” is a section of the "
        "article that the catalogue rests on, “editorial” was added by the catalogue's makers.",
        sources=words,
    )


def _add_steps(flow: Flow, gap: Gap, context: PageContext) -> None:
    """Set what each open skill asks, but for skills of which the table above says all."""
    skills = [skill for skill in gap.skills if skill.is_open]
    told = [skill for skill in skills if _is_described(skill, context)]
    if not told:
        return
    flow.space(14)
    words = context.texts.tr("What the open skills ask")
    first = _STEP_SPACE + BODY * LEADING + _kept_with_name(flow, told[0], context)
    flow.text(words, size=HEADING, bold=True, keep=first)
    flow.space(_STEP_SPACE)
    steps = [partial(_add_step, skill=skill, context=context) for skill in told]
    add_blocks(flow, [Block(_STEP_SPACE if place else 0.0, add) for place, add in enumerate(steps)])
    if left := len(skills) - len(told):
        words = context.texts.ntr(
            "For {count} more open skill the catalogue describes no level and no practice.",
            "For {count} more open skills the catalogue describes no level and no practice.",
            left,
        )
        flow.space(_STEP_SPACE)
        flow.text(words, size=SMALL, colour="text-quiet")


def _steps(skill: SkillGap, context: PageContext) -> list[LevelStep]:
    """Return the levels to tell of a skill: the lowest one says nothing."""
    scale = context.catalogue.scale
    steps = steps_of(skill, context.catalogue.skill(skill.skill), scale)
    return [step for step in steps if step.number > scale.lowest]


def _practices(skill: SkillGap, context: PageContext) -> list[Practice]:
    """Return the practice of a skill that leads further than what is held."""
    known = context.catalogue.skill(skill.skill)
    return [one for one in known.practice if one.to is None or one.to > (skill.held or 0)]


def _is_described(skill: SkillGap, context: PageContext) -> bool:
    """Whether the catalogue says more of a skill than its levels' numbers and names."""
    steps = _steps(skill, context)
    return any(step.description is not None for step in steps) or bool(_practices(skill, context))


def _told(skill: SkillGap, context: PageContext) -> list[tuple[str, float, float]]:
    """Return the lines below the name of a skill with their indent and size."""
    steps, practices = _steps(skill, context), _practices(skill, context)
    return [
        *((_step_words(step, context), _INDENT, BODY) for step in steps),
        *((_practice_words(one, context), 2 * _INDENT, SMALL) for one in practices),
    ]


def _kept_with_name(flow: Flow, skill: SkillGap, context: PageContext) -> float:
    """Return the height of what stands on the same sheet as the name of a skill."""
    below = sum(
        len(flow.lines(words, flow.width - indent, size)) * size * LEADING
        for words, indent, size in _told(skill, context)
    )
    return min(below, _STEP_HEIGHT)


def _add_step(flow: Flow, skill: SkillGap, context: PageContext) -> None:
    texts = context.texts
    name = texts.pick(context.catalogue.skill(skill.skill).name)
    words = texts.tr("{skill}: {levels}", skill=name, levels=levels_words(skill, context))
    flow.text(words, bold=True, keep=_kept_with_name(flow, skill, context))
    for words, indent, size in _told(skill, context):
        flow.text(words, size=size, indent=indent, box=size == SMALL)


def _step_words(step: LevelStep, context: PageContext) -> str:
    """Return a level on the way and what it looks like, such as `Next: 4 Skilled — Leads …`."""
    texts = context.texts
    when = texts.tr("Now")
    if step.is_required:
        when = texts.tr("Required")
    elif step.is_next:
        when = texts.tr("Next")
    level = texts.number(step.number)
    name = texts.pick(step.level.name)
    if step.is_named:
        words = texts.tr("{when}: {level} {name}", when=when, level=level, name=name)
    else:
        words = texts.tr("{when}: {level}, at least {name}", when=when, level=level, name=name)
    if step.description is None:
        return words
    return texts.tr("{heading} — {text}", heading=words, text=texts.pick(step.description))


def _practice_words(practice: Practice, context: PageContext) -> str:
    texts = context.texts
    kind = {
        PracticeKind.EXPERIENCE: texts.tr("Experience"),
        PracticeKind.EXPOSURE: texts.tr("Exposure"),
        PracticeKind.EDUCATION: texts.tr("Education"),
    }[practice.kind]
    text = texts.pick(practice.text)
    if practice.hours is None:
        return texts.tr("{kind}: {text}", kind=kind, text=text)
    return texts.tr(
        "{kind}, {hours} h: {text}", kind=kind, hours=texts.number(practice.hours), text=text
    )


def _track_colour(role: Role, context: PageContext) -> str:
    tracks = [track.id for track in context.catalogue.tracks]
    return f"track-{tracks.index(role.track)}"
