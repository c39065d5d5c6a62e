"""Bookmarks, links and the language of a PDF, which what Qt writes does not have."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link as LinkAnnotation
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    Fit,
    NameObject,
    TextStringObject,
)

from planner.report.paper.flow import Sheet

# What a bookmark leads to stands this far below the upper edge of what is seen, in points.
_ABOVE = 14.0


def with_outline(written: bytes, sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF of sheets with their anchors as bookmarks, and with their links.

    Titles and dates stay those of `written`. Sheets of two languages in turns are shown in pairs.
    """
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written)))
    root = writer.root_object
    languages = list(dict.fromkeys(sheet.language for sheet in sheets if sheet.language))
    if languages:
        root[NameObject("/Lang")] = TextStringObject(languages[0])
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    is_in_turns = len({sheet.language for sheet in sheets[:2]}) > 1
    layout = "/TwoColumnLeft" if is_in_turns else "/OneColumn"
    root[NameObject("/PageLayout")] = NameObject(layout)
    preferences = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root[NameObject("/ViewerPreferences")] = preferences
    places = _add_bookmarks(writer, sheets)
    for page, sheet in enumerate(sheets):
        for link in sheet.links:
            if link.key not in places:
                continue
            target, fit = places[link.key]
            bottom = sheet.height - link.y - link.height
            rectangle = (link.x, bottom, link.x + link.width, sheet.height - link.y)
            annotation = LinkAnnotation(
                rect=rectangle, border=[0, 0, 0], target_page_index=target, fit=fit
            )
            writer.add_annotation(page, annotation)
    result = io.BytesIO()
    writer.pdf_header = "%PDF-1.4"
    writer.write(result)
    return result.getvalue()


def _add_bookmarks(writer: PdfWriter, sheets: Sequence[Sheet]) -> dict[str, tuple[int, Fit]]:
    """Add a bookmark an anchor, each in that of the part it lies in; return where they lead."""
    places: dict[str, tuple[int, Fit]] = {}
    parts: dict[tuple[str, ...], Any] = {}
    for page, sheet in enumerate(sheets):
        for anchor in sheet.anchors:
            fit = Fit.xyz(left=0, top=min(sheet.height, sheet.height - anchor.y + _ABOVE))
            places[anchor.key] = (page, fit)
            owner = anchor.key.partition("/")[0]
            for depth in range(1, len(anchor.path) + 1):
                # Two people may have one name, so their ids tell their parts apart.
                part = (owner, *anchor.path[:depth])
                if part not in parts:
                    parts[part] = writer.add_outline_item(
                        title=anchor.path[depth - 1],
                        page_number=page,
                        parent=parts.get(part[:-1]),
                        fit=fit,
                    )
    return places
