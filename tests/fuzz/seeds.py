"""Write a small good file for each reader, for the fuzzer to begin with: ``python -m tests.fuzz.seeds FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from core.masks.rle import encode_rle
from core.types import ObjectInfo
from tests.helpers.datasets import clip_of, export
from tests.helpers.hostile_projects import make_project

_FILES = {
    "coco": "annotations/*.json",
    "youtube-vis": "*/instances.json",
    "youtube-vos": "*/meta.json",
    "labelme": "*/*.json",
    "cvat": "annotations.xml",
    "mots": "instances_txt/*.txt",
    "yolo-seg": "labels/*/*.txt",
}


def write(folder: Path) -> None:
    """Write ``folder/READER/seed``."""
    labels = np.zeros((6, 8), np.uint8)
    labels[1:4, 1:4], labels[4:6, 4:7] = 1, 2
    clip = clip_of([labels, labels], [ObjectInfo(1, "a", (1, 2, 3), category="dog"), ObjectInfo(2, "b", (3, 2, 1))])
    found = {"run-lengths": encode_rle(labels == 1), "segmentation": b"[[0, 0, 5, 0, 5, 5]]"}
    for kind, pattern in _FILES.items():
        export(clip, kind, folder / ".made" / kind)
        found[kind] = sorted((folder / ".made" / kind).glob(pattern))[0].read_bytes()
    found["xml"] = found["cvat"]
    found["yolo-names"] = (folder / ".made" / "yolo-seg" / "data.yaml").read_bytes()
    export(clip, "masks", folder / ".made" / "masks")
    found["mask"] = sorted((folder / ".made" / "masks" / "masks").glob("*.png"))[0].read_bytes()
    project = make_project(folder / ".made" / "project").read_bytes()
    found |= {"project": project, "repair": project}
    export(clip, "overlay", folder / ".made" / "clip.mp4")
    found["video"] = (folder / ".made" / "clip.mp4").read_bytes()
    for reader, content in found.items():
        (folder / reader).mkdir(parents=True, exist_ok=True)
        (folder / reader / "seed").write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
