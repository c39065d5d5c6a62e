"""What Qt itself says and how it writes dates and numbers, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from planner.core.text import Language

# What Qt's own Chinese catalogue lacks in the dialogs that are shown, by context and source text.
_MISSING = {
    ("QFileDialog", "&Look in:"): "查找范围(&L)：",
    ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
    ("QPrintSettingsOutput", "Page &Set:"): "页面集合(&S)：",
}


def locale(language: Language) -> QLocale:
    """Return Qt's locale for a language; English follows the system's country where it can."""
    system = QLocale.system()
    if language == "zh_CN":
        return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    if system.language() == QLocale.Language.English:
        return system
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class _ChineseTranslator(QTranslator):
    """Qt's own catalogue with what it lacks."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return the words for a text of Qt, empty for one that is not known."""
        known = _MISSING.get((context, source))
        return known or super().translate(context, source, disambiguation, n) or ""


class QtLanguage(QObject):
    """Keeps Qt's own dialogs and buttons in the window's language."""

    def __init__(self, application: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._translator: QTranslator | None = None

    def speak(self, language: Language) -> bool:
        """Switch Qt to a language; return whether it has the words for it."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        QLocale.setDefault(locale(language))
        if language == "en":
            return True
        translator = _ChineseTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load(f"qtbase_{language}", folder):
            return False
        self._application.installTranslator(translator)
        self._translator = translator
        return True
