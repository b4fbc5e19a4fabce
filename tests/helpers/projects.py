"""What the tests of the project store share: a small source, results, masks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from core.masks.labels import object_ids
from core.project.store import ProjectStore, SourceReference
from core.types import BoolArray, FrameResult, ObjectInfo, PoolSummary, UInt8Array, read_only

HEIGHT, WIDTH, FRAMES = 6, 8, 10


def source(folder: Path, frame_count: int = FRAMES) -> SourceReference:
    """A reference to a video that need not exist."""
    return SourceReference(folder / "clip.mp4", "fingerprint-1", frame_count, HEIGHT, WIDTH, 25.0)


def box(top: int, left: int, height: int = 2, width: int = 2) -> BoolArray:
    """A mask with one rectangle."""
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    mask[top : top + height, left : left + width] = True
    return mask


def label_map(masks: dict[int, BoolArray]) -> UInt8Array:
    """A label map with these masks, later ones on top."""
    labels = np.zeros((HEIGHT, WIDTH), np.uint8)
    for object_id, mask in masks.items():
        labels[mask] = object_id
    return labels


def result(
    run_id: int, index: int, labels: UInt8Array, objects: tuple[int, ...] | None = None, unsure: float = 0.25
) -> FrameResult:
    """What a run might say of a frame."""
    entropy = np.linspace(0, 0.7, HEIGHT * WIDTH, dtype=np.float16).reshape(HEIGHT, WIDTH)
    reliability = np.where(entropy > 0.35, 0, 255).astype(np.uint8)
    ids = object_ids(labels) if objects is None else objects
    return FrameResult(
        run_id=run_id,
        index=index,
        object_ids=ids,
        labels=read_only(labels),
        scores={object_id: 0.5 + object_id / 100 for object_id in ids},
        entropy=read_only(entropy),
        reliability=read_only(reliability),
        unsure_share=unsure,
        pool=PoolSummary((0, 5), 120),
        seconds={"match": 0.1},
    )


@contextmanager
def new_project(path: Path, objects: int = 3) -> Iterator[ProjectStore]:
    """A fresh project with objects 1..``objects``, closed at the end."""
    store = ProjectStore.create(path, source(path.parent))
    try:
        for object_id in range(1, objects + 1):
            store.objects.add(ObjectInfo(object_id, f"object {object_id}", (object_id, 0, 255)))
        yield store
    finally:
        store.close()
