"""The traps of a promotion graph in words."""

from __future__ import annotations

from collections.abc import Sequence

from planner.core.checking.traps import Trap, TrapKind
from planner.core.model import Catalogue
from planner.core.text import Texts
from planner.report.map.words import kind_words


def trap_words(trap: Trap, catalogue: Catalogue, texts: Texts) -> str:
    """Return what the trap is, told of its role."""
    match trap.kind:
        case TrapKind.NO_WAY_IN:
            return texts.tr("No move leads here, and it is no entry role.")
        case TrapKind.UNREACHED:
            return texts.tr("No way from an entry role leads here.")
        case TrapKind.CLOSED_GATE:
            return texts.tr(
                "Nobody can have held all the tracks that it asks for; missing: {tracks}.",
                tracks=texts.tr(", ").join(_track_names(trap, catalogue, texts)),
            )
        case TrapKind.BEHIND_GATE:
            return texts.tr("It lies behind a role that nobody can enter.")
        case TrapKind.NO_WAY_OUT:
            return texts.tr("No move leads on, and it is not marked as an end.")
        case TrapKind.LOWER_LEVEL:
            return _lower_words(trap, catalogue, texts)
        case TrapKind.ONE_WAY:
            return _door_words(trap, catalogue, texts)


def traps_words(found: Sequence[Trap], texts: Texts) -> str:
    """Return how many traps there are, one-way doors apart from the others."""
    doors = sum(trap.kind is TrapKind.ONE_WAY for trap in found)
    parts = []
    if faults := len(found) - doors:
        parts.append(
            texts.ntr("{count} fault to mend", "{count} faults to mend", faults),
        )
    if doors:
        parts.append(
            texts.ntr(
                "{count} one-way door, which is no fault: no moves lead back to the role it leaves",
                "{count} one-way doors, which are no fault: no moves lead back to the role that "
                "each leaves",
                doors,
            )
        )
    if not parts:
        return texts.tr("This catalogue has no traps.")
    return texts.tr("; ").join(parts)


def _door_words(trap: Trap, catalogue: Catalogue, texts: Texts) -> str:
    assert trap.move is not None
    return texts.tr(
        "One-way door to {role} ({kind})",
        role=texts.pick(catalogue.role(trap.move.to_role).name),
        kind=kind_words(trap.move.kind, texts),
    )


def _lower_words(trap: Trap, catalogue: Catalogue, texts: Texts) -> str:
    assert trap.move is not None
    assert trap.lower is not None
    return texts.tr(
        "{skill} falls from {level} as {role} to {lower} here, with no reason given.",
        skill=texts.pick(catalogue.skill(trap.lower.skill).name),
        level=texts.number(trap.lower.level),
        role=texts.pick(catalogue.role(trap.move.from_role).name),
        lower=texts.number(trap.lower.lower),
    )


def _track_names(trap: Trap, catalogue: Catalogue, texts: Texts) -> Sequence[str]:
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    return [names.get(track, track) for track in trap.tracks]
