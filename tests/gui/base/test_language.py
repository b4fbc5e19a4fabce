"""Every word of the window in every language, and the choice between them."""

from __future__ import annotations

import ast
import importlib.util
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import UserError
from rpcm_gui.actions.spec import bare
from rpcm_gui.base import language
from rpcm_gui.base.language import CONTEXT, LANGUAGES, SOURCE, first_known_language, set_language, tr
from rpcm_gui.base.settings import LANGUAGE, Settings
from rpcm_gui.views.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")

REPOSITORY = Path(__file__).resolve().parents[3]


def _module() -> ModuleType:
    specification = importlib.util.spec_from_file_location("translations", REPOSITORY / "packaging" / "translations.py")
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["translations"] = module
    specification.loader.exec_module(module)
    return module


translations = _module()
ours = pytest.mark.parametrize("name", [name for name in LANGUAGES if name != SOURCE])


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QApplication]:
    """Whatever a test makes the program speak, the next one finds it speaking English."""
    yield qapp
    set_language(qapp, SOURCE)


@ours
def test_that_every_text_is_translated_and_none_is_left_over(name: str) -> None:
    table, wanted = translations.read(name), translations.texts()
    assert [text for text in wanted if not table.get(text)] == []
    assert sorted(set(table) - set(wanted)) == []


@ours
def test_that_translations_keep_values_mnemonics_and_edges(name: str) -> None:
    for text, said in translations.read(name).items():
        assert fields(said) == fields(text), text
        assert ("&" in said) == ("&" in text), text
        assert said.strip() == said and ("\n" in said) == ("\n" in text), text
        assert said.endswith("…") == text.endswith("…"), text


def fields(text: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


@ours
def test_that_what_the_program_loads_is_what_the_translators_wrote(name: str) -> None:
    table, loaded = translations.read(name), QTranslator()
    assert loaded.load(str(translations.ts_file(name).with_suffix(".qm")))
    assert {text: loaded.translate(CONTEXT, text) for text in table} == table


def test_that_texts_are_written_out_where_they_are_translated() -> None:
    made_up = [
        f"{file.name}:{node.lineno}"
        for file in sorted((REPOSITORY / "rpcm_gui").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "mark")
        if isinstance(node.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert made_up == []


@pytest.mark.parametrize(("name", "menu", "cancel"), [("de", "Datei", "Abbrechen"), ("zh_CN", "文件", "取消")])
def test_that_the_window_speaks_the_language_and_so_does_qt(
    qtbot: QtBot, english: QApplication, name: str, menu: str, cancel: str
) -> None:
    assert set_language(english, name) is None
    assert language.language() == name
    window = MainWindow()
    qtbot.addWidget(window)
    assert bare(window.menuBar().actions()[0].text()) == menu
    assert tr("Cancel") == cancel
    of_qt = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert of_qt == cancel
    set_language(english, SOURCE)
    assert tr("Cancel") == "Cancel" and language.language() == SOURCE


@pytest.mark.parametrize(
    ("wanted", "name"),
    [(["de-AT", "en"], "de"), (["fr", "zh-Hans-CN"], "zh_CN"), (["fr"], "en"), (["en-US", "de"], "en"), ([], "en")],
)
def test_that_the_system_s_languages_are_heeded_in_their_order(wanted: list[str], name: str) -> None:
    assert first_known_language(wanted) == name


def test_that_a_missing_translation_is_told_and_leaves_english(
    english: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)
    problem = set_language(english, "de")
    assert isinstance(problem, UserError) and "rpcm_de.qm" in problem.message
    assert tr("Cancel") == "Cancel"


def test_that_the_language_is_the_system_s_until_one_is_chosen(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert settings.get(LANGUAGE) == "system"
    settings.set(LANGUAGE, "zh_CN")
    assert settings.get(LANGUAGE) == "zh_CN"
    settings.set(LANGUAGE, "klingon")
    assert settings.get(LANGUAGE) == "system"
