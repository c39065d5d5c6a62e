"""What the layout promises: height by rank, columns, gaps, and no heed to the order in a file."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.boxes import Box, Layout, Size
from planner.core.graph import PromotionGraph
from planner.core.layout import Cancelled, gathered, layout
from planner.core.model import Catalogue, CatalogueHead, Level, Move, MoveKind, Role, Scale, Track
from planner.core.text import same_text
from planner.report.map.part import part_of
from tests.crossings import crossings, joined
from tests.generated import career_catalogue, framework_catalogue

SIZE = Size(176.0, 58.0)
# What the map needs to write beside boxes and on edges.
SIDE, ABOVE, SUB_ROW = 24.0, 56.0, 24.0


def catalogue_of(
    roles: list[tuple[str, str, int]], moves: list[tuple[str, str]] | None = None
) -> Catalogue:
    """Return a catalogue of roles (id, track, rank) and promotions between them."""
    tracks = sorted({track for _, track, _ in roles})
    return Catalogue(
        head=CatalogueHead(
            id="c",
            version="1",
            title=same_text("C"),
            scale=Scale(levels=(Level(number=0.0, name=same_text("None")),)),
            tracks=tuple(Track(id=track, name=same_text(track)) for track in tracks),
        ),
        skills=(),
        roles=tuple(
            Role(id=id_, name=same_text(id_), track=track, rank=rank, order=order)
            for order, (id_, track, rank) in enumerate(roles)
        ),
        moves=tuple(
            Move(from_role=start, to_role=end, kind=MoveKind.PROMOTION, order=order)
            for order, (start, end) in enumerate(moves or [])
        ),
    )


def shuffled(catalogue: Catalogue, seed: int) -> Catalogue:
    """Return the same catalogue as another file might hold it."""
    chance = random.Random(seed)

    def mix(records: tuple) -> tuple:
        return tuple(chance.sample(records, len(records)))

    def renumber(records: tuple) -> tuple:
        return tuple(replace(record, order=order) for order, record in enumerate(mix(records)))

    return replace(
        catalogue,
        head=replace(catalogue.head, tracks=mix(catalogue.head.tracks)),
        skills=renumber(catalogue.skills),
        roles=renumber(catalogue.roles),
        moves=renumber(catalogue.moves),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Draw catalogues of any shape: crowded cells, gaps in the ranks, loops, moves downward."""
    names = draw(st.lists(st.text("abcxyz-", min_size=1, max_size=4), unique=True, max_size=40))
    track = st.sampled_from(["one", "two", "three", "four"])
    roles = [(name, draw(track), draw(st.sampled_from([1, 2, 3, 7]))) for name in names]
    role = st.sampled_from(names) if names else st.nothing()
    moves = draw(st.lists(st.tuples(role, role), max_size=60, unique=True)) if names else []
    return catalogue_of(roles, moves)


def left(box: Box) -> float:
    return box.x - box.width / 2


def right(box: Box) -> float:
    return box.x + box.width / 2


def assert_keeps_its_promises(catalogue: Catalogue, placed: Layout, size: Size) -> None:
    """Check what holds of every layout."""
    boxes = placed.boxes
    assert set(boxes) == {role.id for role in catalogue.roles}
    assert {(box.width, box.height) for box in boxes.values()} <= {(size.width, size.height)}
    for one, two in itertools.combinations(boxes.values(), 2):
        assert (
            abs(one.x - two.x) >= size.width + SIDE - 1e-6
            or abs(one.y - two.y) >= size.height + SUB_ROW - 1e-6
        )
    tracks = {band.id: band for band in placed.tracks}
    ranks = {band.id: band for band in placed.ranks}
    assert set(tracks) == {role.track for role in catalogue.roles}
    assert set(ranks) == {role.rank for role in catalogue.roles}
    for before, after in itertools.pairwise(placed.tracks):
        assert before.end < after.start
    for upper, lower in itertools.pairwise(placed.ranks):
        assert upper.id > lower.id
        assert upper.end <= lower.start + 1e-6
    for role in catalogue.roles:
        box, track, rank = boxes[role.id], tracks[role.track], ranks[role.rank]
        assert track.start < left(box)
        assert right(box) < track.end
        assert rank.start + ABOVE / 2 <= box.y - box.height / 2 + 1e-6
        assert box.y + box.height / 2 <= rank.end - ABOVE / 2 + 1e-6
    if boxes:
        assert placed.tracks[0].start >= 0
        assert placed.tracks[-1].end <= placed.width
        assert placed.ranks[0].start >= -1e-6
        assert placed.ranks[-1].end <= placed.height + 1e-6


@given(
    catalogue=catalogues(),
    width=st.sampled_from([40.0, 176.0, 301.5]),
    height=st.sampled_from([20.0, 58.0, 190.0]),
)
@settings(deadline=None, max_examples=60)
def test_nothing_overlaps_and_each_box_stands_in_its_track_and_rank(
    catalogue: Catalogue, width: float, height: float
) -> None:
    size = Size(width, height)
    assert_keeps_its_promises(catalogue, layout(catalogue, size), size)


@given(catalogue=catalogues(), seed=st.integers(0, 1000))
@settings(deadline=None, max_examples=30)
def test_the_order_in_the_file_does_not_matter(catalogue: Catalogue, seed: int) -> None:
    assert layout(shuffled(catalogue, seed), SIZE) == layout(catalogue, SIZE)


@pytest.mark.parametrize(("roles", "tracks", "ranks"), [(25, 3, 5), (200, 8, 8), (200, 2, 6)])
def test_a_career_framework_keeps_the_promises_in_any_order(
    roles: int, tracks: int, ranks: int
) -> None:
    catalogue = career_catalogue(roles, tracks, ranks, seed=3)
    placed = layout(catalogue, SIZE)
    assert_keeps_its_promises(catalogue, placed, SIZE)
    assert layout(shuffled(catalogue, 1), SIZE) == placed


def test_a_catalogue_without_roles_takes_no_room() -> None:
    placed = layout(catalogue_of([]), SIZE)
    assert placed == Layout(boxes={}, tracks=(), ranks=(), width=0.0, height=0.0)


def test_a_ladder_stands_upright() -> None:
    roles = [(f"{track}{rank}", track, rank) for track in "ab" for rank in range(1, 6)]
    moves = [(f"{track}{rank}", f"{track}{rank + 1}") for track in "ab" for rank in range(1, 5)]
    placed = layout(catalogue_of(roles, moves), SIZE)
    for track in "ab":
        assert len({placed.boxes[f"{track}{rank}"].x for rank in range(1, 6)}) == 1


def test_a_role_stands_midway_between_the_two_that_it_leads_to() -> None:
    roles = [("lead", "line", 1), ("left", "line", 2), ("right", "line", 2), ("head", "line", 3)]
    moves = [("lead", "left"), ("lead", "right"), ("left", "head"), ("right", "head")]
    boxes = layout(catalogue_of(roles, moves), SIZE).boxes
    assert boxes["lead"].x == boxes["head"].x == (boxes["left"].x + boxes["right"].x) / 2


def test_two_ladders_named_crosswise_do_not_cross() -> None:
    roles = [("a", "t", 1), ("b", "t", 1), ("c", "t", 2), ("d", "t", 2)]
    boxes = layout(catalogue_of(roles, [("a", "d"), ("b", "c")]), SIZE).boxes
    assert boxes["a"].x == boxes["d"].x
    assert boxes["b"].x == boxes["c"].x


def test_tracks_that_people_change_between_stand_side_by_side() -> None:
    roles = [(f"{track}{rank}", track, rank) for track in "abc" for rank in (1, 2, 3)]
    ladders = [(f"{track}{rank}", f"{track}{rank + 1}") for track in "abc" for rank in (1, 2)]
    changes = [("a1", "c2"), ("a2", "c3"), ("c1", "a2"), ("c1", "b2")]
    placed = layout(catalogue_of(roles, ladders + changes), SIZE)
    assert [band.id for band in placed.tracks] in (["a", "c", "b"], ["b", "c", "a"])


def test_a_part_keeps_the_order_of_the_tracks_of_the_whole() -> None:
    # In the whole c stands beside a; what is left of it says nothing of that.
    roles = [(f"{track}{rank}", track, rank) for track in "abc" for rank in (1, 2, 3)]
    ladders = [(f"{track}{rank}", f"{track}{rank + 1}") for track in "abc" for rank in (1, 2)]
    changes = [("a1", "c2"), ("a2", "c3"), ("c1", "a2"), ("c1", "b2")]
    whole = catalogue_of(roles, ladders + changes)
    order = [band.id for band in layout(whole, SIZE).tracks]
    part = part_of(whole, {"a3", "b3", "c3", "a2", "b2"})
    assert [band.id for band in layout(part, SIZE).tracks] != order
    assert [band.id for band in layout(part, SIZE, within=whole).tracks] == order
    assert layout(whole, SIZE, within=whole) == layout(whole, SIZE)


@pytest.mark.parametrize("seed", range(2))
def test_for_the_order_of_the_whole_no_more_lines_cross_in_a_part(seed: int) -> None:
    whole = career_catalogue(60, 5, 6, seed)
    graph = PromotionGraph(whole)
    order = [band.id for band in layout(whole, SIZE).tracks]
    kept = {False: 0, True: 0}
    for role in whole.roles[::4]:
        part = part_of(whole, graph.neighbourhood([role.id], 2))
        found = {}
        for is_told in kept:
            placed = layout(part, SIZE, within=whole if is_told else None)
            tracks = [band.id for band in placed.tracks]
            kept[is_told] += tracks == [track for track in order if track in tracks]
            centres = {id_: (box.x, box.y) for id_, box in placed.boxes.items()}
            found[is_told] = crossings(centres, joined(part))
        assert found[True] <= found[False], role.id
    assert kept[True] > kept[False]


def test_a_crowded_cell_is_wrapped_and_its_track_stays_narrow() -> None:
    roles = [(f"r{number}", "t", 1) for number in range(40)] + [("top", "t", 2)]
    placed = layout(catalogue_of(roles), SIZE)
    rows = Counter(box.y for role, box in placed.boxes.items() if role != "top")
    assert len(rows) >= 4
    assert max(rows.values()) - min(rows.values()) <= 1
    assert placed.boxes["top"].y < min(rows)


def test_where_lines_are_too_many_to_follow_the_rows_are_short() -> None:
    dense = layout(framework_catalogue(90, 6, 5, 1200), SIZE)
    sparse = layout(career_catalogue(90, 6, 5), SIZE)
    assert dense.height > sparse.height
    for band in dense.tracks:
        assert band.end - band.start < 4 * (SIZE.width + SIDE) + SIDE


def test_common_rows_have_room_for_words_where_a_move_joins_two_side_by_side() -> None:
    ladder = [("up", "t", 2), ("one", "t", 1), ("two", "u", 1)]
    joins = catalogue_of(ladder, [("one", "up"), ("one", "two")])
    ((roomy, usual),) = gathered(joins, [SIZE], 2, between=60.0)
    for placed, between in ((roomy, 60.0), (usual, SIDE)):
        one, two = sorted((placed.boxes["one"], placed.boxes["two"]), key=lambda box: box.x)
        assert left(two) - right(one) == between
    apart = catalogue_of(ladder, [("one", "up"), ("two", "up")])
    ((alone,),) = gathered(apart, [SIZE], 2, between=60.0)
    assert alone.width == usual.width


def test_higher_ranks_stand_higher_even_where_ranks_are_left_out() -> None:
    placed = layout(catalogue_of([("a", "t", 1), ("b", "t", 9), ("c", "u", 4)]), SIZE)
    assert placed.boxes["b"].y < placed.boxes["c"].y < placed.boxes["a"].y
    assert [band.id for band in placed.ranks] == [9, 4, 1]


def test_a_layout_can_be_stopped_at_once_and_on_its_way() -> None:
    catalogue = career_catalogue(200, 8, 8, seed=0)
    with pytest.raises(Cancelled):
        layout(catalogue, SIZE, is_cancelled=lambda: True)
    asked = itertools.count()
    with pytest.raises(Cancelled):
        layout(catalogue, SIZE, is_cancelled=lambda: next(asked) >= 100)


def test_a_role_that_hundreds_lead_to_does_not_hold_up_the_layout() -> None:
    roles = [("hub", "t0", 5), *((f"r{n}", f"t{n % 5}", 1 + n % 4) for n in range(200))]
    catalogue = catalogue_of(roles, [(f"r{n}", "hub") for n in range(200)])
    assert_keeps_its_promises(catalogue, layout(catalogue, SIZE), SIZE)


def test_a_rank_of_many_tracks_is_no_trouble() -> None:
    roles = [(f"r{n}", f"t{n}", 1 + n % 3) for n in range(60)]
    catalogue = catalogue_of(roles, [(f"r{n}", f"r{(n * 7 + 1) % 60}") for n in range(60)])
    assert_keeps_its_promises(catalogue, layout(catalogue, SIZE), SIZE)


def test_moves_beyond_counting_leave_a_plain_layout() -> None:
    roles = [(f"r{n}", "t", 1 + n % 2) for n in range(90)]
    moves = [(f"r{a}", f"r{b}") for a in range(90) for b in range(a)]
    catalogue = catalogue_of(roles, moves)
    assert_keeps_its_promises(catalogue, layout(catalogue, SIZE), SIZE)
