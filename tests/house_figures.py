"""Figures of the code, measured from its source alone. Run: ``python tests/house_figures.py``."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
ROOTS = ("core", "rpcm_gui")
Function = ast.FunctionDef | ast.AsyncFunctionDef
_ARRAY = re.compile(r"Array|Tensor|ndarray|NDArray")
_SHAPE = re.compile(r"\((?:[A-Z]\w*|\d+|\.\.)(?:[,/x* +\-]+(?:\w+|\.\.|\d+))*,?\)|\bscalar|\bshape")


@cache
def modules() -> Mapping[str, Path]:
    """Every module of the product by its dotted name."""
    found = {}
    for file in sorted(file for root in ROOTS for file in (REPOSITORY / root).rglob("*.py")):
        name = ".".join(file.relative_to(REPOSITORY).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = file
    return found


@cache
def tree_of(file: Path) -> ast.Module:
    """The syntax tree of a source file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def lines_of(file: Path) -> int:
    """Lines of a file, empty ones too."""
    return len(file.read_text(encoding="utf-8").splitlines())


def folder_sizes() -> Counter[str]:
    """Modules in each folder of the product; the note that makes it a package counts too."""
    return Counter(file.parent.relative_to(REPOSITORY).as_posix() for file in modules().values())


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """What each module imports of the product, wherever in the module it says so."""
    return {name: frozenset(_imports_of(file)) - {name} for name, file in modules().items()}


def _imports_of(file: Path) -> Iterator[str]:
    known = modules()
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.ImportFrom) and node.module:
            full = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in full if {name, node.module} & known.keys())
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def rooms(root: str) -> dict[str, set[str]]:
    """The modules and packages directly under ``root``, each with those of them that it imports."""
    depth = root.count(".") + 2

    def room(name: str) -> str | None:
        return ".".join(name.split(".")[:depth]) if name.startswith(f"{root}.") else None

    graph: dict[str, set[str]] = defaultdict(set)
    for name, imported in imports().items():
        if (mine := room(name)) is not None:
            graph[mine] |= {other for found in imported if (other := room(found)) not in (None, mine) and other}
    return graph


def longest_chain(root: str) -> list[str]:
    """The longest chain of imports between rooms of ``root``, from the roof down.

    Raises:
        ValueError: Where rooms import one another in a circle.
    """
    graph = rooms(root)
    longest: dict[str, list[str]] = {}

    def from_room(name: str, above: tuple[str, ...]) -> list[str]:
        if name in above:
            raise ValueError(f"a circle of imports: {' > '.join((*above[above.index(name) :], name))}")
        if name not in longest:
            chains = [from_room(other, (*above, name)) for other in sorted(graph[name])]
            longest[name] = [name, *max(chains, key=len, default=[])]
        return longest[name]

    return max((from_room(name, ()) for name in sorted(graph)), key=len, default=[])


def functions() -> Iterator[tuple[Path, Function]]:
    """Every function and method of the product."""
    for file in modules().values():
        yield from ((file, node) for node in ast.walk(tree_of(file)) if isinstance(node, Function))


def length(function: Function) -> int:
    """Lines of a function, its docstring left out: the budget is on code, not on what is said of it."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def classes() -> Iterator[tuple[Path, ast.ClassDef]]:
    """Every class of the product."""
    for file in modules().values():
        yield from ((file, node) for node in ast.walk(tree_of(file)) if isinstance(node, ast.ClassDef))


def methods(node: ast.ClassDef) -> int:
    """Methods of a class that do something; plain properties are attributes in all but name."""
    return sum(1 for item in node.body if isinstance(item, Function) and not _is_property(item))


def _is_property(function: Function) -> bool:
    names = {ast.unparse(decorator) for decorator in function.decorator_list}
    return "property" in names or any(name.endswith(".setter") for name in names)


def aliased_attributes() -> list[str]:
    """Attributes of a class that only repeat one of a part of it, as in ``self.undo = self.stack.undo``."""
    found = []
    for file, node in classes():
        for function in node.body:
            if isinstance(function, Function):
                found += [f"{file.stem}.{node.name}.{name}" for name in _aliases(function)]
    return found


def _aliases(function: Function) -> Iterator[str]:
    parts = {"self"}
    for node in ast.walk(function):
        for target, value in _assigned(node):
            if isinstance(target, ast.Name) and _is_of(value, {"self"}, 1):
                parts.add(target.id)
    for node in ast.walk(function):
        for target, value in _assigned(node):
            is_own = isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self"
            if is_own and (_is_of(value, {"self"}, 2) or _is_of(value, parts - {"self"}, 1)):
                yield ast.unparse(target).removeprefix("self.")


def _assigned(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Pairs of a target and its value, those of tuples one by one."""
    if not isinstance(node, ast.Assign):
        return
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield from zip(target.elts, node.value.elts, strict=False)
        else:
            yield target, node.value


def _is_of(node: ast.expr, names: set[str], depth: int) -> bool:
    """Whether an expression is one of ``names`` with ``depth`` or more attributes behind it."""
    while isinstance(node, ast.Attribute):
        node, depth = node.value, depth - 1
    return isinstance(node, ast.Name) and node.id in names and depth <= 0


def type_ignores() -> list[str]:
    """Places in the product where mypy is asked to look away."""
    return [
        f"{name}:{number}"
        for name, file in modules().items()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if "# type: ignore" in line
    ]


def array_functions() -> dict[str, bool]:
    """Public functions that take or give arrays, and whether a docstring of theirs or of their class names shapes."""
    found: dict[str, bool] = {}
    for name, file in modules().items():
        tree = tree_of(file)
        found.update(_array_functions(name, tree.body, ast.get_docstring(tree) or ""))
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                words = (ast.get_docstring(node) or "") + (ast.get_docstring(tree) or "")
                found.update(_array_functions(f"{name}.{node.name}", node.body, words))
    return found


def _array_functions(owner: str, body: list[ast.stmt], words: str) -> Iterator[tuple[str, bool]]:
    for node in body:
        if isinstance(node, Function) and not node.name.startswith("_") and _ARRAY.search(_signature(node)):
            yield f"{owner}.{node.name}", bool(_SHAPE.search((ast.get_docstring(node) or "") + words))


def _signature(node: Function) -> str:
    return ast.unparse(node.args) + (ast.unparse(node.returns) if node.returns else "")


def lone_scraps(below: int = 80) -> dict[str, str]:
    """Modules of fewer lines that one other module alone imports, and which that is."""
    users: dict[str, set[str]] = defaultdict(set)
    for name, imported in imports().items():
        for other in imported:
            users[other].add(name)
    return {
        name: next(iter(users[name]))
        for name, file in modules().items()
        if file.name not in ("__init__.py", "__main__.py") and len(users[name]) == 1 and lines_of(file) < below
    }


def figures() -> Iterator[tuple[str, object]]:
    """What the plan of the house counts, name and value."""
    sizes = folder_sizes()
    lengths = sorted(length(function) for _, function in functions())
    arrays = array_functions()
    notes = sum(file.name == "__init__.py" for file in modules().values())
    yield "modules", f"{len(modules())}, {notes} of them only make a folder a package"
    yield "lines", sum(lines_of(file) for file in modules().values())
    yield "files in the largest folders", ", ".join(f"{folder} {count}" for folder, count in sizes.most_common(3))
    yield "longest module", max((lines_of(file), name) for name, file in modules().items())
    yield "methods of the widest class", max((methods(node), node.name) for _, node in classes())
    for root in ("rpcm_gui", "rpcm_gui.views", "core"):
        chain = longest_chain(root)
        yield f"floors of imports, {root}", f"{len(chain)}: {' > '.join(name.split('.')[-1] for name in chain)}"
    yield "function, median", statistics.median(lengths)
    yield "function, nine in ten", lengths[int(len(lengths) * 0.9)]
    yield "function, longest", lengths[-1]
    yield "aliased attributes", len(aliased_attributes())
    yield "type-ignores", len(type_ignores())
    yield "public array functions without shapes", f"{list(arrays.values()).count(False)} of {len(arrays)}"
    yield "modules under 80 lines with one importer", len(lone_scraps())


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Print the figures, one a line."""
    for name, value in figures():
        write(f"{name:45} {value}\n")


if __name__ == "__main__":
    main()
