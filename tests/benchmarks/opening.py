"""Print how long a huge project takes to open: ``python -m tests.benchmarks.opening [--frames 100000] [--objects 20]``.

Every frame has a result of a run with a mask of each object, one frame in twenty has the user's masks, one in ten is
reviewed. Masks have their real size for 1080p; the maps of a run, which opening never reads, are kept short so that the
file fits anywhere.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np

from core.masks.palette import object_colour
from core.masks.rle import encode_rle
from core.project.codec import add_checksum
from core.project.database import connect
from core.project.integrity import check_quickly
from core.project.store import ProjectStore, SourceReference
from core.types import ObjectInfo
from rpcm_gui.model.document import Document
from rpcm_gui.session.open_project import CHECK_SECONDS

HEIGHT, WIDTH, SHAPES = 1080, 1920, 64


def sealed_masks() -> list[bytes]:
    """Ellipses with a wavy outline, as stored."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    masks = []
    for number in range(SHAPES):
        angle = np.arctan2(rows - 540, columns - 960)
        radius = (200 + 2 * number) * (1 + 0.08 * np.sin(7 * angle + number))
        masks.append(add_checksum(encode_rle(np.hypot(rows - 540, columns - 960) < radius)))
    return masks


def build(path: Path, frames: int, objects: int) -> None:
    """Write the project with a few statements."""
    with closing(ProjectStore.create(path, SourceReference(path, "f", frames, HEIGHT, WIDTH, 25.0))) as store:
        for number in range(1, objects + 1):
            store.objects.add(ObjectInfo(number, f"object {number}", object_colour(number)))
        run = store.begin_run({"direction": "forward"})
        numbers = f"WITH RECURSIVE n(frame) AS (SELECT 0 UNION ALL SELECT frame + 1 FROM n WHERE frame + 1 < {frames})"
        masks = "JOIN objects ON objects.id <= :objects JOIN shapes ON shapes.id = (frame + 7 * objects.id) % :shapes"
        with store.transaction():
            base = store._database
            base.write("CREATE TEMP TABLE shapes (id INTEGER PRIMARY KEY, counts BLOB)")
            base.write_rows("INSERT INTO shapes VALUES (?, ?)", list(enumerate(sealed_masks())))
            values = {"run": run, "objects": objects, "shapes": SHAPES}
            base.query(f"{numbers} INSERT INTO results SELECT frame, :run, 0.25 FROM n", values)
            base.query(
                f"{numbers} INSERT INTO maps SELECT frame, :run, zeroblob(200), zeroblob(200), 1.0, '[0]', 9 FROM n",
                values,
            )
            base.query(
                f"{numbers} INSERT INTO predictions SELECT frame, objects.id, :run, counts, 0.9 FROM n {masks}", values
            )
            base.query(
                f"{numbers} INSERT INTO annotations SELECT frame, objects.id, counts FROM n {masks} "
                "WHERE frame % 20 = 0",
                values,
            )
            base.query(f"{numbers} INSERT INTO reviewed SELECT frame, :run FROM n WHERE frame % 10 = 0", values)


def peak_mib() -> float:
    """The most memory that this process held so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


Seconds = tuple[float, float]
"""On the wall's clock, and of this process's own computing."""


def now() -> Seconds:
    """Both clocks."""
    return time.perf_counter(), time.process_time()


def measure(path: Path) -> dict[str, Seconds]:
    """Each step of one opening, as the window goes through them."""
    moments = [now()]
    # What the window's job does beside its thread.
    with closing(connect(path, read_only=True)) as database:
        check_quickly(database, CHECK_SECONDS)
    moments.append(now())
    store = ProjectStore.open(path, check=False)
    moments.append(now())
    document = Document(store)
    moments.append(now())
    document.masks.labels(len(document.summaries()) // 2)
    moments.append(now())
    store.close()
    names = ("check", "open", "objects and timeline", "first frame's masks")
    steps = zip(names, moments, moments[1:], strict=False)
    found = {name: (end[0] - start[0], end[1] - start[1]) for name, start, end in steps}
    found["sum"] = (moments[-1][0] - moments[0][0], moments[-1][1] - moments[0][1])
    return found


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=100_000)
    parser.add_argument("--objects", type=int, default=20)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where to build, and keep, the project (a temporary folder)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = (arguments.folder or Path(scratch)) / "huge.rpcm"
        if not path.exists():
            build(path, arguments.frames, arguments.objects)
        say(f"{path.stat().st_size / 2**20:.0f} MiB, {arguments.frames} frames, {arguments.objects} objects")
        before = peak_mib()
        rounds = [measure(path) for _ in range(arguments.times)]
        for step in rounds[0]:
            wall, own = ([each[step][clock] for each in rounds] for clock in (0, 1))
            say(
                f"{step:22} median {statistics.median(wall):6.3f} s, worst {max(wall):6.3f} s; "
                f"computing {statistics.median(own):6.3f} s"
            )
        say(f"peak memory {before:.0f} MiB before opening, {peak_mib():.0f} MiB after")


if __name__ == "__main__":
    main()
