"""The picture with its layers, zoomed and panned: everything of the canvas that knows no tool."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.types import ObjectInfo, UInt8Array
from rpcm_gui.overlay import Layers, Rect, Style
from rpcm_gui.views import theme
from rpcm_gui.views.viewport import Viewport

_GRID_FROM = 14.0


class CanvasView(QWidget):
    """Shows ``layers`` through ``viewport`` and repaints no more than what changed."""

    zoomChanged = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers: Layers | None = None
        self.viewport = Viewport()
        self.notice = ""
        self._style = Style()
        self._fitted = True
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
        self._style = style
        if self.layers is not None:
            self.layers.set_style(style)
        self.update()

    def set_frame_size(self, width: int, height: int) -> None:
        """Begin with empty layers for frames of this size, fitted into the widget; 0 x 0 for none."""
        self.layers = Layers(width, height) if width and height else None
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

    def fit(self) -> None:
        """Show the whole frame, and keep doing so while the widget is resized."""
        self._look(Viewport.fitting(self.image_size, self.size()), fitted=True)

    def actual_size(self) -> None:
        """Show one image pixel per screen pixel."""
        self._look(Viewport.centred(self.image_size, self.size(), 1 / self.devicePixelRatioF()))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by ``factor`` about a widget point, by default the middle."""
        self._look(self.viewport.zoomed(factor, about or QRectF(self.rect()).center()))

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
            painter.save()
            painter.translate(self.viewport.x, self.viewport.y)
            painter.scale(self.viewport.zoom, self.viewport.zoom)
            self.layers.paint(painter, self.viewport.zoom * self.devicePixelRatioF())
            painter.restore()
            self._paint_grid(painter, event)
        self._paint_notice(painter)
        self.paint_tool(painter)
        painter.end()

    def paint_tool(self, painter: QPainter) -> None:
        """Draw what the tool in hand shows, in widget coordinates."""

    def _paint_notice(self, painter: QPainter) -> None:
        if self.notice:
            painter.setPen(theme.colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.notice)

    def _paint_grid(self, painter: QPainter, event: QPaintEvent) -> None:
        """Lines between pixels, once pixels are large enough to tell apart."""
        if self.viewport.zoom < _GRID_FROM:
            return
        seen = QRectF(event.rect()) & self.viewport.frame(self.image_size)
        first, last = self.viewport.to_image(seen.topLeft()), self.viewport.to_image(seen.bottomRight())
        painter.setPen(QPen(theme.colour("window", 0.35), 1))
        for column in range(int(first.x()), int(last.x()) + 1):
            x = round(self.viewport.to_widget(QPointF(column, 0)).x())
            painter.drawLine(x, round(seen.top()), x, round(seen.bottom()))
        for row in range(int(first.y()), int(last.y()) + 1):
            y = round(self.viewport.to_widget(QPointF(0, row)).y())
            painter.drawLine(round(seen.left()), y, round(seen.right()), y)
