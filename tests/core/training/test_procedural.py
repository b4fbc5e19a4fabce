"""The bundled sample is what our own script draws, and the generator behind it keeps its promises."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import av
import numpy as np
import pytest
from PIL import Image

from core.paths import resource
from core.training.procedural import render_clip, render_frame
from core.types import UInt8Array


@pytest.fixture(scope="module")
def make_sample(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", repository / "packaging" / "make_sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bundled_masks() -> list[UInt8Array]:
    masks = []
    for file in sorted(resource("sample", "masks").glob("*.png")):
        with Image.open(file) as image:
            assert image.mode == "P"
            masks.append(np.array(image))
    return masks


@pytest.mark.parametrize("index", [0, 37])
def test_that_the_script_draws_the_bundled_masks_again(make_sample: ModuleType, index: int) -> None:
    _, labels = render_frame(make_sample.sample_scene(), index, make_sample.HEIGHT, make_sample.WIDTH)
    np.testing.assert_array_equal(labels, bundled_masks()[index])


def test_that_the_video_has_a_frame_of_the_right_size_for_every_mask() -> None:
    with av.open(str(resource("sample", "sample.mp4"))) as container:
        sizes = {(frame.height, frame.width) for frame in container.decode(video=0)}
        frames = container.streams.video[0].frames
    masks = bundled_masks()
    assert sizes == {mask.shape for mask in masks} == {(480, 854)}
    assert frames == len(masks) == 60


def test_that_every_object_of_the_sample_is_seen_first_hidden_partly_and_seen_again() -> None:
    masks = bundled_masks()
    areas = np.array([[np.count_nonzero(mask == label) for label in (1, 2, 3)] for mask in masks])
    assert {int(value) for mask in masks for value in np.unique(mask)} == {0, 1, 2, 3}
    assert (areas[0] > 2000).all()
    assert (areas.min(axis=0) < 0.85 * areas.max(axis=0)).all()


def test_that_the_sample_is_small_enough_to_bundle() -> None:
    files = [file for file in resource("sample").rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) <= 3 * 2**20


@pytest.mark.parametrize("seed", [0, 3, 11])
def test_that_a_seed_gives_one_clip_and_all_its_objects(seed: int) -> None:
    images, labels = render_clip(seed, frames=3, height=60, width=106, objects=2)
    again, _ = render_clip(seed, frames=3, height=60, width=106, objects=2)
    assert [image.shape for image in images] == [(60, 106, 3)] * 3
    assert all(image.dtype == np.uint8 for image in images + labels)
    assert set(np.unique(np.stack(labels)).tolist()) <= {0, 1, 2}
    np.testing.assert_array_equal(np.stack(images), np.stack(again))


def test_that_different_seeds_give_different_clips() -> None:
    first, second = (render_clip(seed, frames=1, height=60, width=106, objects=1)[0][0] for seed in (1, 2))
    assert np.abs(first.astype(int) - second.astype(int)).mean() > 5


def test_that_a_clip_moves() -> None:
    images, labels = render_clip(4, frames=8, height=60, width=106, objects=1)
    assert np.abs(images[0].astype(int) - images[7].astype(int)).mean() > 2
    assert (labels[0] != labels[7]).any()
