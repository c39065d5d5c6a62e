"""The program's sentences, dates and numbers in one language, out of gettext catalogues."""

from __future__ import annotations

import gettext
import hashlib
import io
import os
import re
import struct
import unicodedata
from collections.abc import Sequence
from datetime import date as Day
from functools import cache
from pathlib import Path

from planner.core.text import Language, Message, Text, Texts

_CACHE_FORM = b"1"
_DAYS_A_MONTH = 365.25 / 12
_MONTHS_A_YEAR = 12
_WHOLE = 1 - 1e-9
_FIELD = re.compile(r"\{\{|\}\}|\{(\w+)\}")
# Stands around what is filled in until it is spaced; no text has it, as it is no character.
_EDGE = "\ufdd0"
_HAN, _LATIN = r"[\u3400-\u4dbf\u4e00-\u9fff]", r"[A-Za-z\u00c0-\u024f]"


@cache
def _joint() -> re.Pattern[str]:
    """Return what finds the edges of what is filled in: 5 ms, which Chinese alone has to pay."""
    return re.compile(
        f"(?P<apart>(?<={_HAN}){_EDGE}+(?={_LATIN})|(?<={_LATIN}){_EDGE}+(?={_HAN}))"
        f"|(?<={_HAN})(?:{_EDGE} | {_EDGE})(?={_HAN})|{_EDGE}"
    )


class GettextTexts:
    """Words everything for people in one language; a text without translation stays English."""

    def __init__(self, language: Language, translations: gettext.NullTranslations) -> None:
        self._language = language
        self._translations = translations

    @property
    def language(self) -> Language:
        """The language of every text returned."""
        return self._language

    def tr(self, text: str, /, **arguments: object) -> str:
        """Return the translation of a literal English `text` with its `{names}` filled."""
        # The empty text is the header of a catalogue.
        return self._fill(self._translations.gettext(text) if text else "", arguments)

    def ntr(self, text: str, plural: str, count: int, /, **arguments: object) -> str:
        """Return the form of `text` for `count`, which also fills `{count}`."""
        form = self._translations.ngettext(text, plural, count)
        return self._fill(form, {"count": count, **arguments})

    def word(self, said: Message) -> str:
        """Return a message in words."""
        arguments = dict(said.arguments)
        if said.plural:
            return self.ntr(said.text, said.plural, said.count, **arguments)
        return self.tr(said.text, **arguments)

    def pick(self, text: Text) -> str:
        """Return a catalogue text in this language, else in the other one."""
        return text.in_language(self._language)

    def date(self, day: Day) -> str:
        """Return a day, such as `1 Aug 2024`."""
        return self.tr(
            "{day} {month} {year}", day=str(day.day), month=self._month(day), year=str(day.year)
        )

    def month(self, day: Day) -> str:
        """Return the month of a day, such as `Aug 2024`."""
        return self.tr("{month} {year}", month=self._month(day), year=str(day.year))

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most `digits` decimals, without trailing zeros."""
        written = f"{value:,.{digits}f}"
        if "." in written:
            written = written.rstrip("0").rstrip(".")
        return "0" if written == "-0" else written

    def percent(self, fraction: float) -> str:
        """Return a fraction as a whole percentage, such as `69 %`.

        What is short of the whole never reads as 100 %, and what is more than nothing not as 0 %.
        """
        whole = int(fraction * 100 + 0.5)
        if fraction < _WHOLE:
            whole = min(whole, 99)
        if fraction > 0:
            whole = max(whole, 1)
        return self.tr("{percent}\N{NO-BREAK SPACE}%", percent=str(whole))

    def duration(self, days: int) -> str:
        """Return a time span in years and months, such as `2 y 3 m`; the first day counts.

        It stands in one line: half of it would read as another time.
        """
        months = max(0, int((days + 1) / _DAYS_A_MONTH))
        years, rest = divmod(months, _MONTHS_A_YEAR)
        if not months:
            return self.tr("under a month")
        if not years:
            return self.tr("{months}\N{NO-BREAK SPACE}m", months=str(rest))
        if not rest:
            return self.tr("{years}\N{NO-BREAK SPACE}y", years=str(years))
        return self.tr(
            "{years}\N{NO-BREAK SPACE}y\N{NO-BREAK SPACE}{months}\N{NO-BREAK SPACE}m",
            years=str(years),
            months=str(rest),
        )

    def sort_key(self, text: str) -> object:
        """Return a key that sorts names as readers of this language expect.

        In Chinese the everyday characters stand by their pinyin, as GB 18030 encodes them.
        """
        folded = text.casefold()
        if self._language == "zh_CN":
            return folded.encode("gb18030", "replace")
        letters = unicodedata.normalize("NFKD", folded)
        return "".join(letter for letter in letters if not unicodedata.combining(letter)), folded

    def _month(self, day: Day) -> str:
        return (
            self.tr("Jan"),
            self.tr("Feb"),
            self.tr("Mar"),
            self.tr("Apr"),
            self.tr("May"),
            self.tr("Jun"),
            self.tr("Jul"),
            self.tr("Aug"),
            self.tr("Sep"),
            self.tr("Oct"),
            self.tr("Nov"),
            self.tr("Dec"),
        )[day.month - 1]

    def _fill(self, text: str, arguments: dict[str, object]) -> str:
        """Fill the `{names}`; one without its argument stays, for a flawed text beats a crash.

        In Chinese what is filled in stands apart from its neighbours where Latin letters meet
        Chinese ones, and close to them where both are Chinese, whichever of the two a name is.
        """
        if "{" not in text and "}" not in text:
            return text
        edge = _EDGE if self._language == "zh_CN" else ""

        def said(found: re.Match[str]) -> str:
            name = found[1]
            if name is None:
                return found[0][0]
            if name not in arguments:
                return found[0]
            return f"{edge}{self._say(arguments[name])}{edge}"

        filled = _FIELD.sub(said, text)
        return _joint().sub(_spaced, filled) if edge and edge in filled else filled

    def _say(self, value: object) -> str:
        if isinstance(value, Message):
            return self.word(value)
        if isinstance(value, Text):
            return self.pick(value)
        if isinstance(value, Day):
            return self.date(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value)
        return str(value)


def _spaced(joint: re.Match[str]) -> str:
    return " " if joint["apart"] else ""


def load_texts(language: Language, i18n_folder: Path, cache_folder: Path | None) -> Texts:
    """Return the texts of a language out of `i18n_folder`/<language>/*.po.

    What Babel makes of these is kept in `cache_folder`, if there is one, under a name that follows
    from their contents, so that a later start only reads it. English needs no catalogue.
    """
    if language == "en":
        return GettextTexts(language, gettext.NullTranslations())
    sources = [path.read_bytes() for path in sorted((i18n_folder / language).glob("*.po"))]
    if cache_folder is None:
        return GettextTexts(language, _translations(_compiled(language, sources)))
    digest = hashlib.sha256(_CACHE_FORM)
    for source in sources:
        digest.update(hashlib.sha256(source).digest())
    cached = cache_folder / f"{language}-{digest.hexdigest()[:16]}.mo"
    try:
        return GettextTexts(language, _translations(cached.read_bytes()))
    except (OSError, ValueError, LookupError, struct.error):
        compiled = _compiled(language, sources)
    _keep(cached, compiled, language)
    return GettextTexts(language, _translations(compiled))


def _translations(compiled: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(compiled))


def _compiled(language: Language, sources: Sequence[bytes]) -> bytes:
    """Return the catalogues joined in the binary form of gettext."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    joined = Catalog(locale=language)
    for source in sources:
        for entry in read_po(io.BytesIO(source), locale=language):
            if entry.id and entry.string:
                joined[entry.id] = entry
    written = io.BytesIO()
    write_mo(written, joined)
    return written.getvalue()


def _keep(cached: Path, compiled: bytes, language: Language) -> None:
    """Put the compiled texts into the cache; a cache that cannot be written is done without."""
    import tempfile

    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        outdated = [path for path in cached.parent.glob(f"{language}-*.mo") if path != cached]
        handle, name = tempfile.mkstemp(dir=cached.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(compiled)
        Path(name).replace(cached)
        for path in outdated:
            path.unlink(missing_ok=True)
    except OSError:
        return
