"""The settings dialog: device, precision, detail, patch pool, proxies, theme, language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QWidget

from rpcm_gui.actions.table import device_names
from rpcm_gui.base.language import LANGUAGES, mark, tr
from rpcm_gui.views.dialogs import Dialog, button
from rpcm_gui.views.widgets import label

_PRECISIONS = {
    "auto": mark("Automatic"),
    "fp32": mark("32 bit (most exact)"),
    "bf16": mark("16 bit (bfloat16)"),
    "fp16": mark("16 bit (half)"),
}
_DETAILS = {
    "automatic": mark("Automatic"),
    "normal": mark("Normal"),
    "fine": mark("Fine (slower)"),
    "finest": mark("Finest (slowest)"),
}
_PROXIES = {"asked": mark("When asked"), "never": mark("Never")}
_THEMES = {"dark": mark("Dark"), "light": mark("Light"), "system": mark("As the system")}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person can set. ``budget`` is the most pooled frames beside references, 0 for no limit."""

    device: str
    precision: str
    budget: int
    theme: str
    language: str
    proxies: str
    detail: str


class SettingsDialog(Dialog):
    """Asks for :class:`Choices`. ``chosen`` carries them."""

    chosen = Signal(object)

    def __init__(self, now: Choices, parent: QWidget | None = None) -> None:
        super().__init__("dialog.settings", tr("Settings"), parent)
        self._device = _combo("settings.device", tr("Device"), device_names(), now.device)
        self._precision = _combo("settings.precision", tr("Precision"), _said(_PRECISIONS), now.precision)
        self._detail = _combo("settings.detail", tr("Detail"), _said(_DETAILS), now.detail)
        self._proxies = _combo("settings.proxies", tr("Proxies"), _said(_PROXIES), now.proxies)
        self._theme = _combo("settings.theme", tr("Theme"), _said(_THEMES), now.theme)
        self._language = _combo("settings.language", tr("Language"), _languages(), now.language)
        self._budget = QSpinBox()
        self._budget.setObjectName("settings.budget")
        self._budget.setAccessibleName(tr("Frames in the patch pool"))
        self._budget.setRange(0, 500)
        self._budget.setSpecialValueText(tr("No limit"))
        self._budget.setValue(now.budget)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(22)
        for text, field in (
            (tr("Device"), self._device), (tr("Precision"), self._precision), (tr("Detail"), self._detail),
            (tr("Patch pool, frames"), self._budget),
            (tr("Proxies of videos of 4K and up"), self._proxies), (tr("Theme"), self._theme),
            (tr("Language"), self._language),
        ):  # fmt: skip
            form.addRow(label(text, "muted"), field)
        note = label(tr("Device, precision, detail and pool count from the next propagation on."), "faint")
        cancel, save = button(tr("Cancel"), "dialog.cancel"), button(tr("Save"), "dialog.save")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._accept)
        self.body.addLayout(form)
        self.body.addWidget(note)
        self.add_buttons(cancel, save)
        self.setMinimumWidth(420)

    def _accept(self) -> None:
        boxes = self._device, self._precision, self._theme, self._language, self._proxies, self._detail
        device, precision, theme, language, proxies, detail = (box.currentData() for box in boxes)
        self.chosen.emit(Choices(device, precision, self._budget.value(), theme, language, proxies, detail))
        self.accept()


def _said(items: dict[str, str]) -> dict[str, str]:
    return {value: tr(text) for value, text in items.items()}


def _languages() -> dict[str, str]:
    """Each by its own name, so that whoever cannot read the present one finds theirs."""
    return {"system": tr("As the system"), **LANGUAGES}


def _combo(name: str, title: str, items: dict[str, str], now: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    for value, text in items.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(now), 0))
    return box
