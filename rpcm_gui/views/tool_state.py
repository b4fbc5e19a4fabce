"""Which tool is in hand and how large its brush is: state that only the views share."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

SMALLEST_BRUSH, LARGEST_BRUSH = 1, 400


class Tool(StrEnum):
    """The tools; ``tool.<value>`` is the id of the action that takes one up."""

    BRUSH = "brush"
    ERASER = "eraser"
    POLYGON = "polygon"
    FILL = "fill"
    PICK = "pick"
    PAN = "pan"


class ToolState(QObject):
    """The tool in hand and the brush's diameter in image pixels."""

    toolChanged = Signal(str)
    sizeChanged = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = Tool.BRUSH
        self._size = 24

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tool

    @property
    def size(self) -> int:
        """Diameter of brush and eraser in image pixels."""
        return self._size

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

    def resize(self, steps: int) -> None:
        """Grow (positive) or shrink the brush by about an eighth for each step."""
        size = self._size
        for _ in range(abs(steps)):
            size += max(size // 8, 1) if steps > 0 else -max(size // 9, 1)
        self.set_size(size)
