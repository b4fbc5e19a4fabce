"""What the user has chosen and the program remembers, each declared once with its default and its check.

The settings file, looked at before Qt opens it: Qt writes over what it cannot read, and waits on what is not a file.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from core.errors import UserError, os_errors_as_user_errors
from core.paths import user_config_dir
from core.types import PropagationSettings
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import LANGUAGES, tr
from rpcm_gui.base.values import DEVICES, Message

log = logging.getLogger(__name__)

LARGEST = 4 * 2**20
"""Bytes; a settings file has a few thousand."""


class UnusableError(Exception):
    """There is no settings file to be had at that path. ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def check_settings(path: Path) -> Message | None:
    """Look at the settings file at ``path`` before it is opened; what cannot be read whole is copied beside it first.

    Returns what the user should know, None where all is well or there is no file yet.

    Raises:
        UnusableError: It must not be opened: it is not a file, is far too large, or cannot be read.
    """
    if not path.exists() and not path.is_symlink():
        return None
    if not path.is_file() or path.stat().st_size > LARGEST:
        text = tr("Settings cannot be read or saved: {path} is not a settings file.").format(path=path)
        raise UnusableError(Message("warning", text, tr("Move it away, then restart the program.")))
    try:
        with os_errors_as_user_errors(path, "read"):
            content = path.read_bytes()
        if _is_whole(content):
            return None
        kept = _keep(path, content)
    except UserError as error:
        raise UnusableError(message_of(error, "warning")) from error
    log.warning("%s is damaged; it is kept as %s", path, kept)
    text = tr("The settings file is damaged. Readable settings are used.")
    return Message("warning", text, tr("The original file was kept as {path}.").format(path=kept))


def _is_whole(content: bytes) -> bool:
    """Whether every line is a section, a comment, or a key with its value, possibly gone on with after a backslash."""
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return False
    goes_on = False
    for line in lines:
        text = line.strip()
        is_section = text.startswith("[") and text.endswith("]")
        if text and not goes_on and not is_section and text[0] not in ";#" and "=" not in text:
            return False
        goes_on = (len(text) - len(text.rstrip("\\"))) % 2 == 1
    return "\0" not in "".join(lines)


def _keep(path: Path, content: bytes) -> Path:
    """Copy a damaged file beside itself, under a name that is free. Raises UserError."""
    names = (path.with_name(f"{path.name}.damaged{number or ''}") for number in itertools.count())
    place = next(name for name in names if not name.exists() and not name.is_symlink())
    with os_errors_as_user_errors(place, "write"), place.open("xb") as file:
        file.write(content)
    return place


def is_keymap(text: str) -> bool:
    """Whether ``text`` is what a keymap, of whatever version, writes."""
    return keymap_table(text) is not None


def keymap_table(text: str) -> dict[object, object] | None:
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


T = TypeVar("T")

RECENT_LIMIT = 12
SCALES = {"automatic": 1.0, "normal": 1.0, "fine": 1.25, "finest": 1.5}
"""Choices of detail: how many times as large as usual the network sees frames, before it follows the objects' size."""


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One remembered choice. ``cast`` turns what the file holds into a value; one that is not ``valid`` is ignored."""

    key: str
    default: T
    cast: Callable[[object], T]
    valid: Callable[[T], bool] = lambda _value: True


def _text(value: object) -> str:
    return str(value)


def _number(value: object) -> int:
    return int(str(value))


def _paths(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()


def _bytes(value: object) -> bytes:
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


DEVICE = Setting("propagation/device", "auto", _text, lambda value: value in DEVICES)
PRECISION = Setting("propagation/precision", "auto", _text, lambda value: value in {"auto", "fp32", "bf16", "fp16"})
DETAIL = Setting("propagation/detail", "automatic", _text, lambda value: value in SCALES)
WEIGHTS = Setting("propagation/weights", "compact", _text, lambda value: value != "")
BUDGET = Setting("propagation/pool", PropagationSettings().pool_budget or 0, _number, lambda value: 0 <= value <= 500)
"""The most pooled frames beside references, 0 for no limit."""
PROXIES = Setting("video/proxies", "asked", _text, lambda value: value in {"never", "asked"})
"""Whether small copies of very large videos are used: never, or where the user had one made."""
VERSION = Setting("settings/version", 0, _number)
"""Of the settings file: ``NOW`` when this program wrote it, more when a newer one did."""
NOW = 1
THEME = Setting("window/theme", "dark", _text, lambda value: value in {"dark", "light", "system"})
LANGUAGE = Setting("window/language", "system", _text, lambda value: value == "system" or value in LANGUAGES)
KEYS = Setting("window/keys", "", _text, is_keymap)
PANELS = Setting("window/panels", b"", _bytes)
RECENT: Setting[tuple[str, ...]] = Setting("files/recent", (), _paths)
GEOMETRY = Setting("window/geometry", b"", _bytes)
WINDOW_STATE = Setting("window/state", b"", _bytes)


class Settings:
    """The settings file (INI), by default ``settings.ini`` in the user's configuration folder."""

    def __init__(self, path: Path | None = None) -> None:
        self.ignored: list[str] = []
        """Keys of settings whose remembered value made no sense; their defaults are used."""
        self.problem: Message | None = None
        """What the user should know of the file."""
        self._file = self._open(path or user_config_dir() / "settings.ini")

    def _open(self, path: Path) -> QSettings:
        try:
            self.problem = check_settings(path)
        except UnusableError as error:
            self.problem = error.message
            # Without a name they are kept in memory only.
            return QSettings("", QSettings.Format.IniFormat)
        return QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """The remembered value, or the default where there is none or it makes no sense."""
        raw = self._file.value(setting.key)
        if raw is None:
            return setting.default
        try:
            value = setting.cast(raw)
        except (TypeError, ValueError):
            return self._ignore(setting)
        return value if setting.valid(value) else self._ignore(setting)

    def _ignore(self, setting: Setting[T]) -> T:
        if setting.key not in self.ignored:
            self.ignored.append(setting.key)
        return setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember ``value`` and write it out at once."""
        stored: object = value
        if isinstance(value, bytes):
            stored = QByteArray(value)
        elif isinstance(value, tuple):
            stored = list(value)
        self._file.setValue(setting.key, stored)
        self._file.sync()

    def recent(self) -> tuple[Path, ...]:
        """Files opened lately, the newest first."""
        return tuple(Path(text) for text in self.get(RECENT))

    def add_recent(self, path: Path) -> None:
        """Put ``path`` first in the list of recent files."""
        others = [item for item in self.get(RECENT) if item != str(path)]
        self.set(RECENT, (str(path), *others)[:RECENT_LIMIT])
