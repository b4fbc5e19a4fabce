"""Datasets into projects and back, from the command line and from Python."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core import formats
from core.cli import datasets, main
from core.errors import UserError
from core.exchange.projects import ImportReport, import_as_project, import_into, project_clip
from core.files.owned import LEDGER
from core.formats import Clip, ExportOptions, LabelledClip
from core.project.store import ProjectStore
from core.types import VOID, ObjectInfo, UInt8Array
from tests.helpers.datasets import contents, export, only, random_clip

SMALL = random_clip(24, 30, (1, 2, 7), 5, 3, with_void=True)
READERS = sorted(formats.READERS)


def imported(clip: LabelledClip, path: Path) -> ImportReport:
    report = import_as_project(clip, path)
    assert report is not None
    return report


@pytest.mark.parametrize("kind", READERS)
def test_that_a_dataset_becomes_a_project_and_the_same_dataset_again(kind: str, tmp_path: Path) -> None:
    """Mask-equal everywhere; byte-equal where the first export is."""
    export(SMALL, kind, tmp_path / "my_clip")
    clip = only(kind, tmp_path / "my_clip")
    report = imported(clip, tmp_path / "p" / "my_clip.rpcm")
    assert report.masks > 0
    with closing(ProjectStore.open(report.path)) as store, clip.frames as frames:
        assert store.notes == ()
        assert store.source_path() == frames.path
        again = project_clip(store, frames, clip.name)
        assert again.objects == clip.objects
        for index in range(5):
            np.testing.assert_array_equal(again.labels(index), clip.labels(index))
        export(again, kind, tmp_path / "again" / "my_clip")
    if kind not in ("cutouts", "yolo-seg"):  # pictures became JPEG; parts that touch were joined
        assert contents(tmp_path / "again" / "my_clip") == contents(tmp_path / "my_clip")
    assert [each.name for each in (tmp_path / "p").iterdir()] == ["my_clip.rpcm"]


def test_that_names_colours_void_and_review_arrive(tmp_path: Path) -> None:
    export(SMALL, "coco", tmp_path / "d")
    report = import_as_project(only("coco", tmp_path / "d"), tmp_path / "a.rpcm", reviewed=True)
    assert report is not None
    assert report.ids == {1: 1, 2: 2, 7: 7}
    with closing(ProjectStore.open(report.path)) as store:
        assert store.objects.all() == SMALL.objects
        assert store.summaries().reviewed.all()
        assert any((store.effective_labels(index) == VOID).any() for index in range(5))
        assert store.history.latest(1)[0].text == f"Imported {report.masks} masks"


def test_that_a_project_that_exists_stays_unless_told(tmp_path: Path) -> None:
    export(SMALL, "davis", tmp_path / "d")
    clip = only("davis", tmp_path / "d")
    imported(clip, tmp_path / "a.rpcm")
    before = contents(tmp_path)
    with pytest.raises(UserError, match="already exists"):
        imported(clip, tmp_path / "a.rpcm")
    assert contents(tmp_path) == before
    assert import_as_project(clip, tmp_path / "a.rpcm", overwrite=True) is not None


@pytest.mark.parametrize("after", [0, 3])
def test_that_a_stopped_import_leaves_nothing(after: int, tmp_path: Path) -> None:
    export(SMALL, "davis", tmp_path / "d")
    steps: list[int] = []
    report = import_as_project(
        only("davis", tmp_path / "d"),
        tmp_path / "new" / "a.rpcm",
        progress=lambda done, _: steps.append(done),
        should_stop=lambda: len(steps) >= after,
    )
    assert (report, len(steps)) == (None, after)
    assert [each.name for each in tmp_path.iterdir()] == ["d"]


def test_that_a_broken_mask_leaves_nothing(tmp_path: Path) -> None:
    def labels(index: int) -> UInt8Array:
        if index == 3:
            raise UserError("The mask is broken.", "Repair it.")
        return SMALL.labels(index)

    with pytest.raises(UserError, match="broken"):
        import_as_project(replace(SMALL, read_labels=labels), tmp_path / "a.rpcm")
    assert list(tmp_path.iterdir()) == []


def test_that_errors_name_the_project_not_the_file_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(store: ProjectStore, *_: object, **__: object) -> None:
        raise UserError(f"The disk is full: the last change was not saved in {store.path}.", "Make room.")

    monkeypatch.setattr(ProjectStore, "set_annotations", fill_up)
    with pytest.raises(UserError, match=r"saved in .*/a\.rpcm\. Make"):
        import_as_project(SMALL, tmp_path / "a.rpcm")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of the pictures of SMALL in which the user worked already."""
    export(SMALL, "davis", tmp_path / "d")
    frames = only("davis", tmp_path / "d").frames
    imported(Clip("empty", frames, (), lambda _: np.zeros((24, 30), np.uint8)), tmp_path / "work.rpcm")
    with closing(ProjectStore.open(tmp_path / "work.rpcm")) as store:
        for number, name in ((1, "object 1"), (2, "other"), (3, "gone")):
            store.objects.add(ObjectInfo(number, name, (1, 2, 3)))
        mask = np.zeros((24, 30), np.bool_)
        mask[:3] = True
        store.set_annotations(0, {1: mask})
        store.set_annotations(1, {3: mask})
        store.objects.remove(3)
        store.set_reviewed(2, True)
    return tmp_path / "work.rpcm"


def test_that_what_a_person_did_in_a_project_stays(project: Path, tmp_path: Path) -> None:
    clip = only("davis", tmp_path / "d")
    with closing(ProjectStore.open(project)) as store:
        before = store.effective_labels(0)
        report = import_into(store, clip)
        assert report is not None
        # The same name is the same object; an id that another one has is not taken.
        assert report.ids == {1: 1, 2: 4, 7: 7}
        after = store.effective_labels(0)
        np.testing.assert_array_equal(after == 1, before == 1)
        np.testing.assert_array_equal(after == 7, (clip.labels(0) == 7) & (before != 1))
        np.testing.assert_array_equal(store.effective_labels(4) == 4, clip.labels(4) == 2)
        assert not store.effective_labels(2).any()
    assert sorted(note.split(" ", 1)[1][:20] for note in report.notes) == [
        "frame was left as it",
        "mask was left out: t",
        "object got a new id,",
    ]


def test_that_a_stopped_import_leaves_a_project_as_it_was(project: Path, tmp_path: Path) -> None:
    with closing(ProjectStore.open(project)) as store:
        before = [store.effective_labels(index) for index in range(5)]
        objects = store.objects.all()
        steps: list[int] = []
        clip = only("davis", tmp_path / "d")
        stopped = import_into(
            store, clip, progress=lambda done, _: steps.append(done), should_stop=lambda: len(steps) == 4
        )
        assert stopped is None
        assert store.objects.all() == objects
        for index, labels in enumerate(before):
            np.testing.assert_array_equal(store.effective_labels(index), labels)


def test_that_other_frames_are_a_mistake(project: Path) -> None:
    with closing(ProjectStore.open(project)) as store, pytest.raises(ValueError, match="other frames"):
        import_into(store, random_clip(24, 30, (1,), 4, 0, with_void=False))


# --- command line -----------------------------------------------------------------------------------------------------


def test_that_the_command_line_knows_every_format() -> None:
    assert set(datasets.READABLE) == set(formats.READERS)
    assert set(datasets.WRITABLE) == set(formats.WRITERS)


@pytest.mark.parametrize("command", ["import", "convert"])
def test_that_help_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert capsys.readouterr().out.count(f"\n  rpcm {command}") == 3


@pytest.mark.parametrize("kind", READERS)
def test_that_import_export_and_convert_work_from_the_command_line(kind: str, tmp_path: Path) -> None:
    dataset, project = tmp_path / "my_clip", tmp_path / "my_clip.rpcm"
    export(SMALL, kind, dataset)
    assert main(["import", str(dataset), "--format", kind, "--out", str(project)]) == 0
    assert main(["export", str(project), "--format", kind, "--out", str(tmp_path / "out"), "--every", "2"]) == 0
    out = str(tmp_path / "converted")
    assert main(["convert", str(dataset), "--from", kind, "--to", "binary", "--every", "2", "--out", out]) == 0
    first, second = only(kind, tmp_path / "out"), only("binary", tmp_path / "converted")
    for index in range(3):
        np.testing.assert_array_equal(first.labels(index), second.labels(index))


def test_that_masks_join_a_project_from_the_command_line(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "d"), "--format", "davis", "--into", str(project)]) == 0
    told = capsys.readouterr()
    assert "Object 2 of the dataset is object 4 of the project." in told.err
    assert "masks on" in told.out
    assert main(["import", str(tmp_path / "d"), "--format", "davis", "--into", str(project), "--video", "x"]) == 2


def test_that_a_dataset_of_several_clips_asks_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    writer = formats.writer("davis")
    assert isinstance(writer, formats.FolderFormat)
    clips: list[Clip] = [replace(SMALL, name=name) for name in ("bear", "cow")]
    writer.write_all(clips, tmp_path / "d", ExportOptions())
    command = ["import", str(tmp_path / "d"), "--format", "davis", "--out", str(tmp_path / "a.rpcm")]
    assert main(command) == 2
    assert "bear, cow" in capsys.readouterr().err
    assert main([*command, "--sequence", "cow"]) == 0
    convert = ["convert", str(tmp_path / "d"), "--from", "davis"]
    assert main([*convert, "--from-set", "val", "--to", "coco", "--out", str(tmp_path / "coco")]) == 0
    assert formats.reader("coco").sequences(tmp_path / "coco") == ("bear", "cow")
    assert main([*convert, "--to", "cvat", "--out", str(tmp_path / "cvat"), "--sequence", "cow"]) == 0
    assert main([*convert, "--to", "csv", "--out", str(tmp_path / "csv"), "--objects", "1,7"]) == 0
    assert sorted(file.name for file in (tmp_path / "csv").iterdir()) == [LEDGER, "bear.csv", "cow.csv"]
    assert main([*convert, "--to", "voc", "--out", str(tmp_path / "voc"), "--resize", "15x12"]) == 0
    assert only("voc", tmp_path / "voc" / "bear").frames.width == 15
    assert main([*convert, "--to", "voc", "--out", str(tmp_path / "v2"), "--video", str(tmp_path / "coco")]) == 2


@pytest.mark.parametrize("extra", [["--objects", "a"], ["--resize", "10"], ["--format", "zip"], ["--naming", "x"]])
def test_that_wrong_usage_exits_with_2(extra: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["export", "p.rpcm", "--format", "coco", "--out", "o", *extra])
    assert end.value.code == 2
