"""``rpcm doctor``: what the program found on this machine, and what to do about what is missing.

The doctor's examinations, each a function that yields findings.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli import console
from core.cli.arguments import add_command
from core.machine import free_disk, free_memory
from core.paths import resource

if TYPE_CHECKING:
    from core.cli.arguments import Commands


OLDEST_PYTHON = (3, 11)
LEAST_MEMORY = 2 * 2**30
LEAST_DISK = 2**30

_MODULES = ("numpy", "cv2", "PIL", "av", "pycocotools", "safetensors", "platformdirs", "tqdm", "qtawesome")
_INSTALL = "Install the program again: `python3 packaging/bootstrap.py install`."

_QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Libraries that Qt's X11 platform loads, with the Debian package of each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of a subject; ``advice`` says what to do where something is missing, else it is None."""

    subject: str
    detail: str
    advice: str | None = None


def examine() -> Iterator[Finding]:
    """All findings, in the order in which one builds on the other."""
    for examination in _EXAMINATIONS:
        yield from examination()


def check_python(found: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Finding]:
    """Whether Python is new enough."""
    detail = f"{'.'.join(map(str, found))} on {platform.system()} {platform.machine()}"
    needed = ".".join(map(str, OLDEST_PYTHON))
    yield Finding("Python", detail, None if found >= OLDEST_PYTHON else f"Install Python {needed} or newer.")


def check_packages(modules: tuple[str, ...] = _MODULES) -> Iterator[Finding]:
    """Whether the packages that the program is built on can be found."""
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    detail = f"{len(modules) - len(missing)} of {len(modules)} found"
    yield Finding("packages", detail, f"Missing: {', '.join(missing)}. {_INSTALL}" if missing else None)


def check_torch() -> Iterator[Finding]:
    """Torch and the devices it can compute on."""
    try:
        import torch
    except (ImportError, OSError) as error:
        yield Finding("torch", f"cannot be loaded ({error})", _INSTALL)
        return
    yield Finding("torch", str(torch.__version__))
    yield Finding("device cpu", f"{os.cpu_count()} cores, {torch.get_num_threads()} threads, {_cpu_precision()}")
    for number in range(torch.cuda.device_count()):
        properties = torch.cuda.get_device_properties(number)
        yield Finding(f"device cuda:{number}", f"{properties.name}, {_gib(properties.total_memory)}")
    if torch.backends.mps.is_available():
        yield Finding("device mps", "available")


def check_qt() -> Iterator[Finding]:
    """Whether Qt loads. It is tried in a process of its own, since the engine itself knows no Qt."""
    if getattr(sys, "frozen", False):
        yield Finding("Qt", "part of this program")
        return
    program = "from PySide6 import QtCore, QtGui, QtWidgets; print(QtCore.qVersion())"
    trial = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    if trial.returncode == 0:
        yield Finding("Qt", trial.stdout.strip())
        return
    reason = (trial.stderr.strip().splitlines() or ["no message"])[-1]
    advice = _INSTALL if "No module named" in reason else "Install the system libraries that are missing."
    yield Finding("Qt", f"cannot be loaded ({reason})", advice)


def check_qt_libraries(libraries: dict[str, str] | None = None) -> Iterator[Finding]:
    """Whether the system libraries are there that Qt needs to show a window (Linux only)."""
    if not sys.platform.startswith("linux"):
        return
    libraries = _QT_LIBRARIES if libraries is None else libraries
    missing = [package for library, package in libraries.items() if not _loads(library)]
    detail = f"{len(libraries) - len(missing)} of {len(libraries)} found"
    advice = f"On Debian or Ubuntu: sudo apt-get install {' '.join(missing)}" if missing else None
    yield Finding("libraries of Qt", detail, advice)
    shown = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    yield Finding("display", shown or "none: the command line works, windows do not open")


def check_weights(folder: Path | None = None) -> Iterator[Finding]:
    """Whether the bundled weights are there and whole."""
    folder = resource("weights") if folder is None else folder
    files = sorted(folder.glob("*.safetensors"))
    if not files:
        yield Finding("weights", f"none in {folder}", f"{_INSTALL} Or give your own: --weights FILE.")
    for file in files:
        yield _weights_finding(file)


def check_sample() -> Iterator[Finding]:
    """Whether the sample clip is there."""
    video = resource("sample", "sample.mp4")
    yield Finding("sample clip", str(video) if video.is_file() else "missing", None if video.is_file() else _INSTALL)


def check_memory(free: Callable[[], int | None] = free_memory) -> Iterator[Finding]:
    """Whether the network has room."""
    found = free()
    if found is None:
        yield Finding("free memory", "this system does not say")
        return
    advice = f"Close other programs: propagating takes up to {_gib(LEAST_MEMORY)}." if found < LEAST_MEMORY else None
    yield Finding("free memory", _gib(found), advice)


def check_disk(folder: Path | None = None, free: Callable[[Path], int] = free_disk) -> Iterator[Finding]:
    """Whether results have room in the current folder."""
    folder = Path.cwd() if folder is None else folder
    found = free(folder)
    advice = f"Free some space where {folder} lies, or work elsewhere." if found < LEAST_DISK else None
    yield Finding("free disk", f"{_gib(found)} at {folder}", advice)


_EXAMINATIONS: tuple[Callable[[], Iterator[Finding]], ...] = (
    check_python,
    check_packages,
    check_torch,
    check_qt,
    check_qt_libraries,
    check_weights,
    check_sample,
    check_memory,
    check_disk,
)


def _weights_finding(file: Path) -> Finding:
    from safetensors import SafetensorError, safe_open

    size = f"{file.stat().st_size / 2**20:.1f} MiB"
    try:
        with safe_open(str(file), "pt") as tensors:
            return Finding(f"weights {file.stem}", f"{len(tensors.keys())} tensors, {size}")
    except SafetensorError as error:
        return Finding(f"weights {file.stem}", f"damaged ({error}), {size}", _INSTALL)


def _cpu_precision() -> str:
    from core.propagation.device import bf16_instructions

    found = bf16_instructions()
    reason = f"has {' and '.join(found)}" if found else "has neither AMX nor AVX512-bf16"
    return f"precision auto is {'bf16' if found else 'fp32'} ({reason})"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _gib(size: int) -> str:
    return f"{size / 2**30:.1f} GiB"


FINDINGS = 1


def add_parser(commands: Commands) -> None:
    """Add the command."""
    add_command(
        commands,
        "doctor",
        "Check Python, torch, devices, Qt, system libraries, weights, free memory and disk",
        "rpcm doctor",
        run,
    )


def run(arguments: argparse.Namespace) -> int:
    """Print every finding, and advice for what is missing; 1 where something is."""
    del arguments

    missing = 0
    for finding in examine():
        missing += finding.advice is not None
        console.say(f"[{'ok' if finding.advice is None else '!!'}] {finding.subject + ':':18}{finding.detail}")
        if finding.advice is not None:
            console.say(f"     -> {finding.advice}")
    console.say("Everything needed is there." if not missing else f"{missing} to be fixed.")
    return FINDINGS if missing else 0
