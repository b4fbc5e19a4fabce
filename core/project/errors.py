"""Failures of SQLite told as what the user can do about them."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import Text, UserError


class UnpackError(ValueError):
    """A packed map does not hold what it should."""


_ADVICE: dict[str, Callable[[Path], UserError]] = {
    "SQLITE_FULL": lambda path: UserError(
        "The disk is full: the last change was not saved in {path}.",
        "Free some space on that disk and try again. All earlier changes are saved.",
        path=path,
    ),
    "SQLITE_READONLY": lambda path: UserError(
        "The project {path} cannot be written.",
        "Check the permissions of the file and its folder, or copy the project to a folder of yours.",
        path=path,
    ),
    "SQLITE_IOERR": lambda path: UserError(
        "Reading or writing {path} failed.",
        "Check that its disk or network drive is connected and has room, then open the project again.",
        path=path,
    ),
    "SQLITE_BUSY": lambda path: UserError(
        "Another program is using the project {path}.",
        "Close the other program (a database browser, a backup or synchronisation) and try again.",
        path=path,
    ),
    "SQLITE_CANTOPEN": lambda path: UserError(
        "The project {path} cannot be opened or created.",
        "Check that its folder exists and that you may read and write there.",
        path=path,
    ),
    "SQLITE_PERM": lambda path: UserError(
        "Access to the project {path} was denied.",
        "Check the permissions of the file and its folder.",
        path=path,
    ),
}
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_FORMAT_PLACE, _NEWEST_FORMAT = 44, 4
"""Where a file says which schema format it has, in four bytes, and the newest that there is; for others SQLite has no
code of its own. See "Schema format number" in SQLite's file format."""


class DamagedError(UserError):
    """A project file does not hold what was written into it."""


@contextmanager
def sqlite_errors_as_user_errors(path: Path) -> Iterator[None]:
    """Turn failures of SQLite, and of packed maps, whose cause lies outside the program into UserError.

    The others are bugs and pass.
    """
    try:
        yield
    except (zlib.error, UnpackError) as error:
        raise damaged(path, Text("a packed map cannot be unpacked")) from error
    except sqlite3.Error as error:
        told = _told(error, path)
        if told is None:
            raise
        raise told from error


def _told(error: sqlite3.Error, path: Path) -> UserError | None:
    name: str = getattr(error, "sqlite_errorname", "")
    if not name and isinstance(error, sqlite3.OperationalError):
        # Without a code of SQLite it is raised by Python's own module: for a text that is not UTF-8.
        return damaged(path, Text("a text is unreadable"))
    # Extended codes (SQLITE_IOERR_WRITE, ...) begin with the name of the plain one.
    if name.startswith(_DAMAGED) or (name == "SQLITE_ERROR" and _has_unknown_format(path)):
        return damaged(path, str(error))
    for code, advice in _ADVICE.items():
        if name.startswith(code):
            return advice(path)
    return None


def _has_unknown_format(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        file.seek(_FORMAT_PLACE)
        return int.from_bytes(file.read(4), "big") > _NEWEST_FORMAT
    return False


def damaged(path: Path, finding: str) -> DamagedError:
    """The error that tells of a damaged project: ``finding`` is what the check found. The file is left as it is."""
    copies = sorted(path.parent.glob(f"{path.name}*.bak"))
    hint = Text(
        "The file was not changed. `rpcm project repair {name}` writes everything readable into a new file.",
        name=path.name,
    )
    if copies:
        hint = Text("{hint} There is an older copy beside it: {copy}.", hint=hint, copy=copies[-1].name)
    return DamagedError("The project {path} is damaged ({reason}).", hint, path=path, reason=finding)
