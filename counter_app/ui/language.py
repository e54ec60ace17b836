"""The language of the window: which translators are installed.

Chinese is the source language, as written in `tr()`. English stands in `resources/i18n`. Texts of
procedures and papers are no concern of this module: they carry both languages themselves.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from counter_app.i18n import Language

COMPILED = "counter_en.qm"


class WindowLanguage(QObject):
    """Switches the window at run time: every widget gets a LanguageChange event."""

    changed = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.language: Language = "zh"

    def choose(self, language: Language) -> bool:
        """Switch. False if the words of that language could not be loaded; Chinese then stays."""
        self._remove()
        loaded = self._install_english() if language == "en" else self._install_qt_chinese()
        self.language = language if loaded or language == "zh" else "zh"
        locale = QLocale.Language.English if self.language == "en" else QLocale.Language.Chinese
        QLocale.setDefault(QLocale(locale))
        self.changed.emit(self.language)
        return loaded

    def _install_english(self) -> bool:
        return self._load(self._folder / COMPILED)

    def _install_qt_chinese(self) -> bool:
        """Qt's own words: context menus, colour names, errors."""
        shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        return self._load(Path(shipped) / "qtbase_zh_CN.qm")

    def _load(self, file: Path) -> bool:
        translator = QTranslator(self)
        if not translator.load(str(file)):
            return False
        QCoreApplication.installTranslator(translator)
        self._installed.append(translator)
        return True

    def _remove(self) -> None:
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._installed = []
