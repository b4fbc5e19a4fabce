"""The line above the canvas: how the tools paint, and quick changes of the current object's mask."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QToolButton, QWidget

from rpcm_gui.base.language import mark, tr
from rpcm_gui.base.plain import tip
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.action_set import ActionSet, tool_button
from rpcm_gui.views.widgets.basics import label, row
from rpcm_gui.views.widgets.tool_state import Mode, Tool, ToolState

_MODES = {
    Mode.PROTECT: (mark("Keep locked"), mark("Replaces other objects, but never locked or hidden ones")),
    Mode.BACKGROUND: (mark("Background only"), mark("Paints on background only; erases the current object only")),
    Mode.REPLACE: (mark("Replace all"), mark("Replaces everything, even locked objects")),
}
_QUICK = ("mask.grow", "mask.shrink", "mask.smooth", "mask.specks", "mask.holes", "mask.mirror", "mask.copy_next")


class OptionBar(QWidget):
    """Shows and changes the tools' options; those that the tool in hand does not heed are hidden."""

    def __init__(self, tools: ToolState, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self.setAccessibleName(tr("Tool options"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(38)
        self._tools = tools
        self._mode = _mode_box()
        self._square = _switch("options.square", "ph.square", tr("Square brush"), tr("Paint with a square brush"))
        self._pressure = _switch(
            "options.pressure", "ph.pen-nib", tr("Pen pressure"), tr("Pen pressure controls the brush size")
        )
        self._joined = _check(
            "options.joined", tr("Joined only"), tr("Select only pixels connected to the one under the pointer")
        )
        self._tolerance = _number("options.tolerance", tr("Tolerance of the magic wand"), 0, 255)
        self._amount = _number("options.amount", tr("Pixels to grow, shrink or smooth by"), 1, 99)
        self._tolerance_title = label(tr("Tolerance"), "muted")
        self._lay_out(actions)
        self._listen()
        self._show()

    def _lay_out(self, actions: ActionSet) -> None:
        quick = row(*(tool_button(actions[name], 16) for name in _QUICK), spacing=1)
        layout = row(
            label(tr("Paint"), "muted"), self._mode, self._square, self._pressure, self._tolerance_title,
            self._tolerance, self._joined, 1,
            label(tr("Mask by"), "muted"), self._amount, label(tr("px"), "faint"), quick, spacing=8,
        )  # fmt: skip
        layout.setContentsMargins(12, 0, 10, 0)
        self.setLayout(layout)

    def _listen(self) -> None:
        tools = self._tools
        self._mode.activated.connect(lambda number: tools.change(mode=Mode(self._mode.itemData(number))))
        self._square.toggled.connect(lambda on: tools.change(square=on))
        self._pressure.toggled.connect(lambda on: tools.change(pressure=on))
        self._joined.toggled.connect(lambda on: tools.change(joined=on))
        self._tolerance.valueChanged.connect(lambda value: tools.change(tolerance=value))
        self._amount.valueChanged.connect(lambda value: tools.change(amount=value))
        tools.optionsChanged.connect(self._show)
        tools.toolChanged.connect(self._show)

    def _show(self) -> None:
        options, tool = self._tools.options, self._tools.tool
        self._mode.setCurrentIndex(self._mode.findData(options.mode))
        self._square.setChecked(options.square)
        self._pressure.setChecked(options.pressure)
        self._joined.setChecked(options.joined)
        self._tolerance.setValue(options.tolerance)
        self._amount.setValue(options.amount)
        for box in (self._square, self._pressure):
            box.setVisible(tool in (Tool.BRUSH, Tool.ERASER))
        for part in (self._tolerance_title, self._tolerance, self._joined):
            part.setVisible(tool is Tool.WAND)


def _mode_box() -> QComboBox:
    box = QComboBox()
    box.setObjectName("options.mode")
    box.setAccessibleName(tr("Painting mode"))
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for number, (mode, (text, hint)) in enumerate(_MODES.items()):
        box.addItem(tr(text), mode)
        box.setItemData(number, tip(tr(hint)), Qt.ItemDataRole.ToolTipRole)
    box.setToolTip(tr("How painting affects other objects"))
    return box


def _switch(name: str, icon: str, title: str, hint: str) -> QToolButton:
    """A button that stays down: there is no room for words, so the tool tip has them."""
    made = QToolButton()
    made.setObjectName(name)
    theme.set_icon(made, icon)
    made.setCheckable(True)
    made.setAutoRaise(True)
    made.setAccessibleName(title)
    made.setToolTip(tip(f"{title}: {hint}"))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _check(name: str, text: str, hint: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setObjectName(name)
    box.setToolTip(tip(hint))
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return box


def _number(name: str, title: str, least: int, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setToolTip(tip(title))
    box.setRange(least, most)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setFixedWidth(46)
    return box
