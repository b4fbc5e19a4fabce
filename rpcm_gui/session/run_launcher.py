"""From "propagate forward" to an order for the worker, or to the reason why not."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import get_args

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from core.errors import UserError
from core.masks.labels import object_ids
from core.types import Direction, PropagationSettings
from rpcm_gui.base.failures import message_of
from rpcm_gui.base.language import tr
from rpcm_gui.base.values import Message, QueuedRun
from rpcm_gui.model.commands import Propagate, RunRecords
from rpcm_gui.model.document import Document
from rpcm_gui.session.runs import Runs
from rpcm_gui.workers.propagation import EngineChoice, RunEnded, RunOrder, RunPlan

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class QueuedPropagation:
    """A run that the user asked for: from frame ``start`` within ``span``.

    Not ``whole_range``: only up to the next annotated frame. With ``objects`` only their masks are to change.
    """

    number: int
    start: int
    span: Range
    direction: Direction
    whole_range: bool
    objects: frozenset[int] | None

    def text(self) -> str:
        """What it will do, in a line."""
        words = {
            "forward": tr("Forward from frame {start} to {last}"),
            "backward": tr("Backward from frame {start} to {first}"),
            "both": tr("Both ways from frame {start}, {first} to {last}"),
        }
        first, last = self.span
        said = words[self.direction].format(start=self.start, first=first, last=last)
        if not self.whole_range:
            said = tr("{run} or the next seed").format(run=said)
        if self.objects is not None:
            said = tr("{run}, {count} objects only").format(run=said, count=len(self.objects))
        return said


class Launcher(QObject):
    """Starts runs one after another, and puts each that has stored something on the undo stack."""

    message = Signal(object)

    def __init__(
        self,
        document: Document,
        records: RunRecords,
        runs: Runs,
        stack: QUndoStack,
        choice: Callable[[], EngineChoice],
        settings: Callable[[], PropagationSettings] = PropagationSettings,
    ) -> None:
        super().__init__(runs)
        self._document, self._records = document, records
        self._runs = runs
        self._stack = stack
        self._choice, self._settings = choice, settings
        self._queue: deque[QueuedPropagation] = deque()
        self._count, self._under_way = 0, ""
        self.objects: frozenset[int] | None = None
        runs.kept.connect(self._kept)
        runs.concluded.connect(self._go_on)
        records.switched.connect(runs.switch)
        document.objects_changed.connect(self._objects_changed)
        document.bulk.settled.connect(self._next)

    def choose_objects(self, ids: Iterable[int] | None) -> None:
        """Let runs asked for from now on change the masks of these objects only; None or none: of all."""
        self.objects = frozenset(ids or ()) or None

    def launch(self, start: int, span: Range, direction: Direction, whole_range: bool) -> None:
        """Propagate from frame ``start`` within ``span``, once the runs asked for before have ended.

        Not ``whole_range``: only up to the next annotated frame. Where ``objects`` are chosen, the others stay.
        """
        self._count += 1
        wish = QueuedPropagation(self._count, start, span, direction, whole_range, self.objects)
        if not self._runs.busy and not self._document.bulk.busy:
            self._begin(wish)
            return
        problem = self._problem(wish)
        if problem is not None:
            self.message.emit(problem)
            return
        self._queue.append(wish)
        self._show_queue()

    def remove(self, number: int) -> None:
        """Take a run that waits off the queue."""
        self._queue = deque(wish for wish in self._queue if wish.number != number)
        self._show_queue()

    def stop(self) -> None:
        """Stop the run under way, which keeps what is done, and all that wait."""
        self._queue.clear()
        self._show_queue()
        self._runs.stop()

    @Slot()
    def _objects_changed(self) -> None:
        if self.objects is not None:
            self.choose_objects(self.objects & {info.id for info in self._document.objects})

    @Slot(object)
    def _go_on(self, end: RunEnded) -> None:
        """The run under way has ended: the next one's turn. After a failure they would only fail, too."""
        if end.problem is not None and self._queue:
            count, text = len(self._queue), tr("{count} waiting runs were removed from the queue.")
            self._queue.clear()
            self.message.emit(Message("info", text.format(count=count)))
        self._next()

    @Slot()
    def _next(self) -> None:
        # The run reads its seeds from the store, so what is still being written comes first.
        while self._queue and not self._runs.busy and not self._document.bulk.busy:
            self._begin(self._queue.popleft())
        self._show_queue()

    def _show_queue(self) -> None:
        self._runs.show_queue(tuple(QueuedRun(wish.number, wish.text()) for wish in self._queue))

    def _begin(self, wish: QueuedPropagation) -> None:
        problem = self._problem(wish)
        if problem is not None:
            self.message.emit(problem)
            return
        self._order(wish, *self._reach(wish))

    def _reach(self, wish: QueuedPropagation) -> Range:
        first, last = reach(wish.start, wish.span, wish.direction)
        return (first, last) if wish.whole_range else self._to_next_seed(wish.start, first, last)

    def _order(self, wish: QueuedPropagation, first: int, last: int) -> None:
        self._under_way = wish.text()
        try:
            choice = self._choice()
        except UserError as error:
            self.message.emit(message_of(error))
            return
        words: dict[str, object] = {"start": wish.start, "first": first, "last": last, "direction": wish.direction}
        if wish.objects is not None:
            words["objects"] = sorted(wish.objects)
        run_id = self._records.begin({**words, **asdict(choice)})
        if run_id is not None:
            plan = RunPlan(
                run_id=run_id,
                start=wish.start,
                first=first,
                last=last,
                direction=wish.direction,
                settings=self._settings(),
                objects=wish.objects,
            )
            self._runs.start(RunOrder(self._document.store.path, plan, choice))

    def _problem(self, wish: QueuedPropagation) -> Message | None:
        if wish.direction not in get_args(Direction):
            raise ValueError(f"no direction: {wish.direction}")
        if self._document.store.read_only:
            return Message("warning", tr("This project is open read-only."), tr("Save a copy and open that."))
        first, last = wish.span
        if not first <= wish.start <= last:
            text = tr("Frame {frame} is outside the range {first}..{last}.")
            return Message(
                "warning",
                text.format(frame=wish.start, first=first, last=last),
                tr("Go to a frame inside the range, or clear the range."),
            )
        first, last = self._reach(wish)
        if first == last:
            hint = tr("Go to another frame, or widen the range.")
            return Message("info", tr("There is no frame to fill in that direction."), hint)
        return self._no_mask(wish)

    def _no_mask(self, wish: QueuedPropagation) -> Message | None:
        present = set(object_ids(self._document.masks.labels(wish.start)))
        if not present:
            return Message(
                "warning",
                tr("Frame {frame} has no mask to propagate.").format(frame=wish.start),
                tr("Paint at least one object on this frame first, or go to a frame that has masks."),
            )
        if wish.objects is not None and not present & wish.objects:
            return Message(
                "warning",
                tr("None of the chosen objects is on frame {frame}.").format(frame=wish.start),
                tr("Choose other objects to propagate, or go to a frame that has them."),
            )
        return None

    def _to_next_seed(self, start: int, first: int, last: int) -> Range:
        marks = self._document.summaries()
        after = next((i for i in range(start + 1, last + 1) if marks[i].annotated), last)
        before = next((i for i in range(start - 1, first - 1, -1) if marks[i].annotated), first)
        return before, after

    @Slot(int)
    def _kept(self, run_id: int) -> None:
        self._stack.push(Propagate(self._records, run_id, self._under_way))


def reach(start: int, span: Range, direction: Direction) -> Range:
    """The first and last frame of a run from ``start`` in ``direction`` within ``span``."""
    if direction == "forward":
        return start, span[1]
    if direction == "backward":
        return span[0], start
    return span
