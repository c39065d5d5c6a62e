"""Posters: the seams of a picture, for whatever lies on it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.report.sheets.poster import Cuts, Span, cuts, largest_scale, row_letters, tiles

_lengths = st.floats(1, 60)
_spans = st.lists(
    st.tuples(st.floats(0, 900), _lengths).map(lambda pair: Span(pair[0], pair[0] + pair[1])),
    max_size=40,
)
NEAR = 1e-4


def moved_by(found: Cuts, span: Span) -> Span:
    by = found.moved(span.middle)
    return Span(span.start + by, span.end + by)


@given(
    spans=_spans,
    reach=st.floats(120, 400),
    overlap=st.floats(0, 30),
    gap=st.floats(0, 20),
)
def test_no_span_is_cut_and_nothing_is_lost(
    spans: list[Span], reach: float, overlap: float, gap: float
) -> None:
    length = max([100.0, *(span.end + 5 for span in spans)])
    found = cuts(spans, length, reach, overlap, gap)
    if found is None:
        # Spans of 60 at most are no longer than a sheet of 120 less a strip of 30.
        raise AssertionError("there is room for each span")
    stretches = found.stretches(overlap)
    assert len(stretches) == found.sheets
    # The sheets show the whole length, each within its reach, with the strip that was asked for.
    assert stretches[0].start == 0
    assert stretches[-1].end == pytest.approx(found.length)
    for one, other in pairwise(stretches):
        assert one.end - other.start == pytest.approx(
            min(overlap, found.length - other.start), abs=NEAR
        )
    assert all(0 < stretch.end - stretch.start <= reach + NEAR for stretch in stretches)
    # No seam goes through a span, and each lies whole on a sheet.
    for span in spans:
        now = moved_by(found, span)
        assert now.end - now.start == pytest.approx(span.end - span.start)
        assert not any(now.start + NEAR < seam < now.end - NEAR for seam in found.seams)
        assert any(
            stretch.start - NEAR <= now.start and now.end <= stretch.end + NEAR
            for stretch in stretches
        )
    # What lay in order still does, and nothing moved back.
    order = sorted(spans, key=lambda span: span.middle)
    moves = [found.moved(span.middle) for span in order]
    assert moves == sorted(moves)
    assert all(move >= 0 for move in moves)


@given(spans=_spans, overlap=st.floats(0, 30))
def test_what_fits_on_a_sheet_has_no_seam(spans: list[Span], overlap: float) -> None:
    assert cuts(spans, 1000, 1000, overlap, 10) == Cuts((), (), 1000)


def test_a_seam_lies_in_the_last_gap_within_reach() -> None:
    spans = [Span(0, 40), Span(50, 90), Span(100, 140)]
    # A sheet of 120 less its strip of 10 reaches to 110: the last gap before is that up to 100.
    found = cuts(spans, 140, 120, 10, gap=4)
    assert found == Cuts((98.0,), (), 140)
    assert found.stretches(10) == (Span(0, 108), Span(98, 140))


def test_where_there_is_no_gap_what_lies_beyond_is_moved() -> None:
    # Two rows of boxes, each half a box beyond the other's: no straight line goes between them.
    spans = [Span(0, 40), Span(20, 60), Span(40, 80), Span(60, 100)]
    found = cuts(spans, 100, 75, 5, gap=4)
    # Reach is 70: three would end at 80, so the seam is beyond the second, at 60 + 2; the third
    # begins at 60 + 4.
    assert found == Cuts((62.0,), ((50.0, 24.0),), 124.0)
    assert [found.moved(span.middle) for span in spans] == [0, 0, 24, 24]


def test_what_is_longer_than_a_sheet_is_not_parted() -> None:
    assert cuts([Span(0, 200)], 400, 150, 10) is None


@given(across=_spans, down=_spans, reach=st.floats(120, 400), overlap=st.floats(0, 30))
def test_tiles_cover_the_picture_and_hold_each_box(
    across: list[Span], down: list[Span], reach: float, overlap: float
) -> None:
    boxes = list(zip(across, down, strict=False))
    wide = cuts([x for x, _ in boxes], 1000, reach, overlap)
    tall = cuts([y for _, y in boxes], 1000, reach, overlap)
    assert wide is not None
    assert tall is not None
    found = list(tiles(wide, tall, overlap))
    assert len(found) == wide.sheets * tall.sheets
    assert [(tile.row, tile.column) for tile in found] == [
        (row, column) for row in range(tall.sheets) for column in range(wide.sheets)
    ]
    for x, y in boxes:
        left, top = moved_by(wide, x), moved_by(tall, y)
        place = (left.start, top.start, left.end - left.start, top.end - top.start)
        assert any(
            tile.holds(place[0] + NEAR, place[1] + NEAR, place[2] - 2 * NEAR, place[3] - 2 * NEAR)
            for tile in found
        )
    # Any place of the picture is on a sheet.
    for x, y in ((0, 0), (wide.length, tall.length), (wide.length / 3, tall.length / 7)):
        assert any(tile.holds(x, y, 0, 0) for tile in found)
    assert all(tile.x >= 0 and tile.y >= 0 for tile in found)
    assert all(tile.x + tile.width <= wide.length + NEAR for tile in found)


def test_the_largest_scale_is_near_the_limit() -> None:
    found = largest_scale(4.0, lambda scale: scale <= 1.0)
    assert found is not None
    assert 0.98 < found <= 1.0
    assert largest_scale(4.0, lambda _: True) == 4.0
    assert largest_scale(4.0, lambda scale: scale <= 1.0, least=2.0) is None


@pytest.mark.parametrize(
    ("row", "letters"), [(0, "A"), (2, "C"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ")]
)
def test_rows_are_called_by_letters(row: int, letters: str) -> None:
    assert row_letters(row) == letters
