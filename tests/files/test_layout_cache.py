"""Layouts kept on disk: the same again, and whatever is damaged or foreign ignored."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.core.boxes import Size
from planner.core.layout import layout
from planner.core.model import Catalogue
from planner.files import layout_cache
from planner.files.layout_cache import LayoutCache, layout_key
from tests.catalogues import small_catalogue

SIZE = Size(176.0, 62.0)
SMALL = small_catalogue()
KEY = layout_key(SMALL, SIZE)


def kept(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_layout_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "layouts"
    cache = LayoutCache(folder)
    assert cache.read(KEY, SMALL) is None
    found = layout(SMALL, SIZE)
    cache.write(KEY, found)
    assert LayoutCache(folder).read(KEY, SMALL) == found
    assert kept(folder).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"boxes": 3, "tracks": [], "ranks": [], "width": 1, "height": 1}',
        '{"boxes": {}, "tracks": [], "ranks": [], "width": 1, "height": 1}',
        "[" * 100_000,
        "\x00\x01",
    ],
)
def test_a_damaged_file_is_ignored_and_written_anew(text: str, tmp_path: Path) -> None:
    cache = LayoutCache(tmp_path)
    found = layout(SMALL, SIZE)
    cache.write(KEY, found)
    kept(tmp_path).write_text(text, encoding="utf-8")
    assert cache.read(KEY, SMALL) is None
    cache.write(KEY, found)
    assert cache.read(KEY, SMALL) == found


@pytest.mark.parametrize("damage", ["a role less", "no number", "another track", "a rank less"])
def test_a_file_that_does_not_fit_the_catalogue_is_ignored(damage: str, tmp_path: Path) -> None:
    cache = LayoutCache(tmp_path)
    cache.write(KEY, layout(SMALL, SIZE))
    read = json.loads(kept(tmp_path).read_text(encoding="utf-8"))
    if damage == "a role less":
        del read["boxes"]["cto"]
    elif damage == "no number":
        read["boxes"]["cto"][0] = float("nan")
    elif damage == "another track":
        read["tracks"][0][0] = "other"
    else:
        read["ranks"].pop()
    kept(tmp_path).write_text(json.dumps(read), encoding="utf-8")
    assert cache.read(KEY, SMALL) is None


def test_a_file_that_is_no_text_is_ignored(tmp_path: Path) -> None:
    cache = LayoutCache(tmp_path)
    cache.write(KEY, layout(SMALL, SIZE))
    kept(tmp_path).write_bytes(b"\xff\xfe\x00")
    assert cache.read(KEY, SMALL) is None


def test_a_folder_that_cannot_be_made_is_let_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = LayoutCache(tmp_path / "file")
    cache.write(KEY, layout(SMALL, SIZE))
    assert cache.read(KEY, SMALL) is None


def test_the_oldest_layouts_go(tmp_path: Path) -> None:
    cache = LayoutCache(tmp_path)
    found = layout(SMALL, SIZE)
    for width in range(100, 160):
        cache.write(layout_key(SMALL, Size(float(width), 62.0)), found)
    assert len(list(tmp_path.iterdir())) == 40


def shuffled(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, roles=catalogue.roles[::-1], moves=catalogue.moves[::-1])


def test_the_key_depends_on_what_the_layout_sees_and_on_nothing_else() -> None:
    key = layout_key(SMALL, SIZE)
    renamed = replace(SMALL, roles=tuple(replace(r, requires=()) for r in SMALL.roles))
    assert layout_key(shuffled(SMALL), SIZE) == key
    assert layout_key(renamed, SIZE) == key
    higher = replace(SMALL, roles=(replace(SMALL.roles[0], rank=5), *SMALL.roles[1:]))
    others = {
        layout_key(SMALL, Size(176.0, 63.0)),
        layout_key(higher, SIZE),
        layout_key(replace(SMALL, moves=SMALL.moves[1:]), SIZE),
        layout_key(replace(SMALL, roles=SMALL.roles[:-1]), SIZE),
    }
    assert len(others | {key}) == 5


def test_of_a_part_the_key_depends_on_the_whole_too() -> None:
    part = replace(SMALL, roles=SMALL.roles[:-1], moves=())
    assert layout_key(SMALL, SIZE, SMALL) == layout_key(SMALL, SIZE)
    other = replace(SMALL, moves=SMALL.moves[1:])
    keys = {layout_key(part, SIZE), layout_key(part, SIZE, SMALL), layout_key(part, SIZE, other)}
    assert len(keys) == 3
    assert layout_key(part, SIZE, shuffled(SMALL)) in keys


def test_a_part_is_kept_apart_for_each_whole(tmp_path: Path) -> None:
    part = replace(SMALL, roles=SMALL.roles[:-1], moves=())
    cache = LayoutCache(tmp_path)
    placed = layout(part, SIZE, within=SMALL)
    cache.write(layout_key(part, SIZE, SMALL), placed)
    assert cache.read(layout_key(part, SIZE, SMALL), part) == placed
    assert cache.read(layout_key(part, SIZE), part) is None


def test_the_key_depends_on_every_module_that_the_layout_is_made_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[Path] = set()
    read_bytes = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.add(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    layout_cache._algorithm.cache_clear()
    layout_key(SMALL, SIZE)
    # The layout is imported above, and with it all that it is made of.
    parts = [name for name in sys.modules if name.startswith("planner.core.arranging.")]
    assert parts
    assert {sys.modules[name].__file__ for name in ["planner.core.layout", *parts]} <= {
        str(path) for path in read
    }
