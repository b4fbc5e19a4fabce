"""Soft masks of projects: what the entropy of a run says of its probabilities."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.exchange.projects import nearest_other, probabilities, project_clip, winners_share
from core.project.store import ProjectStore
from core.types import Float32Array, FrameResult, UInt8Array, read_only
from tests.helpers.datasets import MemoryFrames, export, only
from tests.helpers.projects import HEIGHT, WIDTH, box, new_project, result

TOLERANCE = 12
"""Of 255: the stored entropy has 256 levels, and is flat where both classes have one half."""


def predicted(run_id: int, index: int, probs: Float32Array) -> FrameResult:
    """What a run with these probabilities (N, H, W), background first, leaves on a frame."""
    labels = probs.argmax(axis=0).astype(np.uint8)
    nats = -(probs * np.log(np.maximum(probs, 1e-9))).sum(axis=0)
    plain = result(run_id, index, labels, tuple(range(1, len(probs))))
    return replace(plain, entropy=read_only((nats / np.log(len(probs))).astype(np.float16)))


def one_object() -> Float32Array:
    """(2, H, W): an object at the left whose edge is three pixels wide."""
    edge = np.clip((4.2 - np.arange(WIDTH)) / 3 + 0.5, 0.01, 0.99).astype(np.float32)
    share = np.broadcast_to(edge, (HEIGHT, WIDTH))
    return np.stack([1 - share, share])


def soft(store: ProjectStore, index: int, object_id: int) -> UInt8Array:
    found = probabilities(store, index)
    assert found is not None
    return found[object_id]


def test_that_the_probabilities_of_one_object_come_back(tmp_path: Path) -> None:
    probs = one_object()
    with new_project(tmp_path / "p.rpcm", objects=1) as store:
        store.add_prediction(predicted(store.begin_run({}), 3, probs))
        np.testing.assert_allclose(soft(store, 3, 1), probs[1] * 255, atol=TOLERANCE)
        assert probabilities(store, 4) is None


def test_that_the_rest_goes_to_the_nearest_rival_and_sums_to_one(tmp_path: Path) -> None:
    share = one_object()[1]
    probs = np.stack([np.full_like(share, 0.004), share - 0.002, 1 - share - 0.002])
    with new_project(tmp_path / "p.rpcm", objects=2) as store:
        store.add_prediction(predicted(store.begin_run({}), 0, probs))
        first, second = soft(store, 0, 1), soft(store, 0, 2)
        np.testing.assert_array_equal(first.astype(int) + second, 255)
        np.testing.assert_allclose(first, probs[1] * 255, atol=2 * TOLERANCE)


def test_that_a_persons_word_is_hard(tmp_path: Path) -> None:
    with new_project(tmp_path / "p.rpcm", objects=2) as store:
        run = store.begin_run({})
        for index in (0, 1):
            store.add_prediction(predicted(run, index, np.concatenate([one_object(), np.zeros((1, HEIGHT, WIDTH))])))
        store.set_annotations(0, {1: box(0, 0, 4, 5)})
        store.set_annotations(1, {2: box(0, 0, 2, 2)})
        np.testing.assert_array_equal(soft(store, 0, 1), box(0, 0, 4, 5) * 255)
        np.testing.assert_array_equal(soft(store, 1, 2), box(0, 0, 2, 2) * 255)
        assert 0 < soft(store, 1, 1)[5, 4] < 255


@given(st.lists(st.floats(0.5, 1), min_size=1, max_size=20))
def test_that_shares_are_found_again_from_their_entropy(shares: list[float]) -> None:
    share = np.array(shares)
    nats = -share * np.log(share) - (1 - share) * np.log(np.maximum(1 - share, 1e-300))
    found = winners_share(nats.astype(np.float32))
    np.testing.assert_allclose(found, share * 255, atol=1)
    assert found.min() >= 128


def test_that_more_rivals_than_two_leave_the_winner_one_half() -> None:
    assert winners_share(np.array([np.log(4), 100], np.float32)).tolist() == [128, 128]


def test_that_the_nearest_other_label_is_found() -> None:
    row = np.array([[1, 1, 0, 0, 0, 0, 7, 7]], np.uint8)
    assert nearest_other(row).tolist() == [[0, 0, 1, 1, 7, 7, 0, 0]]
    assert nearest_other(row * 0).tolist() == [[0] * 8]


@pytest.mark.parametrize("kind", ["soft", "masks"])
def test_that_a_projects_soft_masks_are_exported_and_decide_alike(kind: str, tmp_path: Path) -> None:
    with new_project(tmp_path / "p.rpcm", objects=1) as store:
        run = store.begin_run({})
        for index in range(10):
            store.add_prediction(predicted(run, index, one_object()))
        frames = MemoryFrames([np.zeros((HEIGHT, WIDTH, 3), np.uint8)] * 10)
        report = export(project_clip(store, frames, "clip"), kind, tmp_path / "out")
        assert report.notes == ()
        back = only(kind, tmp_path / "out")
        np.testing.assert_array_equal(back.labels(4), store.effective_labels(4))
        if kind == "soft":
            with Image.open(tmp_path / "out" / "soft" / "001_object_1" / "00004.png") as image:
                np.testing.assert_array_equal(np.asarray(image), soft(store, 4, 1))
