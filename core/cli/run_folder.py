"""What ``rpcm propagate`` and ``rpcm demo`` leave in their folder.

Seeds from mask files and frame ranges from the command line.
"""

from __future__ import annotations

import io
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from core.cli.arguments import FrameRange, SeedArgument
from core.errors import UserError
from core.evaluation.results import encode_json
from core.files.owned import OwnWriter, refuse_to_lose
from core.machine import peak_memory
from core.masks.labels import object_ids
from core.masks.png import encode_grey, encode_label_map, read_label_map
from core.review.estimator import QualityEstimator
from core.types import BACKGROUND, VOID, Direction, FrameResult, Seed, SeedMode, UInt8Array
from core.video.frame_source import FrameSource


def resolve_range(source: FrameSource, wanted: FrameRange | None) -> tuple[int, int]:
    """First and last frame to propagate over, both included: by default all that can be read."""
    readable = source.frame_count if source.broken_from is None else source.broken_from
    first, last = (wanted.first, wanted.last) if wanted is not None else (None, None)
    return first or 0, readable - 1 if last is None else last


def read_seeds(
    given: Iterable[SeedArgument], source: FrameSource, first: int, last: int, direction: Direction
) -> tuple[Seed, ...]:
    """Seeds of mask files, in the order in which the propagation meets them.

    A mask without a frame belongs to the first frame of the range (the last one when going backward). A later mask of
    objects that no earlier one has lets them join; any other begins again from its frame.

    Raises:
        UserError: Where a mask is unusable or its frame lies outside the range.
    """
    start = last if direction == "backward" else first
    masks = [(start if seed.frame is None else seed.frame, seed.path) for seed in given]
    for frame, path in masks:
        if not first <= frame <= last:
            raise UserError(
                "The seed '{path}' belongs to frame {frame}, which is outside the range {first}:{last}.",
                "Give its frame as MASK.png@FRAME, counted from 0, or change --range.",
                path=path,
                frame=frame,
                first=first,
                last=last,
            )
    masks.sort(reverse=direction == "backward")
    labels = [read_label_map(path, (source.height, source.width)) for _, path in masks]
    modes = seed_modes([set(object_ids(each)) for each in labels])
    return tuple(Seed(frame, each, mode) for (frame, _), each, mode in zip(masks, labels, modes, strict=True))


def seed_modes(objects: Sequence[set[int]]) -> list[SeedMode]:
    """What each seed does to the pool, from the ids of its objects, in the order in which they are met."""
    known: set[int] = set()
    modes = []
    for ids in objects:
        modes.append(SeedMode.RESET if not known or ids & known else SeedMode.JOIN)
        known = known | ids if modes[-1] is SeedMode.JOIN else set(ids)
    return modes


def certain_probabilities(seed: Seed) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """(N, H, W), background first: 1 for what the seed says of a pixel; all channels alike where it says nothing."""
    values = np.array([0, *object_ids(seed.labels)], np.uint8)
    said = (seed.labels[None] == values[:, None, None]).astype(np.float32)
    return np.where(said.any(axis=0), said, np.float32(1 / len(values)))


class RunFolder:
    """Writes each result as it comes, so that whatever ends a run, its finished frames are there.

    ``masks/<stem>.png``, ``reliability/<stem>.png`` (255 sure, 0 unsure), on demand ``probabilities/<stem>.npy``
    (float32, background first), and in the end ``report.json``. Only files of an earlier run are ever replaced.

    With ``review`` the report says how good each mask probably is, what happened, and which frames to correct before a
    run in ``direction``.
    """

    def __init__(
        self,
        folder: Path,
        source: FrameSource,
        *,
        save_probabilities: bool = False,
        review: QualityEstimator | None = None,
        direction: Direction = "forward",
    ) -> None:
        self.folder = folder
        self._source = source
        self._writer = OwnWriter(folder)
        self._save_probabilities = save_probabilities
        self._review = review
        self._direction = direction
        self._frames: dict[int, dict[str, Any]] = {}
        self._stages: dict[str, float] = defaultdict(float)
        self.seconds = 0.0

    def claim(self, frames: Iterable[int], keep: Sequence[Path], *, overwrite: bool) -> None:
        """Raise UserError where files of these frames could not be written without destroying something.

        Args:
            frames: Every frame that may be written.
            keep: Files and folders that are read.
            overwrite: Whether files of an earlier run may be replaced; others never are.
        """
        files = [self.folder / "report.json", *(file for index in frames for file in self._files(index))]
        for file in files:
            refuse_to_lose(file, keep)
        self._writer.refuse_foreign(files, overwrite=overwrite)

    def _files(self, index: int) -> list[Path]:
        name = self._source.name(index)
        files = [self.folder / "masks" / f"{name}.png", self.folder / "reliability" / f"{name}.png"]
        return [*files, self.folder / "probabilities" / f"{name}.npy"] if self._save_probabilities else files

    @property
    def frame_count(self) -> int:
        """Frames written so far."""
        return len(self._frames)

    def write_seed(self, seed: Seed) -> None:
        """The mask that the user gave, which is sure everywhere. Raises UserError."""
        labels = np.where(seed.labels == VOID, np.uint8(BACKGROUND), seed.labels)
        self._write(seed.index, labels, np.full_like(labels, 255))
        if self._review is not None:
            self._review.add_seed(seed, self._source.read(seed.index).image)
        if self._save_probabilities:
            self._write_array(seed.index, certain_probabilities(seed))

    def write_result(self, result: FrameResult) -> None:
        """One frame of the run; a later word on the same frame replaces the earlier one. Raises UserError."""
        self._write(result.index, result.labels, result.reliability)
        if result.probabilities is not None:
            self._write_array(result.index, result.probabilities)
        for stage, seconds in result.seconds.items():
            self._stages[stage] += seconds
        self._frames[result.index] = self._entry(result)
        if self._review is not None:
            self._review.update(result)

    @contextmanager
    def reported(self, about: Mapping[str, Any], should_stop: Callable[[], bool]) -> Iterator[None]:
        """Time the run in the block and write ``report.json`` at its end, also where an error ends it.

        Args:
            about: What the caller has to say of the run.
            should_stop: Whether it was asked to stop, and so is not complete.
        """
        start = time.perf_counter()
        complete = False
        try:
            yield
            complete = not should_stop()
        finally:
            self.seconds = time.perf_counter() - start
            self._write_report({"complete": complete, **about})

    @property
    def never_found(self) -> list[int]:
        """The objects that won no pixel of any result, rising."""
        scores = [(int(name), score) for frame in self._frames.values() for name, score in frame["scores"].items()]
        return sorted({number for number, _ in scores} - {number for number, score in scores if score > 0})

    @property
    def frames_per_second(self) -> float:
        """Of the run as a whole, writing included."""
        return self.frame_count / self.seconds if self.seconds > 0 else 0.0

    def _write_report(self, about: Mapping[str, Any]) -> None:
        count = max(self.frame_count, 1)
        report = {
            **about,
            "frames_per_second": self.frames_per_second,
            "ms_per_stage": {stage: 1000 * total / count for stage, total in self._stages.items()},
            "peak_memory_bytes": peak_memory(),
            "frames": list(self._frames.values()),
            **({} if self._review is None else self._review.as_json(self._direction)),
        }
        self._writer.write(self.folder / "report.json", encode_json(report))

    def _write(self, index: int, labels: UInt8Array, reliability: UInt8Array) -> None:
        name = f"{self._source.name(index)}.png"
        self._writer.write(self.folder / "masks" / name, encode_label_map(labels))
        self._writer.write(self.folder / "reliability" / name, encode_grey(reliability))

    def _write_array(self, index: int, probabilities: np.ndarray[Any, np.dtype[np.float32]]) -> None:
        buffer = io.BytesIO()
        np.save(buffer, probabilities)
        self._writer.write(self.folder / "probabilities" / f"{self._source.name(index)}.npy", buffer.getvalue())

    def _entry(self, result: FrameResult) -> dict[str, Any]:
        return {
            "index": result.index,
            "name": self._source.name(result.index),
            "detail": result.level,
            "unsure_share": result.unsure_share,
            "pool_size": len(result.pool.frames),
            "pool_frames": list(result.pool.frames),
            "pool_pixels": result.pool.pixels,
            "scores": {str(object_id): score for object_id, score in result.scores.items()},
            "ms": 1000 * sum(result.seconds.values()),
            "peak_memory_bytes": peak_memory(),
        }
