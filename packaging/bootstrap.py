#!/usr/bin/env python3
"""Sets everything up on a fresh machine and runs it; needs nothing but Python's standard library.

    python3 packaging/bootstrap.py install      make .venv with rpcm in it
    python3 packaging/bootstrap.py demo         install, then propagate the sample clip and show what came out
    python3 packaging/bootstrap.py gui [FILE]   install, then open the application
    python3 packaging/bootstrap.py test [ARGS]  install with the test tools, then run the tests
    python3 packaging/bootstrap.py clean        remove .venv

Whatever follows the command is passed on: ``demo --help``, ``test -k video``. A second run changes nothing and is
quick. Versions and hashes of the libraries come from ``packaging/locks``; where these do not fit the machine, and with
``install --newest``, they are the newest that pyproject.toml allows. The syntax stays old enough for an outdated Python
to read as far as the message that says so.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "rpcm-bootstrap.stamp"
OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
SPACE_NEEDED = 3 * 2**30
LOCKS = ROOT / "packaging" / "locks"

# What Qt's libraries load, and the Debian and Ubuntu package that has it.
PACKAGE_OF_LIBRARY = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
}
# A program's own test drives the real window: it needs a display of its own and something that types and clicks.
DISPLAY_TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
QT_PARTS = (
    *(f"Qt/lib/libQt6{part}.so.6" for part in ("Widgets", "Gui", "Svg", "DBus", "XcbQpa")),
    *(f"Qt/plugins/platforms/libq{name}.so" for name in ("xcb", "offscreen")),
)


class SetupError(Exception):
    """Something that the user at the keyboard can put right; the text says how."""


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit status: 0 done, 1 could not set up, else that of the program run."""
    command = arguments[0] if arguments else "--help"
    if command in ("-h", "--help"):
        print(__doc__)
        return 0
    if command not in COMMANDS:
        print(f"There is no command '{command}'. Use one of: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        return COMMANDS[command](arguments[1:])
    except SetupError as error:
        print(f"\nSetting up failed. {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130


def install(arguments: list[str]) -> int:
    """Make ``.venv``; with ``--test`` also the tools that the tests need, with ``--newest`` without the locks."""
    prepare(with_tests="--test" in arguments, newest="--newest" in arguments)
    print(f"\nrpcm is in {VENV}. Try: {_program('rpcm')} --help")
    return 0


def demo(arguments: list[str]) -> int:
    """Propagate the bundled sample clip and show what came out."""
    prepare(with_tests=False)
    return _run_program([str(_program("rpcm")), "demo", *arguments])


def gui(arguments: list[str]) -> int:
    """Open the application."""
    prepare(with_tests=False)
    return _run_program([str(_program("rpcm")), "gui", *arguments])


def test(arguments: list[str]) -> int:
    """Run the tests without a display, on one thread a process."""
    prepare(with_tests=True)
    settings = {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1", "PYTHONFAULTHANDLER": "1"}
    return _run_program([str(_program("python")), "-m", "pytest", *arguments], settings)


def clean(arguments: list[str]) -> int:
    """Remove ``.venv``."""
    del arguments
    if VENV.exists():
        shutil.rmtree(VENV)
    print(f"{VENV} is gone.")
    return 0


COMMANDS = {"install": install, "demo": demo, "gui": gui, "test": test, "clean": clean}


def prepare(with_tests: bool, newest: bool = False) -> None:
    """Bring ``.venv`` and the system's libraries up to what the locks, or else ``pyproject.toml``, ask for.

    Raises:
        SetupError: Where the user has to do something first.
    """
    _use_python_new_enough()
    if not _is_up_to_date(with_tests, newest):
        _check_space()
        _make_venv()
        _pip_install(with_tests, newest)
        _write_stamp(with_tests, newest)
    _provide_libraries(with_tests)


def _use_python_new_enough() -> None:
    """Go on with this Python, or start again with a newer one where the machine has it."""
    if sys.version_info[:2] >= OLDEST:
        return
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    for name in NEWER_PYTHONS:
        newer = shutil.which(name)
        if newer:
            print(f"Python {here} is too old; going on with {newer}.", flush=True)
            os.execv(newer, [newer, str(Path(__file__).resolve()), *sys.argv[1:]])
    raise SetupError(
        f"This is Python {here}; RPCM Annotator needs {OLDEST[0]}.{OLDEST[1]} or newer. On Debian 12 or Ubuntu 24.04 "
        f"and later install it with: {_as_root('apt-get install -y python3 python3-venv')}. "
        "On others, get it from https://www.python.org/downloads/ and run this with it."
    )


def _wanted_stamp() -> str:
    """Return what an up-to-date environment was made from: the Python, the place, the requirements and the locks."""
    content = f"{sys.version}\n{ROOT}\n".encode() + (ROOT / "pyproject.toml").read_bytes()
    for lock in lock_files(with_tests=True):
        content += lock.read_bytes() if lock.is_file() else b"none"
    return hashlib.sha256(content).hexdigest()


def _is_up_to_date(with_tests: bool, newest: bool = False) -> bool:
    if not STAMP.is_file() or not _program("rpcm").exists():
        return False
    words = STAMP.read_text(encoding="utf-8").split()
    return {_wanted_stamp(), *(["test"] if with_tests else []), *(["newest"] if newest else [])} <= set(words)


def _write_stamp(with_tests: bool, newest: bool = False) -> None:
    tests = ["test"] if with_tests or _is_up_to_date(with_tests=True) else []
    STAMP.write_text("\n".join([_wanted_stamp(), *tests, *(["newest"] if newest else [])]), encoding="utf-8")


def _check_space() -> None:
    free = shutil.disk_usage(ROOT).free
    if free < SPACE_NEEDED and not VENV.exists():
        raise SetupError(
            f"Only {free / 2**30:.1f} GiB are free where {ROOT} lies; the libraries need "
            f"{SPACE_NEEDED / 2**30:.0f} GiB. Free some space, or move the folder to a larger disk."
        )


def _make_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _install_ensurepip()
    if _program("python").exists() and _venv_python_matches():
        return
    print(f"Making {VENV} ...", flush=True)
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        advice = "Check that the folder is writable and the disk has room."
        raise SetupError(f"Could not make {VENV}: {error}. {advice}") from error


def _install_ensurepip() -> None:
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if _apt_install([package]):
        os.execv(sys.executable, [sys.executable, str(Path(__file__).resolve()), *sys.argv[1:]])
    raise SetupError(
        "This Python cannot make virtual environments, since its 'venv' part is not installed. "
        f"Install it with: {_as_root(f'apt-get install -y {package}')} and run this again."
    )


def _venv_python_matches() -> bool:
    question = [str(_program("python")), "-c", "import sys, pip; print(sys.version)"]
    try:
        answer = subprocess.run(question, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _pip_install(with_tests: bool, newest: bool) -> None:
    reason = why_unlocked()
    if reason and not newest:
        print(
            f"The locked versions of the libraries do not fit: {reason}. Taking the newest that pyproject.toml allows.",
            flush=True,
        )
    print("Installing the libraries; the first time this takes some minutes ...", flush=True)
    for arguments in _from_ranges(with_tests, newest) if newest or reason else _from_locks(with_tests):
        _pip(arguments)


def lock_files(with_tests: bool) -> list[Path]:
    """Return the lock files for this Python, whether there are any or not."""
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return [LOCKS / f"{python}-{kind}.txt" for kind in ("run", "test")[: 1 + with_tests]]


def why_unlocked() -> str:
    """Return why this machine cannot have the locked versions, '' where it can."""
    locks = _pyproject()["tool"]["rpcm-annotator"]["locks"]
    needed = locks["glibc"].get(platform.machine())
    if not sys.platform.startswith("linux") or needed is None:
        return f"they are for Linux on {' and '.join(locks['glibc'])}"
    if f"{sys.version_info[0]}.{sys.version_info[1]}" not in locks["pythons"]:
        return f"they are for Python {', '.join(locks['pythons'])}"
    library, found = platform.libc_ver()
    if library != "glibc" or _numbers(found) < _numbers(needed):
        return f"they need glibc {needed} or newer"
    return ""


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


def _pyproject() -> dict[str, Any]:
    import tomllib  # an outdated Python has none, and does not get here

    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _from_ranges(with_tests: bool, newest: bool) -> list[list[str]]:
    upgrade = ["--upgrade", "--upgrade-strategy", "eager"] if newest else []
    return [[*upgrade, "--editable", f"{ROOT}[test]" if with_tests else str(ROOT)]]


def _from_locks(with_tests: bool) -> list[list[str]]:
    """Return what pip is to do, in order; torch has no hash, since its builds for a processor and for CUDA differ."""
    dependencies = _pyproject()["project"]["dependencies"]
    torch = next(dependency for dependency in dependencies if dependency.startswith("torch=="))
    locks = [part for file in lock_files(with_tests) for part in ("--requirement", str(file))]
    own = ["--no-build-isolation", "--no-deps", "--editable", str(ROOT)]
    return [["--require-hashes", "--only-binary", ":all:", *locks], [torch], own]


def _pip(arguments: list[str]) -> None:
    command = [str(_program("python")), "-m", "pip", "install", "--disable-pip-version-check", *arguments]
    # Errors come on their own stream: they are shown as they come, and read afterwards for what to advise.
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace") as process:
        assert process.stderr is not None
        lines = []
        for line in process.stderr:
            print(line, end="", file=sys.stderr, flush=True)
            lines.append(line)
    if process.returncode:
        raise SetupError(advice_for_pip("".join(lines)))


def advice_for_pip(errors: str) -> str:
    """Return what to do about a failed pip, judged from what it wrote to standard error."""
    lower = errors.lower()
    if "no space left" in lower or "errno 28" in lower:
        return f"The disk is full. Free {SPACE_NEEDED / 2**30:.0f} GiB and run this again; it goes on where it stopped."
    network = ("newconnectionerror", "name resolution", "connection refused", "timed out", "network is unreachable")
    if any(sign in lower for sign in network):
        return (
            "The package index cannot be reached. Check the network (or the proxy in HTTPS_PROXY) and run this again."
        )
    if "certificate" in lower:
        return "The package index has a certificate unknown here. Set PIP_CERT to your network's CA file and go on."
    if "do not match the hashes" in lower:
        return (
            "A downloaded file is not the one that was locked: it is damaged, or the package index has another. Empty "
            "pip's cache (pip cache purge) and run this again; if that does not help, use another index."
        )
    if "no matching distribution" in lower or "could not find a version" in lower:
        return (
            f"A library has no build for Python {sys.version_info[0]}.{sys.version_info[1]} on this machine. "
            "Try Python 3.11, 3.12 or 3.13 on 64-bit Linux, macOS or Windows; without a network, connect first."
        )
    return "pip's message above says why. Put it right and run this again; it goes on where it stopped."


def _provide_libraries(with_tests: bool) -> None:
    """Install what Qt needs from the system; raise only where Qt would not even load."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages()
    if packages and not _apt_install(packages):
        command = _as_root("apt-get install -y " + " ".join(packages))
        if not _qt_loads():
            raise SetupError(f"Qt cannot start without some system libraries. Install them with: {command}")
        print(f"The window will need more system libraries on this display. Install them with: {command}")
    # The tools are a convenience: the tests that use them skip without them, so only root gets them unasked.
    tools = [package for tool, package in DISPLAY_TOOLS.items() if shutil.which(tool) is None] if with_tests else []
    if tools and not _apt_install(tools):
        print(f"The tests that drive the real window will be skipped: {', '.join(tools)} not installed.")


def missing_packages() -> list[str]:
    """Return the Debian packages, sorted, of the libraries and fonts that Qt would look for in vain."""
    folder = next(VENV.glob("lib/python*/site-packages/PySide6"), None)
    if folder is None or shutil.which("ldd") is None:
        return []
    parts = [str(folder / part) for part in QT_PARTS if (folder / part).exists()]
    listing = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False).stdout
    packages = packages_for(listing)
    if not any(next(Path(place).rglob("*.[to]tf"), None) for place in ("/usr/share/fonts", "/usr/local/share/fonts")):
        packages = sorted({*packages, "fonts-dejavu-core"})
    return packages


def packages_for(listing: str) -> list[str]:
    """Return the packages, sorted, of the libraries that ``ldd``'s listing calls "not found".

    A library that no known package has is named as it is, so that the command printed at least says what is missing.
    """
    names = {line.split("=>")[0].strip() for line in listing.splitlines() if line.strip().endswith("not found")}
    # Qt's own libraries lie in the wheel; one that misses another of them says nothing about the system.
    return sorted({PACKAGE_OF_LIBRARY.get(name, name) for name in names if not name.startswith("libQt6")})


def _qt_loads() -> bool:
    probe = [str(_program("python")), "-c", "import PySide6.QtWidgets, PySide6.QtSvg"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _apt_install(packages: list[str]) -> bool:
    """Install packages with apt where this is Debian-like and we are root; return whether that worked."""
    if shutil.which("apt-get") is None or os.name != "posix" or os.geteuid() != 0:
        return False
    print(f"Installing {' '.join(packages)} with apt ...", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *command], env=environment, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _as_root(command: str) -> str:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return command if is_root else f"sudo {command}"


def _program(name: str) -> Path:
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def _run_program(command: list[str], settings: dict[str, str] | None = None) -> int:
    """Run a program of the environment; waiting OpenMP threads sleep, since spinning ones slow everything else down."""
    environment = {"OMP_WAIT_POLICY": "PASSIVE", **os.environ, **(settings or {})}
    print(f"\n$ {' '.join(command)}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
