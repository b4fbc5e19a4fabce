#!/usr/bin/env python3
"""Print how this environment's versions differ from the locks, and what pyproject.toml holds back; for ``.ci/newest``.

    python packaging/newest.py

Run it with the Python of the environment. Newer releases than a bound allows are looked up with pip.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def normal(name: str) -> str:
    """The name of a package as locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> dict[str, str]:
    """Versions by name in the text of a lock."""
    return dict(re.findall(r"^([a-z0-9][^\s=]*)==(\S+)", text, re.MULTILINE))


def differences(installed: Mapping[str, str], locked: Mapping[str, str]) -> Iterator[str]:
    """A line for every package whose installed version is not the locked one, or that only one of them has."""
    for name in sorted(installed.keys() | locked.keys()):
        if installed.get(name) != locked.get(name):
            yield f"{name}: {locked.get(name, 'not')} locked, {installed.get(name, 'not')} installed"


def bounded(project: Mapping[str, Any]) -> Iterator[str]:
    """The requirements of a pyproject.toml that name a newest version."""
    extras: Mapping[str, list[str]] = project["optional-dependencies"]
    requirements = [*project["dependencies"], *(each for extra in extras.values() for each in extra)]
    yield from dict.fromkeys(each for each in requirements if re.search("<|==|~=", each))


def held_back(requirements: Iterable[str], installed: Mapping[str, str], newest: Mapping[str, str]) -> Iterator[str]:
    """A line for every one of ``requirements`` beyond which there is a newer release."""
    for requirement in requirements:
        name = normal(re.split(r"[^\w.-]", requirement)[0])
        if name in newest and public(newest[name]) != public(installed.get(name, "")):
            yield f"{requirement} holds back {newest[name]}"


def public(version: str) -> str:
    """A version without the name of its build, such as ``+cpu``."""
    return version.partition("+")[0]


def newest_releases(names: list[str]) -> dict[str, str]:
    """What pip would install of ``names`` without any bound; nothing is installed."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed", "--no-deps"]
    report = subprocess.run([*command, "--report", "-", *names], stdout=subprocess.PIPE, check=True).stdout
    found = (each["metadata"] for each in json.loads(report)["install"])
    return {normal(each["name"]): each["version"] for each in found}


def main() -> None:
    installed = {normal(each.metadata["Name"]): each.version for each in distributions()}
    files = (ROOT / "packaging" / "locks").glob(f"{sys.version_info[0]}.{sys.version_info[1]}-*.txt")
    locked = {name: version for file in files for name, version in pins(file.read_text("utf-8")).items()}
    # torch and its CUDA libraries are not locked; pip and the project itself are no dependencies.
    beside = {name for name in installed if re.match(r"(torch|triton|nvidia-.*|cuda-.*|pip|rpcm-annotator)$", name)}
    lines = list(differences({name: installed[name] for name in installed.keys() - beside}, locked))
    print("Different from the locks:", *(lines or ["nothing"]), sep="\n  ")
    requirements = list(bounded(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]))
    newest = newest_releases([re.split(r"[^\w.-]", each)[0] for each in requirements])
    lines = list(held_back(requirements, installed, newest))
    print("Held back by pyproject.toml:", *(lines or ["nothing"]), sep="\n  ")


if __name__ == "__main__":
    main()
