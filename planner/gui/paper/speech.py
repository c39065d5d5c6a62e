"""The languages that something is printed in: the window's, one, or both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, cast, get_args

from PySide6.QtWidgets import QComboBox

from planner.core.text import LANGUAGES, Language, Texts
from planner.report.document import Document

# In the words of the window, of one language, or of both, the window's first.
Speech = Literal["window", "en", "zh_CN", "both"]
SPEECHES: tuple[Speech, ...] = get_args(Speech)


def known_speech(said: object) -> Speech:
    """Return a speech that was remembered, the window's where it is none."""
    return next((one for one in SPEECHES if one == said), "window")


def languages_of(speech: Speech, window: Language) -> tuple[Language, ...]:
    """Return the languages printed, where the window speaks one."""
    if speech == "both":
        return (window, *(language for language in LANGUAGES if language != window))
    return (window if speech == "window" else speech,)


def in_speech(
    document: Document, speech: Speech, window: Language, texts_in: Callable[[Language], Texts]
) -> Document:
    """Return a document in the languages chosen, where the window speaks one."""
    spoken = tuple(map(texts_in, languages_of(speech, window)))
    return replace(
        document,
        context=replace(document.context, texts=spoken[0]),
        languages=spoken if len(spoken) > 1 else (),
    )


def fill_languages(chooser: QComboBox, texts: Texts) -> None:
    """Offer the languages in a chooser."""
    tr = texts.tr
    chooser.clear()
    for key, said in {
        "en": tr("English"),
        "zh_CN": tr("Chinese"),
        "both": tr("Both, page by page"),
    }.items():
        chooser.addItem(said, key)


def show_speech(chooser: QComboBox, speech: Speech, window: Language) -> None:
    """Show which languages are chosen, where the window speaks one."""
    chooser.setCurrentIndex(chooser.findData(window if speech == "window" else speech))


def chosen_speech(chooser: QComboBox, before: Speech, window: Language) -> Speech:
    """Return what is chosen; the language is the window's until another one was chosen."""
    spoken = cast("Speech", chooser.currentData())
    return "window" if before == "window" and spoken == window else spoken
