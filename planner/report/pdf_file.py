"""Sheets of shapes as a PDF: compressed pages, and fonts of the letters that are used."""

from __future__ import annotations

import hashlib
import struct
import unicodedata
import zlib
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from planner.report.drawing import Measure, Words
from planner.report.flow import Sheet
from planner.report.pdf_shapes import Lettering, PageWriter
from planner.report.truetype import font_file

_THOUSAND = 1000
# Letters whose place depends on those beside them, which only a shaper of text knows.
_JOINED = frozenset({"Mn", "Mc", "Me", "Cf", "Cc"})
# A block of the table of letters holds no more.
_BLOCK = 100


def can_write(sheets: Sequence[Sheet], fonts: Sequence[Path]) -> bool:
    """Whether sheets hold nothing but shapes, without anchors, and letters that the fonts have."""
    if any(sheet.charts or sheet.anchors for sheet in sheets):
        return False
    files = [font_file(path) for path in fonts]
    letters = {
        letter
        for sheet in sheets
        for shapes in (sheet.shapes, *(placed.drawing.shapes for placed in sheet.drawings))
        for shape in shapes
        if isinstance(shape, Words)
        for letter in shape.text
    }
    return all(
        unicodedata.category(letter) not in _JOINED and all(file.glyph(letter) for file in files)
        for letter in letters
    )


def pdf_of(
    sheets: Sequence[Sheet],
    colours: Callable[[str], Callable[[str], str]],
    fonts: tuple[Path, Path],
    measure: Measure,
    creator: str,
    now: datetime,
) -> bytes:
    """Return sheets as a PDF; `fonts` are the regular and the bold one.

    `colours` gives for the name of a theme what says its colours as `#rrggbb`.
    """
    regular, bold = letterings = tuple(Lettering(font_file(path)) for path in fonts)
    book = _Book()
    tree, resources = book.reserve(), book.reserve()
    pages = []
    for sheet in sheets:
        writer = PageWriter(colours(sheet.theme), regular, bold, measure)
        writer.parts.append(f"1 0 0 -1 0 {sheet.height:.3f} cm")
        for placed in sheet.drawings:
            scale, drawing = placed.scale, placed.drawing
            x, y = placed.x - placed.left * scale, placed.y - placed.top * scale
            clip = (placed.left, placed.top, drawing.width, drawing.height)
            writer.place(drawing.shapes, (scale, x, y), clip)
        writer.write(sheet.shapes)
        content = book.stream("\n".join(writer.parts).encode("ascii"))
        box = f"[0 0 {sheet.width:.3f} {sheet.height:.3f}]"
        pages.append(
            book.add(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox{box}/Contents {content} 0 R"
                f"/Resources {resources} 0 R>>"
            )
        )
    used = [
        f"/F{number} {_font(book, lettering, path)} 0 R"
        for number, (lettering, path) in enumerate(zip(letterings, fonts, strict=True))
        if lettering.numbers
    ]
    book.set(resources, f"<</Font<<{''.join(used)}>>>>")
    kids = " ".join(f"{page} 0 R" for page in pages)
    book.set(tree, f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    root = book.add(
        f"<</Type/Catalog/Pages {tree} 0 R/ViewerPreferences<</DisplayDocTitle true>>>>"
    )
    day = f"(D:{now:%Y%m%d%H%M%S})"
    info = book.add(
        f"<</Title {_text(sheets[0].title)}/Creator {_text(creator)}/CreationDate {day}>>"
    )
    return book.file(root, info)


class _Book:
    """The numbered objects of a file; those that are no streams are packed into one."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}
        self._next = 1

    def reserve(self) -> int:
        """Return the number of an object that is set later."""
        self._next += 1
        return self._next - 1

    def set(self, number: int, body: str) -> None:
        """Set an object."""
        self._plain[number] = body

    def add(self, body: str) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def stream(self, data: bytes, entries: str = "") -> int:
        """Add a stream and return its number."""
        number = self.reserve()
        packed = zlib.compress(data, 9)
        head = f"<</Filter/FlateDecode/Length {len(packed)}{entries}>>\nstream\n"
        self._streams[number] = head.encode("ascii") + packed + b"\nendstream"
        return number

    def file(self, root: int, info: int) -> bytes:
        """Return the whole file."""
        offsets, bodies, at = [], [], 0
        for number, body in self._plain.items():
            offsets.append(f"{number} {at}")
            bodies.append(body)
            at += len(body) + 1
        first = " ".join(offsets) + "\n"
        packed = self.stream(
            (first + "\n".join(bodies)).encode("ascii"),
            f"/Type/ObjStm/N {len(self._plain)}/First {len(first)}",
        )
        written = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
        for place, number in enumerate(self._plain):
            entries[number] = (2, packed, place)
        for number, data in self._streams.items():
            entries[number] = (1, len(written), 0)
            written += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
        start, table = len(written), self._next
        entries[table] = (1, start, 0)
        rows = b"".join(struct.pack(">BIH", *entries[number]) for number in range(table + 1))
        cross = zlib.compress(rows, 9)
        head = (
            f"{table} 0 obj\n<</Type/XRef/Size {table + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
            f"/Filter/FlateDecode/Length {len(cross)}>>\nstream\n"
        )
        written += head.encode() + cross + b"\nendstream\nendobj\n"
        written += f"startxref\n{start}\n%%EOF\n".encode()
        return bytes(written)


def _font(book: _Book, lettering: Lettering, path: Path) -> int:
    """Add a font of the letters used, and return its number."""
    font, letters = lettering.font, list(lettering.numbers)
    glyphs = [font.glyph(letter) for letter in letters]

    def thousandths(length: float) -> str:
        return str(round(length * _THOUSAND / font.units))

    subset = font.subset(glyphs)
    data = book.stream(subset, f"/Length1 {len(subset)}")
    tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(subset).digest()[:6])
    name = f"/{tag}+{path.stem}"
    box, ascent = " ".join(map(thousandths, font.box)), thousandths(font.ascent)
    descriptor = book.add(
        f"<</Type/FontDescriptor/FontName{name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {ascent}/Descent {thousandths(font.descent)}/CapHeight {ascent}/StemV 80"
        f"/FontFile2 {data} 0 R>>"
    )
    widths = " ".join(thousandths(font.advance(glyph)) for glyph in glyphs)
    inner = book.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDSystemInfo<</Registry(Adobe)"
        f"/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/W[1[{widths}]]"
        f"/CIDToGIDMap/Identity>>"
    )
    letters_table = book.stream(_letters_table(letters))
    return book.add(
        f"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts"
        f"[{inner} 0 R]/ToUnicode {letters_table} 0 R>>"
    )


def _letters_table(letters: Sequence[str]) -> bytes:
    """Return which letter each number stands for, so that text can be searched and copied."""
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName/L def/CMapType 2 def",
        "1 begincodespacerange<0000><FFFF>endcodespacerange",
    ]
    for start in range(0, len(letters), _BLOCK):
        block = letters[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [
            f"<{number:04X}><{letter.encode('utf-16-be').hex()}>"
            for number, letter in enumerate(block, start=start + 1)
        ]
        lines.append("endbfchar")
    lines.append("endcmap end end")
    return "\n".join(lines).encode("ascii")


def _text(words: str) -> str:
    """Return words as a text of a PDF."""
    if words.isascii() and words.isprintable() and not set(words) & set("()\\"):
        return f"({words})"
    marked = chr(0xFEFF) + words
    return f"<{marked.encode('utf-16-be', 'replace').hex()}>"
