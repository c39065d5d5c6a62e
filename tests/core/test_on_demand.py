"""Values that are worked out when they are first asked for."""

from __future__ import annotations

import pytest

from planner.core.on_demand import OnDemand


def test_each_value_is_made_once_and_only_when_asked_for() -> None:
    made: list[str] = []

    def make(key: str) -> int:
        made.append(key)
        return len(key)

    found = OnDemand({"a": None, "bb": None, "ccc": None}, make)
    assert (len(found), list(found), "bb" in found, "d" in found) == (
        3, ["a", "bb", "ccc"], True, False,
    )  # fmt: skip
    assert made == []
    assert found["bb"] == found["bb"] == 2
    assert made == ["bb"]
    assert found.get("d") is None
    with pytest.raises(KeyError):
        found["d"]
    assert found == {"a": 1, "bb": 2, "ccc": 3}
    assert made == ["bb", "a", "ccc"]
