"""What the user prefers: theme, keys, panels, settings of propagation; remembered from one start to the next."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rpcm_gui.actions.keymap import Keymap
from rpcm_gui.actions.table import SPECS
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import tr
from rpcm_gui.base.settings import (
    BUDGET,
    DETAIL,
    DEVICE,
    KEYS,
    LANGUAGE,
    NOW,
    PANELS,
    PRECISION,
    PROXIES,
    THEME,
    VERSION,
    Setting,
    Settings,
)
from rpcm_gui.base.values import Message
from rpcm_gui.views.dialogs.settings_dialog import Choices, SettingsDialog, ShortcutEditor
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.widgets import theme

T = TypeVar("T")


class Preferences(QObject):
    """Applies preferences to the window and opens the dialogs that change them."""

    def __init__(self, window: MainWindow, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self._keymap = Keymap.read(settings.get(KEYS))
        window.settingsRequested.connect(self.ask)
        window.keysRequested.connect(self.ask_keys)
        window.actions_.use_keys(self._keymap.keys)
        window.workspace.restore_panels(QByteArray(settings.get(PANELS)))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._apply_theme()
        self._tell_of_file()

    def _tell_of_file(self) -> None:
        """Say what of the settings file was not understood, and mark it as this program's."""
        get = self._settings.get
        newer = get(VERSION) > NOW
        for setting in (DEVICE, PRECISION, DETAIL, PROXIES, THEME, LANGUAGE, KEYS):
            get(setting)
        get(BUDGET)
        if self._settings.problem is not None:
            self._window.post(self._settings.problem)
        if self._settings.ignored:
            names = ", ".join(self._settings.ignored)
            text = tr("These settings are invalid, so their defaults are used: {names}.").format(names=names)
            self._window.post(Message("warning", text, _newer() if newer else ""))
        elif newer:
            self._window.post(Message("info", _newer()))
        else:
            self._settings.set(VERSION, NOW)
        for key, owner, action_id in self._keymap.twice:
            self._window.post(_twice(key, owner, action_id))

    @Slot()
    def ask(self) -> None:
        """Open the settings dialog."""
        get = self._settings.get
        now = Choices(
            get(DEVICE), get(PRECISION), get(BUDGET), get(THEME), get(LANGUAGE), get(PROXIES), get(DETAIL)
        )  # fmt: skip
        dialog = SettingsDialog(now, self._window)
        dialog.chosen.connect(self._take)
        dialog.open()

    @Slot()
    def ask_keys(self) -> None:
        """Open the shortcut editor."""
        dialog = ShortcutEditor(self._keymap, self._window)
        dialog.saved.connect(self._take_keys)
        dialog.open()

    def save(self) -> None:
        """Remember the panels as they are; the rest is remembered when it changes."""
        self._settings.set(PANELS, bytes(self._window.workspace.panels().data()))

    @Slot(object)
    def _take(self, choices: Choices) -> None:
        themed = choices.theme != self._settings.get(THEME)
        spoken = choices.language != self._settings.get(LANGUAGE)
        for setting, value in (
            (DEVICE, choices.device), (PRECISION, choices.precision), (THEME, choices.theme),
            (LANGUAGE, choices.language), (PROXIES, choices.proxies), (DETAIL, choices.detail),
        ):  # fmt: skip
            self._change(setting, value)
        self._change(BUDGET, choices.budget)
        self._window.refresh()
        if themed:
            self._apply_theme()
        if spoken:
            self._window.post(Message("info", tr("Restart the program to change the language.")))

    def _change(self, setting: Setting[T], value: T) -> None:
        """Remember a choice that is another one now; a newer program's value, not understood here, stays otherwise."""
        if value != self._settings.get(setting):
            self._settings.set(setting, value)

    @Slot(object)
    def _take_keys(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self._settings.set(KEYS, keymap.write())
        self._window.actions_.use_keys(keymap.keys)

    @Slot(Qt.ColorScheme)
    def _scheme_changed(self) -> None:
        if self._settings.get(THEME) == "system":
            self._apply_theme()

    def _apply_theme(self) -> None:
        """Dress the application; a theme file that is broken is told, and the other theme is used."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            problem = theme.choose(self._settings.get(THEME))
            theme.apply(application)
            theme.redraw_icons(self._window)
            if problem is not None:
                self._window.post(message_of(problem, "warning"))


def _newer() -> str:
    return tr("The settings were written by a newer version of the program.")


def _twice(key: str, owner: str, action_id: str) -> Message:
    text = tr("{key} was set for both “{owner}” and “{other}”.").format(
        key=key, owner=SPECS[owner].name, other=SPECS[action_id].name
    )
    hint = tr("“{other}” has its default key again.").format(other=SPECS[action_id].name)
    return Message("warning", text, hint, "edit.keys", tr("Change shortcuts"))
