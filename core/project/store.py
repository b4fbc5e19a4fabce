"""The project store: one SQLite file with the user's masks, the runs, and how the desk was left.

Every change is one transaction and is saved when the call returns; there is no unsaved state. Two kinds of masks are
kept apart: *annotations* (the user's word) and *predictions* (of a run). A run never changes the user's word, nor a
frame that was reviewed.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self

from core.errors import Text
from core.masks.labels import compose
from core.project.codec import EncodedMask, EncodedResult, encode_result
from core.project.edits import journal
from core.project.edits.merging import Merging
from core.project.opening import Opened, create_file, open_file, writable_project
from core.project.tables.annotations import AnnotationTable, MaskOrCounts
from core.project.tables.effective import EffectiveView, PresenceView, Review, Timeline
from core.project.tables.objects import ObjectTable
from core.project.tables.runs import RunInfo, RunTable
from core.project.tables.source import SourceReference, SourceTable
from core.project.tables.state import HistoryEntry, HistoryTable, StateTable
from core.types import Float16Array, FrameResult, UInt8Array, read_only

__all__ = [
    "EncodedMask",
    "EncodedResult",
    "HistoryEntry",
    "ProjectStore",
    "Review",
    "RunInfo",
    "SourceReference",
    "Timeline",
    "encode_result",
]


class ProjectStore:
    """One open project. It belongs to the thread that opened it; other threads open their own, ``read_only``.

    Attributes:
        path: The file, absolute.
        read_only: Whether changes are refused.
        notes: What the user should be told about how it was opened; empty when all is well.
        checked: Whether the whole structure of the file was looked at on opening (``checking.examine`` looks at all).
        source: Where the frames lie, and their number and size.
        objects: The objects.
        annotations: The user's masks.
        runs: The propagations and their results.
        view: What holds of a frame.
        presence: Where each object is over time.
        merging: Two objects made one.
        state: Small values of the user interface.
        history: What was done.
    """

    def __init__(self, opened: Opened) -> None:
        self._database = opened.database
        self._lock = opened.lock
        self.path = opened.database.path
        self.read_only = opened.database.read_only
        self.notes = opened.notes
        self.checked = opened.checked
        self.source = SourceTable(self._database)
        reference = self.source.reference
        self.objects = ObjectTable(self._database)
        self.annotations = AnnotationTable(self._database, reference.height, reference.width)
        self.runs = RunTable(self._database, reference.height, reference.width)
        self.view = EffectiveView(self._database, reference.frame_count, reference.height, reference.width)
        self.presence = PresenceView(self._database, reference.height, reference.width)
        self.merging = Merging(self._database, self.annotations)
        self.state = StateTable(self._database)
        self.history = HistoryTable(self._database)

    @classmethod
    def create(cls, path: Path, source: SourceReference, folder: Path | None = None) -> Self:
        """Make a new project file and open it. Raises UserError when ``path`` exists or cannot be written.

        ``folder`` is where the file will lie in the end, its own folder where that is left out.
        """
        create_file(path, source, folder)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, check: bool = True) -> Self:
        """Open a project, for writing where possible; ``read_only`` and ``notes`` say when it was not, and why.

        ``check=False`` spares looking for damage in a file that was checked just before.
        Raises UserError, leaving the file as it is, when it is missing, no project, damaged, or of a newer program.
        """
        store = cls(open_file(path, read_only=read_only, check=check))
        try:
            store._finish_pending()
        except BaseException:
            store.close()
            raise
        return store

    def _finish_pending(self) -> None:
        """Do what was written down and not done; a project whose note of it is unreadable opens without that."""
        try:
            if not self.read_only:
                journal.finish(self)
        except journal.UnreadableError:
            note = Text(
                "{name} has an unfinished change that cannot be read. It was ignored.",
                name=self.path.name,
            )
            self.notes = (*self.notes, note)

    def close(self) -> None:
        """Close the file. Everything was saved before."""
        try:
            self._database.close()
        finally:
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def transaction(self, *, durable: bool = True) -> AbstractContextManager[None]:
        """Several changes as one: all are saved or, when an exception leaves the block, none.

        ``durable=False`` spares the flush to the disk: the changes survive ``kill -9`` but perhaps not a power loss.
        Let exceptions pass: one that is caught inside the block may have undone what came before.
        """
        return self._database.transaction(durable=durable)

    def save_copy(self, target: Path) -> None:
        """Write the project as it is now to ``target``; a project there is replaced when the copy is complete.

        Raises UserError where something else is there, or a project that is open.
        """
        with writable_project(target, overwrite=True) as place:
            self._database.copy_to(place)

    def source_path(self) -> Path:
        """Where the frames are now. Raises UserError naming the places searched when they have moved."""
        return self.source.locate()

    def relink(self, path: Path, fingerprint: str, *, accept_other: bool = False) -> None:
        """Point to where the frames are now. Raises UserError when it is another video and that is not accepted."""
        self.source.relink(path, fingerprint, accept_other=accept_other)

    def effective_labels(self, frame: int) -> UInt8Array:
        """What holds of a frame, (H, W) ``uint8``, read-only: per object the user's mask, else the newest active run's.

        On a reviewed frame the runs' part is what it was when the frame was marked.
        """
        return read_only(compose(self.view.predicted_labels(frame), self.annotations.masks(frame)))

    def effective_reliability(self, frame: int) -> UInt8Array | None:
        """Reliability map (H, W), 255 sure and 0 unsure, of the run that counts on the frame; None without one."""
        run = self.view.run(frame)
        return None if run is None else self.runs.reliability(frame, run)

    def effective_entropy(self, frame: int) -> Float16Array | None:
        """Entropy map (H, W) of the run that counts on the frame, in that run's unit; None without one."""
        run = self.view.run(frame)
        return None if run is None else self.runs.entropy(frame, run)

    def set_annotations(self, frame: int, masks: Mapping[int, MaskOrCounts | None]) -> dict[int, bytes | None]:
        """Set (or with None delete) the user's masks of the objects named on a frame.

        Returns what was there, as compressed run lengths: giving it back to this method undoes the change.
        Raises ValueError for a mask of another size.
        """
        return self.annotations.set(frame, masks)

    def annotated_frames(self) -> tuple[int, ...]:
        """Frames with at least one annotated object, ascending."""
        return self.annotations.frames()

    def set_reviewed(self, frame: int, review: bool | Review) -> Review | None:
        """Mark a frame as done, so that no run changes it, or unmark it.

        Returns the review that there was: giving it back (False for None) undoes the change.
        """
        return self.view.set_reviewed(frame, review)

    def summaries(self, first: int = 0, last: int | None = None) -> Timeline:
        """What the timeline shows of the frames ``first`` to ``last`` (included; None: the clip's last)."""
        return self.view.summaries(first, last)

    def begin_run(self, request: dict[str, Any]) -> int:
        """Write down a new, active run with a JSON description; returns its id."""
        return self.runs.begin(request)

    def add_prediction(self, result: EncodedResult | FrameResult) -> bool:
        """Store what a run says of a frame. Annotated objects and reviewed frames stay as they are.

        Pack the result in the worker (``encode_result``) to spare this thread. Returns False where nothing was stored
        because a reviewed frame relies on an earlier word of the same run.
        """
        return self.runs.add(encode_result(result) if isinstance(result, FrameResult) else result)

    def set_run_active(self, run_id: int, active: bool) -> None:
        """Let a run count or not (undo and redo of a run), whatever its size. Raises KeyError for an unknown run."""
        self.runs.set_active(run_id, active)
