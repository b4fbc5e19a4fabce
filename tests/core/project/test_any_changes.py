"""Random work on a project with undo, redo and reopening, against a model made of plain dictionaries."""

from __future__ import annotations

import copy
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as stn
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.masks.rle import decode_rle
from core.project.store import ProjectStore, Review
from core.types import BoolArray, ObjectInfo, UInt8Array
from tests.helpers.projects import FRAMES, HEIGHT, WIDTH, result, source

OBJECTS = (1, 2, 3)
MASKS = stn.arrays(np.bool_, (HEIGHT, WIDTH))
FRAME = st.integers(0, FRAMES - 1)
OBJECT = st.sampled_from(OBJECTS)


@dataclass
class Model:
    """The same project, without any cleverness: the labels of a reviewed frame's runs are simply copied."""

    annotations: dict[tuple[int, int], BoolArray] = field(default_factory=dict)
    runs: dict[int, dict[int, tuple[tuple[int, ...], UInt8Array]]] = field(default_factory=dict)
    active: dict[int, bool] = field(default_factory=dict)
    reviewed: dict[int, dict[int, tuple[int, BoolArray]]] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)

    def words(self, frame: int) -> dict[int, tuple[int, BoolArray]]:
        """Per object the newest active run that speaks of it, and its mask."""
        found: dict[int, tuple[int, BoolArray]] = {}
        for run_id in sorted(run_id for run_id, active in self.active.items() if active):
            objects, labels = self.runs[run_id].get(frame, ((), np.zeros((0, 0), np.uint8)))
            found |= {object_id: (run_id, labels == object_id) for object_id in objects}
        return found

    def labels(self, frame: int) -> UInt8Array:
        """What holds of a frame."""
        labels = np.zeros((HEIGHT, WIDTH), np.uint8)
        words = self.reviewed.get(frame, self.words(frame))
        for object_id, (_, mask) in sorted(words.items(), key=lambda item: (item[1][0], item[0])):
            if object_id not in self.removed:
                labels[mask] = object_id
        own = [(key[1], mask) for key, mask in sorted(self.annotations.items(), key=lambda item: item[0])
               if key[0] == frame and key[1] not in self.removed]  # fmt: skip
        for object_id, _ in own:
            labels[labels == object_id] = 0
        for object_id, mask in own:
            labels[mask] = object_id
        return labels


@dataclass
class Step:
    """One thing done: how to undo and redo it on the store, and the model before and after."""

    undo: Callable[[], Any]
    redo: Callable[[], Any]
    before: Model
    after: Model


class ProjectMachine(RuleBasedStateMachine):
    """Does random things to a project, as the user would, and to the model."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="project-machine-"))
        self.store = ProjectStore.create(self.folder / "clip.rpcm", source(self.folder))
        for object_id in OBJECTS:
            self.store.objects.add(ObjectInfo(object_id, "x", (0, 0, 0)))
        self.model = Model()
        self.done: list[Step] = []
        self.undone: list[Step] = []

    def did(self, before: Model, undo: Callable[[], Any], redo: Callable[[], Any]) -> None:
        self.done.append(Step(undo, redo, before, copy.deepcopy(self.model)))
        self.undone.clear()

    @rule(frame=FRAME, masks=st.dictionaries(OBJECT, st.none() | MASKS, min_size=1))
    def annotate(self, frame: int, masks: dict[int, BoolArray | None]) -> None:
        before = copy.deepcopy(self.model)
        previous = self.store.set_annotations(frame, masks)
        for object_id, mask in masks.items():
            old = previous[object_id]
            known = self.model.annotations.pop((frame, object_id), None)
            assert (old is None) == (known is None)
            assert old is None or known is None or np.array_equal(decode_rle(old, HEIGHT, WIDTH), known)
            if mask is not None:
                self.model.annotations[frame, object_id] = mask
        self.did(
            before,
            lambda: self.store.set_annotations(frame, previous),
            lambda: self.store.set_annotations(frame, masks),
        )

    @rule(
        frames=st.sets(FRAME, min_size=1, max_size=4),
        objects=st.sets(OBJECT, min_size=1),
        labels=stn.arrays(np.uint8, (HEIGHT, WIDTH), elements=st.integers(0, 3)),
    )
    def run(self, frames: set[int], objects: set[int], labels: UInt8Array) -> None:
        before = copy.deepcopy(self.model)
        ids = tuple(sorted(objects))
        said = np.where(np.isin(labels, ids), labels, np.uint8(0))
        run_id = self.store.begin_run({"objects": ids})
        for frame in frames:
            assert self.store.add_prediction(result(run_id, frame, said.copy(), ids))
        self.model.runs[run_id] = dict.fromkeys(frames, (ids, said))
        self.model.active[run_id] = True
        # A run never leaves the file: before it was made it counts as inactive.
        before.runs[run_id], before.active[run_id] = self.model.runs[run_id], False
        self.did(
            before,
            lambda: self.store.set_run_active(run_id, False),
            lambda: self.store.set_run_active(run_id, True),
        )

    @rule(frame=FRAME, reviewed=st.booleans())
    def review(self, frame: int, reviewed: bool) -> None:
        before = copy.deepcopy(self.model)
        previous = self.store.set_reviewed(frame, reviewed)
        now = self.store.view.review(frame)
        if reviewed:
            self.model.reviewed.setdefault(frame, self.model.words(frame))
        else:
            self.model.reviewed.pop(frame, None)
        self.did(
            before,
            lambda: self.store.set_reviewed(frame, _review(previous)),
            lambda: self.store.set_reviewed(frame, _review(now)),
        )

    @rule(object_id=OBJECT)
    def remove_or_restore(self, object_id: int) -> None:
        before = copy.deepcopy(self.model)
        gone = object_id in self.model.removed
        remove, restore = self.store.objects.remove, self.store.objects.restore
        (restore if gone else remove)(object_id)
        self.model.removed ^= {object_id}
        self.did(
            before,
            lambda: (self.store.objects.remove if gone else self.store.objects.restore)(object_id),
            lambda: (self.store.objects.restore if gone else self.store.objects.remove)(object_id),
        )

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        step = self.done.pop()
        step.undo()
        self.model = copy.deepcopy(step.before)
        self.undone.append(step)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        step = self.undone.pop()
        step.redo()
        self.model = copy.deepcopy(step.after)
        self.done.append(step)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = ProjectStore.open(self.folder / "clip.rpcm")
        assert not self.store.read_only

    @invariant()
    def the_same_masks_hold(self) -> None:
        for frame in range(FRAMES):
            assert np.array_equal(self.store.effective_labels(frame), self.model.labels(frame))

    @invariant()
    def the_timeline_tells_the_truth(self) -> None:
        timeline = self.store.summaries()
        annotated = {frame for frame, object_id in self.model.annotations if object_id not in self.model.removed}
        assert set(np.flatnonzero(timeline.annotated)) == annotated
        assert set(np.flatnonzero(timeline.reviewed)) == set(self.model.reviewed)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


def _review(value: Review | None) -> Review | bool:
    return False if value is None else value


ProjectMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25)
test_that_random_work_leaves_the_masks_of_the_model = ProjectMachine.TestCase
