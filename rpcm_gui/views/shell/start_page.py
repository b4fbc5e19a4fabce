"""What the window shows without a project: ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from rpcm_gui.actions.table import SPECS
from rpcm_gui.base.language import mark, tr
from rpcm_gui.base.plain import caption, tip
from rpcm_gui.views.widgets import theme
from rpcm_gui.views.widgets.action_set import ActionSet
from rpcm_gui.views.widgets.basics import column, label, row

_CARDS = (
    ("file.open", mark("Open video"), mark("MP4, MOV, MKV, AVI, WebM …")),
    ("file.open_folder", mark("Open folder"), mark("A folder of JPEG or PNG frames")),
    ("file.open_sample", mark("Sample clip"), mark("Three objects, 60 frames, ready to try")),
    ("file.open_project", mark("Open project"), mark("Continue where you left off")),
)
_STEPS = (
    ("1", mark("Paint"), mark("the objects on one frame")),
    ("2", mark("Propagate"), mark("through the clip")),
    ("3", mark("Correct"), mark("where the map is black")),
    ("4", mark("Export"), mark("a DAVIS dataset or a video")),
)
_RECENT_SHOWN = 6
_MOST_NAME, _MOST_FOLDER = 50, 80


class StartPage(QWidget):
    """Cards for opening things and the recent projects; ``recentChosen`` carries a path."""

    recentChosen = Signal(Path)

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.setAccessibleName(tr("Start"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        cards = QGridLayout()
        cards.setSpacing(10)
        for number, (action_id, title, note) in enumerate(_CARDS):
            cards.addWidget(_card(actions, action_id, tr(title), tr(note)), number // 2, number % 2)
        hero = column(
            label("RPCM Annotator", "hero"),
            label(tr("Object masks for video: paint one frame, propagate, correct what is uncertain."), "muted"),
            spacing=4,
        )
        inner = QWidget()
        inner.setFixedWidth(800)
        inner.setLayout(column(row(hero, 1, _tour(actions)), _steps(), cards, self._recent, spacing=22))
        self.setLayout(row(1, column(2, inner, 3), 1))  # fmt: skip

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List these files, the newest first."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if paths:
            self._recent.addWidget(label(tr("Recent").upper(), "title"))
        for path in paths[:_RECENT_SHOWN]:
            self._recent.addWidget(self._link(path))

    def _link(self, path: Path) -> QPushButton:
        button = QPushButton(theme.icon("ph.clock-counter-clockwise", "faint"), _link_text(path))
        button.setProperty("role", "link")
        button.setToolTip(tip(str(path)))
        button.clicked.connect(lambda: self.recentChosen.emit(path))
        return button


def _link_text(path: Path) -> str:
    return f"  {caption(path.name, _MOST_NAME)}    {caption(str(path.parent), _MOST_FOLDER)}"


def _card(actions: ActionSet, action_id: str, title: str, note: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(f"start.{action_id.partition('.')[2]}")
    button.setAccessibleName(title)
    button.setProperty("role", "card")
    button.setMinimumHeight(64)
    keys = ", ".join(actions.keys(action_id))
    picture = label("")
    picture.setPixmap(theme.icon(SPECS[action_id].icon, "accent").pixmap(QSize(26, 26)))
    words = column(label(title, "value"), label(note, "faint"), spacing=1)
    inside = row(picture, words, 1, label(keys, "key") if keys else 0, spacing=14)
    inside.setContentsMargins(16, 8, 14, 8)
    button.setLayout(inside)
    for child in button.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    button.clicked.connect(actions[action_id].trigger)
    return button


def _tour(actions: ActionSet) -> QPushButton:
    made = QPushButton(tr("Take the tour"))
    made.setObjectName("start.tour")
    made.setToolTip(tip(SPECS["help.tour"].hint))
    theme.set_icon(made, SPECS["help.tour"].icon)
    made.clicked.connect(actions["help.tour"].trigger)
    return made


def _steps() -> QWidget:
    holder = QWidget()
    line = row(spacing=26)
    for number, verb, rest in _STEPS:
        words = column(label(tr(verb), "value"), label(tr(rest), "faint"), spacing=0)
        line.addLayout(row(label(number, "key"), words, spacing=8))
    line.addStretch(1)
    holder.setLayout(line)
    return holder
