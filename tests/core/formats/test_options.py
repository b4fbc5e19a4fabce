"""What holds of every format: all or nothing, nothing replaced unasked, and the options."""

from __future__ import annotations

import errno
import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core import formats
from core.errors import UserError
from core.files.owned import LEDGER
from core.formats import Clip, ExportOptions, LabelledClip
from core.formats.common.writing import FolderFormat, split_sets
from core.types import VOID, ObjectInfo, UInt8Array
from tests.helpers.datasets import MemoryFrames, clip_of, contents, export, only, random_clip

WRITERS = sorted(formats.WRITERS)
READERS = sorted(formats.READERS)
NAMES = [ObjectInfo(1, "dog", (200, 0, 0)), ObjectInfo(2, "cat", (0, 200, 0)), ObjectInfo(3, "owl", (0, 0, 200))]
CLIP = replace(random_clip(24, 30, (1, 2, 3), 6, 5, with_void=False), objects=tuple(NAMES))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("after", [0, 1, 5])
def test_that_a_stopped_export_leaves_nothing(kind: str, after: int, tmp_path: Path) -> None:
    steps: list[int] = []
    report = formats.writer(kind).write(
        CLIP, tmp_path / "new" / "out", ExportOptions(), lambda done, _: steps.append(done), lambda: len(steps) >= after
    )
    assert report is None
    assert len(steps) == after
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", WRITERS)
def test_that_a_failed_export_leaves_nothing_and_an_earlier_one_whole(kind: str, tmp_path: Path) -> None:
    def labels(index: int) -> UInt8Array:
        if index == 4:
            raise UserError("The mask is broken.", "Repair it.")
        return CLIP.labels(index)

    export(CLIP, kind, tmp_path / "out")
    before = contents(tmp_path)
    with pytest.raises(UserError, match="The mask is broken"):
        export(replace(CLIP, read_labels=labels), kind, tmp_path / "out", ExportOptions(overwrite=True))
    with pytest.raises(UserError, match="already exists"):
        export(CLIP, kind, tmp_path / "out")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("kind", [each for each in WRITERS if formats.writer(each).is_folder])
@pytest.mark.parametrize("after", [0, 4])
def test_that_a_full_disk_is_told_and_leaves_nothing(
    kind: str, after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fills up while a thread of its own writes the file that is one too many."""
    written: list[Path] = []
    opened = Path.open

    def fill_up(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if mode in ("wb", "ab"):
            written.append(path)
            if len(written) > after:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return opened(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", fill_up)
    with pytest.raises(UserError, match="the disk is full"):
        export(CLIP, kind, tmp_path / "out", ExportOptions(pictures=after > 0))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [0, 30, 700, 2000])
def test_that_a_disk_that_fills_up_during_a_video_is_told(
    room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    class SmallDisk(io.RawIOBase):
        def __init__(self, path: Path) -> None:
            self._file = opened(path, "wb")

        def writable(self) -> bool:
            return True

        def seekable(self) -> bool:
            return True

        def seek(self, offset: int, whence: int = 0) -> int:
            return self._file.seek(offset, whence)

        def tell(self) -> int:
            return self._file.tell()

        def write(self, data: Any) -> int:
            if self._file.tell() + len(data) > room:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return self._file.write(data)

        def close(self) -> None:
            self._file.close()
            super().close()

    monkeypatch.setattr(Path, "open", lambda path, *_: SmallDisk(path))
    with pytest.raises(UserError, match="the disk is full"):
        export(CLIP, "overlay", tmp_path / "o.mp4")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", WRITERS)
def test_that_an_earlier_export_is_replaced_when_told_but_nothing_else(kind: str, tmp_path: Path) -> None:
    export(CLIP, kind, tmp_path / "out")
    options = ExportOptions(overwrite=True, range=(0, 1))
    assert export(CLIP, kind, tmp_path / "out", options).frames == 2
    assert {each.name for each in tmp_path.iterdir()} <= {"out", LEDGER}
    if formats.writer(kind).is_folder:
        (tmp_path / "out" / "thesis.tex").write_text("x")
        with pytest.raises(UserError, match=r"thesis\.tex"):
            export(CLIP, kind, tmp_path / "out", options)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(range=(3, 6)),
        ExportOptions(every_nth=0),
        ExportOptions(objects=(7,)),
        ExportOptions(only_reviewed=True),
        ExportOptions(size=(0, 5)),
    ],
)
def test_that_options_that_select_nothing_are_refused(kind: str, options: ExportOptions, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        export(replace(CLIP, is_reviewed=lambda _: False), kind, tmp_path / "out", options)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", WRITERS)
def test_that_progress_counts_every_frame(kind: str, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    report = formats.writer(kind).write(
        CLIP,
        tmp_path / "out",
        ExportOptions(range=(1, 5), every_nth=2),
        lambda done, total: steps.append((done, total)),
        formats.never_stop,
    )
    assert report is not None
    assert (report.frames, steps) == (3, [(1, 3), (2, 3), (3, 3)])


def by_name(clip: LabelledClip, index: int) -> dict[str, UInt8Array]:
    """Masks by the name of their object, for formats that number again."""
    labels = clip.labels(index)
    return {each.name: labels == each.id for each in clip.objects if (labels == each.id).any()}


@pytest.mark.parametrize("kind", sorted(set(READERS) - {"davis", "davis2016", "mots", "mots-png"}))
def test_that_range_step_objects_and_size_come_out(kind: str, tmp_path: Path) -> None:
    clip = replace(CLIP, is_reviewed=lambda index: index != 3)
    options = ExportOptions(range=(1, 5), every_nth=2, objects=(1, 3), only_reviewed=True, size=(12, 15))
    assert export(clip, kind, tmp_path / "out", options).frames == 2
    back = only(kind, tmp_path / "out")
    assert (back.frames.frame_count, back.frames.height, back.frames.width) == (2, 12, 15)
    assert "cat" not in {each.name for each in back.objects}
    if kind == "soft":
        return  # made smaller, its edges are averaged
    kept = export(clip, "binary", tmp_path / "wanted", options)
    wanted = only("binary", kept.path)
    for index in range(2):
        found, expected = by_name(back, index), by_name(wanted, index)
        assert found.keys() == expected.keys()
        for name, mask in expected.items():
            np.testing.assert_array_equal(found[name], mask)


@pytest.mark.parametrize(
    ("naming", "stems"), [("source", ["f2", "f4"]), ("frame", ["00002", "00004"]), ("sequential", ["00000", "00001"])]
)
@pytest.mark.parametrize("kind", ["davis", "davis2016", "youtube-vos", "voc", "masks", "binary", "yolo-seg", "labelme"])
def test_that_files_are_named_as_asked(kind: str, naming: str, stems: list[str], tmp_path: Path) -> None:
    frames = MemoryFrames([CLIP.frames.read(index).image for index in range(6)], "f{}")
    options = ExportOptions(range=(2, 5), every_nth=2, naming=naming)  # type: ignore[arg-type]
    export(replace(CLIP, frames=frames), kind, tmp_path / "out", options)
    assert sorted({file.stem for file in (tmp_path / "out").rglob("*.jpg")}) == stems
    assert only(kind, tmp_path / "out").frames.frame_count == 2


@pytest.mark.parametrize("kind", [each for each in WRITERS if formats.writer(each).is_folder])
def test_that_pictures_can_be_left_out(kind: str, tmp_path: Path) -> None:
    export(CLIP, kind, tmp_path / "out", ExportOptions(pictures=False))
    assert not list((tmp_path / "out").rglob("*.jpg"))


def test_that_pictures_are_resized_with_their_masks(tmp_path: Path) -> None:
    export(CLIP, "davis", tmp_path, ExportOptions(size=(48, 60)))
    for part, suffix in (("JPEGImages", "jpg"), ("Annotations", "png")):
        with Image.open(tmp_path / part / "480p" / "my_clip" / f"00000.{suffix}") as image:
            assert image.size == (60, 48)
    labels = only("davis", tmp_path).labels(0)
    np.testing.assert_array_equal(labels[::2, ::2], CLIP.labels(0))


# --- several clips, splits --------------------------------------------------------------------------------------------


def folder_format(kind: str) -> FolderFormat:
    found = formats.writer(kind)
    assert isinstance(found, FolderFormat)
    return found


@pytest.mark.parametrize(
    "kind",
    ["davis", "davis2016", "youtube-vos", "youtube-vis", "coco", "mots", "mots-png", "labelme"],
)
def test_that_one_dataset_holds_several_clips(kind: str, tmp_path: Path) -> None:
    other = replace(random_clip(10, 12, (1,), 3, 9, with_void=False), name="My Clip")
    report = folder_format(kind).write_all((CLIP, other), tmp_path / "out", ExportOptions())
    assert report is not None
    assert report.frames == 9
    reader = formats.reader(kind)
    names = reader.sequences(tmp_path / "out")
    # Upper and lower case are one on some file systems.
    assert sorted(names) == ["My_Clip-2", "my_clip"]
    for name, clip in (("my_clip", CLIP), ("My_Clip-2", other)):
        back = reader.read(tmp_path / "out", name)
        for index in range(clip.frames.frame_count):
            np.testing.assert_array_equal(back.labels(index) > 0, clip.labels(index) > 0)


@pytest.mark.parametrize("kind", ["cvat", "voc", "masks", "yolo-seg", "binary"])
def test_that_formats_for_one_clip_say_so(kind: str, tmp_path: Path) -> None:
    assert not folder_format(kind).holds_many
    with pytest.raises(ValueError, match="one clip"):
        folder_format(kind).write_all((CLIP, CLIP), tmp_path / "out", ExportOptions())


@pytest.mark.parametrize("kind", ["davis", "youtube-vos", "youtube-vis"])
def test_that_clips_are_split_whole(kind: str, tmp_path: Path) -> None:
    clips: list[Clip] = [replace(CLIP, name=name) for name in "abcde"]
    assert folder_format(kind).write_all(clips, tmp_path / "out", ExportOptions(val_share=0.4)) is not None
    reader = formats.reader(kind)
    found = [[name[-1] for name in reader.sequences(tmp_path / "out", split)] for split in ("train", "val")]
    assert found == [["a", "b", "c"], ["d", "e"]]
    report = export(CLIP, kind, tmp_path / "one", ExportOptions(val_share=0.4))
    assert any("does not split clips" in note for note in report.notes)


def test_that_coco_splits_frames(tmp_path: Path) -> None:
    export(CLIP, "coco", tmp_path / "out", ExportOptions(val_share=0.3))
    reader = formats.reader("coco")
    assert reader.sequences(tmp_path / "out") == ("train/my_clip", "val/my_clip")
    train, val = (reader.read(tmp_path / "out", name) for name in reader.sequences(tmp_path / "out"))
    assert (train.frames.frame_count, val.frames.frame_count) == (4, 2)
    np.testing.assert_array_equal(val.labels(1), CLIP.labels(5))


@pytest.mark.parametrize(
    ("things", "share", "val"), [(10, 0.2, 2), (10, 0.01, 1), (2, 0.9, 1), (1, 0.5, 0), (3, 0.5, 2)]
)
def test_that_both_sets_get_something_where_they_can(things: int, share: float, val: int) -> None:
    assert split_sets(things, share) == ("train",) * (things - val) + ("val",) * val


@pytest.mark.parametrize("share", [-0.1, 1.0, 2.0])
def test_that_a_share_is_below_one(share: float, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="share"):
        export(CLIP, "coco", tmp_path / "out", ExportOptions(val_share=share))


# --- DAVIS 2016 -------------------------------------------------------------------------------------------------------


def test_that_davis_2016_is_one_foreground(tmp_path: Path) -> None:
    labels = np.array([[0, 1, 2, VOID] * 3] * 4, np.uint8)
    report = export(clip_of([labels, labels * 0]), "davis2016", tmp_path)
    assert len(report.notes) == 2
    lines = (tmp_path / "ImageSets/480p/val.txt").read_text().splitlines()
    assert lines[1] == "/JPEGImages/480p/my_clip/00001.jpg /Annotations/480p/my_clip/00001.png"
    with Image.open(tmp_path / "Annotations/480p/my_clip/00000.png") as image:
        assert (image.mode, np.asarray(image)[0, :4].tolist()) == ("L", [0, 255, 255, 0])
    reader = formats.reader("davis2016")
    assert reader.sequences(tmp_path, "val") == ("my_clip",)
    back = reader.read(tmp_path, "my_clip")
    assert [each.id for each in back.objects] == [1]
    np.testing.assert_array_equal(back.labels(0), np.isin(labels, (1, 2)).astype(np.uint8))
