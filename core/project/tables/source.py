"""Where a project's frames lie: a path that may go stale, and a fingerprint that tells whether it is the same video."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from core.errors import Text, UserError
from core.files.folders import readable
from core.project.database import Database
from core.project.errors import damaged
from core.project.fields import MOST_FRAMES, MOST_PIXELS, MOST_SIDE, real, text, whole
from core.video.source import source_exists


@dataclass(frozen=True, slots=True)
class SourceReference:
    """The video file or image folder of a project.

    Attributes:
        path: Absolute path as it was when the project was made or relinked.
        fingerprint: Names the content; equal for copies of the same video, whatever their path.
        frame_count: Number of frames, at least 1.
        height: Height of a frame in pixels.
        width: Width of a frame in pixels.
        fps: Frames per second.
    """

    path: Path
    fingerprint: str
    frame_count: int
    height: int
    width: int
    fps: float


def same_shape(one: SourceReference, other: SourceReference) -> bool:
    """Whether both have the same number and size of frames, so that masks of one fit the other."""
    return (one.frame_count, one.height, one.width) == (other.frame_count, other.height, other.width)


class SourceTable:
    """The one row that says where the frames lie."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.reference = self._read()

    def _read(self) -> SourceReference:
        columns = "absolute, fingerprint, frame_count, height, width, fps"
        rows = self._database.query(f"SELECT {columns} FROM source")
        if len(rows) != 1:
            raise damaged(self._database.path, Text("the location of its frames is missing"))
        path, fingerprint, count, height, width, fps = rows[0]
        where = self._database.path
        whole(where, Text("the number of frames"), count, 1, MOST_FRAMES)
        whole(where, Text("the height of the frames"), height, 1, MOST_SIDE)
        whole(where, Text("the width of the frames"), width, 1, min(MOST_SIDE, MOST_PIXELS // height))
        return SourceReference(
            Path(text(where, Text("the path of the video"), path)),
            text(where, Text("the fingerprint of the video"), fingerprint),
            *(count, height, width),
            real(where, Text("the frame rate"), fps, 1e-9, 1e9),
        )

    def locate(self) -> Path:
        """Where the frames are now: the absolute path, else the one relative to the project.

        Raises UserError naming both when there is nothing at either.
        """
        ((relative,),) = self._database.query("SELECT relative FROM source")
        relative = text(self._database.path, Text("the path of the video"), relative)
        beside = Path(os.path.normpath(self._database.path.parent / relative))
        for candidate in (self.reference.path, beside):
            if source_exists(candidate):
                return candidate
        raise UserError(
            "The frames of {name} were not found at {path} or {beside}.",
            "Choose their new location (relink). The masks are safe in the project.",
            name=self._database.path.name,
            path=self.reference.path,
            beside=beside,
        )

    def relink(self, path: Path, fingerprint: str, *, accept_other: bool = False) -> None:
        """Point the project to where the frames are now.

        Args:
            path: Existing video file or image folder.
            fingerprint: Of what lies there.
            accept_other: Take it although the fingerprint differs (a re-encoded copy of the same video, say).

        Raises UserError when the fingerprint differs and that was not accepted.
        """
        if fingerprint != self.reference.fingerprint and not accept_other:
            raise UserError(
                "{path} is not the video that {name} was made from (fingerprint {found}, expected {expected}).",
                "Choose the original, or confirm that this one has the same frames. Otherwise the masks would be "
                "on the wrong frames.",
                path=path,
                name=self._database.path.name,
                found=fingerprint,
                expected=self.reference.fingerprint,
            )
        absolute = _storable(path.absolute())
        self._database.write(
            "UPDATE source SET absolute = ?, relative = ?, fingerprint = ?",
            (str(absolute), relative_to(self._database.path.parent, absolute), fingerprint),
        )
        self.reference = self._read()


def insert_source(database: Database, reference: SourceReference, folder: Path) -> None:
    """Write the row of a new project that will lie in ``folder``."""
    absolute = _storable(reference.path.absolute())
    database.write(
        "INSERT INTO source VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        (
            str(absolute),
            relative_to(folder, absolute),
            reference.fingerprint,
            reference.frame_count,
            reference.height,
            reference.width,
            reference.fps,
        ),
    )


def _storable(path: Path) -> Path:
    """``path``. Raises UserError where a project cannot hold it, which is text."""
    if readable(str(path)) != str(path):
        raise UserError(
            "'{path}' has a name that is not UTF-8, which a project cannot store.",
            "Rename the file or folder, for example to '{name}'.",
            path=path,
            name=readable(str(path)),
        )
    return path


def relative_to(folder: Path, path: Path) -> str:
    """``path`` as seen from ``folder``, with forward slashes; absolute where they lie on different drives."""
    try:
        return Path(os.path.relpath(path, folder.absolute())).as_posix()
    except ValueError:
        return path.as_posix()
