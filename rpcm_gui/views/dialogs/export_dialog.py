"""Which format, where to, with which options; what it will look like. The session does the work.

What an export will look like: the current frame with its masks, the tree of files, and what is in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from core.exchange.preview import ExportPreview, PreviewFile
from core.formats import WRITERS, ExportOptions
from rpcm_gui.base.language import tr, translate
from rpcm_gui.base.plain import shown
from rpcm_gui.base.values import Message
from rpcm_gui.views.dialogs import export_options
from rpcm_gui.views.dialogs.dialogs import Dialog, button
from rpcm_gui.views.dialogs.export_options import ExportOptionsForm
from rpcm_gui.views.widgets.basics import Links, PlainDelegate, column, label, row
from rpcm_gui.views.widgets.file_dialogs import file_dialog
from rpcm_gui.views.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


_FILE = Qt.ItemDataRole.UserRole
_MOST_NOTES = 6


class ExportPreviewPane(QWidget):
    """Picture or text above, files below: choose a file to see what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: ExportPreview | None = None
        self._chosen = ""
        self._picture = PictureView("preview.picture", tr("Preview"))
        self._text = QPlainTextEdit()
        self._text.setObjectName("preview.text")
        self._text.setAccessibleName(tr("Start of the file"))
        self._text.setReadOnly(True)
        self._upper = QStackedWidget()
        self._upper.addWidget(self._picture)
        self._upper.addWidget(self._text)
        self._caption = _wrapped("muted", "preview.caption")
        self._notes = _wrapped("muted", "preview.notes")
        self._tree = QTreeWidget()
        self._tree.setObjectName("preview.files")
        self._tree.setAccessibleName(tr("Files that will be written"))
        self._tree.setHeaderHidden(True)
        self._tree.setItemDelegate(PlainDelegate(self._tree))
        self._tree.setColumnCount(2)
        self._tree.currentItemChanged.connect(self._choose)
        layout = column(self._upper, self._caption, self._tree, self._notes, spacing=8)
        layout.setStretch(0, 3)
        layout.setStretch(2, 2)
        self.setLayout(layout)

    def say(self, text: str) -> None:
        """Show no preview but why there is none."""
        self._preview = None
        self._tree.clear()
        self._picture.show_picture(None)
        self._upper.setCurrentWidget(self._picture)
        self._caption.setText(text)
        self._notes.setText("")

    def show_preview(self, preview: ExportPreview, destination: str) -> None:
        """Show a preview of an export to the name ``destination``."""
        self._preview = preview
        self._tree.blockSignals(True)
        self._tree.clear()
        root = QTreeWidgetItem([destination, tr("{count} frames").format(count=preview.frames)])
        self._tree.addTopLevelItem(root)
        if len(preview.files) > 1 or preview.files[0].path != destination:
            _grow(root, preview)
        else:
            root.setData(0, _FILE, preview.files[0])
        self._tree.expandAll()
        self._tree.resizeColumnToContents(0)
        self._tree.setCurrentItem(self._find(self._chosen) or root)
        self._tree.blockSignals(False)
        self._show_chosen()
        self._notes.setText("\n".join(f"• {translate(note)}" for note in preview.notes[:_MOST_NOTES]))
        self._notes.setVisible(bool(preview.notes))

    def _find(self, path: str) -> QTreeWidgetItem | None:
        for item in self._tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
            file = item.data(0, _FILE)
            if path and isinstance(file, PreviewFile) and file.path == path:
                return item
        return None

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        file = item.data(0, _FILE) if item is not None else None
        self._chosen = file.path if isinstance(file, PreviewFile) else ""
        self._show_chosen()

    def _show_chosen(self) -> None:
        preview, item = self._preview, self._tree.currentItem()
        if preview is None or item is None:
            return
        file = item.data(0, _FILE)
        if isinstance(file, PreviewFile) and file.text:
            self._text.setPlainText(shown(file.text, len(file.text), lines=True))
            self._upper.setCurrentWidget(self._text)
            self._caption.setText(tr("Start of {name}, for the frames shown below").format(name=file.path))
            return
        picture = file.picture if isinstance(file, PreviewFile) else None
        self._upper.setCurrentWidget(self._picture)
        self._picture.show_picture(preview.image if picture is None else picture)
        self._caption.setText(file.path if picture is not None else _frame_words(preview))


def _frame_words(preview: ExportPreview) -> str:
    height, width = preview.size
    return tr("Frame {index} as it will be written, {width} × {height} pixels").format(
        index=preview.index, width=width, height=height
    )


def _grow(root: QTreeWidgetItem, preview: ExportPreview) -> None:
    folders = {"": root}
    for file in preview.files:
        parent, _, name = file.path.rpartition("/")
        item = QTreeWidgetItem([name, _size(file.size)])
        item.setData(0, _FILE, file)
        _folder(folders, parent).addChild(item)
    for path in sorted(preview.more):
        _folder(folders, "" if path == "." else path).addChild(QTreeWidgetItem(["…"]))


def _folder(folders: dict[str, QTreeWidgetItem], path: str) -> QTreeWidgetItem:
    if path not in folders:
        parent, _, name = path.rpartition("/")
        folders[path] = QTreeWidgetItem([name])
        _folder(folders, parent).addChild(folders[path])
    return folders[path]


def _size(count: int) -> str:
    return tr("{count} KB").format(count=f"{count / 1000:.1f}")


def _wrapped(role: str, name: str) -> QLabel:
    made = label("", role)
    made.setObjectName(name)
    made.setWordWrap(True)
    return made


_SIDE_PIXELS = 400


class ExportDialog(Dialog):
    """Asks for format, destination and options. ``chosen`` carries the format's id and the other two."""

    chosen = Signal(str, Path, ExportOptions)

    def __init__(self, format_id: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("dialog.export", tr("Export"), parent)
        self._session = session
        self._links = Links()
        self._suggested = ""
        self._format = _format_box(format_id)
        self._about = label("", "muted")
        self._about.setWordWrap(True)
        self._place = QLineEdit()
        self._place.setObjectName("dialog.destination")
        self._place.setAccessibleName(tr("Destination"))
        self._form = ExportOptionsForm(session)
        self._preview = ExportPreviewPane()
        self._problem = label("", "refused")
        self._problem.setObjectName("dialog.problem")
        self._problem.setWordWrap(True)
        self._empty = label("", "caution")
        self._empty.setObjectName("dialog.empty")
        self._empty.setWordWrap(True)
        self._export = button(tr("Export"), "dialog.export.start")
        self._lay_out()
        self._connect()
        self._show_format()

    def _lay_out(self) -> None:
        browse = button(tr("Browse…"), "dialog.browse")
        browse.clicked.connect(self._browse)
        side = column(
            label(tr("Format"), "muted"),
            self._format,
            self._about,
            label(tr("Destination"), "muted"),
            row(self._place, browse),
            self._scrolled(),
            self._empty,
            self._problem,
            spacing=8,
        )
        side.setStretch(5, 1)
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(_SIDE_PIXELS)
        both = row(left, self._preview, spacing=22)
        both.setStretch(1, 1)
        self.body.addLayout(both, 1)
        cancel = button(tr("Cancel"), "dialog.cancel")
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel, self._export)
        self.resize(1080, 680)

    def _scrolled(self) -> QScrollArea:
        holder = QWidget()
        holder.setLayout(column(self._form, 1))
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        return area

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._show_format)
        self._place.textChanged.connect(self._look)
        self._form.changed.connect(self._look)
        self._export.clicked.connect(self._accept)
        previews = self._session.export_previews
        self._links.connect(previews.ready, self._show_preview)
        self._links.connect(previews.refused, self._refuse)
        self.finished.connect(self._links.cut)

    @property
    def format_id(self) -> str:
        """The format that is chosen now."""
        chosen: str = self._format.currentData()
        return chosen

    def _show_format(self) -> None:
        self._about.setText(export_options.summary(self.format_id))
        self._form.show_format(self.format_id)
        if self._place.text() in ("", self._suggested):
            self._suggested = str(export_options.suggestion(self.format_id, self._session.path))
            self._place.setText(self._suggested)
        self._look()

    def _destination(self) -> Path | None:
        text = self._place.text().strip()
        return Path(text).expanduser() if text else None

    def _look(self) -> None:
        """Ask for a preview of what is chosen now."""
        destination = self._destination()
        if destination is None:
            self._refuse(Message("info", tr("Choose where to export to."), ""))
            return
        # Until the answer comes nothing is known to stand in the way; the export itself refuses what does.
        self._tell("")
        options = self._form.options()
        self._show_empty(options)
        self._session.export_previews.request(self.format_id, destination, options, self._session.position.frame)

    def _show_empty(self, options: ExportOptions) -> None:
        """Tell of frames that neither the user nor a run has been to: their masks would be empty."""
        first, last = options.range or (0, None)
        known, frames = (
            self._session.document.summaries(),
            slice(first, None if last is None else last + 1, options.every_nth),
        )
        empty = ~(known.annotated | known.predicted | known.reviewed)[frames]
        count = 0 if options.only_reviewed else int(empty.sum())
        text = tr("{count} of {total} frames have no masks yet: propagate first, or export fewer frames.")
        self._empty.setText(text.format(count=count, total=len(empty)))
        self._empty.setVisible(count > 0)

    def _show_preview(self, preview: ExportPreview) -> None:
        destination = self._destination()
        self._preview.show_preview(preview, destination.name if destination is not None else "")
        obstacle = preview.obstacle
        self._tell("" if obstacle is None else f"{translate(obstacle.message)} {translate(obstacle.hint)}")

    def _refuse(self, message: Message) -> None:
        self._preview.say(message.text)
        self._tell(f"{message.text} {message.hint}".strip())

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._export.setEnabled(not problem)

    def _accept(self) -> None:
        destination = self._destination()
        if destination is not None:
            self.chosen.emit(self.format_id, destination, self._form.options())
            self.accept()

    def _browse(self) -> None:
        chosen = WRITERS[self.format_id]
        dialog = file_dialog(self, tr("Destination"), self._place.text())
        if chosen.is_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(chosen.suffix.lstrip("."))
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._place.setText)
        dialog.open()


def _format_box(format_id: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName("dialog.format")
    box.setAccessibleName(tr("Format"))
    for each, title in export_options.titles().items():
        box.addItem(title, each)
    box.setCurrentIndex(box.findData(format_id))
    box.setMaxVisibleItems(box.count())
    return box
