"""The lock files agree with pyproject.toml, carry hashes, and hold nothing of one machine."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

PYTHONS = ("3.11", "3.12", "3.13")


@pytest.fixture
def tool(repository: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A script of packaging/ as a module; its name is the parameter."""
    spec = importlib.util.spec_from_file_location(f"tool_{request.param}", repository / f"packaging/{request.param}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


def project(repository: Path) -> dict[str, list[str]]:
    """Requirements of pyproject.toml: to run, to test, to build."""
    found = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    about = found["project"]
    return {
        "run": [each for each in about["dependencies"] if not each.startswith("torch==")]
        + found["build-system"]["requires"],
        "test": about["optional-dependencies"]["test"],
    }


def locked(repository: Path, python: str, kind: str) -> dict[str, str]:
    text = (repository / "packaging" / "locks" / f"{python}-{kind}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9][^\s=]*)==(\S+)", text, re.MULTILINE))


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def allows(requirement: str, version: str) -> bool:
    """Whether the bounds of ``requirement`` (only >= and < are used) let ``version`` in."""
    least, below = re.search(r">=([\d.]+)", requirement), re.search(r"<([\d.]+)", requirement)
    assert least is not None
    return numbers(least[1]) <= numbers(version) and (below is None or numbers(version) < numbers(below[1]))


@pytest.mark.parametrize("python", PYTHONS)
def test_that_every_requirement_is_locked_within_its_range(repository: Path, python: str) -> None:
    for kind, requirements in project(repository).items():
        pins = locked(repository, python, "run") | (locked(repository, python, "test") if kind == "test" else {})
        for requirement in requirements:
            name = re.split(r"[^\w-]", requirement)[0].lower()
            assert allows(requirement, pins[name]), f"{requirement}: {pins[name]}; run python packaging/lock.py"


@pytest.mark.parametrize("python", PYTHONS)
def test_that_the_test_tools_come_in_addition(repository: Path, python: str) -> None:
    run, test = locked(repository, python, "run"), locked(repository, python, "test")
    assert not run.keys() & test.keys()
    assert "pytest" in test
    assert {"jinja2", "sympy", "setuptools"} <= run.keys(), "what torch needs, and what builds the project"


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("kind", ["run", "test"])
def test_that_locks_have_hashes_and_name_no_build_of_torch_and_no_place(
    repository: Path, python: str, kind: str
) -> None:
    text = (repository / "packaging" / "locks" / f"{python}-{kind}.txt").read_text("utf-8")
    for block in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", block), block
    assert not re.search(r"^(torch|triton|nvidia-.*|cuda-.*)==", text, re.MULTILINE)
    assert not re.search(r"://|file:| /|index-url|find-links", text)


LISTING = """\
a==1.0 \\
    --hash=sha256:00
    # via
    #   rpcm-annotator (pyproject.toml)
    #   torch
helper==2.0 \\
    --hash=sha256:01
    # via triton
deeper==2.0 \\
    --hash=sha256:01
    # via helper
jinja2==3.0 \\
    --hash=sha256:02
    # via torch
markup==3.0 \\
    --hash=sha256:02
    # via jinja2
nvidia-x==4.0 \\
    --hash=sha256:03
    # via torch
torch==2.0 \\
    --hash=sha256:04
    # via rpcm-annotator (pyproject.toml)
triton==5.0 \\
    --hash=sha256:05
    # via torch
"""


@pytest.mark.parametrize("tool", ["lock"], indirect=True)
def test_that_torch_goes_with_its_cuda_libraries_but_what_it_needs_stays(tool: ModuleType) -> None:
    pins = tool.without_torch(tool.parsed(LISTING))
    assert list(pins) == ["a", "jinja2", "markup"]
    assert pins["jinja2"].requirement == "jinja2==3.0"


@pytest.mark.parametrize("tool", ["newest"], indirect=True)
def test_that_newer_and_held_back_versions_are_listed(tool: ModuleType) -> None:
    lines = list(tool.differences({"a": "2", "b": "1", "c": "1"}, {"a": "1", "b": "1", "d": "1"}))
    assert lines == ["a: 1 locked, 2 installed", "c: not locked, 1 installed", "d: 1 locked, not installed"]
    requirements = list(
        tool.bounded({"dependencies": ["torch==1.0", "Qt_X>=1,<3", "free>=1"], "optional-dependencies": {}})
    )
    assert requirements == ["torch==1.0", "Qt_X>=1,<3"]
    installed, newest = {"torch": "1.0+cpu", "qt-x": "2.9"}, {"torch": "1.0", "qt-x": "3.1"}
    assert list(tool.held_back(requirements, installed, newest)) == ["Qt_X>=1,<3 holds back 3.1"]
    assert tool.pins("# head\nav==18.1.0 \\\n    --hash=sha256:00\n    # via x==y\n") == {"av": "18.1.0"}
