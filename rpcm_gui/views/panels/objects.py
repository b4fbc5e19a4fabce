"""The list of objects: colour, name, lock, visibility; add, remove, rename, recolour.

How a row of the object list looks and which part of it was clicked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown, tip, window_title
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.action_set import ActionSet, fill_menu, tool_button
from rpcm_gui.views.widgets.basics import Card, Links, PlainDelegate, label

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


OBJECT_ROLE = Qt.ItemDataRole.UserRole
_ROW = 34
_ICON = 16
_LONGEST = 80
Index = QModelIndex | QPersistentModelIndex


class ObjectDelegate(PlainDelegate):
    """Paints swatch, key, name, lock and eye; a click on swatch, lock or eye is told with the object's id."""

    swatchClicked = Signal(int)
    lockClicked = Signal(int)
    eyeClicked = Signal(int)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows of one height."""
        del option, index
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        item: ObjectInfo = index.data(OBJECT_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_back(painter, rect, state)
        painter.setPen(QPen(QColor(*item.colour).lighter(130), 1))
        painter.setBrush(QColor(*item.colour, 255 if item.visible else 70))
        painter.drawRoundedRect(swatch_rect(rect), 4, 4)
        _paint_name(painter, rect, item, index.row())
        _paint_icon(painter, lock_rect(rect), "ph.lock-simple", "ph.lock-simple-open", item.locked, bold=item.locked)
        _paint_icon(painter, eye_rect(rect), "ph.eye", "ph.eye-slash", item.visible, bold=not item.visible)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type the name in."""
        del option
        editor = QLineEdit(parent)
        editor.setAccessibleName(tr("Object name"))
        # A longer name from elsewhere is not cut by being looked at.
        editor.setMaxLength(max(_LONGEST, len(index.data(OBJECT_ROLE).name)))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the line over the name only."""
        del index
        editor.setGeometry(name_rect(option.rect).adjusted(-6, 3, 0, -3))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:  # fmt: skip
        """Notice clicks on swatch, lock and eye."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            rect: QRect = option.rect
            place = event.position().toPoint()
            parts = ((swatch_rect, self.swatchClicked), (lock_rect, self.lockClicked), (eye_rect, self.eyeClicked))
            for part, signal in parts:
                if part(rect).adjusted(-3, -6, 3, 6).contains(place):
                    signal.emit(index.data(OBJECT_ROLE).id)
                    return True
        return super().editorEvent(event, model, option, index)


def swatch_rect(rect: QRect) -> QRect:
    """Where the colour is."""
    return QRect(rect.left() + 9, rect.center().y() - 7, 15, 15)


def eye_rect(rect: QRect) -> QRect:
    """Where the eye is."""
    return QRect(rect.right() - _ICON - 8, rect.center().y() - _ICON // 2, _ICON, _ICON)


def lock_rect(rect: QRect) -> QRect:
    """Where the lock is."""
    return eye_rect(rect).translated(-_ICON - 9, 0)


def name_rect(rect: QRect) -> QRect:
    """Where the name is."""
    return QRect(rect.left() + 34, rect.top(), lock_rect(rect).left() - rect.left() - 66, rect.height())


def _paint_back(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent-soft" if chosen else "raised"))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)


def _paint_name(painter: QPainter, rect: QRect, item: ObjectInfo, number: int) -> None:
    place = name_rect(rect)
    painter.setPen(theme.colour("text" if item.visible else "disabled"))
    name = painter.fontMetrics().elidedText(shown(item.name), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
    used = painter.fontMetrics().horizontalAdvance(name) + 8
    if item.category and used < place.width():
        painter.setPen(theme.colour("faint"))
        category = painter.fontMetrics().elidedText(
            shown(item.category), Qt.TextElideMode.ElideRight, place.width() - used
        )
        painter.drawText(place.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, category)
    if number < 9:
        painter.setPen(theme.colour("faint"))
        key = QRect(place.right() + 4, rect.top(), 18, rect.height())
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, str(number + 1))


def _paint_icon(painter: QPainter, place: QRect, on: str, off: str, state: bool, bold: bool) -> None:
    theme.icon(on if state else off, "text" if bold else "faint").paint(painter, place)


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
            self._links.connect(session.document.objects_changed, self._show)
            self._links.connect(session.position.object_changed, self._select)
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
        if self._session is not None and self._session.position.object is not None:
            self._ask_colour(self._session.position.object)

    def _show(self) -> None:
        objects = self._session.document.objects if self._session is not None else ()
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
        current = self._session.position.object if self._session is not None else None
        self._list.blockSignals(True)
        for number in range(self._list.count()):
            if self._info(number).id == current:
                self._list.setCurrentRow(number)
        if current is None:
            self._list.setCurrentRow(-1)
        self._list.blockSignals(False)
        self._list.viewport().update()

    def _selected(self, item: QListWidgetItem | None) -> None:
        if self._session is not None and item is not None:
            self._session.position.select_object(item.data(OBJECT_ROLE).id)

    def _renamed(self, item: QListWidgetItem) -> None:
        info: ObjectInfo = item.data(OBJECT_ROLE)
        name = item.text().strip()
        if self._session is not None and name and name != info.name:
            self._session.editing.rename_object(info.id, name)
        else:
            self._show()

    def _dragged(self) -> None:
        if self._session is not None:
            self._session.object_verbs.reorder_objects([self._info(number).id for number in range(self._list.count())])

    def _find(self, object_id: int) -> ObjectInfo | None:
        objects = self._session.document.objects if self._session is not None else ()
        return next((item for item in objects if item.id == object_id), None)

    def _toggle_visible(self, object_id: int) -> None:
        info = self._find(object_id)
        if self._session is not None and info is not None:
            self._session.editing.set_object_visible(object_id, not info.visible)

    def _toggle_locked(self, object_id: int) -> None:
        info = self._find(object_id)
        if self._session is not None and info is not None:
            self._session.editing.set_object_locked(object_id, not info.locked)

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
            self._session.editing.recolour_object(object_id, (colour.red(), colour.green(), colour.blue()))


def _more_button(actions: ActionSet) -> QToolButton:
    made = QToolButton()
    made.setObjectName("objects.more")
    theme.set_icon(made, "ph.dots-three-vertical")
    made.setToolTip(tr("More actions for objects"))
    made.setAccessibleName(tr("More actions for objects"))
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
