"""Errors that the user can act upon.

Everything a user can fix is a :class:`UserError`; any other exception is a bug and is reported as one.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class UserError(Exception):
    """A problem whose cause lies outside the program, told with what to do about it.

    Args:
        message: What went wrong, naming the file, frame or setting concerned.
        hint: What the user can do now, as an instruction.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        # An exception is copied from one process to another by what its base class was given, which lacks the hint.
        return type(self), (self.message, self.hint)


_ADVICE = {
    errno.ENOENT: ("it does not exist", "Check the path; the file may have been moved or renamed."),
    errno.EACCES: ("permission is denied", "Change the permissions of the file or folder, or choose another place."),
    errno.EPERM: ("permission is denied", "Change the permissions of the file or folder, or choose another place."),
    errno.EROFS: ("the disk is read-only", "Choose a place that can be written to."),
    errno.ENOSPC: ("the disk is full", "Free some space or choose another disk, then try again."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space or choose another disk, then try again."),
    errno.EISDIR: ("it is a folder", "Choose a file."),
    errno.ENOTDIR: ("a part of its path is a file", "Choose a path whose parents are folders."),
    errno.EEXIST: ("a file of that name already exists", "Choose another name, or remove the file."),
    errno.ELOOP: ("its links lead round in a circle", "Choose the file that the link was made for."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}
_OF_A_FILE_ON_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.ENOENT)
"""What is reported where a folder of a path is a file: by Linux, on making that folder, and by Windows."""


def os_user_error(error: OSError, path: Path, verb: str) -> UserError:
    """What ``error`` means to the user who wanted to ``verb`` (``"read"``, ``"write"``) ``path``."""
    number = error.errno or 0
    if number in _OF_A_FILE_ON_THE_WAY and _leads_through_a_file(path):
        number = errno.ENOTDIR
    reason, hint = _ADVICE.get(number, (error.strerror or str(error), "Check the disk and the path, then try again."))
    return UserError(f"Cannot {verb} '{path}': {reason}.", hint)


def _leads_through_a_file(path: Path) -> bool:
    with suppress(OSError):  # a folder that may not be entered
        return any(parent.exists() and not parent.is_dir() for parent in path.parents)
    return False


@contextmanager
def os_errors_as_user_errors(path: Path, verb: str) -> Iterator[None]:
    """Turn an OSError of the block into a UserError about ``path``."""
    try:
        yield
    except OSError as error:
        raise os_user_error(error, path, verb) from error
