"""The user annotates a clip from opening it to the exported data set; the machine dies; nothing is lost."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.paths import resource
from core.project.store import ProjectStore
from core.training.procedural import render_clip
from core.types import UInt8Array
from tests.e2e.driver import App, missing_tools, virtual_display, wait_until

FRAMES, HEIGHT, WIDTH = 48, 240, 432

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="drives an X server, which only Linux has"),
    pytest.mark.skipif(
        bool(missing_tools()), reason=f"needs {' and '.join(missing_tools())}: apt install xvfb xdotool"
    ),
]


@pytest.fixture
def clip(tmp_path: Path) -> tuple[Path, list[UInt8Array]]:
    """A folder of images with one moving object, and its true masks."""
    images, labels = render_clip(3, FRAMES, HEIGHT, WIDTH, objects=1)
    folder = tmp_path / "clip"
    folder.mkdir()
    for index, image in enumerate(images):
        Image.fromarray(image).save(folder / f"{index:05d}.jpg", quality=95)
    return folder, labels


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_display() as name:
        yield name


class Project:
    """What the project file says, read from outside while the program runs."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def labels(self) -> list[UInt8Array]:
        with closing(ProjectStore.open(self._path, read_only=True)) as store:
            return [store.effective_labels(frame) for frame in range(FRAMES)]

    def annotated(self) -> tuple[int, ...]:
        with closing(ProjectStore.open(self._path, read_only=True)) as store:
            return store.annotated_frames()

    def object_count(self) -> int:
        with closing(ProjectStore.open(self._path, read_only=True)) as store:
            return len(store.objects.all())

    def place(self) -> int:
        """The frame that the user is at."""
        with closing(ProjectStore.open(self._path, read_only=True)) as store:
            return int(store.state.get("position", {}).get("frame", -1))

    def predicted(self) -> list[int]:
        """Frames that an active run speaks of."""
        with closing(ProjectStore.open(self._path, read_only=True)) as store:
            return [frame for frame in range(FRAMES) if store.view.run(frame) is not None]


def paint_object(app: App, mask: UInt8Array) -> None:
    """Paint a mask with the brush, row by row as one would shade it by hand."""
    rows = np.flatnonzero(mask.any(axis=1))
    for row in rows[2::6]:
        # Where a row's pixels begin and end: legs, for one, are two runs of pixels with ground between.
        edges = np.flatnonzero(np.diff(np.pad(mask[row] > 0, 1).astype(np.int8)))
        for start, stop in edges.reshape(-1, 2):
            if stop - start > 6:
                app.stroke([(start + 3, row), ((start + stop) / 2, row), (stop - 3, row)])


def overlap(first: UInt8Array, second: UInt8Array) -> float:
    """Region accuracy J of two masks."""
    union = np.count_nonzero((first > 0) | (second > 0))
    return np.count_nonzero((first > 0) & (second > 0)) / union if union else 1.0


def test_that_a_session_ends_in_a_dataset_and_survives_a_crash(
    clip: tuple[Path, list[UInt8Array]], display: str, tmp_path: Path
) -> None:
    folder, truth = clip
    project = Project(folder.with_suffix(".rpcm"))
    app = App(display, tmp_path, folder)
    try:
        annotate(app, project, truth)
        export(app, folder.with_name("dataset"), project)
        crash_and_return(app, display, tmp_path, folder, project)
    finally:
        if app.process.poll() is None:
            app.screenshot("last")
            app.kill()


def annotate(app: App, project: Project, truth: list[UInt8Array]) -> None:
    """Paint, propagate, stop, correct, propagate again, undo, redo."""
    app.wait_for_action("object.add")
    app.focus("window")
    app.screenshot("1-opened")
    app.press("ctrl+n")
    wait_until("there is an object", lambda: project.object_count() == 1)
    app.press(*["bracketleft"] * 12)
    paint_object(app, truth[0])
    wait_until("the painting is saved", lambda: overlap(project.labels()[0], truth[0]) > 0.6)
    app.screenshot("2-painted")

    app.press("f")
    wait_until("some frames are done", lambda: len(project.predicted()) >= 6)
    app.screenshot("3-running")
    app.press("Escape")
    app.wait_for_no_action("propagate.stop")
    done = len(project.predicted())
    assert 6 <= done < FRAMES - 1, "the run did not stop half-way"
    app.screenshot("4-stopped")

    before = project.labels()
    app.press("Home", "Right", "Right", "Right", "Right")
    app.stroke([(20, 20), (40, 20), (60, 20)])
    wait_until("the correction is saved", lambda: project.annotated() == (0, 4))
    corrected = project.labels()
    assert (corrected[4][18:23, 25:55] == 1).all(), "the stroke is not where the mouse went"
    for frame in set(range(FRAMES)) - {4}:
        np.testing.assert_array_equal(corrected[frame], before[frame])

    app.press("f")
    wait_until("every later frame is done", lambda: set(range(5, FRAMES)) <= set(project.predicted()))
    app.wait_for_no_action("propagate.stop")
    app.screenshot("5-propagated-again")
    again = project.labels()
    assert np.mean([overlap(mask, true) for mask, true in zip(again[5:], truth[5:], strict=True)]) > 0.5
    np.testing.assert_array_equal(again[4], corrected[4])

    app.press("ctrl+z")
    wait_until("the run is undone", lambda: same(project.labels(), corrected))
    app.press("ctrl+z")
    wait_until("the correction is undone", lambda: same(project.labels(), before))
    app.screenshot("6-undone")
    app.press("ctrl+shift+z", "ctrl+y")
    wait_until("both are redone", lambda: same(project.labels(), again))


def same(first: list[UInt8Array], second: list[UInt8Array]) -> bool:
    return all(np.array_equal(one, other) for one, other in zip(first, second, strict=True))


def export(app: App, destination: Path, project: Project) -> None:
    """Export a DAVIS data set and compare it with the project."""
    app.press("ctrl+e")
    app.focus("dialog.export")
    app.click("dialog.destination")
    app.press("ctrl+a")
    app.write(str(destination))
    app.screenshot("7-export")
    app.click("dialog.export.start")
    lists = destination / "ImageSets" / "2017"
    wait_until("the data set is there", lambda: lists.is_dir() and any(lists.iterdir()))
    wait_until("it says so", lambda: "export" in app.report()["texts"].get("messages", "").lower())
    app.screenshot("8-exported")
    masks = sorted(destination.glob("Annotations/480p/*/*.png"))
    assert len(masks) == FRAMES
    for file, expected in zip(masks, project.labels(), strict=True):
        with Image.open(file) as image:
            np.testing.assert_array_equal(np.asarray(image), expected)


def crash_and_return(app: App, display: str, tmp_path: Path, folder: Path, project: Project) -> None:
    """Paint one more stroke, kill the program in the middle of a run, come back: every word is still there."""
    app.focus("window")
    app.press("End")
    app.stroke([(20, 200), (80, 200)])
    wait_until("the last stroke is saved", lambda: project.annotated() == (0, 4, FRAMES - 1))
    words = project.labels()
    app.press("Home", "f")
    app.wait_for_action("propagate.stop")
    app.press("e", "bracketright", "c")
    app.press("Page_Down")
    wait_until("a place is reached", lambda: project.place() >= 4)
    view = app.report()["canvas"]
    app.kill()
    place = project.place()

    reopened = App(display, tmp_path, folder)
    try:
        reopened.wait_for_action("object.add")
        reopened.focus("window")
        reopened.screenshot("9-reopened")
        assert project.annotated() == (0, 4, FRAMES - 1)
        for frame in project.annotated():
            np.testing.assert_array_equal(project.labels()[frame], words[frame])
        assert set(range(1, FRAMES - 1)) - {4} <= set(project.predicted())
        assert reopened.report()["frame"] == project.place() == place
        assert reopened.report()["canvas"] == view
        actions = reopened.report()["actions"]
        assert actions["tool.eraser"]["checked"] and actions["view.outline"]["checked"]
        assert reopened.quit() == 0
    finally:
        if reopened.process.poll() is None:
            reopened.kill()


def test_that_the_bundled_weights_are_there() -> None:
    """Without them every run of the program ends in a message; better to learn it here."""
    assert list(resource("weights").glob("*.safetensors"))
