"""The canvas's picture kept in step with a session: frames, masks, reliability, objects and the stroke under way.

Entropy maps unpacked for the canvas: small ones at once, large ones elsewhere, since they would hold up painting.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.progress import Progress, ShouldStop
from core.project.tables.runs import PackedEntropy
from core.types import Frame, UInt8Array
from core.video.proxy import Preview
from rpcm_gui.base.language import tr
from rpcm_gui.views.canvas.canvas_view import CanvasView
from rpcm_gui.views.painting.overlay import EntropyMap, Layers, Rect, Style
from rpcm_gui.views.painting.tool_controller import ToolController
from rpcm_gui.views.widgets.basics import Links
from rpcm_gui.workers.decoding import FrameFailed
from rpcm_gui.workers.tasks import BackgroundTasks

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


AT_ONCE_PIXELS = 2_100_000
"""Maps up to this size, 1080p, are unpacked on the spot: 2 ms, where 4K takes 7 and 8K 50."""


class EntropyReader(QObject):
    """Unpacks the newest map that was asked for.

    Signals:
        arrived: An :class:`EntropyMap`, or None where there is nothing to show (yet).
        failed: A :class:`.Failure`.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unpacking = BackgroundTasks(self)
        self._unpacking.failed.connect(self.failed)
        self._shown = -1

    def read(self, index: int, packed: PackedEntropy | None) -> None:
        """Unpack the map of frame ``index``; that of another frame is shown no longer."""
        self._unpacking.give_up()
        if packed is None:
            self.arrived.emit(None)
        elif packed.size[0] * packed.size[1] <= AT_ONCE_PIXELS:
            self.arrived.emit(EntropyMap(packed.levels(), packed.largest))
        else:
            if index != self._shown:
                self.arrived.emit(None)
            self._unpacking.run("Entropy", partial(_unpack, packed), self.arrived.emit)
        self._shown = index

    def close(self) -> None:
        """Give up what is being unpacked."""
        self._unpacking.close()


def _unpack(packed: PackedEntropy, progress: Progress, should_stop: ShouldStop) -> EntropyMap:
    del progress, should_stop
    return EntropyMap(packed.levels(), packed.largest)


class SessionView(CanvasView):
    """Shows what the session holds for the frame that is *shown*, which may lag behind the one asked for."""

    def __init__(self, editor: ToolController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        editor.setParent(self)
        self._session: Session | None = None
        self._links = Links()
        self._drawn: UInt8Array | None = None
        self._previewed = -1
        self.entropy = EntropyReader(self)
        self.entropy.arrived.connect(self._take_entropy)
        editor.touched.connect(self._show_stroke)
        editor.dropped.connect(self._stroke_dropped)

    def set_session(self, session: Session | None) -> None:
        """Show ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
        self.entropy.close()
        self.editor.set_session(session)
        height, width = session.size if session is not None else (0, 0)
        self.notice = tr("Decoding…") if session is not None else ""
        self.set_frame_size(width, height)
        if session is not None:
            self._listen(session)

    def _listen(self, session: Session) -> None:
        self._links.connect(session.frames.frame_ready, self.show_frame)
        self._links.connect(session.frames.preview_ready, self.show_preview)
        self._links.connect(session.frames.failed, self._show_nothing)
        self._links.connect(session.position.frame_changed, self._frame_left)
        self._links.connect(session.document.masks_changed, self._masks_changed)
        self._links.connect(session.document.objects_changed, self._objects_changed)
        self._objects_changed()

    def show_frame(self, frame: Frame) -> None:
        """Show a decoded frame with its own masks; from now on painting goes there."""
        if self._session is None or self.layers is None:
            return
        if self.editor.shown == frame.index == self._previewed:
            # Only the picture gets sharper: what is being painted on it goes on.
            self.layers.set_picture(frame.image)
            self.update()
        else:
            self._show(frame, self._session, self.layers)
        self._previewed = -1
        self.editor.smart.image = frame.image

    def show_preview(self, preview: Preview) -> None:
        """Show a small picture in the place of its frame; tools that look at pixels wait for the frame itself."""
        if self._session is None or self.layers is None:
            return
        self._show(preview, self._session, self.layers)
        self._previewed = preview.index
        self.editor.smart.image = None

    def _show(self, frame: Frame | Preview, session: Session, layers: Layers) -> None:
        self.editor.settle()
        self.editor.shown = frame.index
        self.notice = ""
        layers.set_picture(frame.image)
        self._drawn = session.document.masks.labels(frame.index)
        layers.set_labels(self._drawn)
        layers.set_reliability(session.document.masks.reliability(frame.index))
        self._show_extras()
        self.update()

    def set_overlay_style(self, style: Style) -> None:
        """Choose what is drawn over the frame, and read what it needs."""
        wanted = style.wants_entropy, style.onion
        missing = wanted != (self.overlay_style.wants_entropy, self.overlay_style.onion)
        super().set_overlay_style(style)
        if missing:
            self._show_extras()
            self.update()

    def _show_extras(self) -> None:
        """Read the maps that are only needed in some styles."""
        session, layers, shown = self._session, self.layers, self.editor.shown
        if session is None or layers is None or shown < 0:
            return
        style = self.overlay_style
        self.entropy.read(shown, session.document.masks.entropy(shown) if style.wants_entropy else None)
        beside = [index if 0 <= index < session.frame_count else None for index in (shown - 1, shown + 1)]
        before, after = (
            session.document.masks.labels(index) if style.onion and index is not None else None for index in beside
        )
        layers.set_onion(before, after)

    def _take_entropy(self, entropy: EntropyMap | None) -> None:
        if self.layers is not None:
            self.layers.set_entropy(entropy)
            self.update()

    def _show_nothing(self, failed: FrameFailed) -> None:
        """A frame cannot be read: show no other one in its place, for painting would go there."""
        self.editor.settle()
        self.editor.shown = -1
        self.notice = tr("Frame {frame} cannot be read.").format(frame=failed.index)
        if self.layers is not None:
            self.layers.clear()
        self.update()

    def _frame_left(self) -> None:
        self.editor.settle()

    def _masks_changed(self, index: int) -> None:
        if index == self.editor.shown and self.editor.stroke is None:
            self._show_masks()
            if self.overlay_style.wants_entropy:
                self._show_extras()
                self.update()
        elif self.overlay_style.onion and abs(index - self.editor.shown) == 1:
            self._show_extras()
            self.update()

    def _show_masks(self) -> None:
        """Show the stored masks of the frame; after a stroke they are on the screen already."""
        session, layers, shown = self._session, self.layers, self.editor.shown
        if session is None or layers is None or shown < 0:
            return
        layers.set_reliability(session.document.masks.reliability(shown))
        labels = session.document.masks.labels(shown)
        # What was just painted is known by being the very same array: comparing 8K frames takes longer than a stroke.
        same = labels is self._drawn or np.array_equal(labels, layers.labels)
        self._drawn = labels
        if self.overlay_style.reliability or not same:
            layers.set_labels(labels)
            self.update()

    def _objects_changed(self) -> None:
        if self._session is not None:
            self.show_objects(self._session.document.objects)

    def _stroke_dropped(self) -> None:
        self._drawn = None
        self._show_masks()

    def _show_stroke(self, rect: Rect) -> None:
        if self.editor.stroke is not None:
            self._draw(self.editor.stroke.edit.after, rect)

    def _draw(self, labels: UInt8Array, rect: Rect) -> None:
        self._drawn = labels
        self.show_labels(labels, rect)
