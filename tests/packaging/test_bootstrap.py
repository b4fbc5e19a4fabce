"""The bootstrap's judgement: what is missing, what to advise, when there is nothing to do."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = """
[project]
dependencies = ["torchy>=1", "torch==1.2.3"]
[tool.rpcm-annotator.locks]
pythons = ["3.12", "3.13"]
glibc = { x86_64 = "2.34", aarch64 = "2.39" }
"""


@pytest.fixture
def bootstrap(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The bootstrap module, set upon a project of its own."""
    spec = importlib.util.spec_from_file_location("bootstrap", repository / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(module, "LOCKS", tmp_path / "locks")
    module.LOCKS.mkdir()
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
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "cache purge"),
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


def test_that_changed_locks_are_noticed(bootstrap: ModuleType, made_venv: Path) -> None:
    bootstrap.lock_files(with_tests=True)[0].write_text("av==1\n")
    assert not bootstrap._is_up_to_date(with_tests=False)


def test_that_the_newest_versions_are_installed_over_the_locked_ones_and_stay(
    bootstrap: ModuleType, made_venv: Path
) -> None:
    assert not bootstrap._is_up_to_date(with_tests=False, newest=True)
    bootstrap._write_stamp(with_tests=False, newest=True)
    assert bootstrap._is_up_to_date(with_tests=False, newest=True)
    assert bootstrap._is_up_to_date(with_tests=False)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("sys.platform", "darwin", "they are for Linux"),
        ("platform.machine", lambda: "riscv64", "they are for Linux on x86_64 and aarch64"),
        ("sys.version_info", (3, 14, 0), "they are for Python 3.12, 3.13"),
        ("platform.libc_ver", lambda: ("glibc", "2.9"), "they need glibc 2.34 or newer"),
        ("platform.machine", lambda: "aarch64", "they need glibc 2.39 or newer"),
        ("platform.libc_ver", lambda: ("", ""), "they need glibc 2.34 or newer"),
    ],
)
def test_that_a_machine_that_the_locks_do_not_fit_gets_ranges_and_the_reason(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: object,
    reason: str,
) -> None:
    suits_the_locks(monkeypatch)
    monkeypatch.setattr(name, value)
    asked: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "_pip", asked.append)
    bootstrap._pip_install(with_tests=True, newest=False)
    assert reason in bootstrap.why_unlocked()
    assert reason in capsys.readouterr().out
    assert asked == [["--editable", f"{bootstrap.ROOT}[test]"]]


def suits_the_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this machine one that the locks are for, whatever it is."""
    for name, value in {
        "sys.platform": "linux",
        "sys.version_info": (3, 12, 1),
        "platform.machine": lambda: "x86_64",
        "platform.libc_ver": lambda: ("glibc", "2.36"),
    }.items():
        monkeypatch.setattr(name, value)


def test_that_locked_versions_need_hashes_and_torch_is_taken_by_its_version(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    suits_the_locks(monkeypatch)
    asked: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "_pip", asked.append)
    bootstrap._pip_install(with_tests=True, newest=False)
    first, torch, own = asked
    assert first[:3] == ["--require-hashes", "--only-binary", ":all:"]
    assert [Path(part).name for part in first if part.endswith(".txt")] == ["3.12-run.txt", "3.12-test.txt"]
    assert torch == ["torch==1.2.3"]
    assert {"--no-deps", "--no-build-isolation"} < set(own)
    asked.clear()
    bootstrap._pip_install(with_tests=False, newest=True)
    assert asked == [["--upgrade", "--upgrade-strategy", "eager", "--editable", str(bootstrap.ROOT)]]


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
