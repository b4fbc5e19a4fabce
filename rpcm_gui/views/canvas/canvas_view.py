"""The picture with its layers, zoomed and panned: everything of the canvas that knows no tool."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.types import ObjectInfo, UInt8Array
from rpcm_gui.views.canvas import decorations
from rpcm_gui.views.canvas.viewport import Viewport
from rpcm_gui.views.painting.overlay import Adjustment, Layers, Rect, Style
from rpcm_gui.views.widgets import theme


class CanvasView(QWidget):
    """Shows ``layers`` through ``viewport`` and repaints no more than what changed."""

    zoomChanged = Signal(float)
    wipeMoved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: Layers | None = None
        self.viewport = Viewport()
        self.notice = ""
        self._style = Style()
        self._fitted = True
        self._adjustment = Adjustment()
        self._wipe = 0.5
        self.show_grid = self.show_minimap = True
        self._seen_size = self.size()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 160)

    @property
    def image_size(self) -> QSize:
        """Size of the frames, empty without any."""
        return QSize(self.layers.width, self.layers.height) if self.layers else QSize()

    @property
    def overlay_style(self) -> Style:
        """What is drawn over the frame."""
        return self._style

    def set_overlay_style(self, style: Style) -> None:
        """Choose what is drawn over the frame."""
        moved = style.side != self._style.side
        self._style = style
        if self.layers is not None:
            self.layers.set_style(style)
        if moved and self._fitted:
            self.fit()
        self.update()

    def set_adjustment(self, adjustment: Adjustment) -> None:
        """Show the picture brighter, darker or with more contrast, which changes nothing that is stored."""
        self._adjustment = adjustment
        if self.layers is not None:
            self.layers.set_adjustment(adjustment)
        self.update()

    @property
    def pane(self) -> QRect:
        """Where the masks are shown: all of the widget, or its right half with the other side in the left one."""
        half = self.width() // 2 if self._style.side else 0
        return self.rect().adjusted(half, 0, 0, 0)

    @property
    def wipe_x(self) -> int:
        """Where the wipe's line is."""
        return round(self._wipe * self.width())

    @property
    def wipe_share(self) -> float:
        """Where the wipe's line is, as a share of the width."""
        return self._wipe

    def move_wipe(self, x: float) -> None:
        """Move the wipe's line."""
        self._wipe = min(max(x / max(self.width(), 1), 0.0), 1.0)
        self.wipeMoved.emit()
        self.update()

    def to_image(self, position: QPointF) -> QPointF:
        """Image coordinates of a widget point, in either pane."""
        if self._style.side and position.x() < self.pane.left():
            position = position + QPointF(self.pane.left(), 0)
        return self.viewport.to_image(position)

    def set_frame_size(self, width: int, height: int) -> None:
        """Begin with empty layers for frames of this size, fitted into the widget; 0 x 0 for none."""
        self.layers = Layers(width, height) if width and height else None
        self.set_adjustment(self._adjustment)
        self.set_overlay_style(self._style)
        self.fit()

    def show_objects(self, objects: tuple[ObjectInfo, ...]) -> None:
        """Take the objects' colours and visibility."""
        if self.layers is not None:
            self.layers.set_objects(objects)
            self.update()

    def show_labels(self, labels: UInt8Array, rect: Rect | None = None) -> None:
        """Draw a label map (H, W), or only its part in ``rect``, repainting no more than that."""
        if self.layers is not None:
            changed = self.layers.set_labels(labels, rect)
            self.update(self.viewport.covering(changed))
            if self.show_minimap:
                self.update(decorations.area(self.layers, self.viewport, self.pane).toAlignedRect())

    def fit(self) -> None:
        """Show the whole frame, and keep doing so while the widget is resized."""
        fitting = Viewport.fitting(self.image_size, self.pane.size())
        self._look(fitting.panned(self.pane.left(), 0), fitted=True)

    def actual_size(self) -> None:
        """Show one image pixel per screen pixel."""
        centred = Viewport.centred(self.image_size, self.pane.size(), 1 / self.devicePixelRatioF())
        self._look(centred.panned(self.pane.left(), 0))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by ``factor`` about a widget point, by default the middle."""
        self._look(self.viewport.zoomed(factor, about or QRectF(self.pane).center()))

    def pan_by(self, delta: QPointF) -> None:
        """Move the picture by ``delta`` screen pixels."""
        self._look(self.viewport.panned(delta.x(), delta.y()))

    def look(self, viewport: Viewport) -> None:
        """Use exactly this ``viewport``."""
        self._look(viewport)

    @property
    def fitted(self) -> bool:
        """Whether the whole frame is shown however large the widget is."""
        return self._fitted

    def _look(self, viewport: Viewport, fitted: bool = False) -> None:
        self._fitted = fitted
        self.viewport = viewport
        self._seen_size = self.size()
        if self.layers is not None:
            self.layers.set_zoom(viewport.zoom)
            self.zoomChanged.emit(viewport.zoom)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frame fitted, or else its middle in the middle."""
        if self._fitted:
            self.fit()
        else:
            # Not the event's old size: there is none when the widget is shown for the first time.
            grown = event.size() - self._seen_size
            self._look(self.viewport.panned(grown.width() / 2, grown.height() / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the exposed part only: Qt clips the painter to the event's region."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("canvas"))
        if self.layers is not None:
            self._paint_sides(painter, self.layers)
            if self.show_grid:
                decorations.grid(painter, QRectF(event.rect()) & QRectF(self.pane), self.viewport, self.image_size)
            if self.show_minimap:
                decorations.paint(painter, self.layers, self.viewport, self.pane)
        if self.notice:
            painter.setPen(theme.colour("muted"))
            painter.drawText(self.pane, Qt.AlignmentFlag.AlignCenter, self.notice)
        self.paint_tool(painter)
        painter.end()

    def _paint_sides(self, painter: QPainter, layers: Layers) -> None:
        pane, ratio = self.pane, self.devicePixelRatioF()
        decorations.side(painter, layers.paint, self.viewport, pane, ratio)
        if self._style.side:
            left = QRect(0, 0, pane.left(), self.height())
            decorations.side(painter, layers.paint_other, self.viewport.panned(-pane.left(), 0), left, ratio)
            painter.fillRect(QRect(pane.left() - 1, 0, 2, self.height()), theme.colour("border"))
        elif self._style.wipe:
            left = QRect(0, 0, self.wipe_x, self.height())
            decorations.side(painter, layers.paint_other, self.viewport, left, ratio)
            decorations.paint_wipe(painter, self.wipe_x, self.height())

    def paint_tool(self, painter: QPainter) -> None:
        """Draw what the tool in hand shows, in widget coordinates."""
