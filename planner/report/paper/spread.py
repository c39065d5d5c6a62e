"""How blocks are spread over sheets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The share of the usual space that stands between blocks, and a sheet that ends early.

    That is the one numbered `early`, from 1, which ends `by` points before its usual end; none is
    numbered 0.
    """

    closeness: float = 1.0
    early: int = 0
    by: float = 0.0


USUAL = Spread()
