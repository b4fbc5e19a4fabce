"""Fixtures and gestures that the views' tests share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
NONE = Qt.MouseButton.NoButton


def send(widget: QWidget, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    """Give ``widget`` a mouse event at a fractional position, which QTest cannot do."""
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget, place: QPointF, button: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseButtonPress, place, button, button)


def move(widget: QWidget, place: QPointF, button: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseMove, place, NONE, button)


def release(widget: QWidget, place: QPointF, button: Qt.MouseButton = LEFT) -> None:
    send(widget, QEvent.Type.MouseButtonRelease, place, button, NONE)


def drag(widget: QWidget, places: Iterable[QPointF], button: Qt.MouseButton = LEFT) -> None:
    """Press at the first place, drag through the others, release at the last."""
    first, *rest = places
    press(widget, first, button)
    for place in rest:
        move(widget, place, button)
    release(widget, rest[-1] if rest else first, button)


def click(widget: QWidget, place: QPointF, button: Qt.MouseButton = LEFT) -> None:
    drag(widget, [place], button)
