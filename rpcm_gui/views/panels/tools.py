"""The tool palette: tools, brush size and mask opacity."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider, QSpinBox, QWidget

from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import tip
from rpcm_gui.views.widgets.action_set import ActionSet, tool_button
from rpcm_gui.views.widgets.basics import column, label, line
from rpcm_gui.views.widgets.tool_state import LARGEST_BRUSH, SMALLEST_BRUSH, Tool, ToolState

_STEPS = 200


class ToolsPanel(QWidget):
    """A narrow column beside the canvas. ``opacityChanged`` carries the masks' opacity, 0..1."""

    opacityChanged = Signal(float)

    def __init__(self, tools: ToolState, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setAccessibleName(tr("Tools"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(92)
        self._tools = tools
        self._size = _size_box(tools)
        self._slider = _slider("tools.size_slider", tr("Brush size, coarse"), _STEPS)
        self._opacity = _slider("tools.opacity", tr("Mask opacity in percent"), 100)
        self._lay_out(actions)
        self._size.valueChanged.connect(tools.set_size)
        self._slider.valueChanged.connect(self._take_slider)
        self._opacity.setValue(45)
        self._opacity.valueChanged.connect(lambda percent: self.opacityChanged.emit(percent / 100))
        tools.sizeChanged.connect(self._show_size)
        self._show_size(tools.size)

    def _lay_out(self, actions: ActionSet) -> None:
        layout = column(spacing=3)
        layout.setContentsMargins(8, 10, 8, 10)
        centre = Qt.AlignmentFlag.AlignHCenter
        palette = QGridLayout()
        palette.setSpacing(3)
        for number, tool in enumerate(Tool):
            button = tool_button(actions[f"tool.{tool}"], 20)
            button.setFixedSize(QSize(36, 34))
            palette.addWidget(button, number // 2, number % 2)
        layout.addLayout(palette)
        for title, parts in ((tr("Size"), (self._slider, self._size)), (tr("Opacity"), (self._opacity,))):
            layout.addSpacing(6)
            layout.addWidget(line())
            layout.addSpacing(4)
            layout.addWidget(label(title, "faint"), 0, centre)
            for part in parts:
                layout.addWidget(part, 3 if isinstance(part, QSlider) else 0, centre)
        layout.addStretch(1)
        self.setLayout(layout)

    def _take_slider(self, step: int) -> None:
        if step != _step_of(self._tools.size):
            self._tools.set_size(_size_of(step))

    def _show_size(self, size: int) -> None:
        self._size.setValue(size)
        self._slider.setValue(_step_of(size))


def _size_of(step: int) -> int:
    """Brush sizes on a square scale: small ones need finer steps."""
    return round(SMALLEST_BRUSH + (step / _STEPS) ** 2 * (LARGEST_BRUSH - SMALLEST_BRUSH))


def _step_of(size: int) -> int:
    return round(math.sqrt((size - SMALLEST_BRUSH) / (LARGEST_BRUSH - SMALLEST_BRUSH)) * _STEPS)


def _size_box(tools: ToolState) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName("tools.size")
    box.setAccessibleName(tr("Brush size in pixels"))
    box.setToolTip(tr("Brush size in image pixels  [[, ], Ctrl+wheel]"))
    box.setRange(SMALLEST_BRUSH, LARGEST_BRUSH)
    box.setValue(tools.size)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setFixedWidth(42)
    return box


def _slider(name: str, title: str, highest: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Vertical)
    slider.setObjectName(name)
    slider.setAccessibleName(title)
    slider.setToolTip(tip(title))
    slider.setRange(0, highest)
    slider.setMinimumHeight(34)
    slider.setMaximumHeight(96)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider
