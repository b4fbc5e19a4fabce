"""Links between the documents lead somewhere, and no document names a place on one machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PAGES = sorted(
    page
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "resources/**/*.md", "tests/**/*.md")
    for page in REPOSITORY.glob(pattern)
)
LINK = re.compile(r"\]\(([^()\s]+)\)")


def text_of(page: Path) -> str:
    """The page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def anchors_of(page: Path) -> set[str]:
    """What a link can name on a page: its headings, in lower case, without punctuation, with hyphens for blanks."""
    headings = re.findall(r"^#+ (.+)$", text_of(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead_links(page: Path) -> list[str]:
    """Links of a page to files or headings of the repository that are not there."""
    dead = []
    for link in LINK.findall(text_of(page)):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            dead.append(link)
    return dead


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_that_links_lead_somewhere(page: Path) -> None:
    assert dead_links(page) == []
    assert all(
        (page.parent / link.partition("#")[0]).resolve().is_relative_to(REPOSITORY)
        for link in LINK.findall(text_of(page))
        if "://" not in link
    ), "a link leaves the repository"


def test_that_a_dead_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# A heading, with commas\n", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "[a](other.md) [b](other.md#a-heading-with-commas) [c](missing.md) [d](other.md#none) [e](https://x.org/none)\n"
        "```\n[f](code.md)\n```\n",
        encoding="utf-8",
    )
    assert dead_links(page) == ["missing.md", "other.md#none"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_that_no_machine_is_named(page: Path) -> None:
    assert not re.search(r"(?<![\w.])/(work|tmp|home|root)/", page.read_text(encoding="utf-8"))


ARCHITECTURE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`((?:core|rpcm_gui|packaging)/[\w/]+\.py)`((?:,?\s`[A-Za-z_][\w.]*`)*)")


def names_in(file: Path) -> set[str]:
    """Functions and classes of a module, and methods as ``Class.method``."""
    found = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{inner.name}" for inner in node.body if isinstance(inner, ast.FunctionDef)}
    return found


def test_that_the_walks_through_the_code_name_what_is_there() -> None:
    named = NAMED.findall(ARCHITECTURE)
    assert len(named) > 30
    missing = [
        f"{file} {name}"
        for file, names in named
        for name in re.findall(r"`([\w.]+)`", names) or [""]
        if not (REPOSITORY / file).is_file() or (name and name not in names_in(REPOSITORY / file))
    ]
    assert missing == []


def test_that_the_map_names_every_room() -> None:
    for package in ("core", "rpcm_gui"):
        rooms = {path.stem for path in (REPOSITORY / package).iterdir() if path.is_dir() or path.suffix == ".py"}
        rows = " ".join(re.findall(r"^\| (`.+?`) \|", ARCHITECTURE, flags=re.MULTILINE))
        assert {room for room in rooms if not room.startswith("__") and f"`{room}`" not in rows} == set()
