"""Print the counts of the fault tests: ``python -m tests.benchmarks.faults [--kills 200] [--flips 2000] [--pages 96]``.

The first loss ends it with an AssertionError. Filling a disk needs the superuser of Linux.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.faults.filling import DISK, WRITES, fill_many, origin
from tests.faults.flipping import SILENT, flip_many
from tests.faults.killing import kill_many
from tests.faults.small_disk import can_mount, small_disk


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def kills(folder: Path, number: int, seed: int) -> None:
    """``kill -9`` at random moments."""
    count = kill_many(folder, number, seed)
    for kind, killed in count.kills.items():
        say(
            f"kill -9   {kind:12} {killed:4} kills, {count.under_way[kind]:4} in the middle of a step, "
            f"{count.acknowledged[kind]:6} steps acknowledged, 0 lost"
        )


def flips(folder: Path, number: int, seed: int) -> None:
    """Single flipped bits."""
    count = flip_many(folder, number, seed)
    for outcome, times in sorted(count.items()):
        say(f"flipped   {outcome:30} {times:5}")
    say(f"flipped   silently wrong {sum(count[outcome] for outcome in SILENT)} of {number}")


def full_disk(folder: Path, pages: int) -> None:
    """Every kind of write with 0, 1, 2, ... free pages."""
    if not can_mount():
        say("full disk skipped: only the superuser of Linux may mount a small disk")
        return
    with small_disk(folder / "disk", DISK) as disk:
        count: Counter[tuple[str, str]] = fill_many(disk, origin(folder), range(pages))
    for name in WRITES:
        say(
            f"full disk {name:12} {count[name, 'told']:4} times told, {count[name, 'done']:4} times room enough, 0 lost"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--flips", type=int, default=2000)
    parser.add_argument("--pages", type=int, default=96)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for part in ("kills", "flips", "pages"):
            (Path(name) / part).mkdir()
        if arguments.kills:
            kills(Path(name) / "kills", arguments.kills, arguments.seed)
        if arguments.flips:
            flips(Path(name) / "flips", arguments.flips, arguments.seed)
        if arguments.pages:
            full_disk(Path(name) / "pages", arguments.pages)


if __name__ == "__main__":
    main()
