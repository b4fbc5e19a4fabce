"""Colours and style sheet of the application, read from ``resources/theme``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import qtawesome
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from core.paths import resource

_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "Cantarell", "DejaVu Sans")

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
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on-accent"),
    (QPalette.ColorRole.Link, "accent"),
)


@cache
def colours() -> Mapping[str, str]:
    """Names of colours and their ``#rrggbb``."""
    found: dict[str, Any] = json.loads(resource("theme", "dark.json").read_text("utf-8"))
    return {str(name): str(value) for name, value in found["colours"].items()}


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
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    application.setPalette(palette)
    font = application.font()
    font.setFamilies([*_FAMILIES])
    font.setPixelSize(12)
    application.setFont(font)
    application.setStyleSheet(style_sheet())
