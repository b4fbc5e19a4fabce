"""Numbered patterns, TIFF stacks, dataset roots, deep pixels."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from core.errors import UserError
from core.formats.common.frame_numbers import NumberedFrames
from core.formats.voc import ChosenFrames
from core.project.store import ProjectStore, SourceReference
from core.video.frame_source import FrameSource
from core.video.image_folder import ImageFolder
from core.video.image_stack import ImageStack
from core.video.source import open_source, sources_of
from tests.helpers.media import HEIGHT, WIDTH, make_folder, make_video, number_in, numbered_picture


def numbers(source: FrameSource) -> list[int]:
    return [number_in(source.read(index).image) for index in range(source.frame_count)]


def save(path: Path, number: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(numbered_picture(number)).save(path)


def test_that_a_pattern_takes_its_files_by_number(tmp_path: Path) -> None:
    for name, number in (("s_0009.png", 9), ("s_0010.png", 10), ("s_10001.png", 101), ("s_0012.png", 12)):
        save(tmp_path / name, number)
    for name in ("s_1.png", "t_0009.png", "s_0009.jpg", "s_000a.png"):
        save(tmp_path / name, 200)
    with open_source(tmp_path / "s_%04d.png") as source:
        assert numbers(source) == [9, 10, 12, 101]
        assert [source.name(index) for index in range(2)] == ["s_0009", "s_0010"]
    assert numbers(open_source(tmp_path / "s_%d.png")) == [200, 9, 10, 12, 101]


@pytest.mark.parametrize(("pattern", "words"), [("x_%03d.png", "No file matches"), ("v_%d.txt", "not an image")])
def test_that_a_pattern_without_images_is_told(pattern: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "v_1.txt").write_text("x")
    with pytest.raises(UserError, match=words):
        open_source(tmp_path / pattern)


def test_that_a_folder_may_be_called_like_a_pattern(tmp_path: Path) -> None:
    make_folder(tmp_path / "%d", frames=2)
    assert numbers(open_source(tmp_path / "%d")) == [0, 1]


def test_that_a_project_finds_its_pattern_again(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "shots", frames=3)
    with open_source(tmp_path / "a" / "shots" / "%05d.png") as source:
        reference = SourceReference(source.path, source.fingerprint(), 3, HEIGHT, WIDTH, source.fps)
        ProjectStore.create(tmp_path / "a" / "p.rpcm", reference)
    (tmp_path / "a").rename(tmp_path / "b")
    with closing(ProjectStore.open(tmp_path / "b" / "p.rpcm")) as store:
        assert store.source_path() == tmp_path / "b" / "shots" / "%05d.png"
        assert numbers(open_source(store.source_path())) == [0, 1, 2]


def stack(path: Path, pages: list[Image.Image]) -> Path:
    pages[0].save(path, save_all=True, append_images=pages[1:])
    return path


@pytest.mark.parametrize("suffix", [".tif", ".TIFF"])
def test_that_pages_of_a_tiff_are_frames(suffix: str, tmp_path: Path) -> None:
    path = stack(tmp_path / f"s{suffix}", [Image.fromarray(numbered_picture(number)) for number in range(7)])
    with open_source(path) as source:
        assert isinstance(source, ImageStack)
        assert numbers(source) == list(range(7))
        assert [number_in(source.read(index).image) for index in (5, 0, 6, 2)] == [5, 0, 6, 2]
        assert not source.read(3).image.flags.writeable
        with pytest.raises(IndexError):
            source.read(7)
        source.close()
        assert number_in(source.read(4).image) == 4
        assert len(source.fingerprint()) == 64


def test_that_broken_stacks_are_told(tmp_path: Path) -> None:
    single = stack(tmp_path / "one.tif", [Image.fromarray(numbered_picture(0))])
    with pytest.raises(UserError, match="single image"):
        open_source(single)
    (tmp_path / "x.tif").write_bytes(b"rubbish")
    with pytest.raises(UserError, match="damaged"):
        open_source(tmp_path / "x.tif")
    whole = stack(tmp_path / "whole.tif", [Image.fromarray(numbered_picture(number)) for number in range(5)])
    (tmp_path / "cut.tif").write_bytes(whole.read_bytes()[:-9000])
    with pytest.raises(UserError), open_source(tmp_path / "cut.tif") as source:
        source.read(4)
    mixed = stack(tmp_path / "m.tif", [Image.new("RGB", (20, 10)), Image.new("RGB", (10, 20))])
    with open_source(mixed) as source, pytest.raises(UserError, match=r"Page 1 of .* is 10x20"):
        source.read(1)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_that_sixteen_bits_keep_their_upper_eight(suffix: str, tmp_path: Path) -> None:
    deep = np.arange(0, 65536, 128, dtype=np.uint16).reshape(16, 32)
    Image.fromarray(deep).save(tmp_path / f"0{suffix}")
    image = ImageFolder(tmp_path).read(0).image
    np.testing.assert_array_equal(image, np.repeat((deep >> 8).astype(np.uint8)[:, :, None], 3, axis=2))


def test_that_pages_of_sixteen_bits_are_read(tmp_path: Path) -> None:
    deep = [np.full((4, 6), level, np.uint16) for level in (255, 256, 65535)]
    with open_source(stack(tmp_path / "d.tif", [Image.fromarray(each) for each in deep])) as source:
        assert [int(source.read(index).image[0, 0, 0]) for index in range(3)] == [0, 1, 255]


@pytest.mark.parametrize("kind", ["stack", "folder"])
@pytest.mark.parametrize(("level", "dark"), [(0, False), (4095, True), (4096, False), (65535, False)])
def test_that_deep_pictures_that_come_out_black_are_told(kind: str, level: int, dark: bool, tmp_path: Path) -> None:
    pages = [Image.fromarray(np.full((9, 14), level, np.uint16)) for _ in range(2)]
    pages[0].save(tmp_path / "a.tif", save_all=kind == "stack", append_images=pages[1:] if kind == "stack" else [])
    with open_source(tmp_path / "a.tif" if kind == "stack" else tmp_path) as source:
        assert source.read(0).image.max() == level >> 8
        assert bool(source.warnings) is dark
        assert all(f"use {level.bit_length()} of 16 bits" in warning for warning in source.warnings)


def test_that_stacks_of_unknown_kinds_are_told(tmp_path: Path) -> None:
    assert cv2.imwritemulti(str(tmp_path / "f.tif"), [np.full((9, 14), 0.5, np.float64)] * 2)
    with pytest.raises(UserError, match="damaged or not supported"):
        open_source(tmp_path / "f.tif")


def test_that_fractions_are_refused(tmp_path: Path) -> None:
    Image.fromarray(np.full((4, 6), 0.5, np.float32)).save(tmp_path / "0.tif")
    with pytest.raises(UserError, match="fractions"):
        ImageFolder(tmp_path).read(0)


@pytest.mark.parametrize("layout", ["JPEGImages/480p/{}", "JPEGImages/{}", "train/JPEGImages/{}"])
def test_that_a_dataset_root_stands_for_its_clip(layout: str, tmp_path: Path) -> None:
    make_folder(tmp_path / layout.format("bear"), frames=3)
    with open_source(tmp_path) as source:
        assert source.path == tmp_path / layout.format("bear")
        assert numbers(source) == [0, 1, 2]
    make_folder(tmp_path / layout.format("cow"), frames=2)
    with pytest.raises(UserError, match="2 clips: bear, cow"):
        open_source(tmp_path)
    assert numbers(open_source(tmp_path / "cow")) == [0, 1]
    with pytest.raises(UserError, match="does not exist"):
        open_source(tmp_path / "dog")


CHANGING: dict[str, Callable[[Path, int], Path]] = {
    "video": lambda at, shift: make_video(at / "v.mp4", frames=20 + shift, keyframe_every=5),
    "stack": lambda at, shift: stack(
        at / "s.tif", [Image.fromarray(numbered_picture(number + shift)) for number in range(20)]
    ),
    "folder": lambda at, shift: make_folder(at / "f", frames=20),
}


@pytest.mark.parametrize("make", CHANGING.values(), ids=CHANGING.keys())
def test_that_a_source_that_changes_while_it_is_open_is_told(make: Callable[[Path, int], Path], tmp_path: Path) -> None:
    path = make(tmp_path, 0)
    with open_source(path) as source:
        assert number_in(source.read(18).image) == 18
        make(tmp_path, 1)
        for changed in path.iterdir() if path.is_dir() else [path]:
            os.utime(changed, (1, 1))
        with pytest.raises(UserError, match="changed on disk while it was open"):
            source.read(2)
        path.rename(tmp_path / "away")
        with pytest.raises(UserError, match="does not exist"):
            source.read(10)
    with open_source(tmp_path / "away") if path.suffix != ".tif" else ImageStack(tmp_path / "away") as again:
        assert again.read(2).index == 2


def test_that_a_folder_of_mixed_kinds_is_one_clip(tmp_path: Path) -> None:
    for number, suffix in enumerate((".png", ".JPG", ".bmp", ".tif", ".webp", ".jpeg")):
        Image.fromarray(numbered_picture(number)).save(tmp_path / f"f{number}{suffix}")
    assert numbers(open_source(tmp_path)) == list(range(6))


def test_that_views_of_frames_pass_on_their_times_and_files(tmp_path: Path) -> None:
    path = make_video(tmp_path / "v.mkv", frames=6, milliseconds=[0, 40, 130, 150, 290, 300])
    with NumberedFrames(open_source(path), 1) as video:
        assert video.times().tolist() == [video.read(index).time for index in range(6)]
        assert video.stored_file(0) is None
        assert sources_of(video) == (tmp_path / "v.mkv",)
        some = ChosenFrames(video, [2, 5])
        assert some.times().tolist() == [some.read(0).time, some.read(1).time]
    folder = make_folder(tmp_path / "pictures")
    with ChosenFrames(NumberedFrames(open_source(folder), 1), [2, 3]) as pictures:
        assert pictures.stored_file(1) == open_source(folder).stored_file(3)
    assert sources_of(pictures)[1:] == (folder,)
