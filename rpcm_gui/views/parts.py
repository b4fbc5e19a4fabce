"""From one part of the window to the next by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

PARTS = ("canvas", "options", "objects", "history", "run", "timeline", "help", "messages", "toolbar", "tools", "start")
"""Names of the parts, in the order in which they are gone through."""


def turn(window: QWidget, step: int) -> None:
    """Give the focus to the first control of the next (``step`` 1) or previous (-1) part that has any."""
    shown = [part for name in PARTS if (part := window.findChild(QWidget, name)) is not None and first_control(part)]
    if not shown:
        return
    focus = window.focusWidget()
    now = next((place for place, part in enumerate(shown) if focus is part or part.isAncestorOf(focus)), -step)
    control = first_control(shown[(now + step) % len(shown)])
    if control is not None:
        control.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)


def first_control(part: QWidget) -> QWidget | None:
    """The first control in ``part`` that the keyboard can reach, or the part itself."""
    return next(controls(part), None)


def controls(part: QWidget) -> Iterator[QWidget]:
    """Every control in ``part`` that Tab can reach, in the order of Tab."""
    found: QWidget | None = part
    while found is not None:
        if (found is part or part.isAncestorOf(found)) and _takes_tab(found):
            yield found
        found = found.nextInFocusChain()
        if found is part:
            return


def _takes_tab(widget: QWidget) -> bool:
    reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reachable) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
