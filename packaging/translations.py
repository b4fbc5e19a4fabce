"""Keep the translations in step with the program: ``python packaging/translations.py [update | compile | missing]``.

``update`` writes every text of the program into the Qt Linguist files (``resources/translations/*.ts``) and keeps what
is translated already; ``compile`` makes the ``.qm`` files that the program loads; ``missing`` lists what has no
translation yet. Without a word it does all three. Translate with Qt Linguist (``pyside6-linguist FILE.ts``) or by hand.

The texts are found by reading the source, and not by ``lupdate``, which gives each class a context of its own and so
would ask for the same word many times; the whole program has one context.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from rpcm_gui.actions.spec import Menu  # noqa: E402
from rpcm_gui.actions.table import ACTIONS, MENUS  # noqa: E402
from rpcm_gui.base.language import CONTEXT, LANGUAGES, SOURCE  # noqa: E402

FOLDER = REPOSITORY / "resources" / "translations"
_WRAPPERS = {"tr": 1, "mark": 1, "Text": 1, "Counted": 2, "UserError": 2, "DamagedError": 2, "FaultyProxyError": 2}
"""How many of the first arguments of each are texts."""


def texts() -> list[str]:
    """Every text of the program that the user reads, once each, sorted."""
    files = [file for package in ("core", "rpcm_gui") for file in sorted((REPOSITORY / package).rglob("*.py"))]
    found = {text for file in files for text in texts_of(file)}
    return sorted(found | set(_of_actions()) | set(_of_menus(MENUS)))


def texts_of(file: Path) -> Iterator[str]:
    """The literal arguments of ``tr`` and ``mark``, and the templates of messages, in a source file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _WRAPPERS:
            for argument in node.args[: _WRAPPERS[node.func.id]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def _of_actions() -> Iterator[str]:
    for spec in ACTIONS:
        yield from (text for text in (spec.text, spec.tip, spec.label) if text)


def _of_menus(items: tuple[str | Menu | None, ...]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Menu):
            yield item.title
            yield from _of_menus(item.items)


def languages() -> list[str]:
    """The languages that there are translations for."""
    return [language for language in LANGUAGES if language != SOURCE]


def ts_file(language: str) -> Path:
    """The translators' file of a language."""
    return FOLDER / f"rpcm_{language}.ts"


def read(language: str) -> dict[str, str]:
    """Text and translation; '' for what is not translated yet."""
    file = ts_file(language)
    if not file.exists():
        return {}
    messages = ET.parse(file).getroot().iter("message")
    return {message.findtext("source") or "": message.findtext("translation") or "" for message in messages}


def write(language: str, table: Mapping[str, str]) -> None:
    """Write the translators' file of a language: texts in order, what is not translated marked as unfinished."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage=SOURCE)
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in sorted(table):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = table[text]
        if not table[text]:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    words = ET.tostring(root, "unicode")
    ts_file(language).write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{words}\n', "utf-8")


def update() -> None:
    """Add new texts to every language's file and drop those that the program no longer has."""
    FOLDER.mkdir(exist_ok=True)
    wanted = texts()
    for language in languages():
        known = read(language)
        write(language, {text: known.get(text, "") for text in wanted})


def compile_all() -> None:
    """Make the files that the program loads. What is unfinished is left out, and stays English."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    for language in languages():
        source = ts_file(language)
        subprocess.run([tool, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)


def missing() -> dict[str, list[str]]:
    """By language, the texts that have no translation yet."""
    wanted = texts()
    return {language: [text for text in wanted if not read(language).get(text)] for language in languages()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=("update", "compile", "missing"))
    what: str | None = parser.parse_args().what
    if what in (None, "update"):
        update()
    if what in (None, "compile"):
        compile_all()
    if what in (None, "missing"):
        for language, lacking in missing().items():
            print(f"{language}: {len(lacking)} texts are not translated")
            for text in lacking:
                print(f"  {text!r}")


if __name__ == "__main__":
    main()
