"""Every action of the application as data: one row per verb.

An action's id is also its ``QAction.objectName``, so that the application can be driven from outside by id.

Menus and toolbar as trees of action ids.
"""

from __future__ import annotations

from rpcm_gui.actions.spec import ActionSpec, Menu, When, choice, spec, toggle
from rpcm_gui.base.values import DEVICES

MENUS: tuple[Menu, ...] = (
    Menu(
        "&File",
        (
            "file.open", "file.open_folder", "file.open_project", "file.open_sample", None,
            "file.save_now", "file.save_as", "file.collect", None,
            "file.import", "file.export", "file.export_video", None, "file.make_proxy", "file.remove_proxy", None,
            "file.close", "file.quit",
        ),
    ),
    Menu("&Edit", (
        "edit.undo", "edit.redo", "view.history", None, "edit.clear_frame", None,
        "edit.commands", "edit.keys", "edit.settings",
    )),
    Menu("&Tools", (
        "tool.brush", "tool.eraser", "tool.polygon", "tool.lasso", "tool.scissors", "tool.box", "tool.wand",
        "tool.fill", "tool.pick", "tool.pan", None, "tool.smaller", "tool.larger",
    )),
    Menu("&Mask", (
        "mask.grow", "mask.shrink", "mask.smooth", "mask.specks", "mask.holes", "mask.mirror", None,
        "mask.copy", "mask.paste", "mask.copy_next", "mask.copy_range",
    )),
    Menu(
        "&Object",
        (
            "object.add", "object.rename", "object.edit_all", "object.remove", None,
            "object.merge", "object.split", "object.delete_range", None,
            "object.solo", "object.visible", "object.lock", "object.up", "object.down",
            Menu("&Colours", ("object.colour", None, "object.palette_distinct", "object.palette_safe")), None,
            "object.next", "object.previous",
            Menu("&Select", tuple(f"object.{n}" for n in range(1, 10))),
        ),
    ),
    Menu(
        "&View",
        (
            "view.masks", "view.reliability", "view.entropy", "view.outline", "view.onion", None,
            Menu("&Compare", ("view.wipe", "view.side", None, "compare.frame", "compare.reliability",
                              "compare.entropy")),
            "view.minimap", "view.grid", "view.display", "view.pool", None,
            "view.zoom_in", "view.zoom_out", "view.fit", "view.actual", None,
            "view.filmstrip", "view.timeline_in", "view.timeline_out", "view.timeline_all", None,
            "view.next_part", "view.previous_part",
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
            "propagate.forward", "propagate.backward", "propagate.both", None,
            "propagate.seed_forward", "propagate.seed_backward", "propagate.seed_both", None,
            "propagate.pause", "propagate.stop", None,
            "propagate.adapt", None,
            "range.in", "range.out", "range.clear", None,
            Menu("&Device", tuple(f"device.{name}" for name in DEVICES)),
        ),
    ),
    Menu("&Help", ("help.topic", "help.what", "help.tour", None, "help.shortcuts", None, "help.about")),
)  # fmt: skip

TOOLBAR: tuple[str | None, ...] = (
    "file.open", "file.export", None,
    "edit.undo", "edit.redo", None,
    "view.masks", "view.reliability", "view.entropy", "view.outline", "view.onion", "view.wipe", "view.side",
    "view.display", None,
    "view.zoom_out", "view.zoom_in", "view.fit", "view.actual", None,
    "go.previous_annotated", "go.next_annotated", "go.next_unsure",
)  # fmt: skip

_FILE = (
    spec("file.open", "&Open Video…", "Ctrl+O", "ph.film-strip", "Open a video file", When.ALWAYS, "Open"),
    spec("file.open_folder", "Open &Folder…", "Ctrl+Shift+O", "ph.folder-open", "Open an image folder", When.ALWAYS),
    spec("file.open_project", "Open &Project…", "", "ph.stack", "Open a project file (.rpcm)", When.ALWAYS),
    spec("file.open_sample", "Open Sample &Clip", "", "ph.sparkle", "Open the included sample clip", When.ALWAYS),
    spec("file.save_now", "&Save Now", "Ctrl+S", "ph.floppy-disk", "Save the changes that are not saved yet"),
    spec("file.save_as", "Save a &Copy…", "Ctrl+Shift+S", "ph.copy", "Write a copy of the project file"),
    spec("file.import", "&Import Masks…", "Ctrl+I", "ph.download-simple", "Import masks from a dataset"),
    spec(
        "file.export", "&Export…", "Ctrl+E", "ph.export", "Write frames and masks as a dataset, a video or a table",
        label="Export",
    ),
    spec("file.export_video", "Export Overlay &Video…", "Ctrl+Shift+E", "ph.monitor-play", "Write an MP4 with masks"),
    spec("file.collect", "Collec&t with Its Video…", "", "ph.package",
         "Copy project, video and fine-tuned network into a new folder, which opens anywhere"),
    spec("file.make_proxy", "&Make a Proxy for Quick Scrubbing", "", "ph.lightning",
         "Make small copies of the frames of a 4K video for smooth scrubbing and playback"),
    spec("file.remove_proxy", "&Remove the Proxy", "", "ph.trash", "Remove the small copies; full frames are shown"),
    spec("file.close", "&Close Project", "Ctrl+W", "ph.x", "Close the project; everything is already saved"),
    spec("file.quit", "&Quit", "Ctrl+Q", "ph.sign-out", "Leave the application", When.ALWAYS),
)  # fmt: skip

_EDIT = (
    spec("edit.undo", "&Undo", "Ctrl+Z", "ph.arrow-counter-clockwise", "Undo", When.UNDO),
    spec("edit.redo", "&Redo", "Ctrl+Shift+Z Ctrl+Y", "ph.arrow-clockwise", "Redo", When.REDO),
    spec(
        "edit.commands",
        "&Command Palette…",
        "Ctrl+Shift+P",
        "ph.command",
        "Find and run any command by name",
        When.ALWAYS,
    ),
    spec("edit.keys", "Change S&hortcuts…", "", "ph.keyboard", "Choose your own keys", When.ALWAYS),
    spec("edit.settings", "Se&ttings…", "Ctrl+,", "ph.gear", "Device, precision, patch pool, theme", When.ALWAYS),
    spec("edit.clear_frame", "&Clear This Frame", "Ctrl+Del", "ph.trash", "Remove the drawn masks of this frame"),
)

_TOOL = (
    choice("tool.brush", "&Brush", "B", "ph.paint-brush", "Paint the current object", checked=True),
    choice("tool.eraser", "&Eraser", "E", "ph.eraser", "Erase masks (right button erases with the brush)"),
    choice("tool.polygon", "&Polygon", "P", "ph.polygon", "Click points; Enter closes, Esc cancels"),
    choice("tool.lasso", "&Lasso", "L", "mdi6.lasso", "Draw around it by hand (right button erases inside)"),
    choice("tool.scissors", "&Scissors", "S", "ph.scissors", "Click along an edge; Enter closes"),
    choice("tool.box", "Bo&x to Mask", "X", "ph.selection", "Drag a box around an object to find its mask"),
    choice("tool.wand", "&Magic Wand", "W", "ph.magic-wand", "Select pixels of a similar colour"),
    choice("tool.fill", "&Fill", "G", "ph.paint-bucket", "Fill the region under the cursor"),
    choice("tool.pick", "Pic&k Object", "K", "ph.eyedropper", "Select the object under the cursor"),
    choice("tool.pan", "Pa&n", "H", "ph.hand", "Drag the image (also: middle button, or hold Space)"),
    spec("tool.smaller", "&Smaller Brush", "[", "ph.minus", "Make the brush smaller"),
    spec("tool.larger", "&Larger Brush", "]", "ph.plus", "Make the brush larger"),
)

_MASK = (
    spec("mask.grow", "&Grow", "Alt+=", "ph.arrows-out", "Grow the current object's mask", When.OBJECT),
    spec("mask.shrink", "&Shrink", "Alt+-", "ph.arrows-in", "Shrink the current object's mask", When.OBJECT),
    spec("mask.smooth", "S&mooth", "Shift+A", "mdi6.sine-wave", "Smooth the current object's outline", When.OBJECT),
    spec("mask.specks", "Remove Spec&ks", "Shift+K", "mdi6.broom", "Remove small loose pieces", When.OBJECT),
    spec("mask.holes", "&Fill Holes", "Shift+H", "mdi6.format-color-fill", "Fill the holes of the mask", When.OBJECT),
    spec("mask.mirror", "M&irror", "Shift+M", "mdi6.flip-horizontal", "Turn the mask left to right", When.OBJECT),
    spec("mask.copy", "&Copy Mask", "Ctrl+C", "ph.copy", "Copy the current object's mask", When.OBJECT),
    spec("mask.paste", "&Paste Mask", "Ctrl+V", "ph.clipboard", "Add the copied mask to the current object"),
    spec("mask.copy_next", "Copy to &Next Frame", "Ctrl+D", "ph.arrow-bend-up-right", "Copy the current object's mask "
          "to the next frame and go there", When.OBJECT),
    spec("mask.copy_range", "Copy to &Range", "Ctrl+Shift+D", "ph.copy-simple",
          "Copy the current object's mask to every frame of the range", When.OBJECT),
)  # fmt: skip

_OBJECT = (
    spec("object.add", "&New Object", "Ctrl+N", "ph.plus", "Add an object"),
    spec("object.rename", "&Rename…", "F2", "ph.pencil-simple", "Rename the current object", When.OBJECT),
    spec("object.remove", "Remo&ve", "", "ph.trash", "Remove the current object and its masks", When.OBJECT),
    spec("object.merge", "&Merge Into…", "Ctrl+M", "mdi6.set-merge", "Merge it into another object", When.OBJECT),
    spec("object.split", "&Split Off Pieces", "", "mdi6.set-split", "Make all pieces but the largest a new object",
         When.OBJECT),
    spec("object.delete_range", "&Delete over Range", "Shift+Del", "ph.eraser",
         "Remove the current object from every frame of the range", When.OBJECT),
    spec("object.edit_all", "Names and &Categories…", "Ctrl+Shift+N", "mdi6.form-textbox", "Name many objects at once",
         When.OBJECT),
    spec("object.solo", "S&olo", "Shift+V", "ph.eye", "Show this object only, or all again", When.OBJECT),
    spec("object.visible", "Show or &Hide", "Ctrl+Shift+V", "ph.eye", "Show or hide the current object", When.OBJECT),
    spec("object.lock", "&Lock or Unlock", "Shift+L", "ph.lock-simple",
         "Keep the current object from being painted over", When.OBJECT),
    spec("object.colour", "Change &Colour…", "", "ph.palette", "Choose the current object's colour", When.OBJECT),
    spec("object.up", "Move &Up", "Alt+Up", "ph.arrow-up", "Move the object up in the list", When.OBJECT),
    spec("object.down", "Move Do&wn", "Alt+Down", "ph.arrow-down", "Move the object down in the list", When.OBJECT),
    spec("object.palette_distinct", "&Distinct Colours", "", "ph.palette", "Use bright colours that are easy "
         "to tell apart",
         When.OBJECT),
    spec("object.palette_safe", "Colour-&Blind-Safe Colours", "", "ph.palette", "Use colours that "
         "colour-blind people can "
         "tell apart", When.OBJECT),
    spec("object.next", "N&ext Object", "Tab", "ph.caret-down", "Select the next object", When.OBJECT),
    spec("object.previous", "&Previous Object", "Shift+Tab", "ph.caret-up", "Select the previous object", When.OBJECT),
    *(
        spec(f"object.{n}", f"Object &{n}", str(n), "", f"Select the object in row {n} of the list", When.OBJECT)
        for n in range(1, 10)
    ),
)  # fmt: skip

_VIEW = (
    toggle("view.masks", "&Masks", "V", "mdi6.layers-outline", "Show masks over the frame", checked=True),
    toggle("view.reliability", "&Reliability Map", "U", "mdi6.blur", "Show uncertain regions in black"),
    toggle("view.outline", "&Outlines Only", "C", "mdi6.vector-circle", "Draw masks as outlines"),
    toggle("view.entropy", "&Entropy Heat Map", "Shift+U", "ph.fire", "Show the network's uncertainty as colours"),
    toggle("view.onion", "O&nion Skin", "Shift+C", "mdi6.layers-triple-outline", "Outlines of the frames before (red) "
           "and after (green)"),
    toggle("view.wipe", "&Wipe", "Shift+W", "mdi6.arrow-split-vertical", "Compare on the left of a movable line"),
    toggle("view.side", "&Side by Side", "Shift+S", "ph.columns", "Compare beside the masks"),
    choice("compare.frame", "With the &Frame", "", "", "Compare with the frame without masks", checked=True),
    choice("compare.reliability", "With the &Reliability Map", "", "", "Compare with the reliability map"),
    choice("compare.entropy", "With the &Entropy", "", "", "Compare with the entropy heat map"),
    toggle("view.minimap", "Mini&map", "M", "ph.map-trifold", "Show where you are when zoomed in", checked=True),
    toggle("view.grid", "Pixel &Grid", "Shift+G", "ph.grid-four", "Lines between pixels when close", checked=True),
    toggle("view.filmstrip", "&Filmstrip", "Shift+T", "ph.film-strip", "Thumbnails below the timeline", checked=True),
    spec("view.timeline_in", "Timeline: Zoom In", "Ctrl+Up", "ph.magnifying-glass-plus", "Show fewer frames"),
    spec("view.timeline_out", "Timeline: Zoom Out", "Ctrl+Down", "ph.magnifying-glass-minus", "Show more frames"),
    spec("view.timeline_all", "Timeline: Whole Clip", "Ctrl+Shift+0", "mdi6.arrow-expand-horizontal", "All frames"),
    toggle("view.history", "&History", "Ctrl+H", "ph.clock-counter-clockwise", "All undo steps; click one to go there"),
    spec("view.next_part", "Next &Part of the Window", "F6", "", "Focus the next panel", When.ALWAYS),
    spec("view.previous_part", "Previous Part of the Window", "Shift+F6", "", "Focus the previous panel",
         When.ALWAYS),
    spec("view.display", "&Display…", "D", "ph.sliders-horizontal", "Opacity, threshold, brightness, contrast, gamma",
         label="Display"),
    spec("view.pool", "&Patch Pool…", "Shift+P", "ph.squares-four", "Which frames are in the patch pool, and why"),
    spec("view.zoom_in", "Zoom &In", "Ctrl+= Ctrl++", "ph.magnifying-glass-plus", "Zoom in (wheel)"),
    spec("view.zoom_out", "Zoom O&ut", "Ctrl+-", "ph.magnifying-glass-minus", "Zoom out (wheel)"),
    spec("view.fit", "&Fit", "Ctrl+0", "ph.corners-out", "Show the whole frame"),
    spec("view.actual", "&100 %", "Ctrl+1", "mdi6.numeric-1-box-outline", "One image pixel per screen pixel"),
)  # fmt: skip

_GO = (
    spec("go.next", "&Next Frame", "Right", "ph.caret-right", "Next frame"),
    spec("go.previous", "&Previous Frame", "Left", "ph.caret-left", "Previous frame"),
    spec("go.next10", "Ten Frames On", "Shift+Right", "ph.caret-double-right", "Ten frames on"),
    spec("go.previous10", "Ten Frames Back", "Shift+Left", "ph.caret-double-left", "Ten frames back"),
    spec("go.first", "&First Frame", "Home", "ph.skip-back", "First frame"),
    spec("go.last", "&Last Frame", "End", "ph.skip-forward", "Last frame"),
    spec("go.next_annotated", "Next &Annotated", "PgDown", "ph.arrow-line-right", "Next frame with your masks"),
    spec("go.previous_annotated", "Previous Annotated", "PgUp", "ph.arrow-line-left", "Previous frame with your masks"),
    spec("go.next_unsure", "Next Worth Revie&wing", "N", "ph.crosshair", "Next uncertain frame"),
    spec("go.previous_unsure", "Previous Worth Reviewing", "Shift+N", "", "Previous frame worth reviewing"),
)

_RANGE = (
    spec("range.in", "Set &In", "I", "mdi6.contain-start", "The range begins at this frame"),
    spec("range.out", "Set &Out", "O", "mdi6.contain-end", "The range ends at this frame"),
    spec("range.clear", "&Whole Clip", "Ctrl+Shift+I", "mdi6.arrow-expand-horizontal", "The range is the whole clip"),
)

_REVIEW = (
    ActionSpec(
        id="review.mark",
        text="Mark &Reviewed",
        shortcuts=("R",),
        icon="ph.check-circle",
        tip="Reviewed frames are never changed by a run",
        label="Reviewed",
        checkable=True,
    ),
)

_PROPAGATE = (
    spec("propagate.backward", "&Backward", "Shift+F", "ph.rewind", "Propagate backward in the range"),
    spec("propagate.both", "Both &Ways", "Ctrl+F", "ph.arrows-left-right",
         "Propagate both ways; gaps between your frames are filled from both sides"),
    spec("propagate.forward", "&Forward", "F", "ph.fast-forward", "Propagate forward in the range"),
    spec("propagate.seed_backward", "Backward to the &Previous Seed", "Shift+J", "ph.arrow-line-left",
         "Propagate backward as far as the previous frame with your masks"),
    spec("propagate.seed_both", "Between the Seeds &Around", "Ctrl+J", "ph.arrows-in-line-horizontal",
         "Fill from the previous to the next frame with your masks, from both sides"),
    spec("propagate.seed_forward", "Forward to the &Next Seed", "J", "ph.arrow-line-right",
         "Propagate forward as far as the next frame with your masks"),
    spec("propagate.adapt", "Fine-&Tune on This Clip", "", "ph.graduation-cap",
         "Train the network on your frames of this clip; takes a minute or two and can be undone", When.IDLE),
    spec("propagate.pause", "Pa&use or Go On", "Shift+Esc", "ph.pause", "Pause or resume the run", When.RUNNING),
    spec("propagate.stop", "&Stop", "Esc", "ph.stop", "Stop; finished frames are kept", When.RUNNING),
)  # fmt: skip

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
    choice(f"device.{name}", _DEVICE_TEXT[name], "", "", f"Compute on: {name}", checked=name == "auto")
    for name in DEVICES
)

_HELP = (
    spec("help.topic", "&Help on This", "F1", "ph.question", "Explain what is under the pointer", When.ALWAYS),
    spec("help.what", "&What's This?", "Shift+F1", "ph.cursor", "Click anything to see what it does", When.ALWAYS),
    spec("help.tour", "&Tour", "", "ph.chalkboard-teacher", "Learn step by step on the sample clip", When.ALWAYS),
    spec("help.shortcuts", "&Keyboard Shortcuts", "?", "ph.keyboard", "Show every key", When.ALWAYS),
    spec("help.about", "&About", "", "ph.info", "About RPCM Annotator", When.ALWAYS),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE, *_EDIT, *_TOOL, *_MASK, *_OBJECT, *_VIEW, *_GO, *_RANGE, *_REVIEW, *_PROPAGATE, *_PLAY, *_DEVICE, *_HELP,
)  # fmt: skip

SPECS: dict[str, ActionSpec] = {spec.id: spec for spec in ACTIONS}


def device_names() -> dict[str, str]:
    """What each device is called, by its name."""
    return {name: SPECS[f"device.{name}"].name for name in DEVICES}
