"""A gap between two painted frames, filled from both sides with keys: queue, pause, go on, undo; a change of mind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.project.store import ProjectStore
from core.training.procedural import render_clip
from core.types import UInt8Array
from tests.e2e.driver import App, missing_tools, virtual_display, wait_until
from tests.e2e.test_annotating import overlap, paint_object

FRAMES, HEIGHT, WIDTH = 12, 240, 432

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="drives an X server, which only Linux has"),
    pytest.mark.skipif(
        bool(missing_tools()), reason=f"needs {' and '.join(missing_tools())}: apt install xvfb xdotool"
    ),
]


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_display() as name:
        yield name


@pytest.fixture
def clip(tmp_path: Path) -> tuple[Path, list[UInt8Array]]:
    """A folder of images with one moving object, and its true masks."""
    images, labels = render_clip(3, FRAMES, HEIGHT, WIDTH, objects=1)
    folder = tmp_path / "clip"
    folder.mkdir()
    for index, image in enumerate(images):
        Image.fromarray(image).save(folder / f"{index:05d}.jpg", quality=95)
    return folder, labels


def look(project: Path) -> tuple[tuple[int, ...], list[int]]:
    """Which frames are annotated, and of which a run that counts speaks."""
    with closing(ProjectStore.open(project, read_only=True)) as store:
        predicted = [frame for frame in range(FRAMES) if store.view.run(frame) is not None]
        return store.annotated_frames(), predicted


def test_that_a_gap_is_filled_from_both_sides(
    clip: tuple[Path, list[UInt8Array]], display: str, tmp_path: Path
) -> None:
    folder, truth = clip
    app, project = App(display, tmp_path, folder), folder.with_suffix(".rpcm")
    try:
        app.wait_for_action("object.add")
        app.focus("window")
        app.press("ctrl+n", *["bracketleft"] * 12)
        paint_object(app, truth[0])
        app.press("End")
        wait_until("the end is reached", lambda: app.report()["frame"] == FRAMES - 1)
        paint_object(app, truth[-1])
        wait_until("both are saved", lambda: look(project)[0] == (0, FRAMES - 1))
        fill(app, project)
        with closing(ProjectStore.open(project, read_only=True)) as store:
            masks = [store.effective_labels(frame) for frame in range(FRAMES)]
        assert np.mean([overlap(mask, true) for mask, true in zip(masks, truth, strict=True)]) > 0.5
        app.press("ctrl+z")
        wait_until("all of it is undone", lambda: look(project)[1] == [])
        assert app.quit() == 0
    finally:
        if app.process.poll() is None:
            app.screenshot("last")
            app.kill()


def fill(app: App, project: Path) -> None:
    """Fill the gap, with a pause and a run that waits and is taken off."""
    app.press("ctrl+j")
    wait_until("a frame is done", lambda: len(look(project)[1]) >= 1)
    app.press("shift+Escape", "Home", "f")
    app.wait_for_widget("run.queue")
    app.screenshot("filling-paused")
    app.click("run.queue.remove.2")
    wait_until("nothing waits", lambda: "run.queue" not in app.report()["widgets"])
    assert app.report()["actions"]["propagate.stop"]["enabled"], "it rests, and has not ended"
    app.press("shift+Escape")
    app.wait_for_no_action("propagate.stop")
    assert look(project)[1] == list(range(1, FRAMES - 1))
    app.screenshot("filling-done")
