"""Stored masks carry a checksum, so that a damaged one is told and never shown as if it were whole."""

from __future__ import annotations

import zlib
from pathlib import Path

from core.masks.rle import decode_rle, filling_runs, run_lengths
from core.project.failures import damaged
from core.types import BoolArray

_BYTES = 4


def seal(counts: bytes) -> bytes:
    """Compressed run lengths with their checksum behind them."""
    return counts + zlib.crc32(counts).to_bytes(_BYTES, "little")


def unseal(path: Path, sealed: bytes, height: int, width: int) -> bytes:
    """The run lengths in ``sealed``. Raises UserError, naming the project, unless they fill (height, width)."""
    if not is_whole(sealed):
        raise damaged(path, "a mask has a wrong checksum")
    counts = sealed[:-_BYTES]
    try:
        # A checksum says that nothing changed by accident, not that a program of ours wrote it.
        filling_runs(run_lengths(counts), height, width)
    except ValueError as error:
        raise damaged(path, f"a mask has {error}") from error
    return counts


def is_whole(sealed: bytes) -> bool:
    """Whether the checksum in ``sealed`` is that of its run lengths."""
    # Damage can turn a blob into a text or a number.
    return isinstance(sealed, bytes) and seal(sealed[:-_BYTES]) == sealed


def unseal_mask(path: Path, sealed: bytes, height: int, width: int) -> BoolArray:
    """The mask (height, width) bool in ``sealed``. Raises UserError when it is damaged."""
    return decode_rle(unseal(path, sealed, height, width), height, width)
