"""Theme, keys, settings, command palette, undo history and panels, as the user meets them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import ascii_uppercase

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QUndoView
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.paths import resource
from rpcm_gui.actions.keymap import Keymap, default_keys, menu_on, normal
from rpcm_gui.actions.spec import bare
from rpcm_gui.actions.table import ACTIONS, MENUS, SPECS
from rpcm_gui.base.language import LANGUAGES, SOURCE, set_language, tr
from rpcm_gui.base.settings import BUDGET, DEVICE, KEYS, PRECISION, THEME, VERSION, Settings
from rpcm_gui.preferences import Preferences
from rpcm_gui.session.session import Session
from rpcm_gui.views.dialogs.command_palette import CommandPalette, score
from rpcm_gui.views.dialogs.settings_dialog import SettingsDialog, ShortcutEditor
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme
from tests.gui.conftest import OpenSession
from tests.helpers.fakes import FakeEngines

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[None]:
    """Whatever a test dresses the application in, the next one finds it as it was."""
    sheet, palette, style = qapp.styleSheet(), qapp.palette(), qapp.style().objectName()
    yield
    theme.choose("dark")
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)


@pytest.fixture
def window(qtbot: QtBot, dressed: None, session: Session) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.set_session(session)
    yield made
    made.set_session(None)


@pytest.fixture
def preferences(window: MainWindow, settings: Settings) -> Preferences:
    return Preferences(window, settings, window)


@pytest.mark.parametrize("name", ["dark", "light"])
def test_that_themes_are_whole_and_readable(name: str) -> None:
    table = theme.read(resource("theme", f"{name}.json"))
    assert set(theme.NEEDED) == set(table)
    for text, least in (("text", 7.0), ("muted", 4.5), ("error", 3.0), ("warning", 3.0)):
        for ground in ("window", "panel"):
            assert contrast(table[text], table[ground]) >= least, (text, ground)
    assert contrast(table["on-accent"], table["accent"]) >= 3.0
    assert contrast(table["text"], table["accent-soft"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """Contrast ratio after WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.03928, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"colours": 3}', '{"colours": {"window": "blue"}}'])
def test_that_a_broken_theme_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "dark.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UserError, match=r"dark\.json is invalid"):
        theme.read(file)


def test_that_the_other_theme_is_used_where_one_is_broken(
    window: MainWindow, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "dark.json"
    broken.write_text("{", "utf-8")
    whole = resource

    def found(*parts: str) -> Path:
        return broken if parts[-1] == "dark.json" else whole(*parts)

    monkeypatch.setattr(theme, "resource", found)
    Preferences(window, settings, window)
    assert theme.colours() == theme.read(whole("theme", "light.json"))
    assert "dark.json is invalid" in window.messages.history[-1].text
    monkeypatch.undo()


def test_that_the_theme_changes_while_the_program_runs(
    window: MainWindow, preferences: Preferences, settings: Settings
) -> None:
    dark = picture(window)
    preferences.ask()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    choose(dialog, "settings.theme", "light")
    choose(dialog, "settings.device", "cpu")
    choose(dialog, "settings.precision", "fp32")
    budget = dialog.findChild(QSpinBox, "settings.budget")
    assert isinstance(budget, QSpinBox)
    budget.setValue(3)
    press(dialog, "dialog.save")
    light = picture(window)
    assert dark < 60 and light > 180
    got = [settings.get(THEME), settings.get(DEVICE), settings.get(PRECISION), settings.get(BUDGET)]
    assert got == ["light", "cpu", "fp32", 3]


def picture(window: MainWindow) -> float:
    """How bright the window's menu bar is, 0..255."""
    return float(window.grab().toImage().pixelColor(window.width() - 20, 10).lightness())


def choose(dialog: SettingsDialog, name: str, value: str) -> None:
    box = dialog.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def press(dialog: SettingsDialog | ShortcutEditor, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_that_the_pool_budget_reaches_the_engine(qtbot: QtBot, open_session: OpenSession, tmp_path: Path) -> None:
    engines = FakeEngines()
    session = open_session(engines)
    session._settings.set(BUDGET, 3)
    session.editing.add_object("A")
    session.editing.commit_labels(0, np.ones(session.size, np.uint8), "Draw")
    session.propagate("forward")
    qtbot.waitUntil(lambda: not session.runs.state.running and session.runs.state.done > 0)
    assert engines.engines[0].requests[0].settings.pool_budget == 3
    session._settings.set(BUDGET, 0)
    session.propagate("forward")
    qtbot.waitUntil(lambda: len(engines.engines[-1].requests) + len(engines.engines) > 2)
    qtbot.waitUntil(lambda: not session.runs.state.running)
    assert engines.engines[-1].requests[-1].settings.pool_budget is None


IDS = st.sampled_from([spec.id for spec in ACTIONS])
KEY = st.sampled_from(["B", "Ctrl+K", "Shift+F9", "F7", "Alt+Q", "Ctrl+Z", "Space", "Z"])


@given(st.lists(st.tuples(IDS, st.lists(KEY, max_size=2)), max_size=12))
def test_that_no_key_ever_belongs_to_two_actions(changes: list[tuple[str, list[str]]]) -> None:
    keymap = Keymap()
    for action_id, keys in changes:
        before = {spec.id: keymap.keys(spec.id) for spec in ACTIONS}
        taken = keymap.assign(action_id, keys)
        if taken is None:
            assert set(keymap.keys(action_id)) == {normal(key) for key in keys}
        else:
            assert {spec.id: keymap.keys(spec.id) for spec in ACTIONS} == before
            assert set(before[taken]) & {normal(key) for key in keys}
        every = [key for spec in ACTIONS for key in keymap.keys(spec.id)]
        assert len(every) == len(set(every))
    again = Keymap.read(keymap.write())
    assert len({key for spec in ACTIONS for key in again.keys(spec.id)}) == sum(len(again.keys(s.id)) for s in ACTIONS)
    keymap.reset()
    assert all(keymap.keys(spec.id) == default_keys(spec.id) for spec in ACTIONS)


@pytest.mark.parametrize("text", ["{", "[]", '{"no.such": ["B"]}', '{"go.next": "x"}', '{"go.next": [7, "B"]}'])
def test_that_keys_from_a_broken_or_newer_file_are_the_defaults(text: str) -> None:
    assert Keymap.read(text).changed == {}


def test_that_two_actions_may_swap_their_keys() -> None:
    keymap = Keymap()
    assert keymap.assign("tool.brush", ()) is None
    assert keymap.assign("tool.eraser", ("B",)) is None
    assert keymap.assign("tool.brush", ("E",)) is None
    again = Keymap.read(keymap.write())
    assert (again.keys("tool.brush"), again.keys("tool.eraser"), again.twice) == (("E",), ("B",), [])


def test_that_a_key_set_twice_in_the_file_is_told_and_one_action_keeps_it(
    window: MainWindow, settings: Settings
) -> None:
    settings.set(KEYS, '{"mask.grow": ["Ctrl+G"], "mask.shrink": ["Ctrl+G"], "tool.brush": ["P"]}')
    Preferences(window, settings, window)
    assert window.action("mask.grow").shortcuts() == [QKeySequence("Ctrl+G")]
    for name in ("mask.shrink", "tool.brush", "tool.polygon"):
        assert window.action(name).shortcuts() == [QKeySequence(key) for key in SPECS[name].shortcuts]
    told = [message.text for message in window.messages.history]
    assert any("Ctrl+G" in text and "Grow" in text and "Shrink" in text for text in told)
    assert any("Brush" in text and "Polygon" in text for text in told)


def test_that_settings_of_a_newer_program_are_told_and_kept(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "newer.ini"
    file.write_text("[settings]\nversion=7\n[window]\ntheme=sepia\nhologram=on\n", "utf-8")
    Preferences(window, Settings(file), window)
    message = window.messages.history[-1]
    assert "window/theme" in message.text and "newer version" in message.hint
    assert Settings(file).get(THEME) == "dark"
    assert "hologram=on" in file.read_text("utf-8") and "version=7" in file.read_text("utf-8")


def test_that_settings_of_this_program_are_no_news(window: MainWindow, settings: Settings) -> None:
    Preferences(window, settings, window)
    Preferences(window, settings, window)
    assert window.messages.history == ()
    assert settings.get(VERSION) == 1


def test_that_a_key_set_twice_is_refused_with_a_message(
    window: MainWindow, preferences: Preferences, settings: Settings
) -> None:
    preferences.ask_keys()
    editor = window.findChild(ShortcutEditor)
    assert isinstance(editor, ShortcutEditor)
    editor.choose("mask.grow")
    editor.assign(("B",))
    note = editor.findChild(QLabel, "keys.note")
    assert isinstance(note, QLabel) and "Brush" in note.text()
    editor.assign(("Ctrl+G",))
    assert "Grow" in note.text() and "Ctrl+G" in note.text()
    press(editor, "dialog.save")
    assert window.action("mask.grow").shortcuts() == [QKeySequence("Ctrl+G")]
    assert "Ctrl+G" in window.action("mask.grow").toolTip()
    assert window.action("tool.brush").shortcuts() == [QKeySequence("B")]
    assert Keymap.read(settings.get(KEYS)).keys("mask.grow") == ("Ctrl+G",)


@pytest.mark.parametrize("name", LANGUAGES)
def test_that_no_action_has_a_key_that_opens_a_menu(qapp: QApplication, name: str) -> None:
    """Qt gives a key that has two meanings to neither."""
    set_language(qapp, name)
    try:
        assert all(menu_on(key) is None for spec in ACTIONS for key in spec.shortcuts)
        assert {menu_on(f"Alt+{letter}") for letter in ascii_uppercase} > {bare(tr(menu.title)) for menu in MENUS}
    finally:
        set_language(qapp, SOURCE)


def test_that_a_key_that_opens_a_menu_is_refused_with_a_message(window: MainWindow, preferences: Preferences) -> None:
    preferences.ask_keys()
    editor = window.findChild(ShortcutEditor)
    assert isinstance(editor, ShortcutEditor)
    editor.choose("mask.mirror")
    editor.assign(("Alt+M",))
    note = editor.findChild(QLabel, "keys.note")
    assert isinstance(note, QLabel) and "Mask" in note.text()
    press(editor, "dialog.save")
    assert window.action("mask.mirror").shortcuts() == [QKeySequence("Shift+M")]


def test_that_defaults_come_back(window: MainWindow, settings: Settings) -> None:
    keymap = Keymap()
    keymap.assign("mask.grow", ["Ctrl+G"])
    settings.set(KEYS, keymap.write())
    preferences = Preferences(window, settings, window)
    assert window.action("mask.grow").shortcuts() == [QKeySequence("Ctrl+G")]
    preferences.ask_keys()
    editor = window.findChild(ShortcutEditor)
    assert isinstance(editor, ShortcutEditor)
    press(editor, "keys.defaults")
    press(editor, "dialog.save")
    assert window.action("mask.grow").shortcuts() == [QKeySequence(key) for key in SPECS["mask.grow"].shortcuts]


def test_that_the_command_palette_finds_and_does(window: MainWindow, session: Session) -> None:
    window.action("edit.commands").trigger()
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    line = palette.findChild(QLineEdit, "palette.line")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "ten on")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert session.position.frame == 10


def test_that_the_palette_offers_only_what_can_be_done(window: MainWindow, session: Session) -> None:
    palette = CommandPalette(window.actions(), window)
    offered = {action.objectName() for action in palette._actions}
    assert "go.next" in offered and "propagate.stop" not in offered and "edit.undo" not in offered
    palette.reject()


@given(st.text("abc ", min_size=1, max_size=6))
def test_that_words_and_letters_in_order_are_found(typed: str) -> None:
    text = "xa yb zc"
    letters = iter(text)
    in_order = all(letter in letters for letter in typed.replace(" ", ""))
    assert (score(typed, text) is not None) == (in_order or all(word in text for word in typed.split()))


def test_that_words_are_better_than_letters_in_order() -> None:
    texts = ["Mask: Grow", "Mask: Grab more of raw", "Go: First Frame"]
    scores = {text: score("grow", text) for text in texts}
    assert scores["Go: First Frame"] is None
    best, other = scores["Mask: Grow"], scores["Mask: Grab more of raw"]
    assert best is not None and other is not None and best < other


def test_that_the_history_lists_steps_and_goes_to_them(window: MainWindow, session: Session) -> None:
    first = session.editing.add_object("A")
    session.editing.rename_object(first, "Tiger")
    session.editing.rename_object(first, "Lion")
    window.action("view.history").trigger()
    assert window.workspace.history.isVisible()
    view = window.findChild(QUndoView, "history.list")
    assert isinstance(view, QUndoView)
    view.setCurrentIndex(view.model().index(2, 0))
    assert session.document.objects[0].name == "Tiger"
    view.setCurrentIndex(view.model().index(0, 0))
    assert [info.name for info in session.document.objects] == []
    view.setCurrentIndex(view.model().index(3, 0))
    assert session.document.objects[0].name == "Lion"


def test_that_panels_are_as_they_were_left(
    qtbot: QtBot, window: MainWindow, session: Session, settings: Settings
) -> None:
    left = Preferences(window, settings, window)
    window.action("view.history").trigger()
    window.workspace._side.setSizes([700, 500])
    sizes = window.workspace._side.sizes()
    left.save()
    again = MainWindow()
    qtbot.addWidget(again)
    again.resize(window.size())
    again.show()
    Preferences(again, settings, again)
    window.set_session(None)
    again.set_session(session)
    qtbot.waitUntil(lambda: again.workspace._side.sizes() == sizes)
    assert again.action("view.history").isChecked() and again.workspace.history.isVisible()
    again.set_session(None)
