"""Messages for the user are literal templates with named values, so that each can be collected and translated."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = {"UserError": 2, "DamagedError": 2, "FaultyProxyError": 2, "Text": 1, "Counted": 2}
"""How many of the first arguments of each are templates."""
OWN = "core/errors.py"
GIVEN = (ast.Name, ast.Attribute, ast.Call, ast.Subscript)
"""What may stand for a template: a Text that was made elsewhere."""


def calls() -> Iterator[tuple[str, ast.Call, int]]:
    """Where a message is made, the call, and how many templates it takes."""
    for package in ("core", "rpcm_gui"):
        for file in sorted((REPOSITORY / package).rglob("*.py")):
            name = file.relative_to(REPOSITORY).as_posix()
            for node in ast.walk(ast.parse(file.read_text("utf-8"))) if name != OWN else ():
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEMPLATES:
                    yield f"{name}:{node.lineno}", node, TEMPLATES[node.func.id]


def is_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_made_up(node: ast.AST) -> bool:
    """Whether ``node`` puts a text together by itself: no template is left to translate."""
    formats = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join")
    )
    return formats or not (is_literal(node) or isinstance(node, GIVEN))


def fields(call: ast.Call, count: int) -> set[str]:
    """Names in the literal templates of ``call``; '!' with those that have a format of their own."""
    texts = [node.value for node in call.args[:count] if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {
        name + ("!" if form or conversion else "")
        for text in texts
        for _, name, form, conversion in string.Formatter().parse(text)
        if name is not None
    }


def test_that_every_message_is_a_literal_template() -> None:
    assert [where for where, call, count in calls() if any(map(is_made_up, call.args[:count]))] == []


def test_that_templates_name_exactly_their_values() -> None:
    wrong = []
    for where, call, count in calls():
        given = {keyword.arg or "**" for keyword in call.keywords}
        wanted = fields(call, count)
        if isinstance(call.func, ast.Name) and call.func.id == "Counted":
            wanted -= {name for name in wanted if name.isidentifier()}  # given where it is told how many there are
        if wanted != given:
            wrong.append((where, sorted(wanted ^ given)))
    assert wrong == []
