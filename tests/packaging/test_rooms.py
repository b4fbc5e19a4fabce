"""The drawing of the rooms shows every room of the import contracts, and lines downwards only."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def rooms() -> ModuleType:
    found = importlib.util.spec_from_file_location("rooms_script", ROOT / "packaging" / "rooms.py")
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules["rooms_script"] = module
    found.loader.exec_module(module)
    return module


def test_that_the_committed_drawing_shows_every_room(rooms: ModuleType) -> None:
    drawing = ElementTree.fromstring(rooms.OUT.read_text(encoding="utf-8"))
    shown = {text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")}
    wanted = {room for root in rooms.TITLES for layer in rooms.layers_of(root) for room in layer}
    assert wanted | set(rooms.TITLES.values()) == shown and {"canvas", "propagation", "model"} <= wanted


def test_that_a_line_that_two_others_imply_is_left_out(rooms: ModuleType) -> None:
    graph = {"top": frozenset({"middle", "low"}), "middle": frozenset({"low"}), "low": frozenset[str]()}
    assert rooms.reduced(graph) == graph | {"top": frozenset({"middle"})}


def test_that_lines_go_downwards(rooms: ModuleType) -> None:
    ends = re.findall(r'd="M\d+,(\d+) .* \d+,(\d+)" class="line"', rooms.picture())
    assert len(ends) > 20 and all(int(start) < int(end) for start, end in ends)
