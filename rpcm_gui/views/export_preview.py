"""What an export will look like: the current frame with its masks, the tree of files, and what is in them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStackedWidget, QTreeWidget, QTreeWidgetItem, QWidget

from core.exchange.preview import ExportPreview, PreviewFile
from rpcm_gui.base.language import tr
from rpcm_gui.base.plain import shown
from rpcm_gui.views.picture_view import PictureView
from rpcm_gui.views.widgets import PlainDelegate, column, label

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
        self._text.setAccessibleName(tr("Beginning of the file"))
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
        self._notes.setText("\n".join(f"• {note}" for note in preview.notes[:_MOST_NOTES]))
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
            self._caption.setText(tr("Beginning of {name}, of the frames shown below").format(name=file.path))
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
