"""Results of a run, packed for the project file. Packing is the dear part and happens in the worker's thread.

Stored masks carry a checksum, so that a damaged one is told and never shown as if it were whole.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import Text
from core.files.documents import parse_json
from core.masks.rle import decode_rle, encode_rle, filling_runs, run_lengths
from core.project.errors import UnpackError, damaged
from core.types import BoolArray, Float16Array, FrameResult, PoolSummary, UInt8Array, read_only

_FAST = 1
"""zlib's level: the maps are mostly even, and higher levels take several times as long to save a tenth."""


_MOST_ENTROPY = 10.0
"""Of 256 classes it is ln(256) nats, 5.6."""


@dataclass(frozen=True, slots=True)
class EncodedMask:
    """Run lengths of what a run says of one object on one frame (empty where it is absent), and its score 0..1."""

    object_id: int
    counts: bytes
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodedResult:
    """A ``FrameResult`` packed for storage: immutable, small, without arrays.

    Attributes:
        index: The frame.
        height: Of the label map, in pixels.
        width: Of the label map, in pixels.
        masks: One per object of the run.
        reliability: One bit per pixel (1 sure), row by row, compressed.
        entropy: One byte per pixel, 255 standing for ``entropy_max``, compressed.
        entropy_max: The frame's largest entropy, in the unit of the run.
        unsure_share: Share of unsure pixels, 0..1.
        pool: What the reliable patch pool held.
    """

    run_id: int
    index: int
    height: int
    width: int
    masks: tuple[EncodedMask, ...]
    reliability: bytes
    entropy: bytes
    entropy_max: float
    unsure_share: float
    pool: PoolSummary


def encode_result(result: FrameResult) -> EncodedResult:
    """Pack ``result``. Needs no project and may run in any thread."""
    height, width = result.labels.shape
    # Column order, since run lengths are column-major: one transposing copy instead of one per object.
    columns = np.asfortranarray(result.labels)
    entropy, entropy_max = encode_entropy(result.entropy)
    return EncodedResult(
        run_id=result.run_id,
        index=result.index,
        height=height,
        width=width,
        masks=tuple(
            EncodedMask(object_id, encode_rle(columns == object_id), float(result.scores.get(object_id, 0.0)))
            for object_id in result.object_ids
        ),
        reliability=encode_reliability(result.reliability),
        entropy=entropy,
        entropy_max=entropy_max,
        unsure_share=float(result.unsure_share),
        pool=result.pool,
    )


def encode_reliability(reliability: UInt8Array) -> bytes:
    """Pack a reliability map (H, W), 255 sure and 0 unsure."""
    return zlib.compress(np.packbits(reliability > 127).tobytes(), _FAST)


def decode_reliability(data: bytes, height: int, width: int) -> UInt8Array:
    """The reliability map (H, W), 255 sure and 0 unsure, read-only."""
    bits = np.unpackbits(_unpacked(data, (height * width + 7) // 8), count=height * width)
    return read_only((bits * np.uint8(255)).reshape(height, width))


def encode_entropy(entropy: Float16Array) -> tuple[bytes, float]:
    """Pack an entropy map (H, W) to 256 levels between 0 and its largest value, which is the second answer."""
    largest = float(entropy.max())
    scale = np.float32(255 / largest) if largest > 0 else np.float32(0)
    levels = np.rint(entropy.astype(np.float32) * scale).astype(np.uint8)
    return zlib.compress(levels.tobytes(), _FAST), largest


def decode_entropy(data: bytes, largest: float, height: int, width: int) -> Float16Array:
    """The entropy map (H, W), read-only; off by at most ``largest`` / 510 and float16's rounding.

    Raises UnpackError for a ``largest`` that no entropy reaches, zlib.error for damaged data.
    """
    levels = decode_entropy_levels(data, largest, height, width)
    # By a table of the 256 values: five times as fast as computing each pixel.
    table = (np.arange(256, dtype=np.float32) * np.float32(largest / 255)).astype(np.float16)
    return read_only(table.take(levels))


def decode_entropy_levels(data: bytes, largest: float, height: int, width: int) -> UInt8Array:
    """The entropy map (H, W) as it is stored: 255 stands for ``largest``. Read-only, raises as above."""
    if not (isinstance(largest, float) and 0 <= largest <= _MOST_ENTROPY):
        raise UnpackError(f"an entropy of {largest}")
    return read_only(_unpacked(data, height * width).reshape(height, width))


def decode_pool(frames: str, pixels: int) -> PoolSummary:
    """What the pool held, from its JSON list of frames. Raises UnpackError where that is none."""
    try:
        listed = tuple(parse_json(frames))
        if not all(isinstance(number, int) for number in (*listed, pixels)):
            raise TypeError(pixels)
        return PoolSummary(listed, pixels)
    except (ValueError, TypeError) as error:
        raise UnpackError("a pool that is no list") from error


def _unpacked(data: bytes, size: int) -> UInt8Array:
    if not isinstance(data, bytes):
        raise UnpackError(f"{type(data)} in the place of a map")
    stream = zlib.decompressobj()
    # One byte more than it should be tells enough: a few bytes may unpack to gigabytes.
    levels = np.frombuffer(stream.decompress(data, size + 1), np.uint8)
    if levels.size != size or not stream.eof:
        raise UnpackError(f"a map of {levels.size} bytes or more in the place of {size}")
    return levels


_BYTES = 4


def add_checksum(counts: bytes) -> bytes:
    """Compressed run lengths with their checksum behind them."""
    return counts + zlib.crc32(counts).to_bytes(_BYTES, "little")


def verify_checksum(path: Path, sealed: bytes, height: int, width: int) -> bytes:
    """The run lengths in ``sealed``. Raises UserError, naming the project, unless they fill (height, width)."""
    if not checksum_matches(sealed):
        raise damaged(path, Text("a mask has a wrong checksum"))
    counts = sealed[:-_BYTES]
    try:
        # A checksum says that nothing changed by accident, not that a program of ours wrote it.
        filling_runs(run_lengths(counts), height, width)
    except ValueError as error:
        raise damaged(path, Text("a mask is invalid ({error})", error=error)) from error
    return counts


def checksum_matches(sealed: bytes) -> bool:
    """Whether the checksum in ``sealed`` is that of its run lengths."""
    # Damage can turn a blob into a text or a number.
    return isinstance(sealed, bytes) and add_checksum(sealed[:-_BYTES]) == sealed


def verified_mask(path: Path, sealed: bytes, height: int, width: int) -> BoolArray:
    """The mask (H, W) bool in ``sealed``. Raises UserError when it is damaged."""
    return decode_rle(verify_checksum(path, sealed, height, width), height, width)
