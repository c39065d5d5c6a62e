"""PDF files looked at with other programs: their fonts, words, page boxes, ink and colours."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pypdf import PdfReader
from pypdf.generic import ContentStream

# Rows of dots from the top, grey from 0 to 255, or red, green and blue.
Picture = NDArray[np.uint8]

WHITE = 255
_MM_A_POINT = 25.4 / 72
_HEADER = re.compile(rb"P([56])\s(\d+)\s(\d+)\s255\s")
# Operators of a PDF that choose a colour by red, green and blue or by inks, and those that do so by
# as many numbers as the space of colours has: one where it is of greys.
_COLOURING = frozenset({b"rg", b"RG", b"k", b"K"})
_IN_A_SPACE = frozenset({b"sc", b"SC", b"scn", b"SCN"})


def tool(*command: str | Path) -> bytes:
    """Run a program, and return what it says."""
    return subprocess.run(command, capture_output=True, check=True).stdout


def squeezed(text: str) -> str:
    """Return a text without white space, and with one form for each letter."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def pages_of(pdf: Path, *options: str) -> list[str]:
    """Return what each page says, squeezed: names stand in several lines."""
    told = tool("pdftotext", *options, pdf, "-").decode()
    return [squeezed(page) for page in told.split("\f")[:-1]]


def text_of(pdf: Path, *options: str) -> str:
    """Return what all pages say, squeezed."""
    return "".join(pages_of(pdf, *options))


def has_only_vectors_and_embedded_fonts(pdf: Path) -> bool:
    """Whether there is no image, and each font is embedded and none of Type 3."""
    images = tool("pdfimages", "-list", pdf).decode().splitlines()[2:]
    fonts = [line.split() for line in tool("pdffonts", pdf).decode().splitlines()[2:]]
    return (
        not images
        and bool(fonts)
        and {font[-5] for font in fonts} == {"yes"}
        and not any("Type 3" in " ".join(font) for font in fonts)
    )


def sizes_of(pdf: Path) -> list[tuple[float, float]]:
    """Return the width and height of each page in millimetres."""
    return [
        (float(page.mediabox.width) * _MM_A_POINT, float(page.mediabox.height) * _MM_A_POINT)
        for page in PdfReader(pdf).pages
    ]


def heights_of_words(pdf: Path) -> list[float]:
    """Return how high each word is from the top of its font to the bottom, in points."""
    told = tool("pdftotext", "-bbox", pdf, "-").decode()
    found = re.findall(r'<word xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)"', told)
    return [float(bottom) - float(top) for top, bottom in found]


def pictures_of(pdf: Path, dpi: int = 72, *, colours: bool = False) -> Iterator[Picture]:
    """Render each page, in grey unless `colours` are asked for."""
    kind = () if colours else ("-gray",)
    told = tool("pdftoppm", "-r", str(dpi), *kind, pdf)
    at = 0
    while header := _HEADER.match(told, at):
        width, height = int(header[2]), int(header[3])
        shape = (height, width, 3) if header[1] == b"6" else (height, width)
        count = int(np.prod(shape))
        yield np.frombuffer(told, np.uint8, count, header.end()).reshape(shape)
        at = header.end() + count
    assert at == len(told) > 0


def is_blank_at_the_edges(picture: Picture, dots: int) -> bool:
    """Whether nothing is drawn within so many dots of an edge."""
    edges = (picture[:dots], picture[-dots:], picture[:, :dots], picture[:, -dots:])
    return all(edge.min() == WHITE for edge in edges)


def is_grey(picture: Picture) -> bool:
    """Whether the red, green and blue of each dot are the same."""
    return bool((picture == picture[:, :, :1]).all())


def colouring_operators(pdf: Path) -> set[str]:
    """Return the operators that choose more than a grey, in the pages and all that they draw."""
    reader = PdfReader(pdf)
    return {
        operator.decode()
        for page in reader.pages
        for stream in _streams(page, reader)
        for numbers, operator in stream.operations
        if operator in _COLOURING or (operator in _IN_A_SPACE and len(numbers) > 1)
    }


def _streams(drawn: Any, reader: PdfReader) -> Iterator[ContentStream]:
    """Yield the content of a page or form, and that of the forms and patterns that it may draw."""
    content = drawn.get_contents() if "/Contents" in drawn else drawn
    if content is not None:
        yield ContentStream(content, reader)
    for within in {"/Resources"} & set(drawn):
        for kind in {"/XObject", "/Pattern"} & set(drawn[within]):
            # What is asked for by its key is looked up where it is a reference.
            parts = drawn[within][kind]
            for part in (parts[name] for name in parts):
                if hasattr(part, "get_data"):
                    yield from _streams(part, reader)
