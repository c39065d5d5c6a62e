"""Run the benchmarks and print their table: `python -m tests.bench [PART…]`.

A part is a module of this folder with `measure() -> Sequence[Row]`. Runs by itself: other work on
the machine blurs every figure.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
from collections.abc import Sequence

from tests.bench.rows import Row

PARTS = (
    "startup",
    "layout",
    "panning",
    "saving",
    "importing",
    "team",
    "routes",
    "what-if",
    "paper",
)


def main(arguments: Sequence[str]) -> int:
    """Print one table; return 1 where a goal is missed."""
    unknown = [name for name in arguments if name not in PARTS]
    if unknown:
        sys.stderr.write(f"No such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}.\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows: list[Row] = []
    for name in arguments or PARTS:
        sys.stderr.write(f"{name} …\n")
        module = name.replace("-", "_")
        rows += importlib.import_module(f"tests.bench.{module}").measure()
    sys.stdout.write(table(rows))
    sys.stdout.write(f"\n{machine()}\n")
    return 0 if all(row.reached for row in rows) else 1


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| measure | ours | against | ratio | goal | |", "|---|---:|---:|---:|---:|---|"]
    for row in rows:
        against, ratio = "—", "—"
        if row.yardstick is not None:
            against = f"{number(row.yardstick)} {row.unit}, {row.against}"
            ratio = f"{row.ratio:.2f}"
        goal = f"≤ {row.goal:g}" if row.yardstick is not None else f"≤ {row.goal:g} {row.unit}"
        ours = f"{number(row.ours)} {row.unit}"
        verdict = "✓" if row.reached else "missed"
        lines.append(f"| {row.what} | {ours} | {against} | {ratio} | {goal} | {verdict} |")
    return "\n".join(lines) + "\n"


def number(value: float) -> str:
    """Return three digits of a number, whole ones whole."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def machine() -> str:
    """Return the kind of machine in a line."""
    python = platform.python_version()
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {python}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
