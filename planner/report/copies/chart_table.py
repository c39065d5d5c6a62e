"""What a chart is drawn from as a table: for the eye, for a spreadsheet, and as a file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date

from planner.core.text import Texts

Value = str | float | date | None

# A cell that begins so would be worked out as a formula; the wide forms are on Chinese keyboards.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_HARMLESS = "'"
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartTable:
    """Headings in the window's language, and rows of words, numbers unrounded, and days.

    None is what is not known, and stays empty in a file.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The columns of numbers, in which some may be missing or said in words."""
        return frozenset(
            column
            for column in range(len(self.headings))
            if any(isinstance(row[column], int | float) for row in self.rows)
        )

    def words(self, texts: Texts) -> tuple[tuple[str, ...], ...]:
        """Return the rows as they are read in the window."""
        return tuple(tuple(_word(value, texts) for value in row) for row in self.rows)


def csv_of(table: ChartTable) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark, so that Excel opens Chinese.

    Days are written as 2026-11-23 and numbers with a point, whatever the language.
    """
    written = io.StringIO(newline="")
    csv.writer(written).writerows(_plain_rows(table))
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def tab_separated(table: ChartTable) -> str:
    """Return a table as text that a spreadsheet takes apart into cells when it is pasted."""
    written = io.StringIO(newline="")
    csv.writer(written, "excel-tab", lineterminator="\n").writerows(_plain_rows(table))
    return written.getvalue()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return _HARMLESS + text if text.startswith(_FORMULA) else text


def _plain_rows(table: ChartTable) -> list[list[str]]:
    return [
        [harmless(heading) for heading in table.headings],
        *([_plain(value) for value in row] for row in table.rows),
    ]


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return harmless(value)
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _word(value: Value, texts: Texts) -> str:
    if value is None:
        return "–"
    if isinstance(value, date):
        return texts.date(value)
    return value if isinstance(value, str) else texts.number(value)
