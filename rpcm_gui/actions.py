"""Every action of the application as data: one row per verb, menus and toolbar as trees of ids.

An action's id is also its ``QAction.objectName``, so that the application can be driven from outside by id.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rpcm_gui.state import DEVICES


class When(StrEnum):
    """The state in which an action can be used."""

    ALWAYS = "always"
    PROJECT = "project"
    OBJECT = "object"
    IDLE = "idle"
    RUNNING = "running"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action. ``text`` carries the menu's mnemonic; ``group`` names an exclusive set of checkable actions.

    ``label`` is the short form a toolbar button shows beside its icon; without one the button has the icon only.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    label: str = ""
    checkable: bool = False
    checked: bool = False
    group: str = ""
    when: When = When.PROJECT


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its items are action ids, further menus, or ``None`` for a separator."""

    title: str
    items: tuple[str | Menu | None, ...]


def _spec(
    action_id: str, text: str, keys: str = "", icon: str = "", tip: str = "", when: When = When.PROJECT, label: str = ""
) -> ActionSpec:
    return ActionSpec(
        id=action_id, text=text, shortcuts=tuple(keys.split()), icon=icon, tip=tip, when=when, label=label
    )


def _toggle(action_id: str, text: str, keys: str, icon: str, tip: str, checked: bool = False) -> ActionSpec:
    return ActionSpec(
        id=action_id,
        text=text,
        shortcuts=tuple(keys.split()),
        icon=icon,
        tip=tip,
        checkable=True,
        checked=checked,
    )


def _choice(action_id: str, text: str, keys: str, icon: str, tip: str, checked: bool = False) -> ActionSpec:
    return ActionSpec(
        id=action_id,
        text=text,
        shortcuts=tuple(keys.split()),
        icon=icon,
        tip=tip,
        checkable=True,
        checked=checked,
        group=action_id.partition(".")[0],
    )


_FILE = (
    _spec("file.open", "&Open Video…", "Ctrl+O", "ph.film-strip", "Open a video file", When.ALWAYS, "Open"),
    _spec("file.open_folder", "Open &Folder…", "Ctrl+Shift+O", "ph.folder-open", "Open an image folder", When.ALWAYS),
    _spec("file.open_project", "Open &Project…", "", "ph.stack", "Open a project file (.rpcm)", When.ALWAYS),
    _spec("file.open_sample", "Open Sample &Clip", "", "ph.sparkle", "Open the clip that comes along", When.ALWAYS),
    _spec("file.save_as", "Save a &Copy…", "Ctrl+Shift+S", "ph.floppy-disk", "Write a copy of the project file"),
    _spec(
        "file.export_davis", "Export &DAVIS Dataset…", "Ctrl+E", "ph.export", "Write frames and indexed PNG masks",
        label="Export",
    ),
    _spec("file.export_video", "Export Overlay &Video…", "Ctrl+Shift+E", "ph.monitor-play", "Write an MP4 with masks"),
    _spec("file.close", "&Close Project", "Ctrl+W", "ph.x", "Close the project; everything is saved already"),
    _spec("file.quit", "&Quit", "Ctrl+Q", "ph.sign-out", "Leave the application", When.ALWAYS),
)  # fmt: skip

_EDIT = (
    _spec("edit.undo", "&Undo", "Ctrl+Z", "ph.arrow-counter-clockwise", "Undo", When.UNDO),
    _spec("edit.redo", "&Redo", "Ctrl+Shift+Z Ctrl+Y", "ph.arrow-clockwise", "Redo", When.REDO),
    _spec("edit.clear_frame", "&Clear This Frame", "Ctrl+Del", "ph.trash", "Remove what was drawn on this frame"),
)

_TOOL = (
    _choice("tool.brush", "&Brush", "B", "ph.paint-brush", "Paint the current object", checked=True),
    _choice("tool.eraser", "&Eraser", "E", "ph.eraser", "Erase masks (right button erases with the brush)"),
    _choice("tool.polygon", "&Polygon", "P", "ph.polygon", "Click points; Enter closes, Esc cancels"),
    _choice("tool.fill", "&Fill", "G", "ph.paint-bucket", "Fill the region under the cursor"),
    _choice("tool.pick", "Pic&k Object", "K", "ph.eyedropper", "Select the object under the cursor"),
    _choice("tool.pan", "Pa&n", "H", "ph.hand", "Drag the picture (also: middle button, or hold Space)"),
    _spec("tool.smaller", "&Smaller Brush", "[", "ph.minus", "Make the brush smaller"),
    _spec("tool.larger", "&Larger Brush", "]", "ph.plus", "Make the brush larger"),
)

_OBJECT = (
    _spec("object.add", "&New Object", "Ctrl+N", "ph.plus", "Add an object"),
    _spec("object.rename", "&Rename…", "F2", "ph.pencil-simple", "Rename the current object", When.OBJECT),
    _spec("object.remove", "Remo&ve", "", "ph.trash", "Remove the current object and its masks", When.OBJECT),
    _spec("object.next", "N&ext Object", "Tab", "ph.caret-down", "Select the next object", When.OBJECT),
    _spec("object.previous", "&Previous Object", "Shift+Tab", "ph.caret-up", "Select the previous object", When.OBJECT),
    *(
        _spec(f"object.{n}", f"Object &{n}", str(n), "", f"Select the object in row {n} of the list", When.OBJECT)
        for n in range(1, 10)
    ),
)

_VIEW = (
    _toggle("view.masks", "&Masks", "V", "mdi6.layers-outline", "Show masks over the frame", checked=True),
    _toggle("view.reliability", "&Reliability Map", "U", "mdi6.blur", "Paint unsure regions black"),
    _toggle("view.outline", "&Outlines Only", "C", "mdi6.vector-circle", "Draw masks as outlines"),
    _spec("view.zoom_in", "Zoom &In", "Ctrl+= Ctrl++", "ph.magnifying-glass-plus", "Zoom in (wheel)"),
    _spec("view.zoom_out", "Zoom O&ut", "Ctrl+-", "ph.magnifying-glass-minus", "Zoom out (wheel)"),
    _spec("view.fit", "&Fit", "Ctrl+0", "ph.corners-out", "Show the whole frame"),
    _spec("view.actual", "&100 %", "Ctrl+1", "mdi6.numeric-1-box-outline", "One image pixel per screen pixel"),
)

_GO = (
    _spec("go.next", "&Next Frame", "Right", "ph.caret-right", "Next frame"),
    _spec("go.previous", "&Previous Frame", "Left", "ph.caret-left", "Previous frame"),
    _spec("go.next10", "Ten Frames On", "Shift+Right", "ph.caret-double-right", "Ten frames on"),
    _spec("go.previous10", "Ten Frames Back", "Shift+Left", "ph.caret-double-left", "Ten frames back"),
    _spec("go.first", "&First Frame", "Home", "ph.skip-back", "First frame"),
    _spec("go.last", "&Last Frame", "End", "ph.skip-forward", "Last frame"),
    _spec("go.next_annotated", "Next &Annotated", "PgDown", "ph.arrow-line-right", "Next frame with your masks"),
    _spec(
        "go.previous_annotated", "Previous Annotated", "PgUp", "ph.arrow-line-left", "Previous frame with your masks"
    ),
    _spec("go.next_unsure", "Next Worth Revie&wing", "N", "ph.crosshair", "Next frame of which the network is unsure"),
    _spec("go.previous_unsure", "Previous Worth Reviewing", "Shift+N", "", "Previous frame worth reviewing"),
)

_RANGE = (
    _spec("range.in", "Set &In", "I", "mdi6.contain-start", "The range begins at this frame"),
    _spec("range.out", "Set &Out", "O", "mdi6.contain-end", "The range ends at this frame"),
    _spec("range.clear", "&Whole Clip", "Ctrl+Shift+I", "mdi6.arrow-expand-horizontal", "The range is the whole clip"),
)

_REVIEW = (
    ActionSpec(
        id="review.mark",
        text="Mark &Reviewed",
        shortcuts=("R",),
        icon="ph.check-circle",
        tip="A reviewed frame is never changed by a run",
        label="Reviewed",
        checkable=True,
    ),
)

_PROPAGATE = (
    _spec("propagate.backward", "&Backward", "Shift+F", "ph.rewind", "Propagate backward in the range", When.IDLE),
    _spec("propagate.both", "Both &Ways", "Ctrl+F", "ph.arrows-left-right", "Propagate both ways", When.IDLE),
    _spec("propagate.forward", "&Forward", "F", "ph.fast-forward", "Propagate forward in the range", When.IDLE),
    _spec("propagate.stop", "&Stop", "Esc", "ph.stop", "Stop; what is done is kept", When.RUNNING),
)

_PLAY = (
    ActionSpec(
        id="play.toggle",
        text="&Play",
        shortcuts=("Space",),
        icon="ph.play",
        tip="Play or pause at the source's frame rate",
        checkable=True,
    ),
)

_DEVICE_TEXT = {"auto": "&Automatic", "cpu": "C&PU", "cuda": "&CUDA GPU", "mps": "Apple &GPU (MPS)"}
_DEVICE = tuple(
    _choice(f"device.{name}", _DEVICE_TEXT[name], "", "", f"Compute on: {name}", checked=name == "auto")
    for name in DEVICES
)

_HELP = (
    _spec("help.shortcuts", "&Keyboard Shortcuts", "F1 ?", "ph.keyboard", "Show every key", When.ALWAYS),
    _spec("help.about", "&About", "", "ph.info", "About RPCM Annotator", When.ALWAYS),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE, *_EDIT, *_TOOL, *_OBJECT, *_VIEW, *_GO, *_RANGE, *_REVIEW, *_PROPAGATE, *_PLAY, *_DEVICE, *_HELP,
)  # fmt: skip

SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}

DEVICE_NAMES: dict[str, str] = {name: _DEVICE_TEXT[name].replace("&", "") for name in DEVICES}

MENUS: tuple[Menu, ...] = (
    Menu(
        "&File",
        (
            "file.open", "file.open_folder", "file.open_project", "file.open_sample", None,
            "file.save_as", "file.export_davis", "file.export_video", None, "file.close", "file.quit",
        ),
    ),
    Menu("&Edit", ("edit.undo", "edit.redo", None, "edit.clear_frame")),
    Menu("&Tools", (
        "tool.brush", "tool.eraser", "tool.polygon", "tool.fill", "tool.pick", "tool.pan", None,
        "tool.smaller", "tool.larger",
    )),
    Menu(
        "&Object",
        (
            "object.add", "object.rename", "object.remove", None, "object.next", "object.previous",
            Menu("&Select", tuple(f"object.{n}" for n in range(1, 10))),
        ),
    ),
    Menu(
        "&View",
        (
            "view.masks", "view.reliability", "view.outline", None,
            "view.zoom_in", "view.zoom_out", "view.fit", "view.actual",
        ),
    ),
    Menu(
        "&Go",
        (
            "play.toggle", None, "go.next", "go.previous", "go.next10", "go.previous10", "go.first", "go.last", None,
            "go.next_annotated", "go.previous_annotated", "go.next_unsure", "go.previous_unsure", None,
            "review.mark",
        ),
    ),
    Menu(
        "&Propagate",
        (
            "propagate.forward", "propagate.backward", "propagate.both", "propagate.stop", None,
            "range.in", "range.out", "range.clear", None,
            Menu("&Device", tuple(spec.id for spec in _DEVICE)),
        ),
    ),
    Menu("&Help", ("help.shortcuts", None, "help.about")),
)  # fmt: skip

TOOLBAR: tuple[str | None, ...] = (
    "file.open", "file.export_davis", None,
    "edit.undo", "edit.redo", None,
    "view.masks", "view.reliability", "view.outline", None,
    "view.zoom_out", "view.zoom_in", "view.fit", "view.actual", None,
    "go.previous_annotated", "go.next_annotated", "go.next_unsure",
)  # fmt: skip
