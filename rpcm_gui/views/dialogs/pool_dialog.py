"""Which frames were in the patch pool when a frame was segmented, and why each is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget

from core.types import PoolSummary, UInt8Array
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import tip
from rpcm_gui.base.values import FrameSummary
from rpcm_gui.views.dialogs.dialogs import Dialog, button
from rpcm_gui.views.widgets.basics import Links, label

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

_FRAME = Qt.ItemDataRole.UserRole
_SHADE = 0.15


class PoolDialog(Dialog):
    """Stays open beside the work and follows the current frame. A double click goes to a pooled frame."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("dialog.pool", tr("Patch pool"), parent)
        self._session = session
        self._links = Links()
        self._head, self._note = label("", "value"), label("", "muted")
        self._note.setWordWrap(True)
        self._list = _grid()
        close = button(tr("Close"), "dialog.close")
        close.clicked.connect(self.accept)
        for item in (self._head, self._note):
            self.body.addWidget(item)
        self.body.addWidget(self._list, 1)
        self.add_buttons(close)
        self._list.itemActivated.connect(lambda item: session.position.go_to(item.data(_FRAME)))
        for signal in (session.position.frame_changed, session.document.masks_changed):
            self._links.connect(signal, self._show)
        self._links.connect(session.thumbnails.ready, self._picture_ready)
        self.finished.connect(self._links.cut)
        self.resize(620, 430)
        self._show()

    def _show(self) -> None:
        session = self._session
        pool = session.document.masks.pool(session.position.frame)
        self._head.setText(tr("Frame {frame}").format(frame=session.position.frame))
        self._note.setText(_explanation(pool))
        self._list.clear()
        for frame in pool.frames if pool is not None else ():
            item = QListWidgetItem(f"{frame}\n{reason(session.document.summary(frame))}", self._list)
            item.setData(_FRAME, frame)
            item.setToolTip(
                tip(tr("Frame {frame}").format(frame=frame) + f": {reason(session.document.summary(frame))}")
            )
            self._picture(item)
        session.thumbnails.request(pool.frames if pool is not None else ())

    def _picture_ready(self, frame: int) -> None:
        for number in range(self._list.count()):
            if self._list.item(number).data(_FRAME) == frame:
                self._picture(self._list.item(number))

    def _picture(self, item: QListWidgetItem) -> None:
        frame = item.data(_FRAME)
        picture = self._session.thumbnails.get(frame)
        if picture is not None:
            # On the user's own frame every patch is reliable, whatever a run said before.
            own = self._session.document.summary(frame).annotated
            unsure = None if own else self._session.document.masks.reliability(frame)
            item.setIcon(QIcon(QPixmap.fromImage(patches(picture, unsure))))


def reason(summary: FrameSummary) -> str:
    """Why a frame is in the pool."""
    if summary.annotated:
        return tr("your masks")
    return (
        tr("{share} reliable").format(share=f"{1 - summary.unsure_share:.1%}")
        if summary.predicted
        else tr("reliable parts")
    )


def patches(picture: UInt8Array, reliability: UInt8Array | None) -> QImage:
    """A thumbnail (H, W, 3) with the patches that stay out of the pool, the unsure ones, made dark."""
    height, width = picture.shape[:2]
    shown = picture.astype(np.float32)
    if reliability is not None:
        rows = (np.arange(height) * reliability.shape[0]) // height
        columns = (np.arange(width) * reliability.shape[1]) // width
        shown[reliability[np.ix_(rows, columns)] == 0] *= _SHADE
    pixels = np.ascontiguousarray(shown.astype(np.uint8))
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _explanation(pool: PoolSummary | None) -> str:
    if pool is None:
        return tr("No run has a result here. Propagate, then look again.")
    return tr(
        "When this frame was segmented, the pool had {count} frames with {pixels} pixels at matching "
        "size. Annotated frames are used whole; other frames only where the reliability map is certain. "
        "The rest is dark here."
    ).format(count=len(pool.frames), pixels=pool.pixels)


def _grid() -> QListWidget:
    made = QListWidget()
    made.setObjectName("pool.frames")
    made.setAccessibleName(tr("Frames in the patch pool"))
    made.setViewMode(QListView.ViewMode.IconMode)
    made.setIconSize(QSize(110, 62))
    made.setGridSize(QSize(132, 108))
    made.setMovement(QListView.Movement.Static)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setWordWrap(True)
    return made
