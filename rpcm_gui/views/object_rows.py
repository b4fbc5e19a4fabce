"""How a row of the object list looks and which part of it was clicked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from core.types import ObjectInfo
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown
from rpcm_gui.views import theme
from rpcm_gui.views.widgets import PlainDelegate

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
