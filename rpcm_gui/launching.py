"""From "propagate forward" to an order for the worker, or to the reason why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import get_args

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from core.types import Direction, PropagationSettings
from rpcm_gui.commands import Propagate
from rpcm_gui.document import Document
from rpcm_gui.language import tr
from rpcm_gui.runs import Runs
from rpcm_gui.seeding import RunPlan
from rpcm_gui.state import Message
from rpcm_gui.workers.propagation import EngineChoice, RunOrder

Range = tuple[int, int]


class Launcher(QObject):
    """Starts runs, and puts each that has stored something on the undo stack."""

    message = Signal(object)

    def __init__(
        self,
        document: Document,
        runs: Runs,
        stack: QUndoStack,
        choice: Callable[[], EngineChoice],
        settings: Callable[[], PropagationSettings] = PropagationSettings,
    ) -> None:
        super().__init__(runs)
        self._document = document
        self._runs = runs
        self._stack = stack
        self._choice, self._settings = choice, settings
        runs.kept.connect(self._kept)
        document.run_switched.connect(runs.switch)

    def launch(self, start: int, span: Range, direction: Direction, whole_range: bool) -> None:
        """Propagate from frame ``start`` within ``span``; not ``whole_range``: only up to the next annotated frame."""
        problem = self._problem(start, span, direction)
        if problem is not None:
            self.message.emit(problem)
            return
        first, last = reach(start, span, direction)
        if not whole_range:
            first, last = self._to_next_seed(start, first, last)
        if first == last:
            hint = tr("Go to another frame, or widen the range.")
            self.message.emit(Message("info", tr("There is no frame to fill in that direction."), hint))
            return
        self._order(start, first, last, direction)

    def _order(self, start: int, first: int, last: int, direction: Direction) -> None:
        choice = self._choice()
        words: dict[str, object] = {"start": start, "first": first, "last": last, "direction": direction}
        run_id = self._document.begin_run({**words, **asdict(choice)})
        if run_id is not None:
            plan = RunPlan(
                run_id=run_id, start=start, first=first, last=last, direction=direction, settings=self._settings()
            )  # fmt: skip
            self._runs.start(RunOrder(self._document.store.path, plan, choice))

    def _problem(self, start: int, span: Range, direction: Direction) -> Message | None:
        if direction not in get_args(Direction):
            raise ValueError(f"no direction: {direction}")
        if self._document.store.read_only:
            return Message("warning", tr("This project is open for reading only."), tr("Save a copy and open that."))
        if not span[0] <= start <= span[1]:
            return Message(
                "warning",
                tr("Frame {frame} is outside of the range {first}..{last}.").format(
                    frame=start, first=span[0], last=span[1]
                ),
                tr("Go to a frame inside the range, or clear the range."),
            )
        if not self._document.masks.labels(start).any():
            return Message(
                "warning",
                tr("Frame {frame} has no mask to propagate.").format(frame=start),
                tr("Paint at least one object on this frame first, or go to a frame that has masks."),
            )
        return None

    def _to_next_seed(self, start: int, first: int, last: int) -> Range:
        marks = self._document.summaries()
        after = next((i for i in range(start + 1, last + 1) if marks[i].annotated), last)
        before = next((i for i in range(start - 1, first - 1, -1) if marks[i].annotated), first)
        return before, after

    @Slot(int)
    def _kept(self, run_id: int) -> None:
        self._stack.push(Propagate(self._document, run_id))


def reach(start: int, span: Range, direction: Direction) -> Range:
    """The first and last frame of a run from ``start`` in ``direction`` within ``span``."""
    if direction == "forward":
        return start, span[1]
    if direction == "backward":
        return span[0], start
    return span
