"""Where the program's own files lie, and where it may keep the user's.

Resources (weights, icons, sample clip) sit in the repository's ``resources/`` when the code runs from a checkout,
inside the bundle when it is frozen, and under ``share/`` of the environment when it was installed as a wheel.
"""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from pathlib import Path

import platformdirs

from core.errors import os_errors_as_user_errors

APP_NAME = "rpcm-annotator"


def resource(*parts: str) -> Path:
    """Return the path of a bundled resource, for example ``resource("sample", "sample.mp4")``.

    The path is not checked: a caller that needs the file says which file is missing and what for.
    """
    return resource_root().joinpath(*parts)


@cache
def resource_root() -> Path:
    """Return the folder of bundled resources: of several candidates the first that exists.

    Where none exists the checkout's folder is returned, so that a message about a missing file names a sensible place.
    """
    checkout = Path(__file__).resolve().parent.parent / "resources"
    installed = Path(sysconfig.get_path("data")) / "share" / APP_NAME / "resources"
    bundle = getattr(sys, "_MEIPASS", None)
    frozen = [Path(bundle) / "resources"] if bundle is not None else []
    return next((folder for folder in (*frozen, checkout, installed) if folder.is_dir()), checkout)


def user_data_dir() -> Path:
    """Return the folder for the user's data (projects that cannot lie beside their video), creating it.

    Raises UserError where that fails.
    """
    return _made(platformdirs.user_data_path(APP_NAME, appauthor=False))


def user_config_dir() -> Path:
    """Return the folder for the user's settings, creating it. Raises UserError where that fails."""
    return _made(platformdirs.user_config_path(APP_NAME, appauthor=False))


def user_cache_dir() -> Path:
    """Return the folder for what can be computed again, creating it. Raises UserError where that fails."""
    return _made(platformdirs.user_cache_path(APP_NAME, appauthor=False))


def user_log_dir() -> Path:
    """Return the folder for log files, creating it. Raises UserError where that fails."""
    return _made(platformdirs.user_log_path(APP_NAME, appauthor=False))


def _made(folder: Path) -> Path:
    # Not left to platformdirs: what it raises where a folder cannot be made changed between releases.
    with os_errors_as_user_errors(folder, "write"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
