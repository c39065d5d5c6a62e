"""What the map shows at rest, in layers, and what stands out over it; as finely as can be seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from planner.core.boxes import Box
from planner.gui.pages.map.canvas.in_sight import (
    Extent,
    Extents,
    Scattered,
    by_square,
    one_by_one,
)
from planner.gui.painting import Fonts, Inks, Painting
from planner.gui.theme import Theme
from planner.report.drawing import Curve, Shape, Stroke
from planner.report.map.map_drawing import MapDrawing
from planner.report.map.moves import QUIET_WIDTH, Emphasis, line_shapes
from planner.report.map.roles import Detail, minimal_shapes

# At these scales (pixels a scene unit) the map shows less.
FULL_FROM, REDUCED_FROM = 0.55, 0.24
# With more pieces of lines in sight they are painted one pixel wide, which takes a tenth of the
# time; with very many more, without dashes and without smoothing: sooner while the map moves.
_CROWD, _THRONG, _THRONG_THAT_MOVES = 200, 4000, 450
# Below this scale (device pixels a scene unit) what stands out does not get thinner.
_KEPT_FROM = 0.7


def detail_at(scale: float) -> Detail:
    """Return how much of a role can be seen at a scale."""
    if scale >= FULL_FROM:
        return Detail.FULL
    return Detail.REDUCED if scale >= REDUCED_FROM else Detail.MINIMAL


class AtRest:
    """What stays as it is while roles are selected: columns, moves and roles."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts) -> None:
        self._columns = Painting(drawing.columns, Inks(theme), fonts)
        self._moves = MovesLayer(drawing, theme, fonts)
        self._roles = RolesLayer(drawing, theme, fonts)

    def show_state(self, drawing: MapDrawing) -> None:
        """Show the same roles in another state."""
        self._roles = self._roles.with_drawing(drawing)

    def leave_out(self, moves: Collection[str]) -> bool:
        """Show none of these moves, by id, but all others; return whether that is another look."""
        return self._moves.leave_out(moves)

    def paint(
        self, painter: QPainter, seen: QRectF, exposed: Sequence[QRectF], *, is_fine: bool
    ) -> None:
        """Paint the `exposed` parts of what is `seen`, in units of the scene, finely or soon."""
        detail = detail_at(painter.worldTransform().m11())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail is not Detail.MINIMAL)
        self._columns.paint(painter)
        self._moves.paint(painter, detail, seen, exposed, is_fine=is_fine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail is not Detail.MINIMAL)
        self._roles.paint(painter, detail, exposed)


class MovesLayer:
    """The moves at rest.

    What stands out is left out: two lines on one way would mingle their dashes into another style.
    """

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts) -> None:
        self._drawing = drawing
        self._fonts = fonts
        self._inks, self._thin = Inks(theme), Inks(theme, hairlines=True)
        emphasis = drawing.emphasis
        self._quiet = [curve for curve in drawing.curves if emphasis(curve.move) is Emphasis.QUIET]
        groups = [
            (curve.move.id, group)
            for curve in self._quiet
            for group in one_by_one(line_shapes(curve, Emphasis.QUIET))
        ]
        # The move of each group of shapes, in their order.
        self._move_of = [move for move, _ in groups]
        self._lines = Scattered([group for _, group in groups], fonts)
        self._years = Scattered(one_by_one(drawing.years(Emphasis.QUIET)), fonts)
        self._left_out: frozenset[str] = frozenset()
        self._without: frozenset[int] = frozenset()
        self._far: Scattered | None = None

    def leave_out(self, moves: Collection[str]) -> bool:
        """Show none of these moves, by id, but all others; return whether that is another look."""
        left_out = frozenset(moves).intersection(self._move_of)
        if left_out == self._left_out:
            return False
        self._left_out, self._far = left_out, None
        self._without = frozenset(
            number for number, move in enumerate(self._move_of) if move in left_out
        )
        return True

    def _seen_from_afar(self) -> Scattered:
        if self._far is None:
            curves = (curve for curve in self._quiet if curve.move.id not in self._left_out)
            plain = [Curve(curve.points, Stroke("edge")) for curve in curves]
            self._far = Scattered(by_square(plain), self._fonts)
        return self._far

    def paint(
        self,
        painter: QPainter,
        detail: Detail,
        seen: QRectF,
        exposed: Sequence[QRectF],
        *,
        is_fine: bool,
    ) -> None:
        """Paint lines and years, the fewer details the more there are in all that is `seen`."""
        most = _THRONG if is_fine else _THRONG_THAT_MOVES
        is_far = detail is Detail.MINIMAL
        many = len(self._quiet) if is_far else len(self._lines.in_sight([seen]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, many <= most)
        if is_far or many > most:
            self._seen_from_afar().paint(painter, exposed, self._thin)
        else:
            # No line is thinner than a pixel: it would pale.
            is_thin = painter.deviceTransform().m11() * QUIET_WIDTH < 1
            inks = self._thin if is_thin or many > _CROWD else self._inks
            self._lines.paint(painter, exposed, inks, self._without)
        if detail is Detail.FULL:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._years.paint(painter, exposed, self._inks)


class RolesLayer:
    """The boxes of the roles."""

    def __init__(self, drawing: MapDrawing, theme: Theme, fonts: Fonts) -> None:
        self._drawing = drawing
        self._inks = Inks(theme)
        self._fonts = fonts
        self._roles = tuple(drawing.boxes)
        self._extents = Extents([_extent_of_box(box) for box in drawing.boxes.values()])
        self._near: dict[tuple[str, Detail], Painting] = {}
        self._theme = theme

    def with_drawing(self, drawing: MapDrawing) -> RolesLayer:
        """Return a layer of the same boxes in another state; what looks the same stays painted."""
        made = RolesLayer(drawing, self._theme, self._fonts)
        before, now = self._drawing.state.roles, drawing.state.roles
        made._near = {
            key: painting for key, painting in self._near.items() if before[key[0]] == now[key[0]]
        }
        return made

    @cached_property
    def _far(self) -> Painting:
        drawing = self._drawing
        return Painting(
            minimal_shapes(
                (
                    drawing.track_numbers[drawing.catalogue.role(role).track],
                    drawing.state.roles[role],
                    box,
                )
                for role, box in drawing.boxes.items()
            ),
            Inks(self._theme, hairlines=True),
            self._fonts,
        )

    def paint(self, painter: QPainter, detail: Detail, exposed: Sequence[QRectF]) -> None:
        """Paint the boxes in sight, far out all of them."""
        if detail is Detail.MINIMAL:
            self._far.paint(painter)
            return
        for number in self._extents.in_sight(exposed):
            self._painting(self._roles[number], detail).paint(painter)

    def _painting(self, role: str, detail: Detail) -> Painting:
        painting = self._near.get((role, detail))
        if painting is None:
            shapes = self._drawing.role(role, detail)
            painting = self._near[role, detail] = Painting(shapes, self._inks, self._fonts)
        return painting


class FrontLayer(QGraphicsItem):
    """What stands out: the route, or the selected role with its moves.

    It takes no mouse: the view finds roles itself.
    """

    def __init__(self, theme: Theme, fonts: Fonts, extent: QRectF) -> None:
        super().__init__()
        self._extent = extent
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._inks = Inks(theme)
        self._kept = Inks(theme, kept_at=_KEPT_FROM)
        self._fonts = fonts
        self.show_shapes((), ())

    def show_shapes(self, lines: Iterable[Shape], years: Iterable[Shape]) -> None:
        """Show other shapes; `years` only where they can be read."""
        self._lines = Scattered(one_by_one(lines), self._fonts)
        self._years = Scattered(one_by_one(years), self._fonts)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the extent of the map."""
        return self._extent

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint what is in sight."""
        sights = [option.exposedRect]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_far = painter.deviceTransform().m11() < _KEPT_FROM
        self._lines.paint(painter, sights, self._kept if is_far else self._inks)
        if detail_at(painter.worldTransform().m11()) is Detail.FULL:
            self._years.paint(painter, sights, self._inks)


def _extent_of_box(box: Box) -> Extent:
    # The mark of the target reaches beyond the box.
    across, down = box.width / 2 + 12, box.height / 2 + 12
    return box.x - across, box.y - down, box.x + across, box.y + down
