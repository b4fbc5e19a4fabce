"""Predicted quality, events and the queue, on scenes of squares whose truth is known."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.errors import UserError
from core.review.boosting import Boosting, fit_trees
from core.review.estimator import LOST_QUALITY, QualityEstimator
from core.review.features import FEATURES
from core.review.fitting import Pass, fit_quality, order_of
from core.review.quality import FALLBACK, KEY, QualityModel, model_from
from core.review.queue import Clip, QueueEntry, ReviewQueue, build_queue
from core.types import FrameResult, PoolSummary, Seed, UInt8Array

SIZE = (90, 160)
Boxes = Mapping[int, tuple[int, int, int, int]]
"""Per object x, y, width, height."""


def labels_of(boxes: Boxes) -> UInt8Array:
    labels = np.zeros(SIZE, np.uint8)
    for object_id, (x, y, width, height) in boxes.items():
        labels[max(y, 0) : max(y + height, 0), max(x, 0) : max(x + width, 0)] = object_id
    return labels


def picture_of(boxes: Boxes) -> UInt8Array:
    """Each object in its own colour, textured, on a dark noise."""
    noise = np.random.default_rng(0).integers(0, 50, (*SIZE, 3), np.uint8)
    labels = labels_of(boxes)
    for object_id in boxes:
        noise[labels == object_id] += np.array([200 if object_id == 1 else 20, 60 * (object_id % 3), 80], np.uint8)
    return noise


def result_of(index: int, masks: Boxes, truth: Boxes, ids: tuple[int, ...], unsure: Boxes | None = None) -> FrameResult:
    entropy = np.where(labels_of(unsure or {}) > 0, 0.9, 0.01).astype(np.float16)
    return FrameResult(
        run_id=1,
        index=index,
        object_ids=ids,
        labels=labels_of(masks),
        scores={i: 0.95 if i in masks else 0.0 for i in ids},
        entropy=entropy,
        reliability=np.where(entropy > 0.5, 0, 255).astype(np.uint8),
        unsure_share=float((entropy > 0.5).mean()),
        pool=PoolSummary((0,), 1),
        seconds={},
        picture=picture_of(truth),
    )


def follow(masks: Sequence[Boxes], truth: Sequence[Boxes], ids: tuple[int, ...] = (1,)) -> QualityEstimator:
    """A run over ``masks``, the first of them the seed."""
    estimator = QualityEstimator(FALLBACK)
    estimator.add_seed(Seed(0, labels_of(masks[0])), picture_of(truth[0]))
    for index in range(1, len(masks)):
        estimator.update(result_of(index, masks[index], truth[index], ids))
    return estimator


def kinds(estimator: QualityEstimator) -> dict[int, set[tuple[int, str]]]:
    found: dict[int, set[tuple[int, str]]] = {}
    for event in estimator.events():
        found.setdefault(event.frame, set()).add((event.object_id, event.kind))
    return found


def square(x: int, y: int = 30) -> Boxes:
    return {1: (x, y, 30, 30)}


def test_that_an_object_that_vanishes_while_it_is_there_is_lost_on_every_frame_and_returns() -> None:
    truth: list[Boxes] = [square(40 + i) for i in range(8)]
    masks: list[Boxes] = [{} if 3 <= i <= 5 else box for i, box in enumerate(truth)]
    estimator = follow(masks, truth)
    assert kinds(estimator) == {3: {(1, "lost")}, 4: {(1, "lost")}, 5: {(1, "lost")}, 6: {(1, "returns")}}
    assert all(estimator.frames[i].objects[1].quality == LOST_QUALITY for i in (3, 4, 5))
    assert all(estimator.frames[i].objects[1].quality > 0.5 for i in (1, 2, 7))
    assert "3 frames" in estimator.frames[6].events[0].reason


def test_that_an_object_that_moves_out_of_the_frame_leaves() -> None:
    truth: list[Boxes] = [{1: (110 + 7 * i, 30, 30, 30)} for i in range(9)]
    masks: list[Boxes] = [boxes if boxes[1][0] < SIZE[1] else {} for boxes in truth]
    found = kinds(follow(masks, truth))
    first_gone = next(i for i, boxes in enumerate(masks) if not boxes)
    assert (1, "leaves") in found[first_gone]
    assert not any(kind == "lost" for events in found.values() for _, kind in events)


def test_that_exchanged_objects_are_a_swap() -> None:
    left, right = (20, 30, 30, 30), (100, 30, 30, 30)
    truth: list[Boxes] = [{1: left, 2: right}] * 6
    masks: list[Boxes] = [{1: left, 2: right} if i < 3 else {1: right, 2: left} for i in range(6)]
    assert kinds(follow(masks, truth, (1, 2)))[3] == {(1, "swap"), (2, "swap")}


def test_that_a_part_that_is_dropped_is_a_jump_with_its_place() -> None:
    truth: list[Boxes] = [{1: (40, 20, 60, 40)}] * 5
    masks: Sequence[Boxes] = [{1: (40, 20, 60, 40)}] * 3 + [{1: (40, 20, 25, 40)}] * 2
    estimator = follow(masks, truth)
    assert kinds(estimator) == {3: {(1, "jump")}}
    x, y, width, height = estimator.frames[3].objects[1].box
    assert x <= 66 and x + width >= 99 and y <= 20 and y + height >= 59
    assert "part is missing" in estimator.frames[3].events[0].reason


def test_that_a_still_scene_has_no_events_and_nothing_to_review() -> None:
    estimator = follow([square(40)] * 6, [square(40)] * 6)
    assert estimator.events() == []


@pytest.mark.parametrize("unsure", [None, {1: (0, 0, SIZE[1], SIZE[0])}])
@pytest.mark.parametrize("mask", [{}, {1: (0, 0, SIZE[1], SIZE[0])}, {1: (5, 5, 1, 1)}])
def test_that_extremes_give_numbers_within_range(unsure: Boxes | None, mask: Boxes) -> None:
    """No unsure pixel, nothing but unsure pixels, an empty object, one that fills the frame, one of a pixel."""
    estimator = QualityEstimator(FALLBACK)
    estimator.add_seed(Seed(0, labels_of(mask)), picture_of({}))
    review = estimator.update(result_of(1, mask, {}, (1,), unsure))
    assert 0 <= review.objects[1].quality <= 1
    report = json.loads(json.dumps(estimator.as_json("forward"), allow_nan=False))
    assert set(report["quality"]) == {"1"}


def test_that_results_without_a_seed_beside_them_and_without_objects_are_taken() -> None:
    estimator = QualityEstimator(FALLBACK)
    assert estimator.update(result_of(7, square(40), square(40), (1,))).objects[1].box[2] > 0
    assert estimator.update(result_of(3, {}, {}, ())).objects == {}
    assert estimator.queue("both") is not None


def clip_of(quality: list[float], **more: Any) -> Clip:
    """A clip whose frame 0 is the seed, with one object."""
    about = {"seeds": {0}, "direction": "forward", **more}
    return Clip(quality={i + 1: {1: value} for i, value in enumerate(quality)}, **about)


def test_that_forwards_the_beginning_of_an_error_comes_before_its_worst_frame() -> None:
    quality = [0.9] * 10 + [0.5] * 9 + [0.3]
    queue = build_queue(clip_of(quality), FALLBACK)
    assert queue[0].frame < 15
    assert queue[0].frame > 10


def test_that_in_both_directions_the_middle_of_an_error_comes_first() -> None:
    quality = [0.9] * 10 + [0.4] * 5 + [0.9] * 10
    assert 12 <= build_queue(clip_of(quality, direction="both"), FALLBACK)[0].frame <= 14


def test_that_what_the_first_frame_repairs_is_not_proposed_again_before_another_error() -> None:
    quality = [0.95] * 60
    for start in (5, 40):
        quality[start : start + 6] = [0.3] * 6
    queue = build_queue(clip_of(quality, direction="both", seeds={0, 30}), FALLBACK)
    first, second = queue[0].frame, queue[1].frame
    assert {first < 30, second < 30} == {True, False}


def test_that_reviewed_frames_and_seeds_are_never_proposed() -> None:
    quality = [0.2] * 10
    queue = build_queue(clip_of(quality, seeds={0, 3}, fixed={5, 6}), FALLBACK)
    assert not {3, 5, 6} & {entry.frame for entry in queue}
    assert build_queue(clip_of(quality, fixed=set(range(1, 11))), FALLBACK) == ()


def test_that_good_masks_end_the_queue_and_short_clips_have_one() -> None:
    assert build_queue(clip_of([0.99] * 20), FALLBACK) == ()
    assert [entry.frame for entry in build_queue(clip_of([0.1]), FALLBACK)] == [1]
    assert build_queue(clip_of([]), FALLBACK) == ()


def test_that_a_queue_keeps_its_order_and_says_its_end() -> None:
    entries = [QueueEntry(frame, 1, 0.1, "", (0, 0, 1, 1)) for frame in (7, 3, 9)]
    queue = ReviewQueue(entries)
    assert [queue.after(None), queue.after(7), queue.before(9)] == [entries[0], entries[1], entries[1]]
    queue.reviewed({3})
    assert queue.after(7) == entries[2]
    assert queue.after(3) == entries[2], "the frame just reviewed still says where the user is"
    assert queue.message() == "1 of 3 reviewed"
    queue.reviewed({7, 9})
    assert queue.after(9) is None
    assert queue.message() == "All 3 frames of the queue are reviewed."
    assert "Nothing needs a review" in ReviewQueue().message()


def random_passes(count: int = 8) -> list[Pass]:
    """Rows in which two features make the error, one of them beyond a step."""
    generator = np.random.default_rng(1)
    passes = []
    for number in range(count):
        rows = generator.normal(size=(40, len(FEATURES))).astype(np.float32)
        truth = np.clip(0.9 - 0.05 * rows[:, 3] - 0.3 * (rows[:, 8] > 0.5), 0, 1).astype(np.float64)
        passes.append(Pass(f"clip{number}", rows, truth, np.arange(40)))
    return passes


def test_that_fitting_finds_what_makes_errors_and_survives_being_stored() -> None:
    passes = random_passes()
    model, report = fit_quality(passes, 1.2, "of a test")
    assert report.spearman > 0.85
    stored = model_from({KEY: json.dumps(model.as_json(), allow_nan=False)})
    assert not stored.is_fallback
    assert stored.notes == "of a test"
    assert np.allclose(stored.predict(passes[0].rows), model.predict(passes[0].rows), atol=1e-3)
    assert FALLBACK.is_fallback and model_from({}) is FALLBACK


def test_that_trees_learn_a_step() -> None:
    rows = np.linspace(0, 1, 400)[:, None]
    target = (rows[:, 0] > 0.5).astype(float)
    trees = fit_trees(rows, target, np.ones(400), Boosting(rounds=100, rate=0.1, columns=1.0, rows=1.0), [0])
    assert np.abs(trees.predict(rows) - target).mean() < 0.05


def spoil(**changes: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda content: {**content, **changes}


@pytest.mark.parametrize(
    "change",
    [
        spoil(version=2),
        spoil(features=["other"]),
        spoil(trees=[[999.0] + [0.0] * 9]),
        spoil(trees=[[1.0] * 9]),
        spoil(trees="no"),
        spoil(knots=[[0, 0.5], [0, 0.6]]),
        spoil(reach=[[0, 7]]),
        spoil(reach=[]),
        spoil(temperature=0),
        spoil(base="nan"),
        spoil(linear=[[1.0]]),
        lambda content: {key: value for key, value in content.items() if key != "base"},
        lambda _content: [1, 2],
    ],
)
def test_that_damaged_models_are_refused(change: Callable[[dict[str, Any]], Any]) -> None:
    content = fit_quality(random_passes(4), 1.0, "")[0].as_json()
    with pytest.raises(UserError, match="quality model"):
        model_from({KEY: json.dumps(change(content))})
    with pytest.raises(UserError, match="quality model"):
        model_from({KEY: "{"})


def test_that_ranks_are_compared_by_frame() -> None:
    frames = np.repeat(np.arange(10), 2)
    truth = np.repeat(np.linspace(0.1, 1, 10), 2)
    assert order_of(frames, truth, truth**3) == pytest.approx((1.0, 1.0))
    assert order_of(frames, truth, -truth) == pytest.approx((-1.0, 0.0))
    assert order_of(frames[:8], truth[:8], truth[:8]) is None


def test_that_quality_never_leaves_its_range_whatever_the_features() -> None:
    model: QualityModel = replace(FALLBACK)
    wild = np.array([[1e9] * len(FEATURES), [-1e9] * len(FEATURES)], np.float32)
    assert ((model.predict(wild) >= 0) & (model.predict(wild) <= 1)).all()
