"""Changes of whole masks through the window's actions, and verbs over a range on a real project."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.selection import morphology
from core.types import BoolArray, UInt8Array
from rpcm_gui.base.values import Message
from rpcm_gui.session.session import Session
from rpcm_gui.views.main_window import MainWindow
from rpcm_gui.views.painting import mask_operations
from tests.helpers.fakes import HEIGHT, WIDTH

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    session.position.select_object(session.editing.add_object("A"))
    made = MainWindow()
    qtbot.addWidget(made)
    made.set_session(session)
    yield made
    made.set_session(None)


def blob() -> BoolArray:
    """A block with a hole, a whisker and a speck."""
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    mask[10:30, 12:32] = True
    mask[18:20, 20:22] = False
    mask[25, 32:40] = True
    mask[40, 50] = True
    return mask


def draw(session: Session, index: int, mask: BoolArray, value: int = 1) -> None:
    after = session.document.masks.labels(index).copy()
    after[mask] = value
    session.editing.commit_labels(index, after, "Draw")


@pytest.mark.parametrize(
    ("verb", "change"),
    [
        ("grow", lambda mask: morphology.grow(mask, 2)),
        ("shrink", lambda mask: morphology.shrink(mask, 2)),
        ("smooth", lambda mask: morphology.smooth(mask, 2)),
        ("specks", lambda mask: morphology.remove_specks(mask, 25)),
        ("holes", morphology.fill_holes),
        ("mirror", morphology.mirror),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_that_masks_are_reshaped_as_one_undo_step(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
    change: Callable[[BoolArray], BoolArray],
    at_once: bool,
) -> None:
    monkeypatch.setattr(mask_operations, "AT_ONCE_PIXELS", 10**9 if at_once else 0)
    draw(session, 0, blob())
    steps = session.undo_stack.index()
    window.action(f"mask.{verb}").trigger()
    qtbot.waitUntil(lambda: not window.workspace.mask_verbs.busy)
    assert np.array_equal(session.document.masks.labels(0) == 1, change(blob()))
    assert session.undo_stack.index() == steps + 1
    window.action("edit.undo").trigger()
    assert np.array_equal(session.document.masks.labels(0) == 1, blob())


def test_that_growing_leaves_a_locked_neighbour_alone(window: MainWindow, session: Session) -> None:
    other = session.editing.add_object("B")
    session.editing.set_object_locked(other, True)
    draw(session, 0, blob())
    wall = np.zeros((HEIGHT, WIDTH), np.bool_)
    wall[:, 41:43] = True
    draw(session, 0, wall, other)
    window.action("mask.grow").trigger()
    assert (session.document.masks.labels(0)[wall] == other).all()


def test_that_a_mask_is_copied_and_pasted_to_another_frame(window: MainWindow, session: Session) -> None:
    draw(session, 0, blob())
    window.action("mask.copy").trigger()
    session.position.go_to(7)
    window.action("mask.paste").trigger()
    assert np.array_equal(session.document.masks.labels(7) == 1, blob())


def test_that_a_mask_is_copied_to_the_next_frame_replacing_what_the_object_had(
    window: MainWindow, session: Session
) -> None:
    draw(session, 0, blob())
    draw(session, 1, ~blob())
    window.action("mask.copy_next").trigger()
    assert session.position.frame == 1
    assert np.array_equal(session.document.masks.labels(1) == 1, blob())


def test_that_verbs_without_a_mask_say_so(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    for verb in ("grow", "copy", "copy_next", "paste"):
        window.action(f"mask.{verb}").trigger()
        message = window.messages.history[-1]
        assert message.level == "warning" and message.hint
    assert session.undo_stack.count() == 1


def finish(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.ranges.busy)


def maps(session: Session) -> list[UInt8Array]:
    return [session.document.masks.labels(index).copy() for index in range(session.frame_count)]


def same(left: list[UInt8Array], right: list[UInt8Array]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(left, right, strict=True))


def test_that_a_mask_is_copied_over_a_range_as_one_undo_step(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    draw(session, 3, blob())
    session.position.go_to(3)
    session.position.set_range(2, 6)
    before = maps(session)
    window.action("mask.copy_range").trigger()
    finish(qtbot, session)
    after = maps(session)
    for index in range(session.frame_count):
        assert np.array_equal(after[index] == 1, blob() if 2 <= index <= 6 else np.zeros_like(blob()))
    session.undo_stack.undo()
    assert same(maps(session), before)
    session.undo_stack.redo()
    assert same(maps(session), after)


def test_that_an_object_is_deleted_over_a_range_and_others_stay(qtbot: QtBot, session: Session) -> None:
    first, other = session.editing.add_object("A"), session.editing.add_object("B")
    draw(session, 0, blob(), first)
    draw(session, 0, ~blob(), other)
    session.propagate("forward")
    qtbot.waitUntil(
        lambda: not session.runs.state.running and session.document.summary(session.frame_count - 1).predicted
    )
    before = maps(session)
    session.ranges.delete_over(first, 5, 9)
    finish(qtbot, session)
    for index, labels in enumerate(maps(session)):
        expected = before[index].copy()
        if 5 <= index <= 9:
            expected[expected == first] = 0
        assert np.array_equal(labels, expected)
    session.undo_stack.undo()
    assert same(maps(session), before)


def test_that_frames_painted_while_a_range_is_worked_out_are_not_lost(qtbot: QtBot, session: Session) -> None:
    first, other = session.editing.add_object("A"), session.editing.add_object("B")
    for index in range(4, 8):
        draw(session, index, blob(), first)
    session.ranges.delete_over(first, 4, 7)
    wall = np.zeros((HEIGHT, WIDTH), np.bool_)
    wall[:, 60:] = True
    draw(session, 6, wall, other)
    finish(qtbot, session)
    assert (session.document.masks.labels(6)[wall] == other).all()
    assert not any((session.document.masks.labels(index) == first).any() for index in range(4, 8))


def test_that_a_range_without_the_object_says_so(qtbot: QtBot, session: Session) -> None:
    object_id = session.editing.add_object("A")
    said: list[Message] = []
    session.messagePosted.connect(said.append)
    session.ranges.delete_over(object_id, 0, 9)
    finish(qtbot, session)
    assert "nothing to change" in said[-1].text and session.undo_stack.count() == 1
