"""Clicks on pictures: the simulated person, masks that heed every click, and heads that fit their encoder."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from core.errors import UserError
from core.network.compact.clicks import ClickConfig, ClickHead, fingerprint
from core.network.compact.model import CompactNetwork, build_compact
from core.network.weights import load_network, save_network
from core.selection.click import ClickSegmenter
from core.selection.click_views import CLOSE_SIZES, Guess, Part, close_view, view_size
from core.selection.clicks import Click, checked_clicks, next_click, scribble_clicks
from core.types import BoolArray, UInt8Array
from tests.core.network.test_weights import TINY

SMALL = ClickConfig(shared=16, detail=8, width=16, deep=16, fine=16, key=8, heads=2)


def network_with_head(seed: int = 0) -> CompactNetwork:
    torch.manual_seed(seed)
    network = build_compact(TINY).eval()
    network.clicks = ClickHead(SMALL, fingerprint(network.state_dict())).eval()
    return network


@pytest.fixture(scope="module")
def segmenter() -> ClickSegmenter:
    return ClickSegmenter(network_with_head())


def picture(height: int = 90, width: int = 160, seed: int = 0) -> UInt8Array:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3)).astype(np.uint8)


def square(height: int, width: int, rows: slice, columns: slice) -> BoolArray:
    mask = np.zeros((height, width), np.bool_)
    mask[rows, columns] = True
    return mask


# -- the simulated person ----------------------------------------------------------------------------------------------


def test_that_the_next_click_goes_to_the_middle_of_the_largest_error() -> None:
    truth = square(40, 60, slice(5, 16), slice(10, 21))
    assert next_click(truth, np.zeros_like(truth)) == Click(15, 10, True)
    too_much = truth | square(40, 60, slice(20, 39), slice(30, 49))
    assert next_click(truth, too_much) == Click(39, 29, False)
    assert next_click(truth, truth) is None


def test_that_an_error_at_the_border_of_the_picture_ends_there() -> None:
    truth = square(20, 20, slice(0, 20), slice(0, 5))
    click = next_click(truth, np.zeros_like(truth))
    assert click is not None and click.x == 2 and 2 <= click.y <= 17


def test_that_what_is_not_known_is_no_error() -> None:
    truth = square(20, 20, slice(2, 9), slice(2, 9))
    known = np.ones_like(truth)
    known[:, :10] = False
    assert next_click(truth, np.zeros_like(truth), known) is None


def test_that_of_contradicting_clicks_the_last_one_counts() -> None:
    clicks = [Click(1, 2), Click(3, 3), Click(1, 2, False)]
    assert checked_clicks(clicks, 10, 10) == (Click(3, 3), Click(1, 2, False))


@pytest.mark.parametrize("place", [(-1, 0), (10, 0), (0, 8), (0, -3)])
def test_that_a_click_outside_of_the_picture_is_refused(place: tuple[int, int]) -> None:
    with pytest.raises(UserError, match=r"outside the image of 10x8"):
        checked_clicks([Click(*place)], 8, 10)


def test_that_a_scribble_counts_as_clicks_along_it() -> None:
    assert scribble_clicks([(0, 0), (30, 0), (30, 30)], most=5) == tuple(
        Click(x, y) for x, y in [(0, 0), (30, 0), (30, 30)]
    )
    dense = [(x, 4) for x in range(101)]
    assert [click.x for click in scribble_clicks(dense, False, most=5)] == [0, 25, 50, 75, 100]
    assert scribble_clicks([(3, 3)] * 9) == (Click(3, 3),) and scribble_clicks([]) == ()


# -- masks -------------------------------------------------------------------------------------------------------------


def test_that_every_click_is_heeded(segmenter: ClickSegmenter) -> None:
    rng = np.random.default_rng(3)
    clicks = [Click(int(x), int(y), bool(sign)) for x, y, sign in zip(
        rng.integers(0, 160, 30), rng.integers(0, 90, 30), rng.integers(0, 2, 30), strict=True)]  # fmt: skip
    soft = segmenter.prepare(picture()).segment(clicks)
    assert soft.shape == (90, 160) and soft.dtype == np.float32 and soft.min() >= 0 and soft.max() <= 1
    assert all((soft[click.y, click.x] >= 0.5) == click.positive for click in checked_clicks(clicks, 90, 160))


def test_that_five_hundred_clicks_are_no_trouble(segmenter: ClickSegmenter) -> None:
    rng = np.random.default_rng(4)
    clicks = [Click(int(x), int(y)) for x, y in zip(rng.integers(0, 160, 500), rng.integers(0, 90, 500), strict=True)]
    soft = segmenter.prepare(picture()).segment(clicks)
    assert all(soft[click.y, click.x] >= 0.5 for click in clicks)


@pytest.mark.parametrize("size", [(16, 16), (1, 1), (3, 200), (33, 47)])
def test_that_small_pictures_are_segmented(size: tuple[int, int], segmenter: ClickSegmenter) -> None:
    soft = segmenter.prepare(picture(*size)).segment([Click(0, 0)])
    assert soft.shape == size and soft[0, 0] >= 0.5


def test_that_negative_clicks_alone_give_nothing(segmenter: ClickSegmenter) -> None:
    assert not segmenter.prepare(picture()).segment([Click(5, 5, False)]).any()
    assert not segmenter.prepare(picture()).segment([]).any()


def test_that_a_mask_stays_where_no_click_concerns_it(segmenter: ClickSegmenter) -> None:
    mask = square(90, 160, slice(10, 30), slice(10, 30)) | square(90, 160, slice(60, 80), slice(120, 150))
    prepared = segmenter.prepare(picture())
    np.testing.assert_array_equal(prepared.segment([], mask), mask.astype(np.float32))
    changed = (prepared.segment([Click(40, 20)], mask) >= 0.5) != mask
    count, numbers = cv2.connectedComponents(changed.astype(np.uint8), connectivity=8)
    near = set(np.unique(numbers[12:29, 32:49])) - {0}
    assert near == set(range(1, count))


def test_that_a_negative_click_changes_a_mask_at_its_place(segmenter: ClickSegmenter) -> None:
    mask = square(90, 160, slice(10, 30), slice(10, 30))
    soft = segmenter.prepare(picture()).segment([Click(20, 20, False)], mask)
    assert soft[20, 20] < 0.5


def test_that_a_box_bounds_the_object(segmenter: ClickSegmenter) -> None:
    soft = segmenter.prepare(picture()).segment([], box=Part(40, 20, 80, 60))
    rows, columns = np.flatnonzero(soft.any(1)), np.flatnonzero(soft.any(0))
    assert rows.size and rows[0] >= 18 and rows[-1] <= 61 and columns[0] >= 38 and columns[-1] <= 81


def test_that_the_same_clicks_give_the_same_mask_at_once_and_one_by_one(segmenter: ClickSegmenter) -> None:
    clicks = [Click(30, 40), Click(90, 20, False), Click(100, 70), Click(5, 5, False)]
    at_once = segmenter.prepare(picture()).segment(clicks)
    prepared = segmenter.prepare(picture())
    for count in range(1, len(clicks) + 1):
        one_by_one = prepared.segment(clicks[:count])
    np.testing.assert_array_equal(at_once, one_by_one)
    # Taking clicks back gives what was there before them.
    np.testing.assert_array_equal(prepared.segment(clicks[:2]), segmenter.prepare(picture()).segment(clicks[:2]))


def test_that_guesses_of_one_mask_are_not_used_for_another(segmenter: ClickSegmenter) -> None:
    prepared = segmenter.prepare(picture())
    first, second = square(90, 160, slice(0, 40), slice(0, 40)), square(90, 160, slice(50, 90), slice(100, 160))
    prepared.segment([Click(70, 60)], first)
    expected = segmenter.prepare(picture()).segment([Click(70, 60)], second)
    np.testing.assert_array_equal(prepared.segment([Click(70, 60)], second), expected)


def test_that_grey_pictures_are_taken_and_others_refused(segmenter: ClickSegmenter) -> None:
    grey = picture()[..., 0]
    same = segmenter.prepare(np.repeat(grey[..., None], 3, 2)).segment([Click(3, 3)])
    np.testing.assert_array_equal(segmenter.prepare(grey).segment([Click(3, 3)]), same)
    for wrong in (np.zeros((9, 9), np.uint16), np.zeros((9, 9, 4), np.uint8), np.zeros((0, 9, 3), np.uint8)):
        with pytest.raises(UserError, match="cannot be used"):
            segmenter.prepare(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        ({"mask": np.zeros((8, 8), np.bool_)}, "The mask is 8x8 pixels"),
        ({"box": Part(50, 10, 40, 20)}, "is outside the image"),
        ({"box": Part(500, 10, 540, 20)}, "is outside the image"),
    ],
)
def test_that_prompts_that_do_not_fit_are_refused(
    prompt: dict[str, object], told: str, segmenter: ClickSegmenter
) -> None:
    with pytest.raises(UserError, match=told):
        segmenter.prepare(picture()).segment([], **prompt)  # type: ignore[arg-type]


def test_that_a_mask_is_carried_from_part_to_part() -> None:
    # A gradient is the same wherever it is read, so that its places can be told from its values.
    ramp = (np.tile(np.arange(64), (32, 1)) / 64).astype(np.float32)
    moved = Guess(Part(0, 0, 640, 320), ramp).on(Part(160, 80, 480, 240), (16, 32))
    expected = (np.arange(32) + 0.5) / 32 * 320 / 640 + 160 / 640 - 0.5 / 64
    np.testing.assert_allclose(moved[8], expected, atol=2e-3)


def test_that_views_have_sides_that_the_network_takes() -> None:
    assert view_size(Part(0, 0, 1920, 1080), 448) == (320, 608)
    assert view_size(Part(0, 0, 10, 10), 352) == (32, 32)
    height, width = view_size(Part(0, 0, 8000, 20), 352)
    assert height == 32 and width <= 1024


def test_that_an_object_is_seen_in_one_of_a_few_shapes() -> None:
    picture = Part(0, 0, 1920, 1080)
    for box in (Part(900, 500, 1000, 600), Part(10, 20, 400, 90), Part(1800, 0, 1920, 900), Part(5, 5, 6, 6)):
        part, size = close_view(box, picture)
        assert size in CLOSE_SIZES and part.holds(box) and picture.holds(part)
        assert part.width >= min(1920, 1.39 * box.width) and part.height >= min(1080, 1.39 * box.height)
        # Never enlarged beyond what training shows, give or take a pixel.
        assert size[0] <= 4.1 * part.height and size[1] <= 4.1 * part.width
    part, size = close_view(Part(3, 3, 9, 9), Part(0, 0, 40, 30))
    assert part == Part(0, 0, 40, 30) and size == (128, 160)


# -- weights -----------------------------------------------------------------------------------------------------------


def test_that_a_head_is_kept_in_the_weights(tmp_path: Path) -> None:
    network, path = network_with_head(), tmp_path / "with.safetensors"
    save_network(network, path, "compact", dtype=torch.float16)
    loaded = load_network(path)
    assert isinstance(loaded, CompactNetwork) and loaded.clicks is not None and loaded.clicks.config == SMALL
    ClickSegmenter(loaded)
    state = network.clicks.state_dict() if network.clicks is not None else {}
    for name, value in loaded.clicks.state_dict().items():
        torch.testing.assert_close(value, state[name], atol=1e-3, rtol=1e-3)


def test_that_weights_without_a_head_are_told(tmp_path: Path) -> None:
    save_network(build_compact(TINY), tmp_path / "without.safetensors", "compact")
    with pytest.raises(UserError, match="no click head"):
        ClickSegmenter(load_network(tmp_path / "without.safetensors"))


def test_that_a_head_of_another_encoder_is_told() -> None:
    network = network_with_head()
    next(network.encoder.parameters()).data += 1
    with pytest.raises(UserError, match="made for another encoder"):
        ClickSegmenter(network)


def test_that_a_head_fits_at_two_mebibytes() -> None:
    assert 2 * sum(p.numel() for p in ClickHead(ClickConfig()).parameters()) <= 2 * 2**20
