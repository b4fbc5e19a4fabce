"""Starts the real ``rpcm-gui`` and reports what its window shows, for a test in another process to read.

It only looks: ten times a second the places and states of named widgets and actions go to the file named by
``RPCM_E2E_REPORT``. Every click and key comes from the X server.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6 import QtWidgets
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction


class ObservedApplication(QtWidgets.QApplication):
    """An application that writes down what it shows."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._file = Path(os.environ["RPCM_E2E_REPORT"])
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._report)
        self._timer.start(100)

    def _report(self) -> None:
        windows = [window for window in self.topLevelWidgets() if window.isVisible()]
        report = {
            "windows": [_window(window) for window in windows],
            "widgets": {name: place for window in windows for name, place in _places(window)},
            "actions": {name: state for window in windows for name, state in _actions(window)},
            "canvas": next((view for window in windows for view in _canvas(window)), None),
            "frame": next((frame for window in windows for frame in _frame(window)), None),
            "texts": {name: text for window in windows for name, text in _texts(window)},
        }
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(report), encoding="utf-8")
        fresh.replace(self._file)


def _window(window: QtWidgets.QWidget) -> dict[str, Any]:
    return {
        "id": int(window.winId()),
        "name": window.objectName(),
        "title": window.windowTitle(),
        "modal": window.isModal(),
        "active": window.isActiveWindow(),
    }


def _named(window: QtWidgets.QWidget) -> list[QtWidgets.QWidget]:
    found = [window, *window.findChildren(QtWidgets.QWidget)]
    return [widget for widget in found if widget.objectName() and widget.isVisible()]


def _places(window: QtWidgets.QWidget) -> list[tuple[str, list[int]]]:
    places = []
    for widget in _named(window):
        corner = widget.mapToGlobal(QPoint(0, 0))
        places.append((widget.objectName(), [corner.x(), corner.y(), widget.width(), widget.height()]))
    return places


def _actions(window: QtWidgets.QWidget) -> list[tuple[str, dict[str, bool]]]:
    actions = [action for action in window.findChildren(QAction) if action.objectName()]
    return [(action.objectName(), {"enabled": action.isEnabled(), "checked": action.isChecked()}) for action in actions]


def _canvas(window: QtWidgets.QWidget) -> list[dict[str, float]]:
    from rpcm_gui.views.canvas.canvas import Canvas

    found = [canvas for canvas in window.findChildren(Canvas) if canvas.isVisible()]
    return [{"zoom": one.viewport.zoom, "x": one.viewport.x, "y": one.viewport.y} for one in found]


def _frame(window: QtWidgets.QWidget) -> list[int]:
    return [box.value() for box in window.findChildren(QtWidgets.QSpinBox, "timeline.frame")]


def _texts(window: QtWidgets.QWidget) -> list[tuple[str, str]]:
    messages = window.findChild(QtWidgets.QWidget, "messages")
    labels = messages.findChildren(QtWidgets.QLabel) if messages is not None else []
    return [("messages", " ".join(label.text() for label in labels if label.isVisible()))]


if __name__ == "__main__":
    QtWidgets.QApplication = ObservedApplication  # type: ignore[assignment,misc]
    from rpcm_gui.__main__ import main

    sys.exit(main(sys.argv[1:]))
