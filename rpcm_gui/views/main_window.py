"""The window: menus, toolbar, message bar, start page or workspace, status bar.

Opens the dialogs that bring masks in and take datasets or whole projects out, for the session on the desk.

From one part of the window to the next by keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QWidget

from core.types import ObjectInfo
from rpcm_gui.actions.spec import When
from rpcm_gui.actions.table import MENUS, SPECS, TOOLBAR
from rpcm_gui.base.failures import Failure
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import caption, window_title
from rpcm_gui.base.values import BugReport, Message, RunState
from rpcm_gui.views.dialogs.command_palette import CommandPalette
from rpcm_gui.views.dialogs.dialogs import AboutDialog, BugDialog, ShortcutsDialog
from rpcm_gui.views.dialogs.export_dialog import ExportDialog
from rpcm_gui.views.dialogs.import_dialog import ImportDialog
from rpcm_gui.views.dialogs.object_dialogs import MergeDialog, NamesDialog
from rpcm_gui.views.dialogs.pool_dialog import PoolDialog
from rpcm_gui.views.shell.action_handlers import REVIEWING, VERBS, review_words
from rpcm_gui.views.shell.help_dock import Help
from rpcm_gui.views.shell.messages import MessageBar
from rpcm_gui.views.shell.start_page import StartPage
from rpcm_gui.views.shell.status import StatusBar
from rpcm_gui.views.shell.tour import Tour
from rpcm_gui.views.widgets.action_set import ActionSet, fill_menu
from rpcm_gui.views.widgets.basics import Links, column
from rpcm_gui.views.widgets.file_dialogs import FileDialogs, new_folder_dialog
from rpcm_gui.views.widgets.tool_state import Tool
from rpcm_gui.views.workspace import Workspace

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


class DatasetDialogs:
    """``verbs`` are the actions that it does. Without a session they do nothing."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.session: Session | None = None
        self.verbs: dict[str, Callable[[], object]] = {
            "file.import": self._import,
            "file.export": partial(self._export, "davis"),
            "file.collect": self._collect,
            "file.export_video": partial(self._export, "overlay"),
        }

    def _import(self) -> None:
        if self.session is not None:
            dialog = ImportDialog(self.session, self._window)
            dialog.chosen.connect(self.session.imports.apply)
            dialog.open()

    def _export(self, format_id: str) -> None:
        if self.session is not None:
            dialog = ExportDialog(format_id, self.session, self._window)
            dialog.chosen.connect(self.session.export)
            dialog.open()

    def _collect(self) -> None:
        if self.session is not None:
            collect, project = self.session.collect, self.session.path
            suggestion = project.with_name(tr("{name} collected").format(name=project.stem))
            dialog = new_folder_dialog(self._window, tr("Collect into a new folder"), suggestion)
            dialog.fileSelected.connect(lambda text: collect(Path(text)))
            dialog.open()


PARTS = ("canvas", "options", "objects", "history", "run", "timeline", "help", "messages", "toolbar", "tools", "start")
"""Names of the parts, in the order in which they are gone through."""


def turn(window: QWidget, step: int) -> None:
    """Give the focus to the first control of the next (``step`` 1) or previous (-1) part that has any."""
    shown = [part for name in PARTS if (part := window.findChild(QWidget, name)) is not None and first_control(part)]
    if not shown:
        return
    focus = window.focusWidget()
    now = next((place for place, part in enumerate(shown) if focus is part or part.isAncestorOf(focus)), -step)
    control = first_control(shown[(now + step) % len(shown)])
    if control is not None:
        control.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)


def first_control(part: QWidget) -> QWidget | None:
    """The first control in ``part`` that the keyboard can reach, or the part itself."""
    return next(controls(part), None)


def controls(part: QWidget) -> Iterator[QWidget]:
    """Every control in ``part`` that Tab can reach, in the order of Tab."""
    found: QWidget | None = part
    while found is not None:
        if (found is part or part.isAncestorOf(found)) and _takes_tab(found):
            yield found
        found = found.nextInFocusChain()
        if found is part:
            return


def _takes_tab(widget: QWidget) -> bool:
    reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reachable) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


TITLE = "RPCM Annotator"


class MainWindow(QMainWindow):
    """Shows one session or, without any, the start page.

    Signals:
        openRequested: Open this video, folder of images or project.
        sampleRequested: Open the sample clip.
        copyRequested: Write a copy of the project to this file.
        closeRequested: Close the project.
        settingsRequested: Open the settings.
        keysRequested: Open the shortcut editor.
    """

    openRequested = Signal(Path)
    sampleRequested = Signal()
    copyRequested = Signal(Path)
    closeRequested = Signal()
    settingsRequested = Signal()
    keysRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(window_title(TITLE))
        self.setAcceptDrops(True)
        self._session: Session | None = None
        self._links = Links()
        self.actions_ = ActionSet(self)
        self.files = FileDialogs(self)
        self.datasets = DatasetDialogs(self)
        self.messages = MessageBar()
        self.start = StartPage(self.actions_)
        self.workspace = Workspace(self.actions_)
        self.status = StatusBar()
        self.help = Help(self, self.actions_.keys)
        self._pages = QStackedWidget()
        self._lay_out()
        self.tour = Tour(self, self.actions_, self)
        self._connect()
        self.set_session(None)

    def _lay_out(self) -> None:
        fill_menu(self.menuBar(), MENUS, self.actions_)
        self._toolbar = _toolbar(self.actions_)
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.workspace)
        middle = QWidget()
        layout = column(self._toolbar, self._pages, spacing=0)
        layout.setStretch(1, 1)
        middle.setLayout(layout)
        self.messages.setParent(middle)
        self.messages.float_over(self.workspace.canvas, self.start)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.help.dock)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMinimumSize(960, 620)
        self.resize(1440, 900)

    def _connect(self) -> None:
        canvas = self.workspace.canvas
        self._verbs: dict[str, Callable[[], object]] = {**self.workspace.verbs, **self._window_verbs()}
        self.actions_.triggered.connect(self._do)
        self.messages.actionChosen.connect(self._do)
        self.help.failed.connect(self.show_failure)
        self.tour.sampleWanted.connect(self.sampleRequested)
        self.files.openChosen.connect(self.openRequested)
        self.files.copyChosen.connect(self.copyRequested)
        self.start.recentChosen.connect(self.openRequested)
        canvas.hovered.connect(self.status.show_place)
        canvas.zoomChanged.connect(self.status.show_zoom)
        for part in (canvas, self.workspace.mask_verbs):
            part.refused.connect(lambda text, hint: self.post(Message("warning", text, hint)))
            part.failed.connect(self.show_failure)

    def _window_verbs(self) -> dict[str, Callable[[], object]]:
        return {
            "file.open": self.files.ask_video,
            "file.open_folder": self.files.ask_folder,
            "file.open_project": self.files.ask_project,
            "file.open_sample": self.sampleRequested.emit,
            "file.save_as": self._ask_copy,
            **self.datasets.verbs,
            "edit.commands": lambda: CommandPalette(self.actions(), self).open(),
            "edit.keys": self.keysRequested.emit,
            "edit.settings": self.settingsRequested.emit,
            "view.pool": self._show_pool,
            "view.next_part": lambda: turn(self, 1),
            "view.previous_part": lambda: turn(self, -1),
            "object.merge": self._ask_merge,
            "object.edit_all": self._ask_names,
            "file.close": self.closeRequested.emit,
            "file.quit": self.close,
            "help.topic": self.help.here,
            "help.what": self.help.whats_this,
            "help.tour": self.tour.begin,
            "help.shortcuts": lambda: ShortcutsDialog(self.actions_.keys, self).open(),
            "help.about": lambda: AboutDialog(self).open(),
        }

    def action(self, action_id: str) -> QAction:
        """The action with this id; its objectName is the same."""
        return self.actions_[action_id]

    def set_session(self, session: Session | None) -> None:
        """Show ``session``, or the start page without any."""
        self._links.cut()
        for dialog in self.findChildren(PoolDialog):
            dialog.reject()
        self._session = self.datasets.session = session
        self.workspace.set_session(session)
        self.status.set_session(session)
        self._pages.setCurrentWidget(self.workspace if session is not None else self.start)
        self._toolbar.setVisible(session is not None)
        self.setWindowTitle(window_title(f"{session.title} – {TITLE}" if session is not None else TITLE))
        if session is not None:
            self._follow(session)
        self.refresh()
        self.tour.set_session(session)

    def _follow(self, session: Session) -> None:
        for signal in (
            session.document.objects_changed,
            session.position.frame_changed,
            session.document.summary_changed,
            session.runs.state_changed,
            session.undo_stack.indexChanged,
        ):
            self._links.connect(signal, self.refresh)
        self._links.connect(session.messagePosted, self.post)
        self._links.connect(session.failed, self.show_failure)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Offer these files on the start page, the newest first."""
        self.start.set_recent(paths)

    def post(self, message: Message) -> None:
        """Show a message without stopping anything."""
        self.messages.post(message)
        self.status.say(message.text)

    def show_failure(self, problem: Failure) -> None:
        """Show what went wrong: advice in the message bar, an error that nobody foresaw in a dialog."""
        if isinstance(problem, BugReport):
            self.show_bug(problem)
        else:
            self.post(problem)

    def show_bug(self, report: BugReport) -> None:
        """Show an error that nobody foresaw, with a report to copy."""
        BugDialog(report, self).open()

    def _do(self, action_id: str) -> None:
        if action_id in self._verbs:
            self._verbs[action_id]()
            if action_id.removeprefix("tool.") in list(Tool):
                self.status.say(f"{SPECS[action_id].name}: {SPECS[action_id].hint}")
        elif self._session is not None:
            # A stroke still under way belongs to the state before this verb; an undo then takes it back.
            self.workspace.canvas.editor.release()
            VERBS[action_id](self._session)
            if action_id in REVIEWING:
                self.status.say(review_words(self._session))
        self.refresh()

    def refresh(self) -> None:
        """Let every action show what can be done and what is on."""
        session = self._session
        self.actions_.enable(_states(session))
        stack = session.undo_stack if session is not None else None
        for name, text in (("undo", stack.undoText() if stack else ""), ("redo", stack.redoText() if stack else "")):
            action = self.actions_[f"edit.{name}"]
            action.setText(f"{SPECS[action.objectName()].title} {caption(text)}".strip())
            action.setIconText(SPECS[action.objectName()].name)
        reviewed = session is not None and session.document.summary(session.position.frame).reviewed
        self.actions_["review.mark"].setChecked(reviewed)
        if session is not None:
            self.actions_[f"device.{session.device}"].setChecked(True)
            self.workspace.run.show_device(session.device)

    def _show_pool(self) -> None:
        if self._session is not None:
            PoolDialog(self._session, self).show()

    def _ask_merge(self) -> None:
        session = self._session
        source = _current(session)
        if session is None or source is None:
            return
        if len(session.document.objects) < 2:
            self.post(Message("info", tr("There is no other object to merge it into.")))
            return
        dialog = MergeDialog(source, session.document.objects, self)
        dialog.chosen.connect(partial(session.object_verbs.merge_objects, source.id))
        dialog.open()

    def _ask_names(self) -> None:
        if self._session is not None and self._session.document.objects:
            dialog = NamesDialog(self._session.document.objects, self)
            dialog.chosen.connect(self._session.object_verbs.edit_objects)
            dialog.open()

    def _ask_copy(self) -> None:
        if self._session is not None:
            path = self._session.path
            self.files.ask_copy(path.with_name(tr("{name} copy").format(name=path.stem) + ".rpcm"))

    def event(self, event: QEvent) -> bool:
        """On the canvas Tab is a key like others; anywhere else it goes to the next control, as everybody expects."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and self.focusWidget() not in (None, self.workspace.canvas):
                event.accept()
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file or folder."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.openRequested.emit(Path(event.mimeData().urls()[0].toLocalFile()))


def _current(session: Session | None) -> ObjectInfo | None:
    objects = session.document.objects if session is not None else ()
    return next((item for item in objects if session is not None and item.id == session.position.object), None)


def _states(session: Session | None) -> set[When]:
    if session is None:
        return set()
    run: RunState = session.runs.state
    found = {When.PROJECT, When.RUNNING if run.running else When.IDLE}
    found |= {When.OBJECT} if session.document.objects else set()
    found |= {When.UNDO} if session.undo_stack.canUndo() else set()
    return found | ({When.REDO} if session.undo_stack.canRedo() else set())


def _toolbar(actions: ActionSet) -> QToolBar:
    bar = QToolBar(tr("Main toolbar"))
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    for item in TOOLBAR:
        if item is None:
            bar.addSeparator()
            continue
        bar.addAction(actions[item])
        widget = bar.widgetForAction(actions[item])
        widget.setAccessibleName(actions[item].iconText())
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if SPECS[item].label:
            widget.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return bar
