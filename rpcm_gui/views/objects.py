"""The list of objects: colour, name, lock, visibility; add, remove, rename, recolour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QColorDialog, QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget

from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown, tip, window_title
from rpcm_gui.views import theme
from rpcm_gui.views.action_set import ActionSet, fill_menu, tool_button
from rpcm_gui.views.links import Links
from rpcm_gui.views.object_rows import OBJECT_ROLE, ObjectDelegate
from rpcm_gui.views.widgets import Card, label

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


_MORE = (
    "object.edit_all", None, "object.merge", "object.split", "object.delete_range", None,
    "object.solo", "object.up", "object.down", None, "object.palette_distinct", "object.palette_safe",
)  # fmt: skip


class ObjectsPanel(Card):
    """Shows and changes the session's objects."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__("objects", tr("Objects"), parent)
        self._session: Session | None = None
        self._links = Links()
        self._list = _object_list()
        self._empty = label(tr("No objects yet. Paint on the frame,\nor add one with Ctrl+N."), "muted")
        self._delegate = ObjectDelegate(self)
        self._list.setItemDelegate(self._delegate)
        for action_id in ("object.add", "object.rename", "object.remove"):
            self.heading.addWidget(tool_button(actions[action_id], 16))
        self.heading.addWidget(_more_button(actions))
        self.body.addWidget(self._empty)
        self.body.addWidget(self._list, 1)
        self._listen()
        self._show()

    def _listen(self) -> None:
        self._list.currentItemChanged.connect(self._selected)
        self._list.itemChanged.connect(self._renamed)
        self._list.model().rowsMoved.connect(self._dragged)
        self._delegate.eyeClicked.connect(self._toggle_visible)
        self._delegate.lockClicked.connect(self._toggle_locked)
        self._delegate.swatchClicked.connect(self._ask_colour)

    def set_session(self, session: Session | None) -> None:
        """Show the objects of ``session`` (``None``: nothing)."""
        self._links.cut()
        self._session = session
        if session is not None:
            self._links.connect(session.objectsChanged, self._show)
            self._links.connect(session.currentObjectChanged, self._select)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row of the object that is painted stays in sight."""
        super().resizeEvent(event)
        self._list.doItemsLayout()
        self._list.scrollToItem(self._list.currentItem())

    def edit_name(self) -> None:
        """Open the current row's name for typing."""
        item = self._list.currentItem()
        if item is not None:
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._list.editItem(item)

    def ask_colour(self) -> None:
        """Ask for the current object's colour."""
        if self._session is not None and self._session.current_object is not None:
            self._ask_colour(self._session.current_object)

    def _show(self) -> None:
        objects = self._session.objects if self._session is not None else ()
        self._list.blockSignals(True)
        if tuple(item.id for item in objects) == tuple(self._info(n).id for n in range(self._list.count())):
            for number, info in enumerate(objects):
                _fill(self._list.item(number), info)
        else:
            self._list.clear()
            for info in objects:
                _fill(self._add_row(), info)
        self._list.blockSignals(False)
        self._list.setVisible(bool(objects))
        self._empty.setVisible(not objects)
        self._select()

    def _add_row(self) -> QListWidgetItem:
        item = QListWidgetItem(self._list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _info(self, number: int) -> ObjectInfo:
        info: ObjectInfo = self._list.item(number).data(OBJECT_ROLE)
        return info

    def _select(self) -> None:
        current = self._session.current_object if self._session is not None else None
        self._list.blockSignals(True)
        for number in range(self._list.count()):
            if self._info(number).id == current:
                self._list.setCurrentRow(number)
        if current is None:
            self._list.setCurrentItem(None)  # type: ignore[call-overload]
        self._list.blockSignals(False)
        self._list.viewport().update()

    def _selected(self, item: QListWidgetItem | None) -> None:
        if self._session is not None and item is not None:
            self._session.select_object(item.data(OBJECT_ROLE).id)

    def _renamed(self, item: QListWidgetItem) -> None:
        info: ObjectInfo = item.data(OBJECT_ROLE)
        name = item.text().strip()
        if self._session is not None and name and name != info.name:
            self._session.rename_object(info.id, name)
        else:
            self._show()

    def _dragged(self) -> None:
        if self._session is not None:
            self._session.reorder_objects([self._info(number).id for number in range(self._list.count())])

    def _find(self, object_id: int) -> ObjectInfo | None:
        objects = self._session.objects if self._session is not None else ()
        return next((item for item in objects if item.id == object_id), None)

    def _toggle_visible(self, object_id: int) -> None:
        info = self._find(object_id)
        if self._session is not None and info is not None:
            self._session.set_object_visible(object_id, not info.visible)

    def _toggle_locked(self, object_id: int) -> None:
        info = self._find(object_id)
        if self._session is not None and info is not None:
            self._session.set_object_locked(object_id, not info.locked)

    def _ask_colour(self, object_id: int) -> None:
        info = self._find(object_id)
        if info is None:
            return
        dialog = QColorDialog(QColor(*info.colour), self)
        dialog.setWindowTitle(window_title(tr("Colour of {name}").format(name=info.name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._recolour(object_id, colour))
        dialog.open()

    def _recolour(self, object_id: int, colour: QColor) -> None:
        if self._session is not None:
            self._session.recolour_object(object_id, (colour.red(), colour.green(), colour.blue()))


def _more_button(actions: ActionSet) -> QToolButton:
    made = QToolButton()
    made.setObjectName("objects.more")
    theme.set_icon(made, "ph.dots-three-vertical")
    made.setToolTip(tr("More to do with objects"))
    made.setAccessibleName(tr("More to do with objects"))
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(made)
    fill_menu(menu, _MORE, actions)
    made.setMenu(menu)
    return made


def _object_list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("objects.list")
    made.setAccessibleName(tr("Objects"))
    made.setMouseTracking(True)
    made.setUniformItemSizes(True)
    made.setMinimumHeight(76)
    made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
    )  # fmt: skip
    return made


def _fill(item: QListWidgetItem, info: ObjectInfo) -> None:
    item.setData(OBJECT_ROLE, info)
    item.setText(info.name)
    states = [word for word, true in ((tr("hidden"), not info.visible), (tr("locked"), info.locked)) if true]
    item.setToolTip(tip(", ".join([tr("{name}  (id {id})").format(name=shown(info.name), id=info.id), *states])))
