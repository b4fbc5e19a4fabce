"""Which frames of the source the frames of a task or job of CVAT are: numbers are the video's, with start and step."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.formats.reading import match_stems
from core.formats.remarks import Remarks
from core.video.image_folder import ImageFolder
from core.video.source import FrameSource

_MOST_FRAMES = 10_000_000


@dataclass(frozen=True, slots=True)
class TaskFrames:
    """The frames of a task.

    Attributes:
        numbers: By which shapes name them, ascending.
        names: Numbers in the names of their pictures; in the video, too.
    """

    numbers: tuple[int, ...]
    names: tuple[int, ...]


def picture_name(number: int) -> str:
    """The stem of the picture of a frame, as CVAT writes it."""
    return f"frame_{number:06d}"


def task_frames(about: ET.Element, used: Collection[int], *, counts_from_zero: bool) -> TaskFrames:
    """The frames that ``about``, the ``task`` or ``job`` of a file's head, speaks of.

    Args:
        used: Numbers of the frames with shapes that are seen.
        counts_from_zero: Whether shapes number the task's own frames, as exports of ours once did.

    Raises:
        ValueError: The numbers do not belong together.
    """
    start, stop = int(about.findtext("start_frame") or 0), int(about.findtext("stop_frame") or 0)
    found = re.search(r"step\s*=\s*([0-9]+)", about.findtext("frame_filter") or "")
    step = max(int(found[1]), 1) if found else 1
    size = int(about.findtext("size") or len(range(start, stop + 1, step)))
    if not 0 <= size <= _MOST_FRAMES or start < 0:
        raise ValueError(f"it has {size} frames from frame {start} on")
    own = tuple(range(size))
    grid = tuple(start + step * position for position in own)
    if about.tag == "job" and size == stop - start + 1:
        grid = _of_job(range(start, stop + 1), step, used)
    if counts_from_zero and set(used) <= set(own):
        return TaskFrames(own, grid)
    if set(used) <= set(grid):
        return TaskFrames(grid, grid)
    if set(used) <= set(own):
        return TaskFrames(own, grid)
    stray = min(set(used) - set(grid))
    raise ValueError(f"it has a shape on frame {stray}, which is not one of its frames ({_listed(grid)})")


def _of_job(frames: range, step: int, used: Collection[int]) -> tuple[int, ...]:
    """Numbers in the video of a job's frames, which its head counts within the task, whose own start it leaves out."""
    lowest = max((number - step * frames[-1] for number in used), default=0)
    first = min(used, default=0)
    start = max(lowest, 0)
    start += (first - start) % step
    return tuple(start + step * frame for frame in frames)


def _listed(grid: tuple[int, ...]) -> str:
    return ", ".join(map(str, grid)) if len(grid) <= 3 else f"{grid[0]}, {grid[1]}, ... {grid[-1]}"


def source_frames(task: TaskFrames, frames: FrameSource, root: Path, remarks: Remarks) -> Mapping[int, int]:
    """Per number of a frame, as shapes name it, the frame of the source. Raises UserError where they do not fit.

    The source is the task's pictures, called as CVAT calls them or as many as the task has frames, or the whole video.
    """
    if isinstance(frames, ImageFolder):
        index_of = {frames.name(index): index for index in range(frames.frame_count)}
        if all(picture_name(name) in index_of for name in task.names):
            pairs = zip(task.numbers, task.names, strict=True)
            return {number: index_of[picture_name(name)] for number, name in pairs}
    if not task.names or task.names[-1] < frames.frame_count:
        return dict(zip(task.numbers, task.names, strict=True))
    if len(task.numbers) == frames.frame_count:
        return {number: index for index, number in enumerate(task.numbers)}
    stems = [f"{name:05d}" for name in task.names]
    return dict(zip(task.numbers, match_stems(frames, stems, root, remarks), strict=True))
