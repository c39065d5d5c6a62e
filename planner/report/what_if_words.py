"""What is imagined, in words, and that it is not real."""

from __future__ import annotations

from planner.core.model import Catalogue
from planner.core.planning.what_if import WhatIf
from planner.core.text import Texts


def imagined_parts(what_if: WhatIf, catalogue: Catalogue, texts: Texts) -> tuple[str, ...]:
    """Return each thing that is imagined, such as `Negotiation 4` or `5 h a week`."""
    parts = []
    for skill in catalogue.skills:
        if skill.id not in what_if.levels:
            continue
        level, name = what_if.levels[skill.id], texts.pick(skill.name)
        if level is None:
            parts.append(texts.tr("{skill} not applicable", skill=name))
        else:
            parts.append(texts.tr("{skill} {level}", skill=name, level=texts.number(level)))
    if what_if.hours_a_week is not None:
        parts.append(texts.tr("{hours} h a week", hours=texts.number(what_if.hours_a_week)))
    if what_if.industry is not None:
        parts.append(texts.tr("industry {industry}", industry=what_if.industry))
    if what_if.role is not None and catalogue.has_role(what_if.role):
        name = texts.pick(catalogue.role(what_if.role).name)
        parts.append(texts.tr("present role {role}", role=name))
    return tuple(parts)


def what_if_words(what_if: WhatIf, catalogue: Catalogue, texts: Texts) -> str:
    """Return what is imagined in one line, such as `What if: Negotiation 4, 5 h a week`."""
    parts = imagined_parts(what_if, catalogue, texts)
    if not parts:
        return texts.tr("What if: nothing changed yet")
    return texts.tr("What if: {changes}", changes=texts.tr(", ").join(parts))


def not_real_words(texts: Texts) -> str:
    """Return that what is seen is imagined, and how long that lasts."""
    return texts.tr("Imagined, not real: nothing of it is saved.")
