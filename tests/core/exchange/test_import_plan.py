"""Imports: which format it is, what an import would do, and that doing it does just that."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import formats
from core.cli import main
from core.errors import UserError
from core.exchange.detection import candidates, detected
from core.exchange.import_plan import ImportPlan, plan_import, planned_labels
from core.exchange.projects import import_as_project, import_into
from core.formats import ExportOptions
from core.project.store import ProjectStore
from core.types import VOID, ObjectInfo
from core.video.image_folder import ImageFolder
from tests.helpers.datasets import export, only, random_clip
from tests.helpers.media import make_folder

READERS = sorted(formats.READERS)
CLIP = random_clip(24, 30, (1, 2, 7), 5, 3, with_void=True)


@pytest.mark.parametrize("pictures", [True, False])
@pytest.mark.parametrize("kind", READERS)
def test_that_every_export_is_recognised(kind: str, pictures: bool, tmp_path: Path) -> None:
    export(CLIP, kind, tmp_path / "out", ExportOptions(pictures=pictures))
    assert detected(tmp_path / "out") == kind


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("coco", "annotations/instances_train.json"),
        ("youtube-vis", "train/instances.json"),
        ("cvat", "annotations.xml"),
        ("masks", "masks/00002.png"),
    ],
)
def test_that_a_single_file_is_recognised_and_read(kind: str, file: str, tmp_path: Path) -> None:
    export(CLIP, kind, tmp_path / "out")
    path = tmp_path / "out" / file
    assert candidates(path)[0] == kind
    (name,) = formats.reader(kind).sequences(path)
    np.testing.assert_array_equal(
        formats.reader(kind).read(path, name, CLIP.frames).labels(2) == 7, CLIP.labels(2) == 7
    )


def test_that_what_is_no_dataset_is_not_recognised(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("x")
    make_folder(tmp_path / "frames", frames=2, suffix=".jpg")
    for path in (tmp_path / "thesis.tex", tmp_path / "frames"):
        assert candidates(path) == ()
        with pytest.raises(UserError, match="was not recognised"):
            detected(path)
    with pytest.raises(UserError, match="does not exist"):
        candidates(tmp_path / "gone")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a dog (1) drawn on frame 0, a cat (2), void nowhere, and frame 2 reviewed."""
    frames = ImageFolder(make_folder(tmp_path / "clip", frames=5, size=(48, 96)))
    empty = formats.Clip("clip", frames, (), lambda _: np.zeros((48, 96), np.uint8), lambda _: False)
    assert import_as_project(empty, tmp_path / "work.rpcm") is not None
    drawn = np.zeros((48, 96), np.bool_)
    drawn[10:30, 10:30] = True
    with closing(ProjectStore.open(tmp_path / "work.rpcm")) as store:
        store.objects.add(ObjectInfo(1, "dog", (1, 1, 1)))
        store.objects.add(ObjectInfo(2, "cat", (1, 1, 1)))
        store.set_annotations(0, {1: drawn})
        store.set_reviewed(2, True)
    return tmp_path / "work.rpcm"


def dataset(*, void: bool = False) -> formats.Clip:
    """On every frame a dog (1) and an owl (2) that lies across what is drawn in the project."""
    labels = np.zeros((48, 96), np.uint8)
    labels[5:15, 5:15] = 1
    labels[20:40, 20:60] = 2
    labels[45:] = VOID if void else 0
    infos = (ObjectInfo(1, "dog", (9, 9, 9)), ObjectInfo(2, "owl", (8, 8, 8)))
    frames = random_clip(48, 96, (), 5, 0, with_void=False).frames
    return formats.Clip("d", frames, infos, lambda _: labels)


def planned(
    store: ProjectStore, clip: formats.Clip, *, reviewed: bool = False, replace_drawn: bool = False
) -> ImportPlan:
    plan = plan_import(store, clip, reviewed=reviewed, replace_drawn=replace_drawn)
    assert plan is not None
    return plan


@pytest.mark.parametrize(("reviewed", "replace_drawn"), [(False, False), (True, False), (False, True)])
def test_that_a_plan_is_what_an_import_does(project: Path, reviewed: bool, replace_drawn: bool) -> None:
    clip = dataset(void=True)
    with closing(ProjectStore.open(project)) as store:
        objects = store.objects.all()
        before = [store.effective_labels(index) for index in range(5)]
        plan = planned(store, clip, reviewed=reviewed, replace_drawn=replace_drawn)
        assert store.objects.all() == objects, "planning changes nothing"
        report = import_into(store, clip, reviewed=reviewed, replace_drawn=replace_drawn)
        assert report is not None
        assert (report.masks, report.frames, report.ids, report.notes) == (
            plan.masks, len(plan.rows), plan.ids, plan.notes,
        )  # fmt: skip
        assert store.objects.all() == (*objects, *plan.new)
        for index, old in enumerate(before):
            now = store.effective_labels(index)
            wanted = planned_labels(plan.rows.get(index, {}), (48, 96))
            np.testing.assert_array_equal(now[wanted > 0], wanted[wanted > 0])
            untouched = (wanted == 0) & ~np.isin(old, list(plan.rows.get(index, {})))
            np.testing.assert_array_equal(now[untouched], old[untouched])
            assert store.view.is_reviewed(index) == (index == 2 or reviewed)
        for index, rows in plan.before.items():
            store.set_annotations(index, rows)
            np.testing.assert_array_equal(store.effective_labels(index), before[index])


def test_that_what_was_drawn_stays_or_is_replaced_as_asked(project: Path) -> None:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        drawn = store.effective_labels(0) == 1
        kept = planned(store, dataset())
        assert (dict(kept.ids), [each.id for each in kept.new]) == ({1: 1, 2: 3}, [3])
        assert set(kept.rows) == {0, 1, 3, 4}
        assert set(kept.rows[0]) == {3} and set(kept.rows[1]) == {1, 3}
        assert not (planned_labels(kept.rows[0], (48, 96))[drawn] > 0).any()
        assert len(kept.notes) == 3
        replaced = planned(store, dataset(), replace_drawn=True)
        labels = planned_labels(replaced.rows[0], (48, 96))
        np.testing.assert_array_equal(labels == 3, dataset().labels(0) == 2)
        np.testing.assert_array_equal(labels == 1, dataset().labels(0) == 1)
        assert any("1 drawn mask is replaced" in note for note in replaced.notes)


def test_that_an_object_only_crossed_keeps_the_rest_of_its_mask(project: Path) -> None:
    owl_alone = formats.Clip(
        "d", dataset().frames, (ObjectInfo(2, "owl", (8, 8, 8)),), lambda _: dataset().labels(0) // 2 * 2
    )
    with closing(ProjectStore.open(project, read_only=True)) as store:
        drawn = store.effective_labels(0) == 1
        plan = planned(store, owl_alone, replace_drawn=True)
        labels = planned_labels(plan.rows[0], (48, 96))
        np.testing.assert_array_equal(labels == 1, drawn & (labels != 3))
        assert set(plan.before[0]) == {1, 3} and plan.before[0][1] is not None and plan.before[0][3] is None


def test_that_planning_stops_when_told_and_refuses_other_frames(project: Path) -> None:
    with closing(ProjectStore.open(project, read_only=True)) as store:
        assert plan_import(store, dataset(), should_stop=lambda: True) is None
        with pytest.raises(ValueError, match="other frames"):
            plan_import(store, random_clip(48, 96, (1,), 4, 0, with_void=False))


def test_that_too_many_objects_are_told(project: Path) -> None:
    infos = tuple(ObjectInfo(number, f"thing {number}", (1, 1, 1)) for number in range(1, 255))
    crowd = formats.Clip("d", dataset().frames, infos, lambda _: np.zeros((48, 96), np.uint8))
    with (
        closing(ProjectStore.open(project, read_only=True)) as store,
        pytest.raises(UserError, match="holds 254"),
    ):
        plan_import(store, crowd)


def test_that_the_command_line_finds_the_format_out(project: Path, tmp_path: Path) -> None:
    export(dataset(), "youtube-vis", tmp_path / "d")
    assert main(["import", str(tmp_path / "d"), "--out", str(tmp_path / "new.rpcm")]) == 0
    assert main(["import", str(tmp_path / "d"), "--into", str(project), "--replace-drawn"]) == 0
    with closing(ProjectStore.open(project)) as store:
        np.testing.assert_array_equal(store.effective_labels(0) == 3, dataset().labels(0) == 2)
    assert main(["convert", str(tmp_path / "d"), "--to", "masks", "--out", str(tmp_path / "m")]) == 0
    assert only("masks", tmp_path / "m").objects[1].name == "owl"


def test_that_new_objects_have_colours_of_their_own(project: Path) -> None:
    taken = (1, 1, 1)
    labels = np.zeros((48, 96), np.uint8)
    labels[0, :3] = 5, 6, 7
    infos = (ObjectInfo(5, "owl", taken), ObjectInfo(6, "eel", (8, 8, 8)), ObjectInfo(7, "emu", taken))
    clip = formats.Clip("d", random_clip(48, 96, (), 5, 0, with_void=False).frames, infos, lambda _: labels)
    with closing(ProjectStore.open(project, read_only=True)) as store:
        colours = [each.colour for each in planned(store, clip).new]
    assert colours[1] == (8, 8, 8) and taken not in colours and len(set(colours)) == 3


def test_that_case_does_not_make_another_object(project: Path) -> None:
    shouted = replace(dataset(), objects=tuple(replace(each, name=each.name.upper()) for each in dataset().objects))
    with closing(ProjectStore.open(project, read_only=True)) as store:
        assert planned(store, shouted).ids[1] == 1
