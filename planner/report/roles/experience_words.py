"""What is said of the tracks that a role asks to have been held, and of the way that does so."""

from __future__ import annotations

from planner.core.model import Catalogue
from planner.core.roles.experience import TrackAsked
from planner.core.routes import Route
from planner.core.text import Texts


def asked_words(*, for_both: bool, texts: Texts) -> str:
    """Return what a role with preconditions asks for."""
    if for_both:
        return texts.tr("Asks for both experiences: a role held before in")
    return texts.tr("Asks for a role held before in")


def track_words(asked: TrackAsked, catalogue: Catalogue, texts: Texts) -> str:
    """Return a track and whether a role was held in it."""
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    name = names.get(asked.track, asked.track)
    if asked.is_held:
        return texts.tr("{track}: held", track=name)
    return texts.tr("{track}: not yet", track=name)


def way_words(route: Route | None, catalogue: Catalogue, texts: Texts) -> str:
    """Return the shortest way that fulfils what a role asks for."""
    if route is None:
        return texts.tr("No way from your role fulfils that and leads here.")
    names = [texts.pick(catalogue.role(role).name) for role in route.roles[1:]]
    way = names[0]
    for name in names[1:]:
        way = texts.tr("{before} → {after}", before=way, after=name)
    return texts.ntr(
        "Shortest way that does: {way} ({count} move, {years} years)",
        "Shortest way that does: {way} ({count} moves, {years} years)",
        route.moves,
        way=way,
        years=texts.number(route.years, 1),
    )
