"""What a propagation asks of a clip. :class:`.FrameSource` gives it, and so does anything as small."""

from __future__ import annotations

from typing import Protocol

from core.types import Frame


class Frames(Protocol):
    """Frames of one size, 0 .. ``frame_count`` - 1."""

    @property
    def frame_count(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def width(self) -> int: ...

    def name(self, index: int) -> str:
        """What a person calls frame ``index``."""

    def read(self, index: int) -> Frame:
        """Frame ``index``. Raises UserError where it cannot be read."""
