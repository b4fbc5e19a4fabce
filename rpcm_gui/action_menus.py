"""Menus and toolbar as trees of action ids."""

from __future__ import annotations

from rpcm_gui.action_spec import Menu
from rpcm_gui.state import DEVICES

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
