"""A single flipped bit in a stored mask is found by its checksum and turned back.

The difference that one flipped bit makes to a CRC-32 names its place: no two bits of a message shorter than half a
gigabyte make the same one. Two flipped bits or more are damage that cannot be mended.
"""

from __future__ import annotations

import zlib
from functools import cache

from core.masks.rle import decode_rle
from core.project.sealing import seal

_BYTES = 4


def mend(sealed: bytes, height: int, width: int) -> bytes | None:
    """Run lengths with their checksum, as they were before one bit flipped; None where that is not the damage."""
    counts, checksum = sealed[:-_BYTES], int.from_bytes(sealed[-_BYTES:], "little")
    difference = zlib.crc32(counts) ^ checksum
    # A difference of one bit is one of the checksum's own.
    mended = counts if difference.bit_count() == 1 else _turned_back(counts, difference)
    if mended is None:
        return None
    try:
        decode_rle(mended, height, width)
    except ValueError:
        return None
    return seal(mended)


def _turned_back(counts: bytes, difference: int) -> bytes | None:
    place = _place(difference, len(counts))
    if place is None:
        return None
    byte, bit = place
    return counts[:byte] + bytes([counts[byte] ^ bit]) + counts[byte + 1 :]


def _place(difference: int, length: int) -> tuple[int, int] | None:
    """Byte and bit whose flip makes this difference to the checksum of ``length`` bytes."""
    singles = {_table()[1 << bit]: 1 << bit for bit in range(8)}
    for byte in range(length - 1, -1, -1):
        if difference in singles:
            return byte, singles[difference]
        difference = _one_byte_less(difference)
    return None


def _one_byte_less(difference: int) -> int:
    """The difference that the same flip makes where one byte less follows it."""
    index = _by_highest_byte()[difference >> 24]
    return ((difference ^ _table()[index]) << 8 & 0xFFFFFFFF) | index


@cache
def _table() -> tuple[int, ...]:
    """What each value of the last byte adds to the checksum."""
    return tuple(zlib.crc32(bytes([value])) ^ zlib.crc32(b"\0") for value in range(256))


@cache
def _by_highest_byte() -> dict[int, int]:
    return {entry >> 24: value for value, entry in enumerate(_table())}
