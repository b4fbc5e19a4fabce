"""From an exception to what the user is shown. Used at the three borders only: jobs, workers, the exception hook."""

from __future__ import annotations

import platform
import sys
import traceback
from importlib.metadata import PackageNotFoundError, version

from core.errors import UserError
from core.machine import is_out_of_memory
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.values import BugReport, Level, Message

Failure = Message | BugReport


def failure(error: BaseException) -> Failure:
    """Say ``error`` to the user: a message with advice where there is something to do, else a report to copy."""
    if isinstance(error, UserError):
        return message_of(error)
    if is_out_of_memory(error):
        return Message(
            "error",
            tr("Out of memory."),
            tr("Finished frames are kept. Choose the device 'cpu', close other programs, or use a smaller video."),
        )
    return report(error)


def message_of(error: UserError, level: Level = "error") -> Message:
    """``error`` in the user's language."""
    return Message(level, translate(error.message), translate(error.hint))


def report(error: BaseException) -> BugReport:
    """Everything that a developer needs to find the bug, and nothing of the user's data."""
    trace = "".join(traceback.format_exception(error))
    return BugReport(f"{type(error).__name__}: {error}", f"{_surroundings()}\n\n{trace}")


def _surroundings() -> str:
    versions = ", ".join(f"{name} {_version(name)}" for name in ("rpcm-annotator", "PySide6-Essentials", "torch", "av"))
    return f"Python {sys.version.split()[0]} on {platform.platform()}; {versions}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"
