"""What the demo makes of the bundled sample clip: a project, a data set, pictures and figures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import numpy as np
from PIL import Image

from core.errors import UserError
from core.evaluation.evaluate import evaluate
from core.evaluation.results import Evaluation, write_json
from core.files.owned import write_own
from core.formats import Clip, ExportOptions, never_stop, no_progress, writer
from core.masks.drawing import SheetRow, contact_sheet, sample_indices
from core.masks.labels import object_ids
from core.masks.palette import object_colour
from core.masks.png import read_label_map
from core.paths import resource
from core.project.store import ProjectStore, SourceReference
from core.types import FrameResult, ObjectInfo, RunRequest, Seed, UInt8Array
from core.video.frame_source import FrameSource
from core.video.source import open_source

NAME = "sample"
SHEET_ROWS = 6


@dataclass(frozen=True, slots=True)
class Sample:
    """The bundled clip, the folder of its exact masks, and the seed: the mask of frame 0."""

    source: FrameSource
    masks: Path
    seed: Seed

    def request(self) -> RunRequest:
        """The whole clip, from the seed on."""
        return RunRequest(run_id=1, seeds=(self.seed,), first=0, last=self.source.frame_count - 1)

    def objects(self) -> tuple[ObjectInfo, ...]:
        """The objects of the seed."""
        return tuple(ObjectInfo(i, f"object {i}", object_colour(i)) for i in object_ids(self.seed.labels))


@contextmanager
def open_sample() -> Iterator[Sample]:
    """The bundled sample. Raises UserError where its files are missing."""
    video, masks = resource(NAME, "sample.mp4"), resource(NAME, "masks")
    for path in (video, masks):
        if not path.exists():
            raise UserError("The sample clip is incomplete: {path} is missing.", "Reinstall the program.", path=path)
    with open_source(video) as source:
        yield Sample(source, masks, Seed(0, read_label_map(masks / "00000.png", (source.height, source.width))))


class DemoProject:
    """A new project of the sample that takes up each result, to be opened in the window.

    An earlier demo's project may hold the user's corrections, so the new one takes the next free name.
    """

    def __init__(self, folder: Path, sample: Sample) -> None:
        source = sample.source
        self.path = next(path for number in count(1) if not (path := folder / _project_name(number)).exists())
        folder.mkdir(parents=True, exist_ok=True)
        reference = SourceReference(
            source.path, source.fingerprint(), source.frame_count, source.height, source.width, source.fps
        )
        self._store = ProjectStore.create(self.path, reference)
        masks = {each.id: sample.seed.labels == each.id for each in sample.objects()}
        with self._store.transaction():
            for each in sample.objects():
                self._store.objects.add(each)
            self._store.set_annotations(sample.seed.index, masks)
        self.run_id = self._store.begin_run({"direction": "forward", "first": 0, "last": source.frame_count - 1})

    def add(self, result: FrameResult) -> None:
        """Store a result of the run ``run_id``."""
        self._store.add_prediction(result)

    def close(self) -> None:
        """Close the file; everything was saved before."""
        self._store.close()


def measure(sample: Sample, out: Path) -> Evaluation:
    """J and F of ``out/masks`` against the exact masks, also written to ``out/evaluation.json``."""
    evaluation = evaluate(out / "masks", sample.masks)
    write_json(out / "evaluation.json", evaluation.as_json())
    return evaluation


def export(sample: Sample, out: Path) -> dict[str, Path]:
    """The result as overlay video, contact sheet and DAVIS data set: path by what it is."""
    clip = Clip(NAME, sample.source, sample.objects(), lambda index: _labels(sample.source, out, index))
    video, dataset, sheet = out / "overlay.mp4", out / "davis", out / "contact-sheet.png"
    for format_id, path in (("overlay", video), ("davis", dataset)):
        writer(format_id).write(clip, path, ExportOptions(overwrite=True), no_progress, never_stop)
    write_sheet(clip, out, sheet)
    return {"overlay video": video, "contact sheet": sheet, "DAVIS data set": dataset}


def write_sheet(clip: Clip, out: Path, path: Path) -> None:
    """A picture of some frames with their overlay and reliability side by side. Raises UserError."""
    rows = [_row(clip, out, index) for index in sample_indices(clip.frames.frame_count, SHEET_ROWS)]
    sheet = contact_sheet(rows, colours={each.id: each.colour for each in clip.objects})
    data = io.BytesIO()
    Image.fromarray(sheet).save(data, format="PNG")
    write_own(path, data.getvalue())


def _row(clip: Clip, out: Path, index: int) -> SheetRow:
    name = clip.frames.name(index)
    with Image.open(out / "reliability" / f"{name}.png") as image:
        reliability = np.array(image, np.uint8)
    return SheetRow(f"frame {index}", clip.frames.read(index).image, clip.labels(index), reliability)


def _labels(source: FrameSource, out: Path, index: int) -> UInt8Array:
    return read_label_map(out / "masks" / f"{source.name(index)}.png", allow_empty=True)


def _project_name(number: int) -> str:
    return f"{NAME}.rpcm" if number == 1 else f"{NAME}-{number}.rpcm"
