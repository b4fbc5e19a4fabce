"""Whether anything of a dataset could be read: an empty result must not look like success."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.errors import UserError
from core.formats.base import LabelledClip

_LEFT_OUT = "left out"


def refuse_no_clips(names: Sequence[str], dataset: Path) -> None:
    """Raise UserError where a dataset lists no clips."""
    if not names:
        raise UserError(f"'{dataset}' lists no clips.", "Choose a dataset with clips in it, or another set of it.")


def refuse_nothing(clip: LabelledClip, dataset: Path) -> None:
    """Raise UserError where no frame has a mask, and the dataset has no empty ones either or holds what is left out.

    Masks that are all background are a result like any other. Frames are read up to the first one with an object.
    """
    covered = [index for index in range(clip.frames.frame_count) if clip.reviewed(index)]
    if any(clip.labels(index).any() for index in covered):
        return
    lost = [note for note in clip.notes() if _LEFT_OUT in note]
    if covered and not lost:
        return
    raise UserError(
        f"Nothing could be read of '{dataset}', no frame has a mask: {' '.join(lost) or 'it is empty.'}",
        "Choose a dataset of masks or polygons, and the video that it was made from.",
    )
