"""TrueType files read as far as text needs them, and cut down to the letters that are used."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

# Tables for hinting go with a font where it has them.
_COPIED = ("cvt ", "fpgm", "prep")
# The flags of a part of a composite glyph.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80
_SHORT_LIMIT = 0x1FFFF
# The format of the table of letters that goes beyond the first plane of Unicode.
_GROUPS = 12


class FontFile:
    """One TrueType font. Lengths are in units of which there are `units` an em."""

    def __init__(self, data: bytes) -> None:
        self._tables: dict[str, bytes] = {}
        for number in range(struct.unpack_from(">H", data, 4)[0]):
            tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
            self._tables[tag.decode("latin-1")] = data[offset : offset + length]
        head = self._tables["head"]
        self.units: int = struct.unpack_from(">H", head, 18)[0]
        self.box: tuple[int, ...] = struct.unpack_from(">4h", head, 36)
        self._is_long = bool(struct.unpack_from(">h", head, 50)[0])
        self.ascent, self.descent = struct.unpack_from(">2h", self._tables["hhea"], 4)
        self._metrics: int = struct.unpack_from(">H", self._tables["hhea"], 34)[0]

    @cached_property
    def _glyphs(self) -> dict[int, int]:
        """The glyph of each code point."""
        table = self._tables["cmap"]
        glyphs: dict[int, int] = {}
        for number in range(struct.unpack_from(">H", table, 2)[0]):
            offset = struct.unpack_from(">I", table, 8 + 8 * number)[0]
            if struct.unpack_from(">H", table, offset)[0] != _GROUPS:
                continue
            groups = struct.unpack_from(">I", table, offset + 12)[0]
            runs = table[offset + 16 : offset + 16 + 12 * groups]
            for first, last, glyph in struct.iter_unpack(">3I", runs):
                letters = range(first, last + 1)
                glyphs.update((letter, glyph + letter - first) for letter in letters)
            break
        return glyphs

    def glyph(self, letter: str) -> int:
        """Return the glyph of a letter, 0 where there is none."""
        return self._glyphs.get(ord(letter), 0)

    def advance(self, glyph: int) -> int:
        """Return how far a glyph moves on."""
        place = 4 * min(glyph, self._metrics - 1)
        return int(struct.unpack_from(">H", self._tables["hmtx"], place)[0])

    def subset(self, wanted: Sequence[int]) -> bytes:
        """Return a font file of these glyphs alone, numbered from 1 in the order asked for.

        What composite glyphs are made of follows behind; 0 is the glyph of what is missing.
        """
        glyphs = [0, *wanted]
        numbers = {glyph: number for number, glyph in enumerate(glyphs)}
        outlines: list[bytes] = []
        while len(outlines) < len(glyphs):
            outlines.append(self._renumbered(glyphs[len(outlines)], glyphs, numbers))
        offsets = [0]
        for number, outline in enumerate(outlines):
            outlines[number] = outline + b"\0" * (-len(outline) % 4)
            offsets.append(offsets[-1] + len(outlines[number]))
        is_long = offsets[-1] > _SHORT_LIMIT
        head = bytearray(self._tables["head"])
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">h", head, 50, int(is_long))
        hhea, maxp = bytearray(self._tables["hhea"]), bytearray(self._tables["maxp"])
        struct.pack_into(">H", hhea, 34, len(glyphs))
        struct.pack_into(">H", maxp, 4, len(glyphs))
        loca = [offset if is_long else offset // 2 for offset in offsets]
        tables = {
            "head": bytes(head),
            "hhea": bytes(hhea),
            "maxp": bytes(maxp),
            "hmtx": b"".join(self._metric(glyph) for glyph in glyphs),
            "loca": struct.pack(f">{len(loca)}{'I' if is_long else 'H'}", *loca),
            "glyf": b"".join(outlines),
        }
        tables |= {tag: self._tables[tag] for tag in _COPIED if tag in self._tables}
        return _file(tables)

    def _metric(self, glyph: int) -> bytes:
        table = self._tables["hmtx"]
        if glyph < self._metrics:
            return table[4 * glyph : 4 * glyph + 4]
        bearing = 4 * self._metrics + 2 * (glyph - self._metrics)
        return table[4 * self._metrics - 4 : 4 * self._metrics - 2] + table[bearing : bearing + 2]

    def _outline(self, glyph: int) -> bytes:
        kind, size, times = (">2I", 4, 1) if self._is_long else (">2H", 2, 2)
        start, end = struct.unpack_from(kind, self._tables["loca"], size * glyph)
        return self._tables["glyf"][times * start : times * end]

    def _renumbered(self, glyph: int, glyphs: list[int], numbers: dict[int, int]) -> bytes:
        """Return an outline whose parts, if it is made of others, have the new numbers."""
        outline = self._outline(glyph)
        if not outline or struct.unpack_from(">h", outline)[0] >= 0:
            return outline
        made, at, flags = bytearray(outline), 10, _MORE
        while flags & _MORE:
            flags, part = struct.unpack_from(">2H", made, at)
            if part not in numbers:
                numbers[part] = len(glyphs)
                glyphs.append(part)
            struct.pack_into(">H", made, at + 2, numbers[part])
            at += 8 if flags & _WORDS else 6
            at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        return bytes(made)


@lru_cache
def font_file(path: Path) -> FontFile:
    """Return a font, read once."""
    return FontFile(path.read_bytes())


def _file(tables: dict[str, bytes]) -> bytes:
    """Return the tables as a font file."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    head = struct.pack(">IHHHH", 0x00010000, count, search, power, 16 * count - search)
    at = 12 + 16 * count
    entries, bodies = [], []
    for tag, body in sorted(tables.items()):
        padded = body + b"\0" * (-len(body) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        entries.append(struct.pack(">4sIII", tag.encode(), total, at, len(body)))
        bodies.append(padded)
        at += len(padded)
    return head + b"".join(entries) + b"".join(bodies)
