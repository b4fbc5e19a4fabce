"""Which tool is in hand and how large its brush is: state that only the views share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Signal

SMALLEST_BRUSH, LARGEST_BRUSH = 1, 400
_LIGHTEST = 0.1


class Tool(StrEnum):
    """The tools; ``tool.<value>`` is the id of the action that takes one up."""

    BRUSH = "brush"
    ERASER = "eraser"
    POLYGON = "polygon"
    LASSO = "lasso"
    SCISSORS = "scissors"
    BOX = "box"
    WAND = "wand"
    FILL = "fill"
    PICK = "pick"
    PAN = "pan"


class Mode(StrEnum):
    """What painting does where other objects are."""

    PROTECT = "protect"
    """Replaces them, but never one that is locked or hidden."""
    BACKGROUND = "background"
    """Paints on background only, and erases the current object only."""
    REPLACE = "replace"
    """Replaces them all, locked ones too."""


@dataclass(frozen=True, slots=True)
class Options:
    """How tools paint.

    Attributes:
        mode: What happens where other objects are.
        square: The brush is square instead of round.
        pressure: The pressure of a tablet's pen chooses the brush's size, up to the one that is set.
        tolerance: Of the magic wand: the largest difference of a channel, 0..255.
        joined: The magic wand takes only pixels joined with the one pointed at.
        amount: Pixels by which masks are grown, shrunk and smoothed; specks and holes are up to its square.
    """

    mode: Mode = Mode.PROTECT
    square: bool = False
    pressure: bool = True
    tolerance: int = 24
    joined: bool = True
    amount: int = 2


class ToolState(QObject):
    """The tool in hand, the brush's diameter in image pixels and the tools' options."""

    toolChanged = Signal(str)
    sizeChanged = Signal(int)
    optionsChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = Tool.BRUSH
        self._size = 24
        self._options = Options()

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tool

    @property
    def size(self) -> int:
        """Diameter of brush and eraser in image pixels."""
        return self._size

    @property
    def options(self) -> Options:
        """How tools paint."""
        return self._options

    def change(self, **what: Any) -> None:
        """Change options by name."""
        options = replace(self._options, **what)
        if options != self._options:
            self._options = options
            self.optionsChanged.emit()

    def take(self, tool: Tool) -> None:
        """Take ``tool`` in hand."""
        if tool != self._tool:
            self._tool = tool
            self.toolChanged.emit(tool.value)

    def set_size(self, size: int) -> None:
        """Choose the brush's diameter (kept within 1..400)."""
        size = min(max(size, SMALLEST_BRUSH), LARGEST_BRUSH)
        if size != self._size:
            self._size = size
            self.sizeChanged.emit(size)

    def pressed(self, pressure: float) -> int:
        """Diameter of the brush under a pen's ``pressure``, 0..1: from a tenth of its size to all of it."""
        if not self._options.pressure:
            return self._size
        return max(round(self._size * (_LIGHTEST + (1 - _LIGHTEST) * min(max(pressure, 0.0), 1.0))), SMALLEST_BRUSH)

    def resize(self, steps: int) -> None:
        """Grow (positive) or shrink the brush by about an eighth for each step."""
        size = self._size
        for _ in range(abs(steps)):
            size += max(size // 8, 1) if steps > 0 else -max(size // 9, 1)
        self.set_size(size)
