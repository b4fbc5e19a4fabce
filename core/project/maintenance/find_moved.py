"""Finding the frames of a project that have moved, by what they hold and not by where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from core.errors import UserError
from core.project.tables.source import SourceReference
from core.video.image_folder import IMAGE_SUFFIXES
from core.video.index_reader import sampled_digest
from core.video.source import open_source

_MOST_ENTRIES = 5000
"""Of a folder and those in it that are looked at; a whole disk is not searched."""
_MOST_CANDIDATES = 300
"""Of these, how many are read."""


def find_moved(reference: SourceReference, folder: Path, depth: int = 2) -> Path | None:
    """Where in ``folder``, down to ``depth`` folders below, the frames of ``reference`` lie; None where they do not.

    Those with the old name are tried first. The fingerprint decides; nothing is guessed.
    """
    entries = sorted(_entries(folder, depth), key=lambda entry: entry.name != reference.path.name)
    candidates = islice((entry for entry in entries if _could_be(entry, reference)), _MOST_CANDIDATES)
    return next((entry for entry in candidates if _fingerprint(entry) == reference.fingerprint), None)


def _entries(folder: Path, depth: int) -> Iterator[Path]:
    level = [folder]
    left = _MOST_ENTRIES
    for _ in range(depth + 1):
        level = [entry for place in level for entry in _visible(place)]
        yield from level[:left]
        left = max(0, left - len(level))
        level = [entry for entry in level[:_MOST_ENTRIES] if entry.is_dir()]


def _visible(folder: Path) -> list[Path]:
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []  # what may not be read is not searched


def _could_be(entry: Path, reference: SourceReference) -> bool:
    suffix = reference.path.suffix.lower()
    if not entry.is_dir():
        return bool(suffix) and entry.suffix.lower() == suffix
    images = sum(file.suffix.lower() in IMAGE_SUFFIXES for file in _visible(entry))
    return not suffix and images == reference.frame_count


def _fingerprint(entry: Path) -> str | None:
    try:
        if entry.is_file() and entry.suffix.lower() not in (".tif", ".tiff"):
            # What VideoFile says, without building an index of every candidate.
            return sampled_digest([entry], "video")
        with open_source(entry) as source:
            return source.fingerprint()
    except UserError:
        return None
