"""Draw the rooms of the code and what each imports: ``python packaging/rooms.py [OUT.svg]``.

Rows are the layers of the import contracts in ``pyproject.toml``; a room imports only what lies below it. Lines come
from the imports of the source; one that two other lines already imply is left out.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests import house_figures  # noqa: E402

OUT = REPOSITORY / "docs" / "images" / "rooms.svg"
TITLES = {"rpcm_gui": "rpcm_gui, the window", "rpcm_gui.views": "rpcm_gui.views", "core": "core, the engine"}
WIDTH, BOX, HEIGHT, ROW, MARGIN, HEAD = 960, 120, 28, 62, 16, 44
"""In pixels: of the picture, of a room, from row to row, around all, of a title."""

Graph = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Floor:
    """Rooms of one package: their ``layers`` from the top, and which of them each imports."""

    root: str
    layers: Sequence[Sequence[str]]
    imports: Graph

    @property
    def height(self) -> int:
        """In pixels."""
        return HEAD + ROW * len(self.layers)


def layers_of(root: str) -> list[list[str]]:
    """The layers of a package, from the top, as its import contract names them."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each.get("containers") == [root])
    return [[name.strip() for name in layer.split("|")] for layer in layers]


def imports_of(root: str) -> Graph:
    """Which rooms of a package import which others of it."""
    strip = len(root) + 1
    graph = house_figures.rooms(root)
    return {name[strip:]: frozenset(other[strip:] for other in others) for name, others in graph.items()}


def reduced(graph: Graph) -> Graph:
    """The same without the imports that a longer way implies."""

    def below(name: str) -> frozenset[str]:
        direct = graph.get(name, frozenset())
        return direct.union(*(below(other) for other in direct))

    return {
        name: frozenset(other for other in others if not any(other in below(third) for third in others))
        for name, others in graph.items()
    }


def floor(root: str) -> Floor:
    """The rooms of a package."""
    return Floor(root, layers_of(root), reduced(imports_of(root)))


def places(floor: Floor, top: int) -> dict[str, tuple[int, int]]:
    """Upper left corner of each room."""
    found = {}
    for row, layer in enumerate(floor.layers):
        step = (WIDTH - 2 * MARGIN) / len(layer)
        for column, room in enumerate(layer):
            found[room] = round(MARGIN + step * (column + 0.5) - BOX / 2), top + HEAD + ROW * row
    return found


def drawn(floor: Floor, top: int) -> list[str]:
    """The elements of a floor whose upper edge is at ``top``."""
    corners = places(floor, top)
    parts = [
        f'<rect x="4" y="{top + 4}" width="{WIDTH - 8}" height="{floor.height - 8}" rx="10" class="floor"/>',
        f'<text x="{MARGIN}" y="{top + 28}" class="title">{escape(TITLES[floor.root])}</text>',
    ]
    for room, others in sorted(floor.imports.items()):
        for other in sorted(others):
            (x, y), (end_x, end_y) = corners[room], corners[other]
            start, end = f"{x + BOX // 2},{y + HEIGHT}", f"{end_x + BOX // 2},{end_y}"
            bend = (end_y - y - HEIGHT) // 2
            curve = f"C{x + BOX // 2},{y + HEIGHT + bend} {end_x + BOX // 2},{end_y - bend} {end}"
            parts.append(f'<path d="M{start} {curve}" class="line"/>')
    for room, (x, y) in corners.items():
        parts += [
            f'<rect x="{x}" y="{y}" width="{BOX}" height="{HEIGHT}" rx="6" class="room"/>',
            f'<text x="{x + BOX // 2}" y="{y + 18}" class="name">{escape(room)}</text>',
        ]
    return parts


STYLE = """<style>
text { font-family: sans-serif; fill: #1f2933; }
.title { font-size: 17px; font-weight: bold; }
.name { font-size: 13px; font-weight: bold; text-anchor: middle; }
.floor { fill: #f5f7fa; stroke: #cbd2d9; }
.room { fill: #ffffff; stroke: #486581; }
.line { fill: none; stroke: #829ab1; stroke-width: 1.2; }
</style>"""


def picture() -> str:
    """The drawing, as SVG."""
    floors = [floor(root) for root in TITLES]
    height = sum(each.height for each in floors)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">',
        STYLE,
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    top = 0
    for each in floors:
        parts += drawn(each, top)
        top += each.height
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.write_text(picture(), encoding="utf-8")
    print(out)
