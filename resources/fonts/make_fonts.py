"""Make the two fonts of this folder out of Noto Sans SC: `python make_fonts.py FOLDER`.

FOLDER is the unpacked npm package that README.md beside this file names. Needs fontTools.
"""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from fontTools.feaLib.builder import addOpenTypeFeatures
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.otBase import BaseTable

FAMILY = "Planner Sans SC"
VERSION = "1.000"
SOURCES = (
    ("Regular", "400Regular/NotoSansSC_400Regular.ttf"),
    ("SemiBold", "600SemiBold/NotoSansSC_600SemiBold.ttf"),
)
RANGES = (
    (0x20, 0x24F),  # Latin, with the tones of pinyin
    (0x2B0, 0x36F),  # accents
    (0x370, 0x3FF),  # Greek, for formulas
    (0x1E00, 0x1EFF),  # more Latin
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # letterlike
    (0x2150, 0x218F),  # fractions, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x2473),  # numbers in circles
    (0x2500, 0x27BF),  # lines, shapes, symbols
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFF01, 0xFFE6),  # full-width forms
)
# Characters of given names that GB 2312 of 1980 lacks.
OF_NAMES = (
    "喆堃犇昇玥珺祎赟頔翀璟燚垚皛暐旻昳珅玘玙琎琤琋瑄瑢璠甯禕綦芃菀菡葳蕤蘅淏淯湉湲溁潆濛烜焜煊熠"
    "炘桉樾橦沄沚洺浛浠颢骁骐骞龑龢仝伃佺俣偲傒劼勍勖哿嘏囡堉塬夆妤姵婳媖嫄嬅孖峣崟弢彧忞怿愔扆旸昉晙晞晢暲曈曌杲瑀珩琰"
    "镕锳堽峂飏翾祯禛祾祉玹珑珣珒琇琬琯瑨瑭璐璘瓒钰铄锜铠铭锴镭霁霏靖韫颀颙馥骅骎骢鹔麴黉黻齐龠㛃𬭚"
)
# Drawn by the glyph of a more usual character with a higher number, which a PDF made with Qt would
# then give back as these: text in it could not be found.
DROPPED = "\u2003\u2012\u2027\u2035\u2215\u301c"
# Full-width in Noto Sans SC, which tears English apart: narrow unless beside Chinese characters.
TIGHTENED = {
    "×": 40,
    "±": 40,
    "÷": 40,
    "·": 76,
    "•": 60,
    "§": 50,
    "≤": 40,
    "≥": 40,
    "≠": 40,
    "≈": 40,
}
SHRUNK = {"·": 0.6}
NARROW = {
    "“": 8,
    "”": 8,
    "‘": 8,
    "’": 8,
    "…": 8,
}  # character: lookup of `pwid` in the source
# Not in Noto Sans SC: drawn from a glyph that is, as (the glyph's character, scale).
DRAWN = {
    "✕": ("×", 1.0),
    "✗": ("×", 1.0),
    "▸": ("▶", 0.62),
    "▾": ("▼", 0.62),
    "✔": ("✓", 1.0),
}


def characters(font: TTFont) -> set[int]:
    """Return the code points to keep."""
    wanted = {code for first, last in RANGES for code in range(first, last + 1)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                wanted.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    wanted.update(map(ord, OF_NAMES))
    return (wanted & set(font.getBestCmap())) - set(map(ord, DROPPED))


def add_glyph(font: TTFont, name: str, base: str, scale: float, move_x: int, advance: int) -> None:
    """Add a glyph that shows `base`, scaled about the middle of its height and moved."""
    outline = font["glyf"][base]
    middle = (outline.yMin + outline.yMax) / 2
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(base, (scale, 0, 0, scale, move_x, round(middle * (1 - scale))))
    font["glyf"][name] = pen.glyph()
    font["glyf"][name].recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, font["glyf"][name].xMin)
    font["vmtx"][name] = font["vmtx"][base]


def map_to(font: TTFont, character: str, name: str) -> None:
    """Show `character` by the glyph `name`."""
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap[ord(character)] = name


def substitute(font: TTFont, lookup: int, glyph: str) -> str:
    """Return what a single substitution of the source makes of a glyph."""
    for table in font["GSUB"].table.LookupList.Lookup[lookup].SubTable:
        mapping = getattr(getattr(table, "ExtSubTable", table), "mapping", {})
        if glyph in mapping:
            return str(mapping[glyph])
    raise SystemExit(f"The source has another layout: lookup {lookup} lacks {glyph}.")


class Widening(NamedTuple):
    """How a narrow glyph is moved and spaced to stand where its full-width form would."""

    glyph: str
    right: int
    up: int
    advance: int


def widening(font: TTFont, narrow: str, wide: str) -> Widening:
    """Return how `narrow` comes to stand in the middle of the outline of `wide`."""
    one, other = font["glyf"][narrow], font["glyf"][wide]
    for outline in (one, other):
        outline.recalcBounds(font["glyf"])
    return Widening(
        narrow,
        round((other.xMin + other.xMax - one.xMin - one.xMax) / 2),
        round((other.yMin + other.yMax - one.yMin - one.yMax) / 2),
        font["hmtx"][wide][0] - font["hmtx"][narrow][0],
    )


def fit(font: TTFont) -> dict[str, Widening]:
    """Make narrow forms the usual ones; return how each is widened."""
    cmap = font.getBestCmap()
    forms: dict[str, Widening] = {}
    for character, bearing in TIGHTENED.items():
        wide = cmap[ord(character)]
        outline = font["glyf"][wide]
        name = f"narrow{ord(character):04X}"
        scale = SHRUNK.get(character, 1.0)
        move = bearing - round(outline.xMin * scale)
        width = round((outline.xMax - outline.xMin) * scale)
        add_glyph(font, name, wide, scale, move, width + 2 * bearing)
        forms[character] = widening(font, name, wide)
    for character, lookup in NARROW.items():
        wide = cmap[ord(character)]
        forms[character] = widening(font, substitute(font, lookup, wide), wide)
    for character, form in forms.items():
        map_to(font, character, form.glyph)
    for character, (like, scale) in DRAWN.items():
        base = font.getBestCmap()[ord(like)]
        name = f"drawn{ord(character):04X}"
        advance = round(font["hmtx"][base][0] * scale)
        add_glyph(font, name, base, scale, 0, advance)
        map_to(font, character, name)
    font.setGlyphOrder(list(font["glyf"].glyphOrder))
    return forms


def between_chinese(font: TTFont, forms: dict[str, Widening]) -> str:
    """Return the feature that gives punctuation which stands at a Chinese character its full width.

    It moves glyphs rather than exchange them: a PDF made with Qt gives back only what a glyph is
    mapped to, and nothing is mapped to another form of it.
    """
    cmap = font.getBestCmap()
    chinese = " ".join(
        sorted({name for code, name in cmap.items() if 0x3001 <= code <= 0x9FFF or code >= 0xFF01})
    )

    def moved(character: str) -> str:
        _, right, up, advance = forms[character]
        return f"<{right} {up} {advance} 0>"

    closing = ("”", "’", "…", "·")
    lines = [f"@CHINESE = [{chinese}];", "feature kern {"]
    lines += [f"pos {forms[c].glyph}' {moved(c)} @CHINESE;" for c in ("“", "‘")]
    lines += [f"pos @CHINESE {forms[c].glyph}' {moved(c)};" for c in closing]
    # The second half of the dots “……”, and a closing quotation mark after them.
    after = f"[{' '.join(forms[c].glyph for c in closing)}]"
    for before in (after, f"{after} {after}"):
        lines += [f"pos @CHINESE {before} {forms[c].glyph}' {moved(c)};" for c in ("”", "’", "…")]
    lines.append("} kern;")
    return "\n".join(lines)


def add_kerning(font: TTFont, feature: str) -> None:
    """Add rules to the kerning that there is."""
    kept = font["GPOS"].table
    addOpenTypeFeatures(font, StringIO(feature), tables=["GPOS"])
    added = font["GPOS"].table
    first = len(kept.LookupList.Lookup)
    for lookup in added.LookupList.Lookup:
        for table in lookup.SubTable:
            for record in records_of(table):
                record.LookupListIndex += first
    kept.LookupList.Lookup += added.LookupList.Lookup
    (rules,) = (one.Feature for one in added.FeatureList.FeatureRecord)
    for record in kept.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex += [first + one for one in rules.LookupListIndex]
    font["GPOS"].table = kept


def records_of(table: BaseTable) -> list[BaseTable]:
    """Return what names other lookups in a subtable that heeds what stands beside a glyph."""
    if getattr(table, "Format", 0) == 3:
        return list(getattr(table, "PosLookupRecord", None) or [])
    sets = getattr(table, "ChainPosRuleSet", None) or getattr(table, "ChainPosClassSet", None) or []
    return [
        record
        for one in sets
        if one is not None
        for rule in getattr(one, "ChainPosRule", None) or getattr(one, "ChainPosClassRule", [])
        for record in rule.PosLookupRecord
    ]


def rename(font: TTFont, style: str) -> None:
    """Give the font its own name: “Source” is reserved, and Noto Sans SC is another font."""
    table = font["name"]
    keep = {0, 7, 8, 9, 10, 11, 13, 14}
    table.names = [record for record in table.names if record.nameID in keep]
    bold = style != "Regular"
    postscript = f"PlannerSansSC-{style}"
    for name_id, text in (
        (1, FAMILY),
        (2, "Bold" if bold else "Regular"),
        (3, f"{VERSION};{postscript}"),
        (4, f"{FAMILY} {style}"),
        (5, f"Version {VERSION}; a subset of Noto Sans SC 2.004"),
        (6, postscript),
        (16, FAMILY),
        (17, style),
    ):
        table.setName(text, name_id, 3, 1, 0x409)
    # SemiBold is the family's bold, so that no system thickens it once more.
    font["head"].macStyle = 1 if bold else 0
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0x20 if bold else 0x40)
    font["OS/2"].usWeightClass = 600 if bold else 400
    font["OS/2"].achVendID = "NONE"


def make(source: Path, style: str, target: Path) -> None:
    """Write one font."""
    font = TTFont(source, recalcTimestamp=False)
    forms = fit(font)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "mark"]
    options.drop_tables += ["GSUB", "STAT", "BASE", "vhea", "vmtx"]
    options.name_IDs = ["*"]
    options.glyph_names = True
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters(font))
    subsetter.subset(font)
    add_kerning(font, between_chinese(font, forms))
    font["post"].formatType = 3.0
    rename(font, style)
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size:,} bytes")


def main() -> None:
    """Make both fonts beside this file."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    for style, name in SOURCES:
        make(
            Path(sys.argv[1]) / name,
            style,
            Path(__file__).with_name(f"PlannerSansSC-{style}.ttf"),
        )


if __name__ == "__main__":
    main()
