"""Why there is no route, what one can do about it, and by what routes are restricted."""

from __future__ import annotations

from collections.abc import Sequence

from planner.core.model import Catalogue, MoveKind
from planner.core.routing.moves import RouteQuery
from planner.core.routing.obstacles import Hindrance, Obstacle
from planner.core.text import Texts
from planner.report.map.words import kind_words
from planner.report.routes.words import role_name


def obstacle_words(obstacle: Obstacle, catalogue: Catalogue, texts: Texts) -> str:
    """Return why no route passes or reaches a role."""
    tr, role = texts.tr, role_name(obstacle.role, catalogue, texts)
    match obstacle.hindrance:
        case Hindrance.NO_WAY:
            return tr("No moves lead from the present role to {role}.", role=role)
        case Hindrance.AVOIDED:
            return tr("Without {role} there is no way to the target.", role=role)
        case Hindrance.KINDS:
            return tr("The kinds of move that are allowed do not lead to {role}.", role=role)
        case Hindrance.NOT_THROUGH:
            return tr("No way to the target leads through {role}.", role=role)
        case Hindrance.TRACKS:
            return tr(
                "{role} may be entered only after a role in: {tracks}. None can be held before it.",
                role=role,
                tracks=track_words(obstacle.tracks, catalogue, texts),
            )
        case Hindrance.TOO_FAR:
            return texts.ntr(
                "No route as short as allowed leads to {role}: it takes at least {count} move.",
                "No route as short as allowed leads to {role}: it takes at least {count} moves.",
                obstacle.moves,
                role=role,
            )
        case Hindrance.ONLY_TWICE:
            if not obstacle.tracks:
                return tr("{role} can be passed only if another role is visited twice.", role=role)
            return tr(
                "{role} asks for a role in: {tracks}. That can be held before it only if another "
                "role is visited twice.",
                role=role,
                tracks=track_words(obstacle.tracks, catalogue, texts),
            )


def obstacle_remedy(obstacle: Obstacle, texts: Texts) -> str:
    """Return what one can do about an obstacle."""
    tr = texts.tr
    match obstacle.hindrance:
        case Hindrance.NO_WAY:
            return tr("Choose another target, or let the catalogue name a move that leads there.")
        case Hindrance.AVOIDED:
            return tr("Allow this role again.")
        case Hindrance.KINDS:
            return tr("Allow more kinds of move.")
        case Hindrance.NOT_THROUGH:
            return tr("Ask for routes through another role, or through none.")
        case Hindrance.TRACKS:
            return tr(
                "If such a role was held in the past, add it to the career of the person; else "
                "allow more roles and moves, or choose another target."
            )
        case Hindrance.TOO_FAR:
            return tr("Allow more moves.")
        case Hindrance.ONLY_TWICE:
            return tr("Plan in two parts: first to a role on the way, from there to the target.")


def query_words(query: RouteQuery, catalogue: Catalogue, texts: Texts) -> tuple[str, ...]:
    """Return by what the routes are restricted, in words; nothing where they are not."""
    said = []
    comma = texts.tr(", ")
    if query.through:
        names = comma.join(role_name(role, catalogue, texts) for role in query.through)
        said.append(texts.tr("through {roles}", roles=names))
    if query.avoid:
        names = comma.join(role_name(role, catalogue, texts) for role in query.avoid)
        said.append(texts.tr("not through {roles}", roles=names))
    if query.kinds is not None:
        kinds = [kind for kind in MoveKind if kind in query.kinds]
        names = comma.join(kind_words(kind, texts) for kind in kinds) or texts.tr("none")
        said.append(texts.tr("only by: {kinds}", kinds=names))
    if query.most_moves is not None:
        said.append(texts.ntr("at most {count} move", "at most {count} moves", query.most_moves))
    return tuple(said)


def track_words(tracks: Sequence[str], catalogue: Catalogue, texts: Texts) -> str:
    """Return the names of tracks."""
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    return texts.tr(", ").join(names.get(track, track) for track in tracks)
