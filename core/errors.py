"""Errors that the user can act upon.

Everything a user can fix is a :class:`UserError`; any other exception is a bug and is reported as one.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


class Text(str):
    """A sentence, or a part of one, in English, which knows the template and the values that it was made of.

    It is a ``str`` like any other to the command line, to logs and to tests; the window takes it apart again and fills
    the values into the template's translation. A value may be a Text itself.

    Args:
        template: A literal with ``{name}`` in the place of each value: ``"'{path}' is a folder."``.
        values: What belongs there; numbers and texts stay as they are, all else is kept as a ``str``.
    """

    template: str
    values: Mapping[str, str | int]

    def __new__(cls, template: str, /, **values: object) -> Text:
        kept = {name: value if isinstance(value, str | int) else str(value) for name, value in values.items()}
        made = super().__new__(cls, template.format(**kept))
        made.template, made.values = template, kept
        return made

    def with_values(self, old: str, new: str) -> Text:
        """The same sentence with ``new`` for ``old`` in its values."""
        changed = {
            name: value.with_values(old, new)
            if isinstance(value, Text)
            else value.replace(old, new)
            if isinstance(value, str)
            else value
            for name, value in self.values.items()
        }
        return Text(self.template, **changed)

    def __reduce__(self) -> tuple[Callable[..., Text], tuple[str, Mapping[str, str | int]]]:
        # From one process to another a str is copied without the rest.
        return _text, (self.template, dict(self.values))


def _text(template: str, values: Mapping[str, object]) -> Text:
    return Text(template, **values)


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence about a number of things, which is another one where there is one only.

    Args:
        one: The template for one, such as ``"{count} mask was left out."``.
        more: The template for any other number.
    """

    one: str
    more: str

    def text(self, count: int, **values: object) -> Text:
        """The sentence about ``count`` things, which the templates call ``{count}``."""
        return Text(self.one if count == 1 else self.more, count=count, **values)


def joined(texts: Iterable[str], separator: str = "; ") -> Text:
    """Several texts as one, each of which is translated by itself."""
    values = {f"part{number}": text for number, text in enumerate(texts)}
    return Text(separator.join(f"{{{name}}}" for name in values), **values)


class UserError(Exception):
    """A problem whose cause lies outside the program, reported with what to do about it.

    Args:
        message: What happened, as the template of a :class:`Text`; it names the file, frame or setting concerned.
        hint: What the user can do now, as a template, too.
        values: The values of both.

    Attributes:
        message, hint: The finished English sentences, which know their templates.
    """

    def __init__(self, message: str, hint: str, /, **values: object) -> None:
        self.message = message if isinstance(message, Text) else Text(message, **values)
        self.hint = hint if isinstance(hint, Text) else Text(hint, **values)
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"

    def __reduce__(self) -> tuple[type[UserError], tuple[Text, Text]]:
        # An exception is copied from one process to another by what its base class was given, which lacks the hint.
        return type(self), (self.message, self.hint)


_ADVICE = {
    errno.ENOENT: (Text("it does not exist"), Text("Check the path; the file may have been moved or renamed.")),
    errno.EACCES: (
        Text("permission is denied"),
        Text("Change the permissions of the file or folder, or choose another place."),
    ),
    errno.EPERM: (
        Text("permission is denied"),
        Text("Change the permissions of the file or folder, or choose another place."),
    ),
    errno.EROFS: (Text("the disk is read-only"), Text("Choose a folder you can write to.")),
    errno.ENOSPC: (Text("the disk is full"), Text("Free some space or choose another disk, then try again.")),
    errno.EDQUOT: (Text("your disk quota is used up"), Text("Free some space or choose another disk, then try again.")),
    errno.EISDIR: (Text("it is a folder"), Text("Choose a file.")),
    errno.ENOTDIR: (Text("part of its path is a file"), Text("Choose a path in which every parent is a folder.")),
    errno.EEXIST: (Text("a file with that name already exists"), Text("Choose another name, or remove the file.")),
    errno.ELOOP: (Text("its links form a loop"), Text("Choose the file that the link points to.")),
    errno.ENAMETOOLONG: (Text("its name is too long"), Text("Choose a shorter name.")),
}
_OF_A_FILE_ON_THE_WAY = (errno.ENOTDIR, errno.EEXIST, errno.ENOENT)
"""What is reported where a folder of a path is a file: by Linux, on making that folder, and by Windows."""


def os_user_error(error: OSError, path: Path, verb: str) -> UserError:
    """What ``error`` means to the user who wanted to ``verb`` (``"read"``, ``"write"``) ``path``."""
    number = error.errno or 0
    if number in _OF_A_FILE_ON_THE_WAY and _leads_through_a_file(path):
        number = errno.ENOTDIR
    default = (error.strerror or str(error), Text("Check the disk and the path, then try again."))
    reason, hint = _ADVICE.get(number, default)
    match verb:
        case "read":
            message = Text("Cannot read '{path}': {reason}.", path=path, reason=reason)
        case "write":
            message = Text("Cannot write '{path}': {reason}.", path=path, reason=reason)
        case "remove":
            message = Text("Cannot remove '{path}': {reason}.", path=path, reason=reason)
        case _:
            message = Text("Cannot use '{path}': {reason}.", path=path, reason=reason)
    return UserError(message, hint)


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
