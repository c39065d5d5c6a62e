"""Layouts for the map: at once where they are known, else worked out in the background and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from planner.core.boxes import Layout, Size
from planner.core.errors import PlannerError
from planner.core.model import Catalogue
from planner.files.layout_cache import LayoutCache, layout_key
from planner.gui.tasks import Task, Tasks

_KEPT = 12


class MapLayouts:
    """Asks memory, then the disk, then the layout itself; only the newest request is answered."""

    def __init__(self, tasks: Tasks, cache: LayoutCache) -> None:
        self._tasks = tasks
        self._cache = cache
        self._known: OrderedDict[str, Layout] = OrderedDict()
        self._task: Task | None = None

    def known(self, part: Catalogue, size: Size, whole: Catalogue | None = None) -> Layout | None:
        """Return a layout that need not be worked out; `whole` is that of which it is a part."""
        key = layout_key(part, size, whole)
        found = self._known.get(key) or self._cache.read(key, part)
        if found is not None:
            self._keep(key, found)
        return found

    def work_out(
        self,
        part: Catalogue,
        size: Size,
        whole: Catalogue,
        label: str,
        on_done: Callable[[Layout], None],
        on_failed: Callable[[PlannerError], None],
    ) -> None:
        """Work a layout out off the GUI thread, and hand it to `on_done`."""
        self.cancel()
        key = layout_key(part, size, whole)
        self._task = self._tasks.run(
            partial(_work, part, size, whole, partial(self._cache.write, key)),
            partial(self._done, key, on_done),
            on_failed,
            label=label,
        )

    def cancel(self) -> None:
        """Stop what is under way; it will not be answered."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _done(self, key: str, on_done: Callable[[Layout], None], found: Layout) -> None:
        self._task = None
        self._keep(key, found)
        on_done(found)

    def _keep(self, key: str, found: Layout) -> None:
        self._known[key] = found
        self._known.move_to_end(key)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)


def _work(
    part: Catalogue, size: Size, whole: Catalogue, keep: Callable[[Layout], None], task: Task
) -> Layout | None:
    # Imported here: the search needs numpy, and a known layout needs no search.
    from planner.core.layout import Cancelled, layout

    try:
        found = layout(part, size, within=whole, is_cancelled=task.is_cancelled)
    except Cancelled:
        return None
    keep(found)
    return found
