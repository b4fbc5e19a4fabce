"""Colours of masks as objects: those that a label map names, or those that a whole folder of masks is painted in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import Counted
from core.formats.common.contract import ExportNotes
from core.masks.palette import voc_palette
from core.masks.png import Colours, mask_colours
from core.types import BACKGROUND, MAX_OBJECT_ID, VOID

_BY_APPEARANCE = Counted(
    "{count} colour that is not an id became an object.",
    "{count} colours that are not ids became objects, in order of appearance.",
)
_VOID_NAMES = frozenset({"ignored", "ignore", "void"})
_VOID_COLOUR = 0xE0E0C0
_BLACK = 0
_FEWEST_PARTS = 4


def colours_of_folder(files: Iterable[Path], remarks: ExportNotes) -> Colours | None:
    """Ids for the colours of the masks in ``files``, so that two that never meet in one picture stay apart.

    None where every picture can be read by itself: colours of PASCAL VOC, grey levels, or a single colour.
    """
    seen: dict[int, None] = {}
    for file in files:
        seen.update(dict.fromkeys(sorted(mask_colours(file) or ())))
    painted = [code for code in seen if code not in (_BLACK, _VOID_COLOUR)]
    if len(painted) < 2 or len(painted) > MAX_OBJECT_ID or set(painted) <= _voc_codes() or all(map(_is_grey, painted)):
        return None
    remarks.add(_BY_APPEARANCE, count=len(painted))
    ids = {code: number for number, code in enumerate(painted, start=1)}
    return Colours({_BLACK: BACKGROUND, _VOID_COLOUR: VOID, **ids})


def _voc_codes() -> frozenset[int]:
    palette = voc_palette()
    triples = zip(palette[::3], palette[1::3], palette[2::3], strict=True)
    return frozenset(_code(red, green, blue) for red, green, blue in triples)


def _code(red: int, green: int, blue: int) -> int:
    return red << 16 | green << 8 | blue


def _is_grey(code: int) -> bool:
    return code >> 16 == code >> 8 & 255 == code & 255


@dataclass(frozen=True, slots=True, eq=False)
class LabelMap:
    """What a ``labelmap.txt`` says.

    Attributes:
        names: Per label its class.
        colours: What becomes of colours, and of values where no colour fits.
    """

    names: Mapping[int, str]
    colours: Colours | None

    @classmethod
    def of(cls, text: str) -> LabelMap:
        """From lines ``name:red,green,blue:parts:actions``; the name may hold colons, the colour may be missing.

        Classes are numbered from 1 without the background, wherever that stands, and without void. Raises ValueError.
        """
        lines = [line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
        names: dict[int, str] = {}
        by_colour, by_value = {_BLACK: BACKGROUND}, {VOID: VOID}
        for place, line in enumerate(lines):
            parts = line.split(":")
            is_whole = len(parts) >= _FEWEST_PARTS
            name, colour = (":".join(parts[:-3]), parts[-3]) if is_whole else (parts[0], "".join(parts[1:2]))
            code = _code(*_channels(colour)) if colour.strip() else None
            label = _label(name.strip(), code, len(names) + 1)
            if 0 < label < VOID:
                names[label] = name.strip()
            by_value.setdefault(place, label)
            if code is not None and by_colour.setdefault(code, label) != label and code != _BLACK:
                raise ValueError(f"'{name.strip()}' has the colour of another class")
        return cls(names, Colours(by_colour, by_value) if len(by_colour) > 1 else None)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(part) for part in colour.split(","))
    if not all(0 <= each < 256 for each in (red, green, blue)):
        raise ValueError(f"'{colour}' is no colour")
    return red, green, blue


def _label(name: str, code: int | None, free: int) -> int:
    if name.casefold() == "background":
        return BACKGROUND
    if name.casefold() in _VOID_NAMES or code == _VOID_COLOUR:
        return VOID
    if free > MAX_OBJECT_ID:
        raise ValueError(f"it has more than {MAX_OBJECT_ID} classes")
    return free
