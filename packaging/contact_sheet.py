"""Shows a benchmark's masks at a glance: ``python packaging/contact_sheet.py RUN_OUTPUT DATASET OUT.png``.

One row a sequence: its first, middle and last frame (``--frames N`` for N of them) with the predicted masks over them,
and with ``--truth`` the true ones below. RUN_OUTPUT is what ``rpcm benchmark --out`` wrote, DATASET the folder in DAVIS
layout that it was given.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from core.errors import UserError  # noqa: E402
from core.evaluation.dataset import Sequence, find_sequences  # noqa: E402
from core.evaluation.evaluate import read_mask  # noqa: E402
from core.files import staged_file  # noqa: E402
from core.masks.drawing import blend, draw_outline, sample_indices  # noqa: E402
from core.types import UInt8Array  # noqa: E402
from core.video.frame_source import FrameSource  # noqa: E402
from core.video.source import open_source  # noqa: E402

CELL_WIDTH = 427
GAP = 4
PAPER = 250


def make_sheet(run: Path, dataset: Path, frames: int, truth: bool = False) -> UInt8Array:
    """Return the sheet (H, W, 3) RGB of every sequence that ``run`` has predictions of.

    Raises:
        UserError: Where there are none, or a mask or frame is missing.
    """
    folder = run / "predictions"
    found = [each for each in find_sequences(dataset, "all") if (folder / each.name).is_dir()]
    if not found:
        raise UserError(
            "{folder} holds no masks of {dataset}.",
            "Give what `rpcm benchmark --out` wrote.",
            folder=folder,
            dataset=dataset,
        )
    rows = [row for each in found for row in _rows(each, folder / each.name, frames, truth)]
    width = max(row.shape[1] for row in rows)
    return np.concatenate([_padded(row, width) for row in rows])


def _rows(sequence: Sequence, masks: Path, frames: int, truth: bool) -> list[UInt8Array]:
    with open_source(sequence.frames) as source:
        predicted = _row(source, masks, frames, sequence.name)
        return [predicted, _row(source, sequence.masks, frames, "truth")] if truth else [predicted]


def _row(source: FrameSource, masks: Path, frames: int, caption: str) -> UInt8Array:
    cells = []
    for index in sample_indices(source.frame_count, frames):
        labels = read_mask(masks / f"{Path(source.name(index)).stem}.png")
        shown = draw_outline(blend(source.read(index).image, labels, opacity=0.45), labels)
        cells.append(_cell(shown, f"{caption} {index}"))
    return np.concatenate(cells, axis=1)


def _cell(picture: UInt8Array, caption: str) -> UInt8Array:
    height = round(picture.shape[0] * CELL_WIDTH / picture.shape[1])
    image = Image.fromarray(cv2.resize(picture, (CELL_WIDTH, height), interpolation=cv2.INTER_AREA))
    ImageDraw.Draw(image).text((5, 4), caption, fill="white", stroke_width=2, stroke_fill="black")
    return np.pad(np.asarray(image), ((0, GAP), (0, GAP), (0, 0)), constant_values=PAPER)


def _padded(row: UInt8Array, width: int) -> UInt8Array:
    return np.pad(row, ((0, 0), (0, width - row.shape[1]), (0, 0)), constant_values=PAPER)


def main() -> int:
    """Draw the sheet that the command line asks for."""
    parser = argparse.ArgumentParser(description="Contact sheet of a benchmark: first, middle and last frame.")
    parser.add_argument("run", type=Path, metavar="RUN_OUTPUT")
    parser.add_argument("dataset", type=Path, metavar="DATASET")
    parser.add_argument("out", type=Path, metavar="OUT.png")
    parser.add_argument("--frames", type=int, default=3, help="frames of each sequence (3)")
    parser.add_argument("--truth", action="store_true", help="show the true masks below")
    arguments = parser.parse_args()
    try:
        sheet = make_sheet(arguments.run, arguments.dataset, arguments.frames, arguments.truth)
    except UserError as error:
        print(f"{error.message}\n{error.hint}", file=sys.stderr)
        return 2
    with staged_file(arguments.out) as staged:
        Image.fromarray(sheet).save(staged.path, format="PNG")
        staged.commit()
    print(f"{arguments.out}: {sheet.shape[1]}x{sheet.shape[0]} pixels")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
