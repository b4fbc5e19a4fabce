"""Training data from what people annotated: the frames of a project that a person drew or vouched for."""

from __future__ import annotations

import logging
import re
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np

from core.errors import UserError, explained
from core.files import staged_folder
from core.files.owned import refuse_overwrite, write_manifest
from core.masks.labels import compose
from core.masks.png import write_label_map
from core.project.frames import open_frames
from core.project.store import ProjectStore
from core.types import BACKGROUND, VOID, UInt8Array
from core.video.source import FrameSource, sources_of

LOG = logging.getLogger(__name__)

JPEG_QUALITY = 95


def unpack_project(project: Path, root: Path) -> str:
    """Add the annotated and reviewed frames of ``project`` to the DAVIS layout at ``root``; returns their name there.

    Frames that a person reviewed are taken as they stand. On others only what a person drew is said: where a run alone
    saw an object, the pixels are void. Frames that show no object are left out. What was there from an earlier
    unpacking is replaced.

    Raises:
        UserError: For a project that cannot be read or holds no such frame, frames that have moved, or a full disk.
    """
    name = re.sub(r"[^\w.-]+", "_", project.stem) or "project"
    images, masks = root / "JPEGImages" / name, root / "Annotations" / name
    with closing(ProjectStore.open(project, read_only=True)) as store, open_frames(store) as source:
        for warning in source.warnings:
            LOG.warning("%s", warning)
        frames = _wanted(store, source)
        if not frames:
            raise UserError(
                f"{project} has no frame that a person annotated or reviewed and that shows an object.",
                "Annotate or review some frames first.",
            )
        earlier = [refuse_overwrite(folder, overwrite=True, keep=sources_of(source)) for folder in (images, masks)]
        with staged_folder(images) as new_images, staged_folder(masks) as new_masks:
            for index, labels in frames:
                stem = f"{index:06d}"
                _write_picture(new_images.path / f"{stem}.jpg", source.read(index).image)
                write_label_map(new_masks.path / f"{stem}.png", labels)
            for staged, old in zip((new_images, new_masks), earlier, strict=True):
                write_manifest(staged.path)
                staged.commit(None if old is None else old.refuse_changed)
    return name


def _wanted(store: ProjectStore, source: FrameSource) -> list[tuple[int, UInt8Array]]:
    timeline = store.summaries()
    indices = np.flatnonzero(timeline.annotated | timeline.reviewed)
    labels = [(int(index), known_labels(store, int(index))) for index in indices if index < source.frame_count]
    return [(index, each) for index, each in labels if ((each != BACKGROUND) & (each != VOID)).any()]


def known_labels(store: ProjectStore, frame: int) -> UInt8Array:
    """What a person stands for on a frame, (H, W): the rest is void where a run saw an object, else background."""
    if store.view.is_reviewed(frame):
        return store.effective_labels(frame)
    guessed = store.view.predicted_labels(frame)
    drawn = store.annotations.masks(frame)
    # What a person drew anew is no longer what the run said of that object.
    unsaid = ~np.isin(guessed, [BACKGROUND, *drawn])
    return compose(np.where(unsaid, np.uint8(VOID), np.uint8(BACKGROUND)), drawn)


def _write_picture(path: Path, image: UInt8Array) -> None:
    done, data = cv2.imencode(".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    assert done, "OpenCV writes every RGB picture as JPEG"
    with explained(path, "write"):
        path.write_bytes(data.tobytes())
