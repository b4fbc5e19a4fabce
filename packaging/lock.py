#!/usr/bin/env python3
"""Write ``packaging/locks``: the exact versions, with hashes, that ``packaging/bootstrap.py`` installs.

    python packaging/lock.py      take the newest versions that pyproject.toml allows, for every Python

Needs a network. uv resolves, in an environment of its own that is gone afterwards. For each Python there is a file for
running, the build backend included, and one of what the tests need beyond it. torch has none of its files in the locks,
and neither have the CUDA libraries that come with some of its builds: docs/adr/0012-locked-dependencies.md says why.
Run ``.ci/newest`` first, to see whether the newest versions work.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "packaging" / "locks"

_UNLOCKED = re.compile(r"torch|triton|(nvidia|cuda)-.*")
_NAME = re.compile(r"[a-z0-9]\S*?(?===)")
_BACKEND = "build-system (pyproject.toml)"


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of a resolution: ``text`` as pip reads it, and the names of the packages that asked for it."""

    name: str
    text: str
    wanted_by: frozenset[str]

    @property
    def requirement(self) -> str:
        """``name==version``."""
        return self.text.split(" ", 1)[0]


def parsed(listing: str) -> dict[str, Pin]:
    """The packages, by name, of what uv wrote."""
    found = {}
    for block in re.split(r"\n(?=[a-z0-9])", listing.strip()):
        wanted_by = re.findall(r"^ +# +(?:via +)?(?!via$)(.+)$", block, re.MULTILINE)
        name = _NAME.match(block)
        if name is None:
            raise SystemExit(f"uv wrote what is not expected:\n{block}")
        found[name[0]] = Pin(name[0], block.replace("-r -", _BACKEND), frozenset(wanted_by))
    return found


def without_torch(pins: Mapping[str, Pin]) -> dict[str, Pin]:
    """The packages without torch, its CUDA libraries, and what only these need. What torch itself needs stays."""
    left = {name: pin for name, pin in pins.items() if not _UNLOCKED.fullmatch(name)}
    while True:
        asking = {*left, "torch"}
        # Names with a blank are files that ask, such as pyproject.toml.
        needed = {n: p for n, p in left.items() if any(by in asking or " " in by for by in p.wanted_by)}
        if len(needed) == len(left):
            return left
        left = needed


def differing(first: Mapping[str, Pin], second: Mapping[str, Pin]) -> list[str]:
    """The names whose packages differ between two resolutions."""
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


class Resolver:
    """uv in ``folder``."""

    def __init__(self, folder: Path) -> None:
        venv.EnvBuilder(with_pip=True).create(folder)
        scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        self._uv = scripts / "uv"
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
        self._backend = "\n".join(project["build-system"]["requires"])
        self.pythons: list[str] = project["tool"]["rpcm-annotator"]["locks"]["pythons"]
        self.glibc: dict[str, str] = project["tool"]["rpcm-annotator"]["locks"]["glibc"]
        """By machine, the oldest that the locked builds have to run with."""

    def resolve(self, python: str, machine: str, *options: str) -> dict[str, Pin]:
        """The newest packages for a Python ("3.11") on Linux on a ``machine`` ("x86_64"), torch left out."""
        platform = f"{machine}-manylinux_{self.glibc[machine].replace('.', '_')}"
        target = ["--python-version", python, "--python-platform", platform]
        how = ["--quiet", "--no-config", "--no-header", "--generate-hashes", "--only-binary", ":all:"]
        command = [str(self._uv), "pip", "compile", *how, *target, *options, "pyproject.toml", "-"]
        done = subprocess.run(command, cwd=ROOT, input=self._backend, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"uv found no versions for Python {python} on {machine}; its message is above.")
        return without_torch(parsed(done.stdout))


def locked(resolver: Resolver, python: str) -> tuple[dict[str, Pin], set[str]]:
    """The packages for a Python with the test tools, the same on every machine, and the names of those for running."""
    machines = iter(resolver.glibc)
    everything = resolver.resolve(python, next(machines), "--extra", "test")
    for machine in machines:
        other = resolver.resolve(python, machine, "--extra", "test")
        if names := differing(everything, other):
            raise SystemExit(
                f"For Python {python}, {', '.join(names)} differ on {machine}: bound them in pyproject.toml."
            )
    with tempfile.TemporaryDirectory() as folder:
        bounds = Path(folder, "bounds.txt")
        bounds.write_text("\n".join(pin.requirement for pin in everything.values()), "utf-8")
        running = resolver.resolve(python, next(iter(resolver.glibc)), "--constraint", str(bounds))
    return everything, set(running)


def write(python: str, kind: str, pins: list[Pin]) -> None:
    """Write one file."""
    head = f"# Written by packaging/lock.py for Python {python} on Linux. Run it again instead of editing this."
    lines = [head, *(pin.text for pin in pins)]
    (LOCKS / f"{python}-{kind}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    LOCKS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        resolver = Resolver(Path(folder))
        for python in resolver.pythons:
            everything, running = locked(resolver, python)
            write(python, "run", [pin for name, pin in everything.items() if name in running])
            write(python, "test", [pin for name, pin in everything.items() if name not in running])
            print(f"Python {python}: {len(running)} packages for running, {len(everything)} with the test tools")


if __name__ == "__main__":
    main()
