"""Whatever the user does, in whatever order: undo and redo lead exactly there and back, reopening loses nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from pytestqt.qtbot import QtBot

from core import formats
from core.formats import ExportOptions
from core.masks.palette import Palette
from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo, UInt8Array
from rpcm_gui.base.settings import Settings
from rpcm_gui.session.import_dataset import ImportPreview, ImportRequest
from rpcm_gui.session.session import Session
from tests.helpers.fakes import FRAMES, HEIGHT, WIDTH, FakeEngines, FakeSource

Picture = tuple[Any, ...]
"""All that the user could see of a project."""

frames = st.sampled_from([0, 1, 5, FRAMES - 1]) | st.integers(0, FRAMES - 1)
places = st.integers(0, 20)
sides = st.integers(1, 16)
chosen = st.integers(0, 7)


def picture_of(session: Session) -> Picture:
    masks = tuple(session.document.masks.labels(index).tobytes() for index in range(FRAMES))
    marks = tuple(
        (session.document.summary(index).annotated, session.document.summary(index).reviewed) for index in range(FRAMES)
    )
    return masks, marks, tuple((info.id, info.name, info.colour) for info in session.document.objects)


class Desk(RuleBasedStateMachine):
    """A session under random verbs; ``seen`` keeps the picture at each place of the undo stack."""

    bot: QtBot
    dataset: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = Path(self.folder.name) / "clip.rpcm"
        reference = SourceReference(Path(self.folder.name) / "clip.mp4", "f00d", FRAMES, HEIGHT, WIDTH, 25.0)
        ProjectStore.create(self.project, reference).close()
        self.seen: list[Picture] = []

    @initialize()
    def begin(self) -> None:
        self.open()
        for number in (1, 2):
            self.add_object(None)
            self.paint(number - 1, 0, 5 * number, 10 * number, 8, True)

    def open(self) -> None:
        source = FakeSource()
        self.session = Session(
            ProjectStore.open(self.project),
            Path(self.folder.name) / "clip.mp4",
            lambda: source,
            FakeEngines(),
            Settings(Path(self.folder.name) / "settings.ini"),
        )
        self.stack = self.session.undo_stack
        self.seen = [picture_of(self.session)]

    def teardown(self) -> None:
        self.session.close()
        self.folder.cleanup()

    def done(self) -> None:
        """Wait for whatever works in the background, then note what is seen now."""
        session = self.session
        self.bot.waitUntil(self.is_still)
        if self.stack.index() >= len(self.seen) or self.stack.count() < len(self.seen) - 1:
            del self.seen[self.stack.index() :]
            self.seen.append(picture_of(session))

    def is_still(self) -> bool:
        session = self.session
        return not (session.runs.state.running or session.ranges.busy or session.object_verbs.busy)

    def pick(self, which: int) -> int:
        return self.session.document.objects[which % len(self.session.document.objects)].id

    def has_objects(self) -> bool:
        return bool(self.session.document.objects)

    @rule(name=st.sampled_from([None, "Cat", "Ünïcode 猫"]))
    def add_object(self, name: str | None) -> None:
        if len(self.session.document.objects) < 5:
            del self.seen[self.stack.index() + 1 :]
            self.session.editing.add_object(name)
            self.done()

    @precondition(has_objects)
    @rule(which=chosen, index=frames, left=places, top=places, side=sides, twice=st.booleans())
    def paint(self, which: int, index: int, left: int, top: int, side: int, twice: bool) -> None:
        after = self.session.document.masks.labels(index).copy()
        for column in (left, left + 30)[: 1 + twice]:
            after[top : top + side, column : column + side] = self.pick(which)
        self._changing(lambda: self.session.editing.commit_labels(index, after, "Brush"))
        assert np.array_equal(self.session.document.masks.labels(index), after)

    @rule(index=frames, left=places, top=places, side=sides)
    def erase(self, index: int, left: int, top: int, side: int) -> None:
        after = self.session.document.masks.labels(index).copy()
        after[top : top + side, left : left + side] = 0
        self._changing(lambda: self.session.editing.commit_labels(index, after, "Eraser"))
        assert np.array_equal(self.session.document.masks.labels(index), after)

    @rule(index=frames)
    def clear(self, index: int) -> None:
        self._changing(lambda: self.session.editing.clear_annotation(index))

    @rule(index=frames, reviewed=st.booleans())
    def review(self, index: int, reviewed: bool) -> None:
        self._changing(lambda: self.session.editing.set_reviewed(index, reviewed))
        assert self.session.document.summary(index).reviewed == reviewed

    @precondition(has_objects)
    @rule(which=chosen, name=st.sampled_from(["Dog", "Cat", " ", "a"]))
    def rename(self, which: int, name: str) -> None:
        self._changing(lambda: self.session.editing.rename_object(self.pick(which), name))

    @precondition(has_objects)
    @rule(palette=st.sampled_from(list(Palette)))
    def recolour(self, palette: Palette) -> None:
        self._changing(lambda: self.session.object_verbs.recolour_all(palette))

    @precondition(has_objects)
    @rule(data=st.data())
    def reorder(self, data: st.DataObject) -> None:
        order = data.draw(st.permutations([info.id for info in self.session.document.objects]))
        self._changing(lambda: self.session.object_verbs.reorder_objects(order))
        assert [info.id for info in self.session.document.objects] == order

    @precondition(has_objects)
    @rule(which=chosen, other=chosen)
    def merge(self, which: int, other: int) -> None:
        source, target = self.pick(which), self.pick(other)
        joined = [
            np.where(labels == source, target, labels)
            for labels in map(self.session.document.masks.labels, range(FRAMES))
        ]
        self._changing(lambda: self.session.object_verbs.merge_objects(source, target))
        assert all(np.array_equal(self.session.document.masks.labels(index), joined[index]) for index in range(FRAMES))

    @precondition(has_objects)
    @rule(which=chosen, index=frames)
    def split_off(self, which: int, index: int) -> None:
        self._changing(lambda: self.session.object_verbs.split_off(self.pick(which), index))

    @rule(reviewed=st.booleans(), replace_drawn=st.booleans())
    def import_masks(self, reviewed: bool, replace_drawn: bool) -> None:
        if len(self.session.document.objects) > 4:
            return
        found: list[ImportPreview] = []
        self.session.imports.looked.connect(found.append)
        self.session.imports.look(ImportRequest(self.dataset, reviewed=reviewed, replace_drawn=replace_drawn))
        self.bot.waitUntil(lambda: bool(found))
        self.session.imports.looked.disconnect(found.append)
        plan = found[0].plan
        assert plan is not None, found[0].problem
        self._changing(lambda: self.session.imports.apply(plan))

    @precondition(has_objects)
    @rule(which=chosen)
    def remove(self, which: int) -> None:
        self._changing(lambda: self.session.editing.remove_object(self.pick(which)))

    @precondition(has_objects)
    @rule(which=chosen, index=frames, first=frames, length=st.integers(0, 6))
    def copy_over(self, which: int, index: int, first: int, length: int) -> None:
        last = min(FRAMES - 1, first + length)
        self._changing(lambda: self.session.ranges.copy_over(self.pick(which), index, first, last))

    @precondition(has_objects)
    @rule(which=chosen, first=frames, length=st.integers(0, 6))
    def delete_over(self, which: int, first: int, length: int) -> None:
        last = min(FRAMES - 1, first + length)
        self._changing(lambda: self.session.ranges.delete_over(self.pick(which), first, last))

    @precondition(has_objects)
    @rule(index=frames, direction=st.sampled_from(["forward", "backward", "both"]), whole=st.booleans())
    def propagate(self, index: int, direction: str, whole: bool) -> None:
        kept = {
            f: self.session.document.masks.labels(f).tobytes()
            for f in range(FRAMES)
            if self.session.document.summary(f).reviewed or self.session.document.summary(f).annotated
        }
        self.session.position.go_to(index)
        self._changing(lambda: self.session.propagate(direction, whole))
        assert all(
            self.session.document.masks.labels(f).tobytes() == before
            for f, before in kept.items()
            if self._untouched(f)
        )

    def _untouched(self, index: int) -> bool:
        return self.session.document.summary(index).reviewed

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(min(steps, self.stack.index())):
            self.stack.undo()
            self.done()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(min(steps, self.stack.count() - self.stack.index())):
            self.stack.redo()
            self.done()

    @rule()
    def reopen(self) -> None:
        before = picture_of(self.session)
        self.session.close()
        self.open()
        assert picture_of(self.session) == before

    @invariant()
    def what_is_seen_is_what_was_seen_at_this_step(self) -> None:
        if self.seen:
            assert picture_of(self.session) == self.seen[self.stack.index()]

    def _changing(self, verb: Any) -> None:
        """Do a verb that may or may not become an undo step; what could be redone is gone if it does."""
        before = self.stack.index()
        later = self.seen[before + 1 :]
        verb()
        self.bot.waitUntil(self.is_still)
        if self.stack.index() > before:
            del self.seen[before + 1 :]
            assert self.stack.index() == before + 1, "a verb is one step"
            self.seen.append(picture_of(self.session))
        else:
            assert picture_of(self.session) == self.seen[before]
            assert len(later) == self.stack.count() - before


def make_dataset(folder: Path) -> Path:
    """A dog that walks through the first half of the clip."""

    def labels(index: int) -> UInt8Array:
        found = np.zeros((HEIGHT, WIDTH), np.uint8)
        if index < FRAMES // 2:
            found[5:20, index : 12 + index] = 3
        return found

    clip = formats.Clip("fake", FakeSource(), (ObjectInfo(3, "dog", (200, 0, 0)),), labels)
    formats.writer("youtube-vis").write(clip, folder, ExportOptions(), formats.no_progress, formats.never_stop)
    return folder


def test_that_any_order_of_verbs_can_be_undone_redone_and_reopened(qtbot: QtBot, tmp_path: Path) -> None:
    class Bound(Desk):
        bot = qtbot
        dataset = make_dataset(tmp_path / "dataset")

    slow_is_fine = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        Bound,
        settings=settings(max_examples=16, stateful_step_count=25, deadline=None, suppress_health_check=slow_is_fine),
    )
