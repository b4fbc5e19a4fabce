"""How much faster ``rpcm evaluate`` is than the same figures computed as they are written down.

    python -m tests.benchmarks.evaluation_speed [PREDICTION GROUND_TRUTH] [--rounds 3]

Without folders it takes the masks of ``davis-metrics`` in the design data beside the checkout. The plain form works as
the official DAVIS 2017 toolkit does: it reads every mask with Pillow, compares all of a sequence with an array of
object numbers, and measures each object over the whole frame with numpy, dilating both boundaries by a disk. Rounds
alternate, in one process with one thread each, and count processor time, so that other work on the machine hardly
matters; both must come to the same J and F.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from core.evaluation.evaluate import evaluate
from core.evaluation.metrics import disk, tolerance_radius

MASKS = Path(__file__).resolve().parents[3] / "shared" / "golden" / "davis-metrics"
OFFICIAL_SECONDS = 9.5
"""What the official toolkit took for ``davis-metrics``, as its README says, on a machine busy with other work."""

Mask = npt.NDArray[np.bool_]


def plain(prediction: Path, truth: Path) -> tuple[float, float]:
    """Mean J and F over all objects, each the mean over its frames."""
    regions, boundaries = [], []
    for folder in sorted(path for path in prediction.iterdir() if path.is_dir()):
        names = sorted(path.name for path in (truth / folder.name).glob("*.png"))
        true = np.stack([_read(truth / folder.name / name) for name in names])
        said = np.stack([_read(folder / name) for name in names])
        count = int(true[0].max())
        for ours, theirs in zip(_by_object(said, count), _by_object(true, count), strict=True):
            regions.append(float(np.mean([_region(*pair) for pair in zip(ours, theirs, strict=True)])))
            boundaries.append(float(np.mean([_boundary(*pair) for pair in zip(ours, theirs, strict=True)])))
    return float(np.mean(regions)), float(np.mean(boundaries))


def _by_object(labels: npt.NDArray[np.uint8], count: int) -> Mask:
    """Label maps (T, H, W) as one stack of masks an object, without the first and the last frame."""
    numbers = np.ones((count, *labels.shape)) * np.arange(1, count + 1)[:, None, None, None]
    masks: Mask = (numbers == labels)[:, 1:-1]
    return masks


def _read(path: Path) -> npt.NDArray[np.uint8]:
    return np.array(Image.open(path))


def _region(said: Mask, true: Mask) -> float:
    union = np.sum(said | true)
    return float(np.sum(said & true) / union) if union else 1.0


def _boundary(said: Mask, true: Mask) -> float:
    ball = disk(tolerance_radius(*true.shape))
    ours, theirs = _outline(said), _outline(true)
    if not ours.any() or not theirs.any():
        return float(ours.any() == theirs.any())
    precision = np.sum(ours & (cv2.dilate(theirs.astype(np.uint8), ball) > 0)) / np.sum(ours)
    recall = np.sum(theirs & (cv2.dilate(ours.astype(np.uint8), ball) > 0)) / np.sum(theirs)
    return float(2 * precision * recall / (precision + recall)) if precision + recall else 0.0


def _outline(mask: Mask) -> Mask:
    east, south, corner = mask.copy(), mask.copy(), mask.copy()
    east[:, :-1], south[:-1], corner[:-1, :-1] = mask[:, 1:], mask[1:], mask[1:, 1:]
    edge = (mask ^ east) | (mask ^ south) | (mask ^ corner)
    edge[-1], edge[:, -1] = (mask ^ east)[-1], (mask ^ south)[:, -1]
    edge[-1, -1] = False
    return edge


def seconds(work: Callable[[], object]) -> float:
    """Processor time of ``work``."""
    before = time.process_time()
    work()
    return time.process_time() - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prediction", nargs="?", type=Path, default=MASKS / "prediction")
    parser.add_argument("truth", nargs="?", type=Path, default=MASKS / "ground_truth")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    prediction, truth = arguments.prediction, arguments.truth
    cv2.setNumThreads(1)
    summary = evaluate(prediction, truth).summary
    assert np.allclose(plain(prediction, truth), (summary.region.mean, summary.boundary.mean), atol=1e-9)
    pairs = [
        (seconds(lambda: plain(prediction, truth)), seconds(lambda: evaluate(prediction, truth)))
        for _ in range(arguments.rounds)
    ]
    slow, fast = (median(column) for column in zip(*pairs, strict=True))
    sys.stdout.write(
        f"plain form {slow:.2f} s, rpcm evaluate {fast:.2f} s of processor time: {slow / fast:.1f} times as fast\n"
    )
    if prediction == MASKS / "prediction":
        sys.stdout.write(
            f"official toolkit {OFFICIAL_SECONDS} s by the clock, as told: {OFFICIAL_SECONDS / fast:.1f} times\n"
        )


if __name__ == "__main__":
    main()
