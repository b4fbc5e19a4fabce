"""Which objects a run may change: a button with a list to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import caption, tip
from rpcm_gui.views.links import Links

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


_MOST = 24
"""Characters of a name on the button and in its list."""


class RunObjects(QToolButton):
    """Says "All objects", or which ones; the menu ticks them. With all ticked, or none, a run concerns all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._links = Links()
        self._menu = QMenu(self)
        self._menu.setObjectName("run.objects.menu")
        self._menu.aboutToShow.connect(self._fill)
        self.setObjectName("run.objects")
        self.setAccessibleName(tr("Objects to propagate"))
        self.setToolTip(tr("Only the ticked objects change; the others stay as they are"))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show()

    def set_session(self, session: Session | None) -> None:
        """Choose among the objects of ``session`` (``None``: of nothing)."""
        self._links.cut()
        self._session = session
        self.setEnabled(session is not None)
        if session is not None:
            self._links.connect(session.objectsChanged, self._show)
        self._show()

    def _fill(self) -> None:
        session = self._session
        self._menu.clear()
        if session is None:
            return
        everything = self._menu.addAction(tr("All objects"))
        everything.setCheckable(True)
        everything.setChecked(session.run_objects is None)
        everything.triggered.connect(lambda: self._choose(None))
        self._menu.addSeparator()
        for info in session.objects:
            self._add(info, session.run_objects)

    def _add(self, info: ObjectInfo, chosen: frozenset[int] | None) -> QAction:
        action = self._menu.addAction(caption(info.name, _MOST))
        # Without one, an action's tip is its text.
        action.setToolTip(tip(info.name))
        action.setObjectName(f"run.objects.{info.id}")
        action.setCheckable(True)
        action.setChecked(chosen is not None and info.id in chosen)
        action.triggered.connect(lambda: self._toggle(info.id))
        return action

    def _toggle(self, object_id: int) -> None:
        if self._session is not None:
            chosen = (self._session.run_objects or frozenset()) ^ {object_id}
            self._choose(None if len(chosen) == len(self._session.objects) else chosen)

    def _choose(self, ids: frozenset[int] | None) -> None:
        if self._session is not None:
            self._session.choose_run_objects(ids)
        self._show()

    def _show(self) -> None:
        session = self._session
        chosen = session.run_objects if session is not None else None
        if session is None or chosen is None:
            self.setText(tr("All objects"))
            return
        names = [info.name for info in session.objects if info.id in chosen]
        self.setText(caption(names[0], _MOST) if len(names) == 1 else tr("{count} objects").format(count=len(names)))
