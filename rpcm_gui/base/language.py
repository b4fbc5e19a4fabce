"""Words in the user's language: every text that the user reads passes through :func:`tr`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.errors import Text, UserError
from core.paths import resource

CONTEXT = "rpcm"
SOURCE = "en"
LANGUAGES: dict[str, str] = {"en": "English", "de": "Deutsch", "zh_CN": "简体中文"}
"""What can be chosen, each called by its own name."""
_NAME = "rpcm.translator"


def tr(text: str) -> str:
    """The text in the chosen language; the English text itself where no translation is loaded.

    ``text`` is written out at the call, so that the extractor finds it; values go in afterwards:
    ``tr("Frame {frame} of {count}").format(frame=3, count=90)``.
    """
    return QCoreApplication.translate(CONTEXT, text)


def translate(text: str) -> str:
    """A sentence of the core in the chosen language: its template, with its values, which may be sentences, too.

    Texts that are not a :class:`core.errors.Text` (file names, words of the system) stay as they are.
    """
    if not isinstance(text, Text):
        return text
    values = {name: translate(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return tr(text.template).format(**values)


def mark(text: str) -> str:
    """The same text, noted for translation: for tables that exist before a language is chosen. ``tr`` shows it."""
    return text


def set_language(application: QCoreApplication, wish: str) -> UserError | None:
    """Use a language from now on: one of ``LANGUAGES``, or ``"system"``. What is on the screen already stays as it is.

    Where its file is missing or broken the words stay English, and what is wrong is returned.
    """
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.setParent(None)
    name = wish if wish in LANGUAGES else first_known_language(QLocale.system().uiLanguages())
    if name == SOURCE:
        return None
    if not _load(application, resource("translations", f"rpcm_{name}.qm")):
        return UserError(
            "The translation file rpcm_{name}.qm is missing or damaged.",
            "Reinstall the program. Until then its texts are in English.",
            name=name,
        )
    _load(application, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{name}.qm"))
    return None


def first_known_language(wanted: list[str]) -> str:
    """The first of the user's languages (``de-AT``, ``zh-Hans-CN``, ...) that the program speaks, else English."""
    for name in wanted:
        tongue = name.replace("_", "-").split("-")[0]
        found = next((language for language in LANGUAGES if language.split("_")[0] == tongue), None)
        if found is not None:
            return found
    return SOURCE


def language() -> str:
    """The language that is spoken now: a key of ``LANGUAGES``."""
    application = QCoreApplication.instance()
    loaded = application.findChildren(QTranslator, _NAME) if application is not None else []
    return loaded[0].language() if loaded else SOURCE


def _load(application: QCoreApplication, file: Path) -> bool:
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    return translator.load(str(file)) and application.installTranslator(translator)
