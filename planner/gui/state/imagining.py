"""What pages do to what is imagined: begin it, and put a skill at another level in it."""

from __future__ import annotations

from collections.abc import Mapping

from planner.core.gaps import ratings_that_count
from planner.core.people import Rating
from planner.core.planning.what_if import WhatIf, without_effect
from planner.core.planning.what_if_edits import stepped
from planner.gui.workspace import Workspace


def begin(workspace: Workspace) -> WhatIf:
    """Return what is imagined; begin with nothing changed where nothing is yet."""
    if workspace.what_if is None:
        workspace.imagine(WhatIf())
    return workspace.what_if or WhatIf()


def real_ratings(workspace: Workspace) -> Mapping[str, Rating]:
    """Return the ratings that count, nothing imagined among them."""
    return ratings_that_count(workspace.ratings(), workspace.basis, workspace.as_of)


def imagine_step(workspace: Workspace, skill: str, *, up: bool) -> None:
    """Imagine a skill one named level higher or lower than it is seen."""
    catalogue = workspace.catalogue
    if catalogue is not None and catalogue.has_skill(skill):
        what_if = begin(workspace)
        workspace.imagine(stepped(what_if, catalogue, real_ratings(workspace), skill, up=up))


def imagine_level(workspace: Workspace, skill: str, level: float | None) -> None:
    """Imagine a skill at a level of the scale, None for not applicable; others are passed over."""
    catalogue = workspace.catalogue
    if catalogue is not None and (level is None or catalogue.scale.has(level)):
        imagine(workspace, begin(workspace).with_level(skill, level))


def imagine(workspace: Workspace, what_if: WhatIf) -> None:
    """Imagine this, without what is so anyway."""
    if workspace.person is not None:
        counting = real_ratings(workspace)
        workspace.imagine(without_effect(what_if, workspace.person, counting, workspace.as_of))
