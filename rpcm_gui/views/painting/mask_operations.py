"""Changes of the current object's whole mask: grow, shrink, smooth, clean, mirror, copy and paste."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.progress import Progress, ShouldStop
from core.selection import morphology
from core.types import BACKGROUND, BoolArray
from rpcm_gui.base.language import tr
from rpcm_gui.views.painting.overlay import Rect
from rpcm_gui.views.painting.paint_target import PaintTarget
from rpcm_gui.views.widgets.tool_state import ToolState
from rpcm_gui.workers.tasks import BackgroundTasks

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session

AT_ONCE_PIXELS = 500_000
"""Boxes up to this size are done on the spot (measured below 30 ms); larger ones in a job."""
Change = Callable[[BoolArray], BoolArray]


class MaskVerbs(QObject):
    """Carries them out on the session's current object and frame, each as one undo step."""

    refused = Signal(str, str)
    failed = Signal(object)

    def __init__(self, tools: ToolState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._session: Session | None = None
        self._easel: PaintTarget | None = None
        self._copied: BoolArray | None = None
        self._selecting = BackgroundTasks(self)
        self._selecting.failed.connect(self.failed)
        self.verbs: dict[str, Callable[[], None]] = {
            "mask.grow": lambda: self._reshape(tr("Grow"), partial(_grown, by=self._amount)),
            "mask.shrink": lambda: self._reshape(tr("Shrink"), partial(_shrunk, by=self._amount)),
            "mask.smooth": lambda: self._reshape(tr("Smooth"), partial(_smoothed, by=self._amount)),
            "mask.specks": lambda: self._reshape(
                tr("Remove Specks"), partial(_cleaned, least=(2 * self._amount + 1) ** 2)
            ),
            "mask.holes": lambda: self._reshape(tr("Fill Holes"), morphology.fill_holes),
            "mask.mirror": lambda: self._reshape(tr("Mirror"), morphology.mirror),
            "mask.copy": self._copy,
            "mask.paste": self._paste,
            "mask.copy_next": self._copy_next,
        }

    def set_session(self, session: Session | None) -> None:
        """Work on ``session`` (``None``: nothing). What was copied stays, for frames of the same size."""
        self._selecting.close()
        if self._easel is not None:
            self._easel.deleteLater()
        self._session = session
        self._easel = PaintTarget(session, self._tools, self) if session is not None else None
        if self._easel is not None:
            self._easel.refused.connect(self.refused)

    @property
    def busy(self) -> bool:
        """Whether a large mask is still being computed."""
        return self._selecting.busy

    @property
    def _amount(self) -> int:
        return self._tools.options.amount

    def _mask(self) -> BoolArray | None:
        """The current object's mask on the current frame; None, after a message, where it has none."""
        session = self._session
        if session is None or session.position.object is None:
            return None
        mask = np.asarray(session.document.masks.labels(session.position.frame) == session.position.object)
        if not mask.any():
            self.refused.emit(
                tr("The current object has no mask on this frame."), tr("Paint it, or go to a frame with it.")
            )
            return None
        return mask

    def _reshape(self, text: str, change: Change) -> None:
        mask, session = self._mask(), self._session
        box = None if mask is None else morphology.bounds(mask, 2 * self._amount + 2)
        value = self._easel.value() if box is not None and self._easel is not None else None
        if mask is None or box is None or session is None or value is None:
            return
        part, index = mask[box], session.position.frame
        take = partial(self._put, index, value, text, box)
        if part.size <= AT_ONCE_PIXELS:
            take(change(part))
        else:
            self._selecting.run(text, partial(_work, change, part.copy()), take)

    def _put(self, index: int, value: int, text: str, box: tuple[slice, slice], after: BoolArray) -> None:
        """Make the mask of object ``value`` inside ``box`` what ``after`` says, if that object is still there."""
        easel, session = self._easel, self._session
        if easel is None or session is None or value not in [item.id for item in session.document.objects]:
            return
        edit = easel.begin(index)
        rows, columns = box
        rect = Rect(columns.start, rows.start, columns.stop, rows.stop)
        before = edit.before[box] == value
        edit.apply((rect, before & ~after), BACKGROUND)
        edit.apply((rect, after & ~before), value)
        easel.finish(edit, text)

    def _copy(self) -> None:
        mask = self._mask()
        if mask is not None:
            self._copied = mask

    def _paste(self) -> None:
        session, easel, mask = self._session, self._easel, self._copied
        if session is None or easel is None:
            return
        if mask is None or mask.shape != session.size:
            self.refused.emit(tr("There is no copied mask of this size."), tr("Copy one first (Ctrl+C)."))
            return
        value = easel.value()
        if value is not None:
            easel.apply(easel.begin(session.position.frame), (_whole(mask), mask), value, tr("Paste Mask"))

    def _copy_next(self) -> None:
        mask, session = self._mask(), self._session
        if mask is None or session is None:
            return
        following = session.position.frame + 1
        if following >= session.frame_count:
            self.refused.emit(tr("This is the last frame."), "")
            return
        value = self._easel.value() if self._easel is not None else None
        if value is not None:
            whole = slice(0, mask.shape[0]), slice(0, mask.shape[1])
            self._put(following, value, tr("Copy to Next Frame"), whole, mask)
            session.position.go_to(following)


def _whole(mask: BoolArray) -> Rect:
    return Rect(0, 0, mask.shape[1], mask.shape[0])


def _grown(mask: BoolArray, by: int) -> BoolArray:
    return morphology.grow(mask, by)


def _shrunk(mask: BoolArray, by: int) -> BoolArray:
    return morphology.shrink(mask, by)


def _smoothed(mask: BoolArray, by: int) -> BoolArray:
    return morphology.smooth(mask, by)


def _cleaned(mask: BoolArray, least: int) -> BoolArray:
    return morphology.remove_specks(mask, least)


def _work(change: Change, mask: BoolArray, progress: Progress, should_stop: ShouldStop) -> BoolArray:
    del progress, should_stop
    return change(mask)
