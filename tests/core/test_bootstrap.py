"""The bootstrap's judgement: what is missing, what to advise, when there is nothing to do."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The bootstrap module, set upon a project of its own."""
    spec = importlib.util.spec_from_file_location("bootstrap", repository / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    return module


@pytest.fixture
def made_venv(bootstrap: ModuleType) -> Path:
    """An environment that looks finished."""
    program = Path(bootstrap._program("rpcm"))
    program.parent.mkdir(parents=True)
    program.touch()
    bootstrap._write_stamp(with_tests=False)
    return Path(bootstrap.VENV)


def test_that_libraries_not_found_become_packages(bootstrap: ModuleType) -> None:
    listing = """
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibQt6Core.so.6 => not found
\tlibodd.so.3 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
"""
    assert bootstrap.packages_for(listing) == ["libegl1", "libodd.so.3", "libxcb-cursor0"]


@pytest.mark.parametrize(
    ("errors", "word"),
    [
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("NewConnectionError: Failed ...\nERROR: Could not find a version that satisfies torch", "network"),
        ("SSLError(certificate verify failed)", "PIP_CERT"),
        ("ERROR: No matching distribution found for torch==2.13.0", "Python 3.11"),
        ("something else", "above"),
    ],
)
def test_that_a_failed_pip_is_answered_with_advice(bootstrap: ModuleType, errors: str, word: str) -> None:
    assert word in bootstrap.advice_for_pip(errors)


def test_that_a_finished_environment_is_left_alone(bootstrap: ModuleType, made_venv: Path) -> None:
    assert bootstrap._is_up_to_date(with_tests=False)
    assert not bootstrap._is_up_to_date(with_tests=True)


def test_that_changed_requirements_are_noticed(bootstrap: ModuleType, made_venv: Path) -> None:
    (made_venv.parent / "pyproject.toml").write_text("[project]\ndependencies = ['x']\n")
    assert not bootstrap._is_up_to_date(with_tests=False)


def test_that_test_tools_once_installed_are_remembered(bootstrap: ModuleType, made_venv: Path) -> None:
    bootstrap._write_stamp(with_tests=True)
    bootstrap._write_stamp(with_tests=False)
    assert bootstrap._is_up_to_date(with_tests=True)


def test_that_a_full_disk_is_told_before_anything_is_installed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "SPACE_NEEDED", 2**62)
    with pytest.raises(bootstrap.SetupError, match="Free some space"):
        bootstrap._check_space()


def test_that_an_old_python_is_told_how_to_get_a_newer_one(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST", (9, 0))
    monkeypatch.setattr(bootstrap, "NEWER_PYTHONS", ())
    with pytest.raises(bootstrap.SetupError, match="apt-get install -y python3 python3-venv"):
        bootstrap._use_python_new_enough()


def test_that_a_missing_venv_part_is_answered_with_the_command(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "_apt_install", lambda _packages: False)
    with pytest.raises(bootstrap.SetupError, match=r"apt-get install -y python3\.\d+-venv"):
        bootstrap._install_ensurepip()


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), ([], 0), (["dance"], 2)])
def test_that_help_and_unknown_commands_need_nothing_installed(
    repository: Path, arguments: list[str], status: int
) -> None:
    command = [sys.executable, "-I", str(repository / "packaging" / "bootstrap.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "demo" in done.stdout + done.stderr
