"""The message bar: what happened and what to do about it, without stopping anybody's work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QToolButton, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import caption, tip
from rpcm_gui.base.values import Level, Message
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.basics import column, label, restyle, row

_HISTORY = 50
_MARGIN = 10
_INFO_MILLISECONDS = 7000
_ICONS: dict[Level, tuple[str, str]] = {
    "info": ("ph.info", "accent"),
    "warning": ("ph.warning", "warning"),
    "error": ("ph.warning-circle", "error"),
}


class MessageBar(QFrame):
    """Shows the newest message; information goes by itself, warnings and errors stay until dismissed.

    It floats over the picture's lower edge: a bar that pushed the picture aside would move it away from under a pen
    that is painting.

    ``actionChosen`` carries the id of the action that a message offers.
    """

    actionChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messages")
        self.setAccessibleName(tr("Messages"))
        self._history: list[Message] = []
        self._places: tuple[QWidget, ...] = ()
        self._icon, self._text, self._hint = label(""), label("", "value"), label("", "muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INFO_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        self._past = _button("ph.clock-counter-clockwise", tr("Earlier messages"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._past.setMenu(self._menu)
        self._past.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        dismiss = _button("ph.x", tr("Dismiss"))
        dismiss.setObjectName("messages.dismiss")
        dismiss.clicked.connect(self.hide)
        for words in (self._text, self._hint):
            words.setWordWrap(True)
        self._offer = QPushButton()
        self._offer.setObjectName("messages.action")
        self._offer.setAccessibleName(tr("What helps"))
        self._offer.clicked.connect(lambda: self.actionChosen.emit(self._history[-1].action))
        said = QWidget()
        said.setLayout(column(self._text, self._hint, spacing=1))
        layout = row(self._icon, said, self._offer, self._past, dismiss, spacing=9)
        layout.setContentsMargins(14, 7, 8, 7)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def float_over(self, *places: QWidget) -> None:
        """Stay over the lower edge of whichever of ``places`` is visible; they share an ancestor with the bar."""
        self._places = places
        for place in places:
            place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the places as they move, grow and come into view."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        place = next((place for place in self._places if place.isVisible()), None)
        layout, ground = self.layout(), self.parentWidget()
        if place is None or layout is None or ground is None:
            return
        width = place.width() - 2 * _MARGIN
        height = max(layout.heightForWidth(width), self.minimumSizeHint().height())
        corner = place.mapTo(ground, QPoint(_MARGIN, place.height() - _MARGIN - height))
        self.setGeometry(QRect(corner, QSize(width, height)))
        self.raise_()

    @property
    def history(self) -> tuple[Message, ...]:
        """The last messages, the newest last."""
        return tuple(self._history)

    def post(self, message: Message) -> None:
        """Show ``message`` and remember it."""
        self._history = [*self._history, message][-_HISTORY:]
        name, tint = _ICONS[message.level]
        self._icon.setPixmap(theme.icon(name, tint).pixmap(18, 18))
        self._text.setText(message.text)
        self._hint.setText(message.hint)
        self._hint.setVisible(bool(message.hint))
        self._offer.setText(message.label)
        self._offer.setVisible(bool(message.action))
        restyle(self, "level", message.level)
        self._timer.stop()
        if message.level == "info":
            self._timer.start()
        self._settle()
        self.show()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for message in reversed(self._history):
            name, tint = _ICONS[message.level]
            entry = self._menu.addAction(theme.icon(name, tint), caption(message.text))
            entry.setToolTip(tip(message.hint or message.text))
            entry.triggered.connect(lambda _checked=False, again=message: self._show_again(again))

    def _show_again(self, message: Message) -> None:
        self._history.remove(message)
        self.post(message)


def _button(icon: str, name: str) -> QToolButton:
    button = QToolButton()
    theme.set_icon(button, icon, "muted")
    button.setToolTip(tip(name))
    button.setAccessibleName(name)
    return button
