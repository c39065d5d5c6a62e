"""The application that printing commands share with the tests of the window, which come later."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _one_application(qapp: object) -> None:
    """Make the window's application first: a command that prints would make a lesser one."""
