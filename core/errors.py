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

    def __reduce__(self) -> tuple[type[UserError], tuple[str, str]]:
        # An exception is copied from one process to another by what its base class was given, which lacks the hint.
        return type(self), (self.message, self.hint)
