"""The objects of a project: stable ids, names, colours, order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.errors import Text, UserError
from core.files.folders import holdable
from core.project.database import Database, Row
from core.project.fields import text, whole
from core.types import MAX_OBJECT_ID, VOID, ObjectInfo

_COLUMNS = "id, name, red, green, blue, visible, locked, category"


class ObjectTable:
    """Rows of objects. Removing one hides it and its masks everywhere, at once and reversibly."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ObjectInfo, ...]:
        """The objects in the user's order."""
        rows = self._database.query(
            f"SELECT {_COLUMNS} FROM objects WHERE NOT removed AND id < ? ORDER BY position", (VOID,)
        )
        return tuple(_info(self._database.path, row) for row in rows)

    def next_id(self) -> int:
        """The smallest id that neither an object has nor a removed object's masks. Raises UserError at the 255th."""
        taken = self.taken_ids()
        free = next((number for number in range(1, MAX_OBJECT_ID + 1) if number not in taken), None)
        if free is None:
            raise UserError(
                "{name} already has {count} objects, the most a label map can hold.",
                "Merge objects, or split the clip into two projects.",
                name=self._database.path.name,
                count=MAX_OBJECT_ID,
            )
        return free

    def taken_ids(self) -> frozenset[int]:
        """Ids that a new object cannot have: those of objects, and of removed ones that masks still belong to."""
        rows = self._database.query(f"SELECT id FROM objects WHERE NOT removed OR {_HAS_MASKS}")
        return frozenset(object_id for (object_id,) in rows)

    def add(self, info: ObjectInfo) -> None:
        """Add an object at the end of the list. Raises ValueError when its id is taken or not 1..254."""
        if not 1 <= info.id <= MAX_OBJECT_ID:
            raise ValueError(f"object ids are 1..{MAX_OBJECT_ID}, not {info.id}")
        with self._database.transaction():
            self._database.write(f"DELETE FROM objects WHERE id = ? AND removed AND NOT {_HAS_MASKS}", (info.id,))
            if self._database.query("SELECT id FROM objects WHERE id = ?", (info.id,)):
                raise ValueError(f"object id {info.id} is taken")
            ((position,),) = self._database.query("SELECT COALESCE(MAX(position) + 1, 0) FROM objects")
            self._database.write(
                "INSERT INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                (info.id, info.name, *info.colour, info.visible, info.locked, info.category, position),
            )

    def update(self, info: ObjectInfo) -> None:
        """Replace what is known of the object with this id. Raises KeyError when there is none."""
        changed = self._database.write(
            """UPDATE objects SET name = ?, red = ?, green = ?, blue = ?, visible = ?, locked = ?, category = ?
               WHERE id = ? AND NOT removed AND id < 255""",
            (info.name, *info.colour, info.visible, info.locked, info.category, info.id),
        )
        if not changed:
            raise KeyError(info.id)

    def remove(self, object_id: int) -> None:
        """Hide an object and its masks. Raises KeyError when there is none with this id."""
        self._set_removed(object_id, True)

    def restore(self, object_id: int) -> None:
        """Undo ``remove``: the object returns with its masks to its place. Raises KeyError when it was not removed."""
        self._set_removed(object_id, False)

    def reorder(self, object_ids: Sequence[int]) -> None:
        """Put the objects into this order. Raises ValueError unless every object is named once."""
        if sorted(object_ids) != sorted(info.id for info in self.all()):
            raise ValueError("every object has to be named once")
        rows = [(position, object_id) for position, object_id in enumerate(object_ids)]
        self._database.write_rows("UPDATE objects SET position = ? WHERE id = ?", rows)

    def _set_removed(self, object_id: int, removed: bool) -> None:
        changed = self._database.write(
            "UPDATE objects SET removed = ? WHERE id = ? AND removed <> ? AND id < 255", (removed, object_id, removed)
        )
        if not changed:
            raise KeyError(object_id)


_HAS_MASKS = """(EXISTS (SELECT 1 FROM annotations WHERE object = objects.id)
    OR EXISTS (SELECT 1 FROM predictions WHERE object = objects.id))"""


def _info(path: Path, row: Row) -> ObjectInfo:
    object_id, name, *levels, visible, locked, category = row
    whole(path, Text("the id of an object"), object_id, 1, MAX_OBJECT_ID)
    red, green, blue = (whole(path, Text("the colour of an object"), level, 0, 255) for level in levels)
    name, category = (_name(path, value) for value in (name, category))
    return ObjectInfo(object_id, name, (red, green, blue), bool(visible), bool(locked), category)


def _name(path: Path, value: Any) -> str:
    """A name as any file can hold it; one with a zero byte is odd, yet the user may have pasted it."""
    return holdable(
        text(path, Text("the name of an object"), value.replace("\0", "\\x00") if isinstance(value, str) else value)
    )
