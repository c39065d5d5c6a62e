"""What is said of a move to another industry: its rules, what is kept, which track eases it."""

from __future__ import annotations

from planner.core.gaps import Interval
from planner.core.model import Catalogue
from planner.core.roles.transfer import RoleTransfer, TrackPortability, Transfer
from planner.core.routes import BOTH_TRACKS
from planner.core.text import Texts
from planner.report.map.words import readiness_words, whole_percent


def transfer_rule(texts: Texts) -> str:
    """Return the rule behind every figure of a transfer, as it is shown beside them."""
    return texts.tr(
        "In an industry other than the person's a level counts level × portability, a number from "
        "0 to 1 that the catalogue gives for each skill. Readiness there is worked out from what "
        "is kept, by the same rule as here."
    )


def portability_rule(texts: Texts) -> str:
    """Return how the tracks are compared."""
    return texts.tr(
        "A role keeps Σ weight × level × portability ÷ Σ weight × level of what it asks for: what "
        "is left to somebody who holds exactly that. A track is the mean of its roles."
    )


def industries_words(found: Transfer, name: str, texts: Texts) -> str:
    """Return from which industry into which somebody would move."""
    industry = found.industry or texts.tr("another industry")
    if not found.industry_now:
        return texts.tr("{name}: to {industry}", name=name, industry=industry)
    if not found.is_move:
        return texts.tr("{name}: in {industry}", name=name, industry=industry)
    return texts.tr(
        "{name}: from {own} to {industry}",
        name=name,
        own=found.industry_now,
        industry=industry,
    )


def why_words(found: Transfer, texts: Texts) -> str:
    """Return what is special about this transfer, empty for nothing."""
    if not found.is_move:
        return texts.tr("This is the person's own industry: everything held counts in full.")
    if not found.industry_now:
        return texts.tr(
            "No industry is entered for the person, so any other counts the portable part alone."
        )
    return ""


def present_words(found: Transfer, catalogue: Catalogue, texts: Texts) -> str:
    """Return the readiness for the present role now and there; empty for an unknown role."""
    present = found.to_role(found.role)
    if present is None:
        return ""
    return texts.tr(
        "Present role {role}: {change}",
        role=texts.pick(catalogue.role(found.role).name),
        change=change_words(present, texts),
    )


def change_words(role: RoleTransfer, texts: Texts) -> str:
    """Return the readiness for a role now and there, such as `82 % now, 64 % there`."""
    if role.now is None or role.there is None:
        return texts.tr("readiness unknown")
    return texts.tr(
        "{now} now, {there} there",
        now=readiness_words(role.now, texts),
        there=readiness_words(role.there, texts),
    )


def points_words(role: RoleTransfer, texts: Texts) -> str:
    """Return how many points of readiness are lost, a dash where none are."""
    lost = _percent(role.now) - _percent(role.there)
    return texts.tr("−{points}", points=lost) if lost > 0 else "–"


def tracks_words(tracks: tuple[TrackPortability, ...], catalogue: Catalogue, texts: Texts) -> str:
    """Return which of the two tracks that the article compares carries over better.

    Empty where a catalogue has not both of them.
    """
    pair = [track for track in tracks if track.track in BOTH_TRACKS]
    if len(pair) < len(BOTH_TRACKS):
        return ""
    names = {track.id: texts.pick(track.name) for track in catalogue.tracks}
    first, second = pair
    words = texts.tr(
        "{first} carries over better than {second}: its roles keep {more} of what they ask for, "
        "against {less}.",
        first=names[first.track],
        second=names[second.track],
        more=part_words(first.kept, texts),
        less=part_words(second.kept, texts),
    )
    if first.track == "client":
        return texts.tr(
            "{comparison} So says the article (§4): an account manager moves easily, a line "
            "manager less.",
            comparison=words,
        )
    return words


def part_words(part: float, texts: Texts) -> str:
    """Return a part in whole per cent; 100 stands for all alone."""
    return texts.tr("{percent} %", percent=whole_percent(part))


def unrated_note(found: Transfer, texts: Texts) -> str:
    """Return how many skills are unrated, empty for none."""
    if not found.unrated:
        return ""
    return texts.ntr(
        "{count} skill that roles ask for is unrated: nothing can be said of it yet.",
        "{count} skills that roles ask for are unrated: nothing can be said of them yet.",
        len(found.unrated),
    )


def _percent(readiness: Interval | None) -> int:
    return whole_percent(readiness.low) if readiness else 0
