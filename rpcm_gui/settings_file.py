"""The settings file, looked at before Qt opens it: Qt writes over what it cannot read, and waits on what is no file."""

from __future__ import annotations

import itertools
import logging
from pathlib import Path

from core.errors import UserError, explained
from rpcm_gui.language import tr
from rpcm_gui.said import message_of
from rpcm_gui.state import Message

log = logging.getLogger(__name__)

LARGEST = 4 * 2**20
"""Bytes; a settings file has a few thousand."""


class UnusableError(Exception):
    """There is no settings file to be had at that path. ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def check_settings(path: Path) -> Message | None:
    """Look at the settings file at ``path`` before it is opened; what cannot be read whole is copied beside it first.

    Returns what the person should know, None where all is well or there is no file yet.

    Raises:
        UnusableError: It must not be opened: it is no file, is far too large, or cannot be read.
    """
    if not path.exists() and not path.is_symlink():
        return None
    if not path.is_file() or path.stat().st_size > LARGEST:
        text = tr("Settings cannot be read or kept: {path} is not a settings file.").format(path=path)
        raise UnusableError(Message("warning", text, tr("Move it away, then start the program again.")))
    try:
        with explained(path, "read"):
            content = path.read_bytes()
        if _is_whole(content):
            return None
        kept = _keep(path, content)
    except UserError as error:
        raise UnusableError(message_of(error, "warning")) from error
    log.warning("%s is damaged; it is kept as %s", path, kept)
    text = tr("The settings file is damaged; what can be read of it is used.")
    return Message("warning", text, tr("The file as it was is kept as {path}.").format(path=kept))


def _is_whole(content: bytes) -> bool:
    """Whether every line is a section, a comment, or a key with its value, possibly gone on with after a backslash."""
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return False
    goes_on = False
    for line in lines:
        text = line.strip()
        is_section = text.startswith("[") and text.endswith("]")
        if text and not goes_on and not is_section and text[0] not in ";#" and "=" not in text:
            return False
        goes_on = (len(text) - len(text.rstrip("\\"))) % 2 == 1
    return "\0" not in "".join(lines)


def _keep(path: Path, content: bytes) -> Path:
    """Copy a damaged file beside itself, under a name that is free. Raises UserError."""
    names = (path.with_name(f"{path.name}.damaged{number or ''}") for number in itertools.count())
    place = next(name for name in names if not name.exists() and not name.is_symlink())
    with explained(place, "write"), place.open("xb") as file:
        file.write(content)
    return place
