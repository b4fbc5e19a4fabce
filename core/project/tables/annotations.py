"""The user's word: masks per frame and object."""

from __future__ import annotations

from collections.abc import Mapping

from core.masks.rle import encode_rle
from core.project.codec import add_checksum, verified_mask, verify_checksum
from core.project.database import Database
from core.types import BoolArray

MaskOrCounts = BoolArray | bytes
"""A mask (H, W) bool, or its compressed run lengths as ``set_annotations`` returned them."""


class AnnotationTable:
    """Masks that the user drew. An empty mask says "not here"; no mask leaves the object to the runs."""

    def __init__(self, database: Database, height: int, width: int) -> None:
        self._database = database
        self._size = (height, width)

    def set(self, frame: int, masks: Mapping[int, MaskOrCounts | None]) -> dict[int, bytes | None]:
        """Replace (or with None delete) the masks of the objects named, on one frame, in one transaction.

        Returns what was there, as run lengths: giving it back to ``set`` undoes the change.
        Raises ValueError for a mask of another size than the frames.
        """
        encoded = {object_id: self._counts(mask) for object_id, mask in masks.items()}
        with self._database.transaction():
            present = self.counts(frame)
            self._database.write_rows(
                "DELETE FROM annotations WHERE frame = ? AND object = ?", [(frame, object_id) for object_id in encoded]
            )
            self._database.write_rows(
                "INSERT INTO annotations VALUES (?, ?, ?)",
                [
                    (frame, object_id, add_checksum(counts))
                    for object_id, counts in encoded.items()
                    if counts is not None
                ],
            )
        return {object_id: present.get(object_id) for object_id in encoded}

    def set_object(self, object_id: int, frames: Mapping[int, bytes | None]) -> None:
        """Replace (or with None delete) the run lengths of one object on many frames; call it in a transaction."""
        self._database.write_rows(
            "DELETE FROM annotations WHERE frame = ? AND object = ?", [(frame, object_id) for frame in frames]
        )
        self._database.write_rows(
            "INSERT INTO annotations VALUES (?, ?, ?)",
            [(frame, object_id, add_checksum(counts)) for frame, counts in frames.items() if counts is not None],
        )

    def counts(self, frame: int) -> dict[int, bytes]:
        """Run lengths per annotated object of a frame, those of removed objects included."""
        rows = self._database.query("SELECT object, counts FROM annotations WHERE frame = ?", (frame,))
        return {object_id: verify_checksum(self._database.path, sealed, *self._size) for object_id, sealed in rows}

    def masks(self, frame: int) -> dict[int, BoolArray]:
        """Per annotated object of a frame its mask (H, W) bool; removed objects are left out."""
        rows = self._database.query(
            """SELECT object, counts FROM annotations JOIN objects ON objects.id = object
               WHERE frame = ? AND NOT removed""",
            (frame,),
        )
        return {object_id: verified_mask(self._database.path, sealed, *self._size) for object_id, sealed in rows}

    def frames(self) -> tuple[int, ...]:
        """Frames with at least one annotated object, ascending."""
        rows = self._database.query(
            """SELECT DISTINCT frame FROM annotations JOIN objects ON objects.id = object
               WHERE NOT removed ORDER BY frame"""
        )
        return tuple(frame for (frame,) in rows)

    def _counts(self, mask: MaskOrCounts | None) -> bytes | None:
        if mask is None or isinstance(mask, bytes):
            return mask
        if mask.shape != self._size:
            raise ValueError(f"a mask of {mask.shape} does not fit frames of {self._size}")
        return encode_rle(mask)
