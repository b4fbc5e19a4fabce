"""DAVIS datasets and overlay videos: written, read back, refused, cancelled."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from core import formats
from core.errors import UserError
from core.files.owned import LEDGER, MANIFEST
from core.formats import Clip, ExportOptions, ExportReport, LabelledClip, overlay_video
from core.masks.palette import voc_palette
from core.masks.png import write_label_map
from core.types import ObjectInfo, UInt8Array
from core.video.file import VideoFile
from core.video.frame_source import FrameSource
from core.video.image_folder import ImageFolder
from core.video.source import open_source
from tests.helpers.media import HEIGHT, WIDTH, make_folder, make_video, number_in

OBJECTS = (ObjectInfo(1, "dog", (200, 30, 30)), ObjectInfo(2, "ball", (30, 200, 30)))


def labels_of(index: int) -> UInt8Array:
    """Object 1 moves right, object 2 appears in frame 2, a void corner."""
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    labels[20:40, 5 + index : 25 + index] = 1
    if index >= 2:
        labels[25:35, 50:60] = 2
    labels[:3, :3] = 255
    return labels


def clip_of(frames: FrameSource, reviewed: Callable[[int], bool] = lambda _: True) -> Clip:
    return Clip("my clip", frames, OBJECTS, labels_of, reviewed)


@pytest.fixture
def clip(tmp_path: Path) -> Clip:
    return clip_of(open_source(make_folder(tmp_path / "source", frames=6, suffix=".jpg")))


def export(
    clip: LabelledClip,
    destination: Path,
    options: ExportOptions | None = None,
    *,
    kind: str = "davis",
    stop_after: int | None = None,
) -> tuple[ExportReport | None, list[tuple[int, int]]]:
    """Export and return the report with all calls of the progress function."""
    steps: list[tuple[int, int]] = []
    report = formats.writer(kind).write(
        clip,
        destination,
        options or ExportOptions(),
        lambda done, total: steps.append((done, total)),
        lambda: stop_after is not None and len(steps) >= stop_after,
    )
    return report, steps


def test_that_a_dataset_comes_back_as_it_was(clip: Clip, tmp_path: Path) -> None:
    report, steps = export(clip, tmp_path / "out")
    assert report == ExportReport(tmp_path / "out", 6)
    assert steps == [(done, 6) for done in range(1, 7)]
    davis = formats.reader("davis")
    assert davis.sequences(tmp_path / "out") == davis.sequences(tmp_path / "out", "val") == ("my_clip",)
    back = davis.read(tmp_path / "out", "my_clip")
    assert [each.id for each in back.objects] == [1, 2]
    assert back.frames.frame_count == 6
    for index in range(6):
        assert np.array_equal(back.labels(index), labels_of(index))
        assert np.array_equal(back.frames.read(index).image, clip.frames.read(index).image)
        assert back.reviewed(index)


def test_that_the_files_lie_where_loaders_look(clip: Clip, tmp_path: Path) -> None:
    export(clip, tmp_path / "out", ExportOptions(image_set="train"))
    files = sorted(str(file.relative_to(tmp_path / "out")) for file in (tmp_path / "out").rglob("*") if file.is_file())
    stems = [f"{number:05d}" for number in range(6)]
    assert files == [
        MANIFEST,
        *(f"Annotations/480p/my_clip/{stem}.png" for stem in stems),
        "ImageSets/2017/train.txt",
        *(f"JPEGImages/480p/my_clip/{stem}.jpg" for stem in stems),
    ]
    assert (tmp_path / "out/ImageSets/2017/train.txt").read_text() == "my_clip\n"
    with Image.open(tmp_path / "out/Annotations/480p/my_clip/00003.png") as image:
        assert (image.mode, image.getpalette()) == ("P", voc_palette())
        assert np.array_equal(np.asarray(image), labels_of(3))


def test_that_the_sources_own_jpegs_are_copied(clip: Clip, tmp_path: Path) -> None:
    export(clip, tmp_path / "out")
    for number in range(6):
        copied = (tmp_path / f"out/JPEGImages/480p/my_clip/{number:05d}.jpg").read_bytes()
        assert copied == (tmp_path / f"source/{number:05d}.jpg").read_bytes()


def test_that_a_turned_jpeg_is_not_copied_but_drawn_as_masks_lie(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "source", frames=3, suffix=".jpg")
    exif = Image.Exif()
    exif[0x0112] = 6
    with Image.open(folder / "00001.jpg") as image:
        image.save(folder / "00001.jpg", exif=exif, quality=95)
    export(clip_of(ImageFolder(folder, as_stored=True)), tmp_path / "out")
    with Image.open(tmp_path / "out/JPEGImages/480p/my_clip/00001.jpg") as image:
        assert 0x0112 not in image.getexif()
        assert number_in(np.array(image)) == 1


def test_that_video_frames_become_good_jpegs(tmp_path: Path) -> None:
    with VideoFile(make_video(tmp_path / "c.mp4", frames=5)) as source:
        export(clip_of(source), tmp_path / "out")
        back = formats.reader("davis").read(tmp_path / "out", "my_clip")
        for index in range(5):
            difference = back.frames.read(index).image.astype(int) - source.read(index).image
            assert np.abs(difference).mean() < 3


def test_that_range_step_objects_and_review_select(tmp_path: Path) -> None:
    source = open_source(make_folder(tmp_path / "source", frames=9))
    clip = clip_of(source, lambda index: index != 5)
    options = ExportOptions(range=(1, 7), every_nth=2, objects=(2,), only_reviewed=True)
    report, _ = export(clip, tmp_path / "out", options)
    assert report is not None
    assert report.frames == 3
    assert "gaps" in report.notes[0]
    back = formats.reader("davis").read(tmp_path / "out", "my_clip")
    assert [back.frames.name(index) for index in range(3)] == ["00001", "00003", "00007"]
    for index, number in enumerate((1, 3, 7)):
        wanted = np.where(labels_of(number) == 1, 0, labels_of(number))
        assert np.array_equal(back.labels(index), wanted)


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(range=(3, 6)),
        ExportOptions(range=(4, 2)),
        ExportOptions(range=(-1, 2)),
        ExportOptions(every_nth=0),
        ExportOptions(objects=(7,)),
        ExportOptions(only_reviewed=True),
    ],
)
@pytest.mark.parametrize("kind", ["davis", "overlay"])
def test_that_options_that_select_nothing_are_refused(options: ExportOptions, kind: str, tmp_path: Path) -> None:
    clip = clip_of(open_source(make_folder(tmp_path / "source", frames=6)), lambda _: False)
    with pytest.raises(UserError):
        export(clip, tmp_path / "out", options, kind=kind)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("kind", ["davis", "overlay"])
@pytest.mark.parametrize("frames", [0, 1, 5])
def test_that_a_stopped_export_leaves_nothing(kind: str, frames: int, clip: Clip, tmp_path: Path) -> None:
    report, steps = export(clip, tmp_path / "new" / "folder" / "out", kind=kind, stop_after=frames)
    assert report is None
    assert len(steps) == frames
    assert [entry.name for entry in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize("kind", ["davis", "overlay"])
def test_that_a_failed_export_leaves_nothing(kind: str, clip: Clip, tmp_path: Path) -> None:
    def labels(index: int) -> UInt8Array:
        if index == 3:
            raise UserError("The mask is broken.", "Repair it.")
        return labels_of(index)

    with pytest.raises(UserError, match="The mask is broken"):
        export(Clip("c", clip.frames, OBJECTS, labels), tmp_path / "out", kind=kind)
    assert [entry.name for entry in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize("kind", ["davis", "overlay"])
def test_that_an_earlier_export_is_replaced_only_when_told(kind: str, clip: Clip, tmp_path: Path) -> None:
    export(clip, tmp_path / "out", kind=kind)
    with pytest.raises(UserError, match="already exists"):
        export(clip, tmp_path / "out", kind=kind)
    options = ExportOptions(range=(0, 1), overwrite=True)
    assert export(clip, tmp_path / "out", options, kind=kind, stop_after=1)[0] is None
    report, _ = export(clip, tmp_path / "out", options, kind=kind)
    assert report is not None
    assert report.frames == 2
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name != LEDGER) == ["out", "source"]


def test_that_a_stopped_overwrite_keeps_the_earlier_export(clip: Clip, tmp_path: Path) -> None:
    export(clip, tmp_path / "out")
    assert export(clip, tmp_path / "out", ExportOptions(overwrite=True), stop_after=2)[0] is None
    assert formats.reader("davis").read(tmp_path / "out", "my_clip").frames.frame_count == 6


def test_that_a_folder_with_other_things_is_never_replaced(clip: Clip, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("x")
    with pytest.raises(UserError, match=r"thesis\.tex"):
        export(clip, tmp_path / "out", ExportOptions(overwrite=True))
    assert (tmp_path / "out" / "thesis.tex").exists()


def test_that_a_folder_is_not_replaced_by_a_video_nor_a_file_by_a_dataset(clip: Clip, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match="it is a folder"):
        export(clip, tmp_path / "folder", ExportOptions(overwrite=True), kind="overlay")
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="file"):
        export(clip, tmp_path / "file", ExportOptions(overwrite=True))
    assert (tmp_path / "file").read_text() == "x"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder", "source"]


def test_that_an_empty_folder_is_filled(clip: Clip, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert export(clip, tmp_path / "out")[0] is not None


@pytest.mark.parametrize("kind", ["davis", "overlay"])
def test_that_a_full_disk_is_told_and_leaves_nothing(
    kind: str, clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FullDisk:
        def __init__(self, file: object) -> None:
            self.file = file

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

        def __enter__(self) -> FullDisk:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()  # type: ignore[attr-defined]

        def write(self, data: bytes) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    opened = Path.open

    def open_full(self: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        file = opened(self, mode, *arguments, **named)  # type: ignore[call-overload]
        return FullDisk(file) if "w" in mode else file

    monkeypatch.setattr(Path, "open", open_full)
    with pytest.raises(UserError, match="the disk is full"):
        export(clip, tmp_path / "out", kind=kind)
    assert [entry.name for entry in tmp_path.iterdir()] == ["source"]


def test_that_masks_may_be_missing(clip: Clip, tmp_path: Path) -> None:
    export(clip, tmp_path / "out")
    (tmp_path / "out/Annotations/480p/my_clip/00004.png").unlink()
    back = formats.reader("davis").read(tmp_path / "out", "my_clip")
    assert not back.reviewed(4)
    assert not back.labels(4).any()


def test_that_a_mask_of_another_size_is_named(clip: Clip, tmp_path: Path) -> None:
    export(clip, tmp_path / "out")
    write_label_map(tmp_path / "out/Annotations/480p/my_clip/00004.png", np.ones((20, 20), np.uint8))
    with pytest.raises(UserError, match=r"00004\.png"):
        formats.reader("davis").read(tmp_path / "out", "my_clip")


def test_that_what_is_no_dataset_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not a DAVIS dataset"):
        formats.reader("davis").sequences(tmp_path)
    with pytest.raises(UserError, match="no set 'val'"):
        formats.reader("davis").sequences(tmp_path, "val")
    with pytest.raises(UserError, match="No format 'zip' can be written"):
        formats.writer("zip")
    with pytest.raises(UserError, match="No format 'overlay' can be read"):
        formats.reader("overlay")


def test_that_the_shared_clips_are_read(shared: Path) -> None:
    root = shared / "clips" / "davis2016"
    davis = formats.reader("davis")
    names = davis.sequences(root, "dev")
    assert len(names) == 6
    back = davis.read(root, names[0])
    assert [each.id for each in back.objects] == [1]
    assert back.labels(0).shape == (back.frames.height, back.frames.width)


# --- overlay video ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoder", list(overlay_video._ENCODERS))
def test_that_an_overlay_shows_colours_at_the_sources_times(
    encoder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overlay_video, "_ENCODERS", {encoder: overlay_video._ENCODERS[encoder]})
    times = [0, 40, 90, 100, 300, 340, 420]
    with VideoFile(make_video(tmp_path / "c.mkv", frames=7, milliseconds=times)) as source:
        export(clip_of(source), tmp_path / "o.mp4", ExportOptions(opacity=1.0), kind="overlay")
    with VideoFile(tmp_path / "o.mp4") as video:
        assert (video.frame_count, video.height, video.width) == (7, HEIGHT, WIDTH)
        for index in range(7):
            frame = video.read(index)
            assert frame.time == pytest.approx(times[index] / 1000, abs=1e-4)
            assert np.abs(frame.image[25:35, 10 + index : 20 + index].mean((0, 1)) - (200, 30, 30)).max() < 12
            assert np.array_equal(frame.image[27:33, 52:58].mean((0, 1)).argmax(), 1) == (index >= 2)


def test_that_an_overlay_keeps_rate_and_odd_sizes(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "source", frames=6, size=(HEIGHT + 1, WIDTH + 1))
    source = ImageFolder(folder, fps=30000 / 1001)
    blank = Clip("c", source, (), lambda _: np.zeros((HEIGHT + 1, WIDTH + 1), np.uint8))
    export(blank, tmp_path / "o.mp4", kind="overlay")
    with av.open(str(tmp_path / "o.mp4")) as container:
        track = container.streams.video[0]
        assert track.average_rate == Fraction(30000, 1001)
        assert track.codec_context.name == "h264"
        assert (track.height, track.width, track.codec_context.pix_fmt) == (HEIGHT + 2, WIDTH + 2, "yuv420p")
    with VideoFile(tmp_path / "o.mp4") as video:
        assert [number_in(video.read(index).image) for index in range(6)] == list(range(6))


def test_that_a_build_without_encoders_is_told(clip: Clip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay_video, "_ENCODERS", {"libnothing": {}})
    with pytest.raises(UserError, match="cannot encode"):
        export(clip, tmp_path / "o.mp4", kind="overlay")
    assert [entry.name for entry in tmp_path.iterdir()] == ["source"]
