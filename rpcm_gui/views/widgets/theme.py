"""Colours and style sheet of the application, read from ``resources/theme``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import qtawesome
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory

from core.errors import UserError
from core.paths import resource
from rpcm_gui.base.language import tr

_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "Cantarell", "DejaVu Sans")

NEEDED = (
    "canvas", "shade", "window", "panel", "raised", "hover", "pressed", "border", "strong-border", "text", "muted",
    "faint", "disabled", "accent", "accent-hover", "accent-soft", "primary", "primary-hover", "on-accent", "good",
    "warning", "warning-soft", "error", "error-soft", "info-soft",
)  # fmt: skip
"""Every colour that the style sheet and the views ask for."""

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.Base, "panel"),
    (QPalette.ColorRole.AlternateBase, "raised"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "faint"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.HighlightedText, "on-accent"),
    (QPalette.ColorRole.Link, "accent"),
)


_NAMES = ("dark", "light")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class _Chosen:
    """The theme in use. One object for the process, as the application's palette and style sheet are."""

    def __init__(self) -> None:
        self.table: Mapping[str, str] | None = None


_chosen = _Chosen()


def choose(wish: str) -> UserError | None:
    """Use a theme, ``"dark"``, ``"light"`` or ``"system"``; ``apply`` then dresses the application.

    Where its file is broken the other one is used, and what is wrong is returned. Raises UserError when both are.
    """
    name = wish if wish in _NAMES else _system()
    try:
        _chosen.table = read(resource("theme", f"{name}.json"))
        problem = None
    except UserError as error:
        _chosen.table = read(resource("theme", f"{_NAMES[name == 'dark']}.json"))
        problem = error
    icon.cache_clear()
    return problem


def _system() -> str:
    return "light" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light else "dark"


def read(path: Path) -> Mapping[str, str]:
    """The colours of a theme file: names and ``#rrggbb``. Raises UserError when it is broken."""
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        table = {str(name): str(value) for name, value in found["colours"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _broken(path, tr("it cannot be read")) from error
    wrong = sorted(name for name in NEEDED if not _HEX.fullmatch(table.get(name, "")))
    if wrong:
        raise _broken(path, tr("no colour for {names}").format(names=", ".join(wrong)))
    return table


def _broken(path: Path, why: str) -> UserError:
    return UserError(
        "The theme file {name} is invalid: {why}.",
        "Reinstall the program. The other theme is used for now.",
        name=path.name,
        why=why,
    )


def colours() -> Mapping[str, str]:
    """Names of colours and their ``#rrggbb``."""
    if _chosen.table is None:
        choose("dark")
    return _chosen.table or {}


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour of the theme by name, with ``alpha`` 0..1."""
    found = QColor(colours()[name])
    found.setAlphaF(alpha)
    return found


@cache
def icon(name: str, tint: str = "text") -> QIcon:
    """An icon of qtawesome by name (``ph.play``) in a colour of the theme, faint when disabled."""
    table = colours()
    found: QIcon = qtawesome.icon(name, color=table[tint], color_disabled=table["strong-border"])
    return found


def set_icon(target: QAction | QAbstractButton, name: str, tint: str = "text") -> None:
    """Give ``target`` an icon that ``redraw_icons`` will find again."""
    target.setProperty("icon-name", name)
    target.setProperty("icon-tint", tint)
    target.setIcon(icon(name, tint))


def redraw_icons(root: QObject) -> None:
    """The theme changed: give everything in ``root`` its icon in the new colours."""
    targets: list[QAction | QAbstractButton] = [*root.findChildren(QAction), *root.findChildren(QAbstractButton)]
    for target in targets:
        name = target.property("icon-name")
        if name:
            target.setIcon(icon(name, target.property("icon-tint")))


def style_sheet() -> str:
    """The style sheet with the theme's colours and folder filled in."""
    table = {**colours(), "theme": resource("theme").as_posix()}
    text = resource("theme", "style.qss").read_text("utf-8")
    return re.sub(r"@([a-z-]+)", lambda found: table[found[1]], text)


def apply(application: QApplication) -> None:
    """Dress the whole application."""
    application.setStyle(QStyleFactory.create("Fusion"))
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("disabled"))
    application.setPalette(palette)
    font = application.font()
    font.setFamilies([*_FAMILIES])
    font.setPixelSize(12)
    application.setFont(font)
    application.setStyleSheet(style_sheet())
