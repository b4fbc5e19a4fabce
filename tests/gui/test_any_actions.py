"""Whatever a person does, in whatever order: undo and redo lead exactly there and back, reopening loses nothing."""

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

from core.project.store import ProjectStore, SourceReference
from rpcm_gui.session import Session
from rpcm_gui.settings import Settings
from tests.gui.fakes import FRAMES, HEIGHT, WIDTH, FakeEngines, FakeSource

Picture = tuple[Any, ...]
"""All that a person could see of a project."""

frames = st.integers(0, FRAMES - 1)
places = st.integers(0, 20)
sides = st.integers(1, 16)
chosen = st.integers(0, 7)


def picture_of(session: Session) -> Picture:
    masks = tuple(session.labels(index).tobytes() for index in range(FRAMES))
    marks = tuple((session.summary(index).annotated, session.summary(index).reviewed) for index in range(FRAMES))
    return masks, marks, tuple((info.id, info.name, info.colour) for info in session.objects)


class Desk(RuleBasedStateMachine):
    """A session under random verbs; ``seen`` keeps the picture at each place of the undo stack."""

    bot: QtBot

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = Path(self.folder.name) / "clip.rpcm"
        reference = SourceReference(Path(self.folder.name) / "clip.mp4", "f00d", FRAMES, HEIGHT, WIDTH, 25.0)
        ProjectStore.create(self.project, reference).close()
        self.seen: list[Picture] = []

    @initialize()
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
        self.bot.waitUntil(lambda: not session.run_state.running and not session.ranges.busy)
        if self.stack.index() >= len(self.seen) or self.stack.count() < len(self.seen) - 1:
            del self.seen[self.stack.index() :]
            self.seen.append(picture_of(session))

    def pick(self, which: int) -> int:
        return self.session.objects[which % len(self.session.objects)].id

    def has_objects(self) -> bool:
        return bool(self.session.objects)

    @rule(name=st.sampled_from([None, "Cat", "Ünïcode 猫"]))
    def add_object(self, name: str | None) -> None:
        if len(self.session.objects) < 5:
            del self.seen[self.stack.index() + 1 :]
            self.session.add_object(name)
            self.done()

    @precondition(has_objects)
    @rule(which=chosen, index=frames, left=places, top=places, side=sides)
    def paint(self, which: int, index: int, left: int, top: int, side: int) -> None:
        after = self.session.labels(index).copy()
        after[top : top + side, left : left + side] = self.pick(which)
        self._changing(lambda: self.session.commit_labels(index, after, "Brush"))
        assert np.array_equal(self.session.labels(index), after)

    @rule(index=frames, left=places, top=places, side=sides)
    def erase(self, index: int, left: int, top: int, side: int) -> None:
        after = self.session.labels(index).copy()
        after[top : top + side, left : left + side] = 0
        self._changing(lambda: self.session.commit_labels(index, after, "Eraser"))
        assert np.array_equal(self.session.labels(index), after)

    @rule(index=frames)
    def clear(self, index: int) -> None:
        self._changing(lambda: self.session.clear_annotation(index))

    @rule(index=frames, reviewed=st.booleans())
    def review(self, index: int, reviewed: bool) -> None:
        self._changing(lambda: self.session.set_reviewed(index, reviewed))
        assert self.session.summary(index).reviewed == reviewed

    @precondition(has_objects)
    @rule(which=chosen, name=st.sampled_from(["Dog", "Cat", " ", "a"]))
    def rename(self, which: int, name: str) -> None:
        self._changing(lambda: self.session.rename_object(self.pick(which), name))

    @precondition(has_objects)
    @rule(which=chosen)
    def remove(self, which: int) -> None:
        self._changing(lambda: self.session.remove_object(self.pick(which)))

    @precondition(has_objects)
    @rule(which=chosen, index=frames, first=frames, length=st.integers(0, 6))
    def copy_over(self, which: int, index: int, first: int, length: int) -> None:
        last = min(FRAMES - 1, first + length)
        self._changing(lambda: self.session.copy_over(self.pick(which), index, first, last))

    @precondition(has_objects)
    @rule(which=chosen, first=frames, length=st.integers(0, 6))
    def delete_over(self, which: int, first: int, length: int) -> None:
        last = min(FRAMES - 1, first + length)
        self._changing(lambda: self.session.delete_over(self.pick(which), first, last))

    @precondition(has_objects)
    @rule(index=frames, direction=st.sampled_from(["forward", "backward", "both"]), whole=st.booleans())
    def propagate(self, index: int, direction: str, whole: bool) -> None:
        kept = {
            f: self.session.labels(f).tobytes()
            for f in range(FRAMES)
            if self.session.summary(f).reviewed or self.session.summary(f).annotated
        }
        self.session.go_to(index)
        self._changing(lambda: self.session.propagate(direction, whole))
        assert all(self.session.labels(f).tobytes() == before for f, before in kept.items() if self._untouched(f))

    def _untouched(self, index: int) -> bool:
        return self.session.summary(index).reviewed

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
        self.bot.waitUntil(lambda: not self.session.run_state.running and not self.session.ranges.busy)
        if self.stack.index() > before:
            del self.seen[before + 1 :]
            assert self.stack.index() == before + 1, "a verb is one step"
            self.seen.append(picture_of(self.session))
        else:
            assert picture_of(self.session) == self.seen[before]
            assert len(later) == self.stack.count() - before


def test_that_any_order_of_verbs_can_be_undone_redone_and_reopened(qtbot: QtBot) -> None:
    class Bound(Desk):
        bot = qtbot

    slow_is_fine = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        Bound,
        settings=settings(max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=slow_is_fine),
    )
