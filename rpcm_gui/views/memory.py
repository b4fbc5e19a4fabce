"""How a person looks at a project: tool, brush, overlays, zoom. Kept in it, so that reopening finds it as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPointF, QRectF, Slot
from PySide6.QtWidgets import QSlider

from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.tool_state import Tool
from rpcm_gui.views.viewport import Viewport

if TYPE_CHECKING:
    from rpcm_gui.session import Session

OVERLAYS = ("masks", "reliability", "outline")


class ViewMemory(QObject):
    """Tells the session of every change of view, and brings back what an earlier session was told."""

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._tools, self._canvas = window.workspace.tool_state, window.workspace.canvas
        self._session: Session | None = None
        overlays = [window.action(f"view.{name}").toggled for name in OVERLAYS]
        opacity = window.workspace.tools.opacityChanged
        for signal in (self._tools.toolChanged, self._tools.sizeChanged, self._canvas.zoomChanged, opacity, *overlays):
            signal.connect(self._changed)

    def follow(self, session: Session | None) -> None:
        """Bring back the view of ``session``, which the window shows already, and remember it from now on."""
        self._session = None
        if session is not None:
            self._restore(session.view_state)
        self._session = session

    @Slot()
    def _changed(self) -> None:
        if self._session is not None:
            self._session.remember_view(self._state())

    def _state(self) -> dict[str, Any]:
        shown = {name: self._window.action(f"view.{name}").isChecked() for name in OVERLAYS}
        return {
            "tool": self._tools.tool.value,
            "size": self._tools.size,
            "opacity": self._canvas.overlay_style.opacity,
            **shown,
            "look": None if self._canvas.fitted else self._look(),
        }

    def _look(self) -> list[float]:
        """The zoom and the image point in the middle of the canvas: what is kept when the window's size differs."""
        middle = self._canvas.viewport.to_image(QRectF(self._canvas.rect()).center())
        return [self._canvas.viewport.zoom, middle.x(), middle.y()]

    def _restore(self, saved: Mapping[str, Any]) -> None:
        """Bring back what is known; a new project goes on with the tools in hand."""
        if saved.get("tool") in set(Tool):
            self._window.action(f"tool.{saved['tool']}").setChecked(True)
            self._tools.take(Tool(saved["tool"]))
        self._tools.set_size(saved.get("size", self._tools.size))
        self._restore_overlays(saved)
        if saved.get("look"):
            zoom, x, y = saved["look"]
            at = QRectF(self._canvas.rect()).center() - zoom * QPointF(x, y)
            self._canvas.look(Viewport(zoom, round(at.x()), round(at.y())))

    def _restore_overlays(self, saved: Mapping[str, Any]) -> None:
        style = self._canvas.overlay_style
        shown: dict[str, Any] = {name: bool(saved.get(name, getattr(style, name))) for name in OVERLAYS}
        for name, is_shown in shown.items():
            self._window.action(f"view.{name}").setChecked(is_shown)
        opacity = float(saved.get("opacity", style.opacity))
        slider = self._window.findChild(QSlider, "tools.opacity")
        if slider is not None:
            slider.setValue(round(100 * opacity))
        self._canvas.set_overlay_style(replace(style, opacity=opacity, **shown))
