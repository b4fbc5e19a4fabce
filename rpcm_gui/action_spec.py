"""What an action is, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
