"""The settings dialog: device, precision, patch pool, theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QWidget

from rpcm_gui.actions import DEVICE_NAMES
from rpcm_gui.views.dialogs import Dialog, button
from rpcm_gui.views.widgets import label

_PRECISIONS = {"auto": "Automatic", "fp32": "32 bit (most exact)", "bf16": "16 bit (bfloat16)", "fp16": "16 bit (half)"}
_THEMES = {"dark": "Dark", "light": "Light", "system": "As the system"}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person can set. ``budget`` is the most pooled frames beside references, 0 for no limit."""

    device: str
    precision: str
    budget: int
    theme: str


class SettingsDialog(Dialog):
    """Asks for :class:`Choices`. ``chosen`` carries them."""

    chosen = Signal(object)

    def __init__(self, now: Choices, parent: QWidget | None = None) -> None:
        super().__init__("dialog.settings", "Settings", parent)
        self._device = _combo("settings.device", "Device", DEVICE_NAMES, now.device)
        self._precision = _combo("settings.precision", "Precision", _PRECISIONS, now.precision)
        self._theme = _combo("settings.theme", "Theme", _THEMES, now.theme)
        self._budget = QSpinBox()
        self._budget.setObjectName("settings.budget")
        self._budget.setAccessibleName("Frames in the patch pool")
        self._budget.setRange(0, 500)
        self._budget.setSpecialValueText("No limit")
        self._budget.setValue(now.budget)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(22)
        for text, field in (
            ("Device", self._device), ("Precision", self._precision), ("Patch pool, frames", self._budget),
            ("Theme", self._theme),
        ):  # fmt: skip
            form.addRow(label(text, "muted"), field)
        note = label("Device, precision and pool count from the next propagation on.", "faint")
        cancel, save = button("Cancel", "dialog.cancel"), button("Save", "dialog.save")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._accept)
        self.body.addLayout(form)
        self.body.addWidget(note)
        self.add_buttons(cancel, save)
        self.setMinimumWidth(420)

    def _accept(self) -> None:
        device, precision, theme = (box.currentData() for box in (self._device, self._precision, self._theme))
        self.chosen.emit(Choices(device, precision, self._budget.value(), theme))
        self.accept()


def _combo(name: str, title: str, items: dict[str, str], now: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    for value, text in items.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(now), 0))
    return box
