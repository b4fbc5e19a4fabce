"""How the user looks at a project: tools, overlays, zoom. Kept in it, so that reopening finds it as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRectF, Slot
from PySide6.QtWidgets import QSlider

from rpcm_gui.base.stored_state import LARGEST as LARGEST_VALUE
from rpcm_gui.base.stored_state import Kind, is_flag, is_number, is_table, is_text, list_of, or_nothing
from rpcm_gui.views.canvas.display import STATE_KINDS
from rpcm_gui.views.canvas.viewport import LARGEST, SMALLEST, Viewport
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.timeline.track import Window
from rpcm_gui.views.widgets.tool_state import Mode, Options, Tool

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

KINDS: dict[str, Kind] = {
    **STATE_KINDS,
    "tool": is_text,
    "size": is_number,
    "options": is_table,
    "filmstrip": is_flag,
    "frames": list_of(is_number, 2),
    "look": or_nothing(list_of(is_number, 3)),
}
"""Of which kinds the values are that a view is kept as."""


class ViewMemory(QObject):
    """Tells the session of every change of view, and brings back what an earlier session was told."""

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        desk = window.workspace
        self._tools, self._canvas, self._display = desk.tool_state, desk.canvas, desk.display
        self._timeline = desk.timeline
        self._session: Session | None = None
        self.whole = True
        """Whether the view of the open project was readable."""
        self._filmstrip = window.action("view.filmstrip")
        for signal in (
            self._tools.toolChanged, self._tools.sizeChanged, self._tools.optionsChanged, self._display.changed,
            self._canvas.zoomChanged, self._canvas.wipeMoved, self._timeline.slider.windowChanged,
            self._filmstrip.toggled,
        ):  # fmt: skip
            signal.connect(self._changed)

    def follow(self, session: Session | None) -> None:
        """Bring back the view of ``session``, which the window shows already, and remember it from now on."""
        self._session, self.whole = None, True
        if session is not None:
            stored = session.view_state(KINDS)
            self.whole = stored.whole
            self._restore(stored.values)
        self._session = session

    @Slot()
    def _changed(self) -> None:
        if self._session is not None:
            self._session.remember_view(self._state())

    def _state(self) -> dict[str, Any]:
        shown = self._timeline.slider.shown
        return {
            **self._display.state(),
            "tool": self._tools.tool.value,
            "size": self._tools.size,
            "options": asdict(self._tools.options),
            "filmstrip": self._filmstrip.isChecked(),
            "frames": [shown.first, shown.count],
            "look": None if self._canvas.fitted else self._look(),
        }

    def _look(self) -> list[float]:
        """The zoom and the image point in the middle of the canvas: what is kept when the window's size differs."""
        middle = self._canvas.viewport.to_image(QRectF(self._canvas.rect()).center())
        return [self._canvas.viewport.zoom, middle.x(), middle.y()]

    def _restore(self, saved: Mapping[str, Any]) -> None:
        """Bring back what is known; a new project goes on with the tools in hand."""
        self._restore_tools(saved)
        self._display.restore(saved)
        slider = self._window.findChild(QSlider, "tools.opacity")
        if slider is not None:
            slider.setValue(round(100 * self._canvas.overlay_style.opacity))
        if saved.get("filmstrip", self._filmstrip.isChecked()) != self._filmstrip.isChecked():
            self._filmstrip.trigger()
        if "frames" in saved:
            self._timeline.slider.show_window(Window(*(round(value) for value in saved["frames"])))
        if saved.get("look") is not None and SMALLEST <= saved["look"][0] <= LARGEST:
            zoom, x, y = saved["look"]
            at = QRectF(self._canvas.rect()).center() - zoom * QPointF(x, y)
            self._canvas.look(Viewport(zoom, round(at.x()), round(at.y())))

    def _restore_tools(self, saved: Mapping[str, Any]) -> None:
        if saved.get("tool") in list(Tool):
            self._window.action(f"tool.{saved['tool']}").setChecked(True)
            self._tools.take(Tool(saved["tool"]))
        if "size" in saved:
            self._tools.set_size(round(saved["size"]))
        self._tools.change(**_known(saved.get("options")))


def _fits(value: object, kind: type | None) -> bool:
    return kind is not None and isinstance(value, kind) and (not isinstance(value, int) or abs(value) < LARGEST_VALUE)


def _known(saved: object) -> dict[str, Any]:
    """The options in ``saved`` whose name and kind are known: a newer program may have written others."""
    if not isinstance(saved, dict):
        return {}
    kinds = {field.name: type(field.default) for field in fields(Options)}
    found = {name: value for name, value in saved.items() if _fits(value, kinds.get(name))}
    found.pop("mode", None)
    return {**found, **({"mode": Mode(saved["mode"])} if saved.get("mode") in list(Mode) else {})}
