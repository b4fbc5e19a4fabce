"""The options of an export, as far as the chosen format heeds them.

What each export format is called and good for, and which of its options are shown.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from core.formats import IMPORTERS, WRITERS, ExportOptions, FolderFormat
from core.formats.common.contract import Naming, OptionName
from core.types import ObjectInfo
from rpcm_gui.base.language import mark, tr
from rpcm_gui.base.plain import shown
from rpcm_gui.views.widgets.basics import label, row, swatch

if TYPE_CHECKING:
    from rpcm_gui.session.session import Session


_NAMINGS: dict[Naming, str] = {
    "source": mark("As the source names its frames"),
    "frame": mark("By frame number"),
    "sequential": mark("Counted from 0"),
}
_MOST_LINES = 8640
_MOST_ROWS = 5
_GAP = 2


class ExportOptionsForm(QWidget):
    """Asks for :class:`ExportOptions`. ``changed`` says that another answer is given now."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range, self._size = session.position.range, session.size
        self._format = "davis"
        first, last = session.position.range
        self._frames = choices(
            "dialog.frames",
            tr("Frames"),
            (tr("Whole clip"), tr("Range only, {first} to {last}").format(first=first, last=last)),
        )
        self._every = number("dialog.every", tr("Every n-th frame"), 1, 1000, 1)
        self._reviewed = check("dialog.reviewed", tr("Only frames marked as reviewed"))
        self._objects = _object_list(session.document.objects)
        self._pictures = check("dialog.pictures", tr("Write the frames, too"), checked=True)
        self._lines = number("dialog.height", tr("Height in pixels"), 1, _MOST_LINES, session.size[0])
        self._width = label("", "muted")
        self._naming = choices("dialog.naming", tr("Names of files"), tuple(tr(text) for text in _NAMINGS.values()))
        self._share = number("dialog.share", tr("Percent for validation"), 0, 90, 0)
        self._set = QLineEdit()
        self._set.setObjectName("dialog.set")
        self._set.setAccessibleName(tr("Name of the set"))
        self._opacity = number("dialog.opacity", tr("Opacity in percent"), 5, 100, 50)
        self._overwrite = check("dialog.overwrite", tr("Replace existing files"))
        self._lay_out()
        self._connect()
        self._show_width()

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(14)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._size_row = QWidget()
        self._size_row.setLayout(row(self._lines, self._width, 1, spacing=8))
        self._size_row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for text, field in (
            (tr("Frames"), self._frames),
            (tr("Every n-th frame"), self._every),
            (tr("Objects"), self._objects),
            ("", self._reviewed),
            (tr("Height (pixels)"), self._size_row),
            (tr("Names of files"), self._naming),
            (tr("For validation (%)"), self._share),
            (tr("Name of the set"), self._set),
            (tr("Mask opacity (%)"), self._opacity),
            ("", self._pictures),
            ("", self._overwrite),
        ):
            self._form.addRow(label(text, "muted"), field)

    def _connect(self) -> None:
        for box in (self._every, self._share, self._opacity, self._lines):
            box.valueChanged.connect(self._tell)
        for choice in (self._frames, self._naming):
            choice.currentIndexChanged.connect(self._tell)
        for tick in (self._reviewed, self._pictures, self._overwrite):
            tick.toggled.connect(self._tell)
        self._set.textEdited.connect(self._tell)
        self._objects.itemChanged.connect(self._tell)
        self._lines.valueChanged.connect(self._show_width)

    def show_format(self, format_id: str) -> None:
        """Show the options that mean something in this format."""
        self._format = format_id
        chosen = WRITERS[format_id]
        fields: dict[OptionName, QWidget] = {
            "pictures": self._pictures,
            "image_set": self._set,
            "val_share": self._share,
            "naming": self._naming,
            "opacity": self._opacity,
        }
        for name, field in fields.items():
            self._form.setRowVisible(field, name in chosen.heeds)
        self._form.setRowVisible(self._objects, self._objects.count() > 0)
        self._set.setPlaceholderText(chosen.default_set if isinstance(chosen, FolderFormat) else "")
        self._show_set()

    def options(self) -> ExportOptions:
        """What is chosen now; what the format does not heed is as if nobody had touched it."""
        plain = ExportOptions()
        heeds = WRITERS[self._format].heeds
        return ExportOptions(
            range=self._range if self._frames.currentIndex() == 1 else None,
            objects=self._chosen_objects(),
            only_reviewed=self._reviewed.isChecked(),
            every_nth=self._every.value(),
            overwrite=self._overwrite.isChecked(),
            image_set=(self._set.text().strip() or None) if "image_set" in heeds else None,
            val_share=self._share.value() / 100 if "val_share" in heeds else plain.val_share,
            size=self._chosen_size(),
            naming=_naming(self._naming.currentIndex()) if "naming" in heeds else plain.naming,
            pictures=self._pictures.isChecked() if "pictures" in heeds else plain.pictures,
            opacity=self._opacity.value() / 100 if "opacity" in heeds else plain.opacity,
        )

    def _chosen_objects(self) -> tuple[int, ...] | None:
        items = [self._objects.item(number) for number in range(self._objects.count())]
        ids = tuple(
            cast(int, item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
        return None if len(ids) == len(items) else tuple(sorted(ids))

    def _chosen_size(self) -> tuple[int, int] | None:
        height, width = self._size
        lines = self._lines.value()
        return None if lines == height else (lines, max(round(width * lines / height), 1))

    def _show_width(self) -> None:
        height, width = self._chosen_size() or self._size
        self._width.setText(tr("{width} × {height}").format(width=width, height=height))

    def _show_set(self) -> None:
        """A split names its two sets itself."""
        split = self._share.value() > 0 and "val_share" in WRITERS[self._format].heeds
        self._set.setEnabled(not split)
        if split:
            self._set.setPlaceholderText("train, val")

    def _tell(self) -> None:
        self._show_set()
        self.changed.emit()


def _naming(place: int) -> Naming:
    names: tuple[Naming, ...] = get_args(Naming)
    return names[place]


def _object_list(objects: tuple[ObjectInfo, ...]) -> QListWidget:
    made = QListWidget()
    made.setObjectName("dialog.objects")
    made.setAccessibleName(tr("Objects"))
    made.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    for info in objects:
        item = QListWidgetItem(swatch(info), shown(info.name), made)
        item.setData(Qt.ItemDataRole.UserRole, info.id)
        item.setCheckState(Qt.CheckState.Checked)
    made.setSpacing(_GAP)
    row_height = max(made.sizeHintForRow(0), 1) + 2 * _GAP
    made.setFixedHeight(row_height * min(len(objects), _MOST_ROWS) + 2 * made.frameWidth())
    return made


def choices(name: str, title: str, texts: tuple[str, ...]) -> QComboBox:
    """A box with these texts to choose from."""
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.addItems(list(texts))
    return box


def number(name: str, title: str, lowest: int, highest: int, value: int) -> QSpinBox:
    """A box for a number."""
    box = QSpinBox()
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.setRange(lowest, highest)
    box.setValue(value)
    box.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.setFixedWidth(72)
    return box


def check(name: str, text: str, *, checked: bool = False) -> QCheckBox:
    """A box to tick."""
    box = QCheckBox(text)
    box.setObjectName(name)
    box.setChecked(checked)
    return box


_SUMMARIES = {
    "davis": mark("Video object segmentation. Frames and indexed PNG masks, value = object id."),
    "davis2016": mark("All objects as one foreground, in black and white masks."),
    "youtube-vos": mark("Like DAVIS, with a list of objects and their categories."),
    "youtube-vis": mark("Video instance segmentation. One JSON file with a track for each object."),
    "coco": mark("Instance segmentation. JSON with run lengths, boxes and track ids, frames beside it."),
    "mots": mark("Multi-object tracking and segmentation, as text with run lengths."),
    "mots-png": mark("Multi-object tracking and segmentation, as 16-bit PNG."),
    "cvat": mark("For CVAT: one XML file with a track of masks for each object."),
    "yolo-seg": mark("For training YOLO: polygons by class, one text file a frame."),
    "labelme": mark("For LabelMe: one JSON file per frame, beside its image."),
    "voc": mark("Indexed PNG of objects and of classes, with lists of frames."),
    "masks": mark("Only indexed PNG masks, one per frame, in one folder."),
    "binary": mark("A black and white PNG for each object and frame."),
    "cutouts": mark("Each object cut out of its frame, on transparent ground."),
    "soft": mark("A grey PNG for each object and frame: the probability that each pixel belongs to it."),
    "overlay": mark("A video with masks drawn over the frames, at the source's frame rate."),
    "csv": mark("A table with area, box and reliability of each object on each frame."),
}
_TITLES = {
    "binary": mark("Binary PNG per object"),
    "cutouts": mark("RGBA cut-outs"),
    "soft": mark("Soft masks"),
    "masks": mark("Mask images"),
    "overlay": mark("Overlay video (MP4)"),
    "csv": mark("Table (CSV)"),
}
"""Names that are words; the others are proper names and the same in every language."""


def titles() -> dict[str, str]:
    """Names of all formats that can be written, by id, in the user's language."""
    return {each: title(each) for each in WRITERS}


def title(format_id: str) -> str:
    """The name of one format in the user's language."""
    if format_id in _TITLES:
        return tr(_TITLES[format_id])
    return IMPORTERS[format_id].title if format_id in IMPORTERS else WRITERS[format_id].title


def summary(format_id: str) -> str:
    """One line on what the format is for."""
    return tr(_SUMMARIES[format_id])


def suggestion(format_id: str, project: Path) -> Path:
    """Where an export of ``project`` goes if nobody says otherwise: beside it."""
    return project.with_name(f"{project.stem}-{format_id}{WRITERS[format_id].suffix}")
