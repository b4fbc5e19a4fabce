"""What an action is, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rpcm_gui.base.language import mark, tr

GROUPS: dict[str, str] = {
    "file": mark("File"),
    "edit": mark("Edit"),
    "tool": mark("Tools"),
    "mask": mark("Masks"),
    "object": mark("Objects"),
    "view": mark("View"),
    "compare": mark("Compare"),
    "go": mark("Go to"),
    "play": mark("Playback"),
    "range": mark("Range"),
    "review": mark("Review"),
    "propagate": mark("Propagation"),
    "device": mark("Device"),
    "help": mark("Help"),
}
"""What the first part of an action's id is called."""


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
    ``text``, ``tip`` and ``label`` are English; the properties give them in the chosen language.
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

    @property
    def title(self) -> str:
        """What a menu shows, mnemonic included."""
        return tr(self.text)

    @property
    def name(self) -> str:
        """The title without mnemonic and dots."""
        return bare(self.title)

    @property
    def group_name(self) -> str:
        """What the first part of its id is called."""
        return tr(GROUPS[self.id.partition(".")[0]])

    @property
    def full_name(self) -> str:
        """Group and name, such as ``Masks: Grow``."""
        return f"{self.group_name}: {self.name}"

    @property
    def hint(self) -> str:
        """What it does, in a few words."""
        return tr(self.tip) if self.tip else ""

    @property
    def short(self) -> str:
        """What a toolbar button says."""
        return tr(self.label) if self.label else self.name


def bare(text: str) -> str:
    """A menu's text without mnemonic (``&Open…``, ``打开(&O)…``) and dots."""
    return re.sub(r"&(.)", r"\1", re.sub(r"\(&.\)", "", text)).rstrip("…")


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its items are action ids, further menus, or ``None`` for a separator. ``title`` is English."""

    title: str
    items: tuple[str | Menu | None, ...]


def spec(
    action_id: str, text: str, keys: str = "", icon: str = "", tip: str = "", when: When = When.PROJECT, label: str = ""
) -> ActionSpec:
    """A plain action; ``keys`` are its shortcuts, separated by blanks."""
    return ActionSpec(
        id=action_id, text=text, shortcuts=tuple(keys.split()), icon=icon, tip=tip, when=when, label=label
    )


def toggle(action_id: str, text: str, keys: str, icon: str, tip: str, checked: bool = False) -> ActionSpec:
    """An action that is on or off."""
    return ActionSpec(
        id=action_id,
        text=text,
        shortcuts=tuple(keys.split()),
        icon=icon,
        tip=tip,
        checkable=True,
        checked=checked,
    )


def choice(action_id: str, text: str, keys: str, icon: str, tip: str, checked: bool = False) -> ActionSpec:
    """One of an exclusive set, which is named by the first part of the id."""
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
