"""The house rules that no other tool holds: budgets, banned calls, and an engine that knows no window."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests import house_figures

REPOSITORY = Path(__file__).resolve().parent.parent
PRODUCT = sorted(file for folder in ("core", "rpcm_gui", "packaging") for file in (REPOSITORY / folder).rglob("*.py"))
EVERYTHING = [*PRODUCT, *sorted((REPOSITORY / "tests").rglob("*.py"))]
Function = ast.FunctionDef | ast.AsyncFunctionDef

BANNED_CALLS = {
    "processEvents": "run long work in a worker",
    "terminate": "ask a thread to stop by its event",
    "VideoCapture": "it gives wrong frames on variable frame rates; use core.video.source",
}
BANNED_TEXT = {
    r"\bTODO\b|\bFIXME\b|\bXXX\b": "do it or open an issue",
    r"\bNotImplementedError\b": "no stubs",
    r"load_state_dict\([^)]*strict\s*=\s*False": "weights fit or are refused",
    r"(?<![\w.])/(?:work|tmp|home|root)/": "no path of one machine",
}


def name_of(file: Path) -> str:
    return str(file.relative_to(REPOSITORY))


def parse(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


MOST_MODULES = 300
FOLDER_BUDGET = {"core/cli": 24}
CONCEPTS = {
    "core.cli.commands": "the list of commands, loaded late",
    "core.cli.export": "a command",
    "core.evaluation.naive_matching": "matching as its equations are written",
    "core.files.exchange": "exchanging what lies at two paths in one step",
    "core.formats.masks": "a format",
    "core.network.rpcm.decoder": "the decoder",
    "core.project.tables.state": "a table",
    "core.review.fallback": "the built-in quality model",
    "core.review.pictures": "small frames, and the flow between them",
    "core.selection.flood": "the magic wand",
    "core.training.procedural.clip": "a rendered clip",
}
"""Modules of fewer than 80 lines that one other module imports, and the concept of the field that each stands for."""


def test_that_folders_keep_their_budget() -> None:
    sizes = house_figures.folder_sizes()
    assert {folder: count for folder, count in sizes.items() if count > FOLDER_BUDGET.get(folder, 16)} == {}


def test_that_modules_keep_their_budget() -> None:
    lengths = {name: house_figures.lines_of(file) for name, file in house_figures.modules().items()}
    assert {name: lines for name, lines in lengths.items() if lines > 500} == {}
    assert sum(file.name != "__init__.py" for file in house_figures.modules().values()) <= MOST_MODULES


def test_that_classes_keep_their_budget() -> None:
    widths = {f"{name_of(file)} {node.name}": house_figures.methods(node) for file, node in house_figures.classes()}
    assert {name: width for name, width in widths.items() if width > 25} == {}


def test_that_functions_keep_their_budget() -> None:
    over = [
        f"{name_of(file)}:{function.lineno} {function.name} has {house_figures.length(function)} lines"
        for file, function in house_figures.functions()
        if house_figures.length(function) > 50
    ]
    assert over == []


def test_that_most_functions_are_short() -> None:
    lengths = sorted(house_figures.length(function) for _, function in house_figures.functions())
    assert statistics.median(lengths) <= 7
    assert lengths[int(len(lengths) * 0.9)] <= 20


@pytest.mark.parametrize(("root", "most"), [("core", 6), ("rpcm_gui", 11), ("rpcm_gui.views", 6)])
def test_that_imports_have_few_floors(root: str, most: int) -> None:
    chain = house_figures.longest_chain(root)
    assert len(chain) <= most, " > ".join(chain)


def test_that_small_modules_with_one_importer_stand_for_a_concept() -> None:
    scraps = house_figures.lone_scraps()
    assert {name: user for name, user in scraps.items() if name not in CONCEPTS} == {}
    assert CONCEPTS.keys() <= scraps.keys(), "no longer small, or imported by more: take it off the list"


def test_that_banned_calls_are_not_made() -> None:
    calls = [
        f"{name_of(file)}:{node.lineno} {node.func.attr}: {BANNED_CALLS[node.func.attr]}"
        for file in PRODUCT
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in BANNED_CALLS
        # A process may be terminated; a thread must not.
        if not (node.func.attr == "terminate" and "process" in ast.unparse(node.func.value).lower())
    ]
    assert calls == []


def test_that_nothing_is_global_and_no_exception_is_swallowed() -> None:
    faults = [
        f"{name_of(file)}:{node.lineno}"
        for file in PRODUCT
        for node in ast.walk(parse(file))
        if isinstance(node, ast.Global) or (isinstance(node, ast.ExceptHandler) and swallows(node))
    ]
    assert faults == []


def swallows(handler: ast.ExceptHandler) -> bool:
    is_broad = handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException")
    return handler.type is None or (is_broad and all(isinstance(item, ast.Pass) for item in handler.body))


@pytest.mark.parametrize("pattern", sorted(BANNED_TEXT))
def test_that_banned_words_do_not_appear(pattern: str) -> None:
    files = [file for file in EVERYTHING if file != Path(__file__).resolve()]
    found = [name_of(file) for file in files if re.search(pattern, file.read_text(encoding="utf-8"))]
    assert found == [], BANNED_TEXT[pattern]


# Triton comes with PyTorch's CUDA builds alone; only they import this module.
WITHOUT_PACKAGE = () if find_spec("triton") else ("matching_triton.py",)


def test_that_the_engine_imports_without_qt() -> None:
    """Import every module of core in an interpreter where Qt and the application cannot be imported."""
    modules = [
        ".".join(file.relative_to(REPOSITORY).with_suffix("").parts).removesuffix(".__init__")
        for file in PRODUCT
        if "core" in file.relative_to(REPOSITORY).parts[:1] and file.name not in ("__main__.py", *WITHOUT_PACKAGE)
    ]
    program = (
        "import importlib, sys\n"
        "for name in ('PySide6', 'shiboken6', 'qtawesome', 'qtpy', 'rpcm_gui'): sys.modules[name] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_that_views_are_imported_without_torch() -> None:
    program = (
        "import importlib, pkgutil, sys\n"
        "import rpcm_gui.__main__, rpcm_gui.views\n"
        "for found in pkgutil.walk_packages(rpcm_gui.views.__path__, 'rpcm_gui.views.'):\n"
        "    importlib.import_module(found.name)\n"
        "print('torch' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("command", ["demo", "test"])
def test_that_the_readme_gives_the_two_commands(command: str) -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert f"python3 packaging/bootstrap.py {command}" in readme


def test_that_continuous_integration_runs_the_readme_test_command() -> None:
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert "packaging/bootstrap.py test" in script


# Text from files reaches widgets through rpcm_gui/base/plain.py only: Qt takes what looks like HTML for HTML.
MAKERS = {
    "QLabel": "views/widgets/basics.py",
    "QFileDialog": "views/widgets/file_dialogs.py",
    "setMarkdown": "views/shell/help_dock.py",
}
"""What takes text for HTML, and the one module that may use it."""
GUESSING_CLASSES = {"QMessageBox", "QErrorMessage", "QToolTip", "QProgressDialog", "QInputDialog", "QSystemTrayIcon"}
GUESSING_METHODS = {"setHtml", "insertHtml", "appendHtml", "setInformativeText", "setDetailedText"}
ESCAPED_METHODS = {
    "setToolTip": "tip",
    "setWhatsThis": "tip",
    "setStatusTip": "shown",
    "setWindowTitle": "window_title",
}


def gui_calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for file in (each for each in PRODUCT if "rpcm_gui" in each.relative_to(REPOSITORY).parts[:1]):
        for node in ast.walk(parse(file)):
            if isinstance(node, ast.Call):
                yield file, node, ast.unparse(node.func).rpartition(".")[2]


def is_fixed(text: ast.expr) -> bool:
    """Whether the program says ``text`` itself: a literal, or the translation of one, with no value put into it."""
    if isinstance(text, ast.IfExp):
        return is_fixed(text.body) and is_fixed(text.orelse)
    if isinstance(text, ast.Call) and ast.unparse(text.func) == "tr":
        return is_fixed(text.args[0])
    return isinstance(text, ast.Constant)


def is_escaped(text: ast.expr, by: str) -> bool:
    # What another widget's tool tip says is escaped already.
    return is_fixed(text) or (isinstance(text, ast.Call) and ast.unparse(text.func).split(".")[-1] in (by, "toolTip"))


def unescaped(node: ast.Call, name: str) -> bool:
    """Whether a call hands text to Qt that Qt may take for HTML."""
    if name in GUESSING_METHODS or not GUESSING_CLASSES.isdisjoint(ast.unparse(node.func).split(".")):
        return True
    if name == "marked_up":
        return not is_fixed(node.args[0])
    if name in ESCAPED_METHODS:
        return not is_escaped(node.args[0], ESCAPED_METHODS[name])
    if name in ("setData", "setItemData") and "ToolTipRole" in ast.unparse(node):
        return not any(is_escaped(argument, "tip") for argument in node.args)
    return False


def test_that_no_text_reaches_the_window_unescaped() -> None:
    found = [
        f"{name_of(file)}:{node.lineno} {ast.unparse(node)[:60]}"
        for file, node, name in gui_calls()
        if unescaped(node, name) or (name in MAKERS and not name_of(file).endswith(MAKERS[name]))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("call", "careless"),
    [
        ("item.setToolTip(name)", True),
        ("item.setToolTip(tr('Object {name}').format(name=name))", True),
        ("item.setToolTip(f'{name}')", True),
        ("item.setToolTip(tip(name))", False),
        ("item.setToolTip(tr('Cancel'))", False),
        ("item.setData(ToolTipRole, name)", True),
        ("box.setItemData(1, tip(name), ToolTipRole)", False),
        ("window.setWindowTitle(name)", True),
        ("marked_up(tr('<i>{name}</i>').format(name=name))", True),
        ("QMessageBox.warning(window, 'title', name)", True),
        ("QMessageBox(window)", True),
        ("text.setHtml(name)", True),
    ],
)
def test_that_careless_text_is_noticed(call: str, careless: bool) -> None:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert unescaped(node, ast.unparse(node.func).rpartition(".")[2]) is careless
