"""Errors that a person can act upon.

Everything a user can fix is a :class:`UserError`; any other exception is a bug and is reported as one.
"""

from __future__ import annotations


class UserError(Exception):
    """A problem whose cause lies outside the program, told with what to do about it.

    Args:
        message: What went wrong, naming the file, frame or setting concerned.
        hint: What the person can do now, as an instruction.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"
