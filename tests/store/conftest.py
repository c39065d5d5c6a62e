"""A fresh store for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.store.database import open_store
from planner.store.store import Store
from tests.store.sample import BO, CATALOGUE, LIN, catalogue_created, created, joined

TODAY = date(2026, 11, 20)

OpenStore = Callable[..., Store]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "planner.db"


@pytest.fixture
def open_at() -> Iterator[OpenStore]:
    """Open stores that are closed at the end of the test."""
    opened: list[Store] = []

    def opening(path: Path, **options: object) -> Store:
        options = {"today": TODAY, "patience": 0, **options}
        store = open_store(path, **options)  # type: ignore[arg-type]
        opened.append(store)
        return store

    yield opening
    for store in opened:
        store.close()


@pytest.fixture
def store(path: Path, open_at: OpenStore) -> Store:
    """An empty store."""
    return open_at(path)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one catalogue and two people."""
    store.apply(joined(catalogue_created(CATALOGUE), created(LIN, BO)))
    return store
