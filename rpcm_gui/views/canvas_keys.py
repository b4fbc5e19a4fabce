"""The keys of the canvas: those of an outline or stroke under way, and Space."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from rpcm_gui.views.editor import Outline
from rpcm_gui.views.session_view import SessionView


class KeyedView(SessionView):
    """Keeps keys that belong to what is under way from becoming shortcuts.

    ``spaceTapped``: Space was pressed and released without dragging; ``space_held`` says that it is down, and whoever
    drags meanwhile sets ``space_dragged``.
    """

    spaceTapped = Signal()
    space_held = False
    space_dragged = False

    def event(self, event: QEvent) -> bool:
        """Take keys before they become shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._verb(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey the keys of a polygon or stroke under way, and Space."""
        verb = self._verb(event)
        if verb is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            verb()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A tap on Space plays; after a drag it does not."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self.space_held:
            super().keyReleaseEvent(event)
            return
        self.space_held = False
        if not self.space_dragged:
            self.spaceTapped.emit()

    def clicked_outline(self) -> Outline | None:
        """The outline under way, where it grows by clicks."""
        outline = self.editor.outline
        return outline if outline is not None and outline.clicked else None

    def _verb(self, event: QKeyEvent) -> Callable[[], None] | None:
        key = event.key()
        if key == Qt.Key.Key_Space and not event.modifiers() and self.layers is not None:
            return self._hold_space
        under_way = self.editor.stroke or self.editor.outline or self.editor.smart.busy
        if key == Qt.Key.Key_Escape and under_way:
            return self.editor.cancel
        if self.clicked_outline() is None:
            return None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.editor.close_polygon
        return self.editor.remove_corner if key == Qt.Key.Key_Backspace else None

    def _hold_space(self) -> None:
        self.space_held, self.space_dragged = True, False
