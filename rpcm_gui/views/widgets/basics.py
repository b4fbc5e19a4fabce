"""Small pieces that several panels are made of.

Connections that a view makes to a session and takes back together when it gets another one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, Qt, SignalInstance
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QStyledItemDelegate, QVBoxLayout, QWidget

from core.types import ObjectInfo
from rpcm_gui.base.plain import MOST_WORDS, breakable, shown


class PlainLabel(QLabel):
    """Shows text as it is written: no markup, nothing invisible, not without end. All labels but fixed ones are this.

    Where lines are wrapped a long word is broken, so that a file's name does not make a window wider than the screen.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``."""
        self._written = text
        plain = shown(text, MOST_WORDS, lines=True)
        # What can be copied has to be what is written.
        breaks = self.wordWrap() and self.textInteractionFlags() == Qt.TextInteractionFlag.LinksAccessibleByMouse
        super().setText(breakable(plain) if breaks else plain)

    def setWordWrap(self, on: bool) -> None:
        """Wrap lines or not."""
        super().setWordWrap(on)
        self.setText(self._written)


def marked_up(text: str) -> QLabel:
    """A label with HTML in it: for sentences of the program's own, with no value put into them."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made


class PlainDelegate(QStyledItemDelegate):
    """Shows the texts of a list, table or tree as they are written; what is edited stays as it is."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """The text of one cell."""
        return shown(super().displayText(value, locale))


def label(text: str, role: str = "") -> QLabel:
    """A label in one of the theme's roles (title, muted, faint, value, number, hero, key)."""
    made = PlainLabel(text)
    if role:
        made.setProperty("role", role)
    return made


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects on, and let the style notice."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def row(*items: QWidget | QLayout | int, spacing: int = 6) -> QHBoxLayout:
    """Widgets and layouts beside one another; a number is a stretch factor."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, items)
    return layout


def column(*items: QWidget | QLayout | int, spacing: int = 6) -> QVBoxLayout:
    """Widgets and layouts under one another; a number is a stretch factor."""
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    _fill(layout, items)
    return layout


def _fill(layout: QHBoxLayout | QVBoxLayout, items: tuple[QWidget | QLayout | int, ...]) -> None:
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def line(vertical: bool = False) -> QFrame:
    """A thin line between groups."""
    made = QFrame()
    made.setStyleSheet("background: palette(alternate-base); border: none;")
    if vertical:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def swatch(info: ObjectInfo) -> QIcon:
    """A small square in an object's colour."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(QColor(*info.colour))
    return QIcon(pixmap)


def clock(seconds: float) -> str:
    """Seconds as ``m:ss`` or ``h:mm:ss``."""
    whole = max(round(seconds), 0)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


class Card(QFrame):
    """A panel of the side column: a title line and a body."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "panel")
        self.heading = row(label(title.upper(), "title"), 1, spacing=2)
        self.body = column(self.heading, spacing=8)
        self.body.setContentsMargins(12, 9, 10, 10)
        self.setLayout(self.body)


class Links:
    """Signals connected to slots, remembered so that all can be cut at once."""

    def __init__(self) -> None:
        self._made: list[tuple[SignalInstance, Callable[..., Any]]] = []

    def connect(self, signal: Any, slot: Callable[..., Any]) -> None:
        """Connect ``signal`` to ``slot``."""
        signal.connect(slot)
        self._made.append((signal, slot))

    def cut(self) -> None:
        """Disconnect everything that was connected here."""
        for signal, slot in self._made:
            signal.disconnect(slot)
        self._made.clear()
