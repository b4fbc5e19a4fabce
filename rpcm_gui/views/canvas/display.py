"""What the canvas shows and how: the view's actions and the display panel made into one style."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QSlider, QWidget

from rpcm_gui.base.language import mark, tr
from rpcm_gui.base.plain import tip
from rpcm_gui.base.stored_state import Kind, is_flag, is_number, is_text, or_nothing
from rpcm_gui.views.canvas.canvas import Canvas
from rpcm_gui.views.painting.overlay import Adjustment, Compare, Style
from rpcm_gui.views.widgets.action_set import ActionSet
from rpcm_gui.views.widgets.basics import column, label, line, row

_TOGGLES = ("masks", "reliability", "outline", "entropy", "onion", "wipe", "side")
_HELPS = ("minimap", "grid")
_ROWS = {"brightness": mark("Brightness"), "contrast": mark("Contrast"), "gamma": mark("Gamma")}
STATE_KINDS: dict[str, Kind] = {
    **dict.fromkeys((*_TOGGLES, *_HELPS), is_flag),
    **dict.fromkeys((*_ROWS, "opacity", "wipe_at"), is_number),
    "compare": is_text,
    "threshold": or_nothing(is_number),
}
"""Of which kinds the values of :meth:`Display.state` are."""


class Display(QObject):
    """Keeps the canvas's style in step with actions and panel. ``changed``: something else is shown."""

    changed = Signal()

    def __init__(self, canvas: Canvas, actions: ActionSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._canvas, self._actions = canvas, actions
        self.panel = DisplayPanel(canvas)
        self.panel.thresholdChanged.connect(self._set_threshold)
        self.panel.adjusted.connect(self._adjust)
        self.verbs: dict[str, Callable[[], None]] = {
            **{f"view.{name}": self._restyle for name in _TOGGLES},
            **{f"compare.{name}": self._restyle for name in Compare},
            "view.wipe": lambda: self._one_of("wipe", "side"),
            "view.side": lambda: self._one_of("side", "wipe"),
            "view.minimap": self._show_helps,
            "view.grid": self._show_helps,
            "view.display": self.show_panel,
        }

    def set_opacity(self, opacity: float) -> None:
        """Choose the opacity of the masks' inside, 0..1."""
        self._take(replace(self._canvas.overlay_style, opacity=opacity))

    def state(self) -> dict[str, Any]:
        """Everything that is chosen here, as JSON values by name."""
        shown = {name: self._actions[f"view.{name}"].isChecked() for name in (*_TOGGLES, *_HELPS)}
        style = self._canvas.overlay_style
        return {
            **shown, **self.panel.values(), "opacity": style.opacity, "compare": style.compare.value,
            "threshold": style.threshold, "wipe_at": self._canvas.wipe_share,
        }  # fmt: skip

    def restore(self, saved: Mapping[str, Any]) -> None:
        """Bring back what :meth:`state` gave, of the kinds ``STATE_KINDS``; what is missing stays as it is."""
        for name in (*_TOGGLES, *_HELPS):
            if name in saved:
                self._actions[f"view.{name}"].setChecked(saved[name])
        if saved.get("compare") in list(Compare):
            self._actions[f"compare.{saved['compare']}"].setChecked(True)
        self.panel.set_values(saved)
        style = self._canvas.overlay_style
        threshold = saved.get("threshold", style.threshold)
        self.panel.set_threshold(threshold)
        style = replace(style, threshold=threshold)
        if "opacity" in saved:
            style = replace(style, opacity=min(max(float(saved["opacity"]), 0.0), 1.0))
        if "wipe_at" in saved:
            self._canvas.move_wipe(saved["wipe_at"] * self._canvas.width())
        self._canvas.set_overlay_style(style)
        self._restyle()
        self._show_helps()

    def show_panel(self) -> None:
        """Open the display panel at the canvas's upper right corner, or close it."""
        if self.panel.isVisible():
            self.panel.hide()
            return
        self.panel.adjustSize()
        self.panel.move(QPoint(self._canvas.width() - self.panel.width() - 12, 12))
        self.panel.show()
        self.panel.raise_()

    def _restyle(self) -> None:
        shown = {name: self._actions[f"view.{name}"].isChecked() for name in _TOGGLES}
        compare = next(name for name in Compare if self._actions[f"compare.{name}"].isChecked())
        style = replace(
            self._canvas.overlay_style,
            masks=shown["masks"], reliability=shown["reliability"], outline=shown["outline"],
            entropy=shown["entropy"], onion=shown["onion"], wipe=shown["wipe"], side=shown["side"], compare=compare,
        )  # fmt: skip
        self._take(style)

    def _take(self, style: Style) -> None:
        self._canvas.set_overlay_style(style)
        self.changed.emit()

    def _adjust(self, adjustment: Adjustment) -> None:
        self._canvas.set_adjustment(adjustment)
        self.changed.emit()

    def _one_of(self, chosen: str, other: str) -> None:
        if self._actions[f"view.{chosen}"].isChecked():
            self._actions[f"view.{other}"].setChecked(False)
        self._restyle()

    def _show_helps(self) -> None:
        self._canvas.show_minimap = self._actions["view.minimap"].isChecked()
        self._canvas.show_grid = self._actions["view.grid"].isChecked()
        self._canvas.update()
        self.changed.emit()

    def _set_threshold(self, threshold: float) -> None:
        """Move the reliability map's threshold; moving it shows the map."""
        if threshold >= 0 and not self._canvas.overlay_style.reliability:
            self._actions["view.reliability"].setChecked(True)
            self._restyle()
        wanted = threshold if threshold >= 0 else None
        self._take(replace(self._canvas.overlay_style, threshold=wanted))


class DisplayPanel(QFrame):
    """Sliders over the canvas.

    Signals:
        thresholdChanged: Entropy above which the reliability map is black; negative for the run's own.
        adjusted: An :class:`Adjustment` of the picture, for viewing only.
    """

    thresholdChanged = Signal(float)
    adjusted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("display")
        self.setAccessibleName(tr("Display"))
        self.setProperty("role", "panel")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._own = QCheckBox(tr("Own threshold for the reliability map"))
        self._own.setObjectName("display.own")
        self._threshold = _slider(
            "display.threshold", tr("Entropy above which the reliability map is black"), 0, 100, 50
        )
        self._sliders = {name: _slider(f"display.{name}", tr(title), -100, 100, 0) for name, title in _ROWS.items()}
        self._values = {name: label("", "faint") for name in (*_ROWS, "threshold")}
        self._reset = QPushButton(tr("Reset"))
        self._reset.setObjectName("display.reset")
        self._lay_out()
        self._own.toggled.connect(self._tell_threshold)
        self._threshold.valueChanged.connect(self._take_threshold)
        for slider in self._sliders.values():
            slider.valueChanged.connect(self._tell_picture)
        self._reset.clicked.connect(self.reset)
        self._show_values()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for number, (name, slider) in enumerate(self._sliders.items()):
            grid.addWidget(label(tr(_ROWS[name]), "muted"), number, 0)
            grid.addWidget(slider, number, 1)
            grid.addWidget(self._values[name], number, 2)
            self._values[name].setMinimumWidth(34)
        note = label(tr("For viewing only: nothing that is stored changes."), "faint")
        self._values["threshold"].setMinimumWidth(34)
        body = column(
            label(tr("Display").upper(), "title"), self._own,
            row(self._threshold, self._values["threshold"], spacing=10), line(), grid,
            row(note, 1, self._reset), spacing=9,
        )  # fmt: skip
        body.setContentsMargins(14, 11, 14, 12)
        self.setLayout(body)
        self.setMinimumWidth(330)

    @property
    def adjustment(self) -> Adjustment:
        """What the sliders say; gamma runs from a quarter to four, 1 in the middle."""
        values = {name: slider.value() / 100 for name, slider in self._sliders.items()}
        return Adjustment(values["brightness"], values["contrast"] * 0.9, 4 ** values["gamma"])

    def values(self) -> dict[str, int]:
        """Where the sliders of the picture are, -100..100."""
        return {name: slider.value() for name, slider in self._sliders.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Put the sliders where :meth:`values` found them; other things in ``values`` are ignored."""
        for name, slider in self._sliders.items():
            if name in values:
                slider.setValue(round(values[name]))

    def set_threshold(self, threshold: float | None) -> None:
        """Show the reliability map's threshold, ``None`` for the run's own, and tell nobody."""
        with QSignalBlocker(self._own), QSignalBlocker(self._threshold):
            self._own.setChecked(threshold is not None)
            if threshold is not None:
                self._threshold.setValue(round(100 * threshold))
        self._show_values()

    def reset(self) -> None:
        """Show the picture and the map as they are."""
        self._own.setChecked(False)
        for slider in self._sliders.values():
            slider.setValue(0)

    def _take_threshold(self) -> None:
        self._own.setChecked(True)
        self._tell_threshold()

    def _tell_threshold(self) -> None:
        self._show_values()
        self.thresholdChanged.emit(self._threshold.value() / 100 if self._own.isChecked() else -1.0)

    def _tell_picture(self) -> None:
        self._show_values()
        self.adjusted.emit(self.adjustment)

    def _show_values(self) -> None:
        adjustment = self.adjustment
        self._values["brightness"].setText(f"{adjustment.brightness:+.2f}")
        self._values["contrast"].setText(f"{adjustment.contrast:+.2f}")
        self._values["gamma"].setText(f"{adjustment.gamma:.2f}")
        self._values["threshold"].setText(f"{self._threshold.value() / 100:.2f}")


def _slider(name: str, title: str, least: int, most: int, value: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName(name)
    slider.setAccessibleName(title)
    slider.setToolTip(tip(title))
    slider.setRange(least, most)
    slider.setValue(value)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider
